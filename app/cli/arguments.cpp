#include "app/cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include "geo/core/civil.hpp"
#include "geo/core/length_text.hpp"
#include "geo/table/drawn_polygon.hpp"
#include "geo/table/expression.hpp"

namespace app {

namespace {

/// An option that is read by a function, which returns what is wrong with the value or "".
using Reader = std::function<std::string(const std::string&)>;
CLI::Option* add_read(CLI::App& command, const std::string& name, const std::string& help, Reader reader) {
    return command.add_option_function<std::string>(
        name,
        [name, reader](const std::string& value) {
            if (const std::string fault = reader(value); !fault.empty())
                throw CLI::ValidationError(name, "'" + value + "' " + fault);
        },
        help);
}

Reader into_length(std::optional<geo::Metres>& target) {
    return [&target](const std::string& value) -> std::string {
        target = geo::metres_from_text(value);
        return target ? "" : "is not a length: write a number with its unit, like 25km or 500m";
    };
}

Reader into_length(geo::Metres& target) {
    return [&target](const std::string& value) -> std::string {
        const auto length = geo::metres_from_text(value);
        if (!length || length->value <= 0)
            return "is not a length above 0: write it with its unit, like 25km or 500m";
        target = *length;
        return "";
    };
}

constexpr const char* kNotADate = "is not a date: write 2021, 2021-08 or 2021-08-15";

std::string read_box(const std::string& value, std::optional<geo::LonLatBox>& target) {
    geo::LonLatBox box;
    char rest = 0;
    const int n =
        std::sscanf(value.c_str(), "%lf,%lf,%lf,%lf%c", &box.west, &box.south, &box.east, &box.north, &rest);
    if (n != 4 || box.west > box.east || box.south > box.north || box.south < -90 || box.north > 90)
        return "is not a box: write W,S,E,N in degrees, like 69,31,74,37";
    target = box;
    return "";
}

std::string read_polygon(const std::string& value, geo::Filter& filter) {
    auto vertices = geo::polygon_from_text(value);
    if (!vertices) return "is not a polygon: write longitude and latitude of each vertex, like \"69 31, 74 31, 72 36\"";
    if (std::string fault = geo::fault_of_polygon(*vertices); !fault.empty()) return fault;
    filter.polygon = std::move(*vertices);
    return "";
}

std::vector<std::string> split(const std::string& value) {
    std::vector<std::string> parts;
    std::stringstream stream(value);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    return parts;
}

std::string read_neighbours(const std::string& value, geo::BorderSpec& border) {
    std::vector<std::string> neighbours;
    for (std::string part : split(value)) {
        for (char& c : part) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (part.size() != 3) return "is not a list of ISO 3166 codes, like AFG,IRN";
        if (std::find(neighbours.begin(), neighbours.end(), part) == neighbours.end())
            neighbours.push_back(part);
    }
    if (neighbours.empty()) return "names no neighbour";
    border.neighbours = neighbours;
    return "";
}

void read_column(const std::string& value, geo::RoleOptions& roles) {
    const std::size_t sign = value.find('=');
    const auto role = geo::role_from_name(value.substr(0, sign));
    if (sign == std::string::npos || !role)
        throw CLI::ValidationError("--column", "'" + value + "' is not ROLE=NAME, like notes=description");
    roles.columns[*role] = value.substr(sign + 1);
}

std::string read_bands(const std::string& value, geo::ProximitySpec& spec) {
    std::vector<double> edges{0};
    for (const std::string& part : split(value)) {
        const auto edge = geo::metres_from_text(part);
        if (!edge) return "is not a list of lengths, like 5km,10km,50km";
        if (edge->value == 0 && edges.size() == 1) continue;
        if (edge->value <= edges.back()) return "must ascend";
        edges.push_back(edge->value);
    }
    spec.band_edges_m = edges;
    return "";
}

} // namespace

void add_input(CLI::App& command, Arguments& arguments) {
    command
        .add_option(
            "INPUT", arguments.study.source.path,
            "Incidents: CSV, TSV (also .gz, .zip), GeoJSON, GeoJSONSeq, GeoPackage, Shapefile, FlatGeobuf, "
            "XLSX, KML, or - for delimited text on standard input")
        ->required();
    command.add_option("--layer", arguments.study.source.layer, "Layer of a file that has several");
}

void add_role_options(CLI::App& command, Arguments& arguments) {
    geo::RoleOptions& roles = arguments.study.source.roles;
    add_read(command, "--schema", "acled, ucdp-ged, gtd or generic; default: recognised from the header",
             [&roles](const std::string& value) -> std::string {
                 roles.schema = geo::schema_from_name(value);
                 return roles.schema ? "" : "is not a schema: acled, ucdp-ged, gtd or generic";
             })
        ->group("Columns");
    using geo::Role;
    const std::pair<const char*, Role> options[] = {{"--lon", Role::lon},
                                                    {"--lat", Role::lat},
                                                    {"--date", Role::date},
                                                    {"--date-end", Role::date_end},
                                                    {"--deaths", Role::deaths_best},
                                                    {"--id", Role::id},
                                                    {"--category", Role::category}};
    for (const auto& [option, role] : options)
        command
            .add_option_function<std::string>(
                option, [&roles, role](const std::string& column) { roles.columns[role] = column; },
                "Column that is the " + std::string(geo::name_of(role)) +
                    "; default: guessed from the header")
            ->group("Columns");
    command
        .add_option_function<std::vector<std::string>>(
            "--column",
            [&roles](const std::vector<std::string>& values) {
                for (const std::string& value : values) read_column(value, roles);
            },
            "Column of any role, as ROLE=NAME; can be given more than once")
        ->allow_extra_args(false)
        ->take_all()
        ->group("Columns");
    add_read(command, "--day-order", "Order in dates like 03/04/2021: dmy or mdy; default: what the whole column shows",
             [&roles](const std::string& value) -> std::string {
                 if (value != "dmy" && value != "mdy") return "must be dmy or mdy";
                 roles.day_order = value == "dmy" ? geo::DayOrder::day_first : geo::DayOrder::month_first;
                 return "";
             })
        ->group("Columns");
}

void add_filter_options(CLI::App& command, Arguments& arguments) {
    geo::Filter& filter = arguments.study.filter;
    const std::string group = "Filter";
    add_read(command, "--from", "First day, included: 2021, 2021-08 or 2021-08-15",
             [&filter](const std::string& value) -> std::string {
                 const auto window = geo::window_from_text(value);
                 if (!window) return kNotADate;
                 filter.from = window->first;
                 return "";
             })
        ->group(group);
    add_read(command, "--to", "Last day, included: 2021 is to 31 December, 2021-08 to 31 August",
             [&filter](const std::string& value) -> std::string {
                 const auto window = geo::window_from_text(value);
                 if (!window) return kNotADate;
                 filter.to = window->last - std::chrono::days{1};
                 return "";
             })
        ->group(group);
    add_read(command, "--bbox", "W,S,E,N in degrees, edges included",
             [&filter](const std::string& value) { return read_box(value, filter.bbox); })
        ->group(group);
    add_read(command, "--polygon",
             "Inside the polygon of these vertices, longitude and latitude: \"69 31, 74 31, 72 36\"; even-odd where it "
             "crosses itself",
             [&filter](const std::string& value) { return read_polygon(value, filter); })
        ->group(group);
    command
        .add_option("--area", filter.area,
                    "kp, kp-without-fata, fata, balochistan, study (both provinces), or a file with polygons")
        ->group(group);
    add_read(command, "--where",
             "Expression on columns and roles, e.g. \"deaths_best >= 5 and event_type = 'Battles'\"",
             [&filter](const std::string& value) -> std::string {
                 geo::Expression::parse(value); // its own sentence names the position
                 filter.where = value;
                 return "";
             })
        ->group(group);
    add_read(command, "--within", "At most this far from the border, e.g. 20km", into_length(filter.within))
        ->group(group);
    add_read(command, "--max-uncertainty",
             "Place known at least this exactly (location_uncertainty_m), e.g. 25km",
             into_length(filter.max_uncertainty))
        ->group(group);
}

void add_border_options(CLI::App& command, Arguments& arguments) {
    command
        .add_option(
            "--border", arguments.study.border.set,
            "Border line: osm (OpenStreetMap 2026), ne10m, ne110m (Natural Earth), or a file with lines")
        ->capture_default_str()
        ->group("Border");
    add_read(
        command, "--neighbour", "Borders with whom, ISO 3166 codes; default AFG,IRN",
        [&arguments](const std::string& value) { return read_neighbours(value, arguments.study.border); })
        ->group("Border");
    add_read(command, "--bands", "Edges of the distance bands; default 5km,10km,20km,50km,100km",
             [&arguments](const std::string& value) {
                 if (!arguments.study.proximity) arguments.study.proximity.emplace();
                 return read_bands(value, *arguments.study.proximity);
             })
        ->group("Border");
}

void add_zone_options(CLI::App& command, Arguments& arguments) {
    command.add_option("--zones", arguments.zones, "The bands as polygons: .geojson, .geojsonl, .gpkg, .fgb, .shp")
        ->type_name("FILE")
        ->group("Border");
    command
        .add_flag("--compare-borders", arguments.study.proximity->compare,
                  "The same counts under every bundled border line, and how many incidents change their band")
        ->group("Border");
}

void add_hot_spot_options(CLI::App& command, Arguments& arguments, bool on_map) {
    const std::string group = "Hot spots", prefix = on_map ? "--hot-" : "--";
    geo::HotSpotSpec& spec = arguments.hot_spots;
    if (on_map)
        command.add_flag("--hot-spots", arguments.hot_spots_on_map, "Hot and cold spots (Gi*) as a layer of the map")
            ->group(group);
    add_read(command, prefix + "cells", "square (default) or hexagon",
             [&spec](const std::string& value) -> std::string {
                 const auto shape = geo::cell_shape_from_name(value);
                 if (!shape) return "must be square or hexagon";
                 spec.shape = *shape;
                 return "";
             })
        ->group(group);
    add_read(command, prefix + "cell", "Side of a cell, hexagons have the same area; default 10km",
             into_length(spec.cell))
        ->group(group);
    add_read(command, prefix + "radius", "Cells whose centres are so near are neighbours; default 20km",
             into_length(spec.radius))
        ->group(group);
}

void add_density_options(CLI::App& command, Arguments& arguments) {
    arguments.study.density.emplace();
    geo::DensitySpec& density = *arguments.study.density;
    const std::string group = "Density";
    add_read(command, "--bandwidth", "Kernel radius, σ for gaussian; default 25km",
             into_length(density.bandwidth))
        ->group(group);
    add_read(command, "--cell", "Size of a grid cell; default 2.5km", into_length(density.cell))
        ->group(group);
    add_read(command, "--kernel", "uniform, epanechnikov, quartic, triweight or gaussian; default quartic",
             [&density](const std::string& value) -> std::string {
                 const auto kernel = geo::kernel_from_name(value);
                 if (!kernel) return "is not a kernel: uniform, epanechnikov, quartic, triweight or gaussian";
                 density.kernel = *kernel;
                 return "";
             })
        ->group(group);
    add_read(command, "--unit", "per-km2-year (rate, default) or per-km2 (sum)",
             [&density](const std::string& value) -> std::string {
                 if (value != "per-km2-year" && value != "per-km2") return "must be per-km2-year or per-km2";
                 density.unit =
                     value == "per-km2" ? geo::DensityUnit::per_km2 : geo::DensityUnit::per_km2_year;
                 return "";
             })
        ->group(group);
    command
        .add_option_function<double>(
            "--scale-top", [&density](double top) { density.scale_top = top; },
            "Value of the colour scale's end, in the unit; default: rounded up from the peak")
        ->check(CLI::PositiveNumber)
        ->group(group);
}

void add_map_options(CLI::App& command, Arguments& arguments) {
    arguments.study.map.emplace();
    geo::MapSpec& map = *arguments.study.map;
    const std::string group = "Map";
    command.add_option("--title", map.title, "Title; default: made from what is shown")->group(group);
    command
        .add_option_function<std::string>(
            "--color-by", [&map](const std::string& words) { map.color_by = geo::color_by_from_text(words); },
            "What gives the colours: a column (the most frequent values have their own colour, the rest is "
            "'other'), "
            "or date: the day of each incident, from old to new over the whole file; one known only to its "
            "month or "
            "year takes the first day. A column that is itself called date is column:date. "
            "Default: the category column")
        ->group(group);
    add_picture_options(command, arguments);
    add_theme(command, arguments);
    add_map_contents(command, arguments);
}

void add_map_contents(CLI::App& command, Arguments& arguments) {
    geo::MapSpec& map = *arguments.study.map;
    const std::string group = "Map";
    command.add_flag("--graticule", map.show_graticule, "Meridians and parallels, labelled at the edges")
        ->group(group);
    add_read(command, "--label-language", "Names of places in en, ur or ps; what is not known stays English",
             [&map](const std::string& value) -> std::string {
                 const auto language = geo::label_language_from_name(value);
                 if (!language) return "must be en, ur or ps";
                 map.label_language = *language;
                 return "";
             })
        ->group(group);
    command
        .add_option_function<std::vector<std::string>>(
            "--reference",
            [&map](const std::vector<std::string>& paths) {
                for (const std::string& path : paths) {
                    geo::ReferenceSpec spec;
                    spec.path = path;
                    spec.color = geo::kReferenceColors[map.references.size() % geo::kReferenceColors.size()];
                    map.references.push_back(std::move(spec));
                }
            },
            "A file of areas, lines or points to draw under the incidents; can be given more than once")
        ->take_all()
        ->allow_extra_args(false)
        ->group(group);
    command
        .add_option_function<std::string>(
            "--backdrop", [&map](const std::string& path) { map.backdrop = geo::BackdropSpec{.path = path}; },
            "A georeferenced raster (GeoTIFF, PNG or JPEG with a world file) under everything else")
        ->group(group);
}

void add_to_map(geo::MapSpec& map, const geo::MapSpec& asked) {
    map.show_graticule = map.show_graticule || asked.show_graticule;
    if (asked.label_language != geo::LabelLanguage::en) map.label_language = asked.label_language;
    map.references.insert(map.references.end(), asked.references.begin(), asked.references.end());
    if (asked.backdrop) map.backdrop = asked.backdrop;
}

void add_theme(CLI::App& command, Arguments& arguments) {
    add_read(command, "--theme", "light or dark; default light",
             [&arguments](const std::string& value) -> std::string {
                 if (value != "light" && value != "dark") return "must be light or dark";
                 arguments.theme = value;
                 if (arguments.study.map)
                     arguments.study.map->theme = value == "dark" ? geo::Theme::dark : geo::Theme::light;
                 return "";
             })
        ->group("Map");
}

void add_map_parts(CLI::App& command, Arguments& arguments) {
    geo::MapSpec& map = *arguments.study.map;
    const std::string group = "Map";
    command.add_flag("!--no-density", map.show_density, "Leave out the density")->group(group);
    command.add_flag("!--no-incidents", map.show_incidents, "Leave out the incidents")->group(group);
    command.add_flag("!--no-labels", map.show_labels, "Leave out the names of places")->group(group);
    command.add_flag("!--no-border", map.show_border, "Leave out the border line")->group(group);
    command.add_flag("!--no-provinces", map.show_areas, "Leave out the lines of provinces")->group(group);
    command.add_flag("--show-zones", arguments.zones_on_map, "The distance bands around the border as areas on the map")
        ->group(group);
    command.add_flag("!--equal-size", map.size_by_deaths, "Incidents of one size, whatever their deaths")->group(group);
    command.add_option("--hot-spot-opacity", map.hot_spot_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_option("--density-opacity", map.density_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_option("--incident-opacity", map.incident_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    add_read(command, "--view", "What the map shows at least: W,S,E,N in degrees; default: the incidents and the area",
             [&map](const std::string& value) { return read_box(value, map.view); })
        ->group(group);
}

void add_columns_option(CLI::App& command, Arguments& arguments) {
    add_read(command, "--columns",
             "Columns of the input to keep: all (default), roles (those with a role), no-text (without notes and columns "
             "with texts longer than 100 letters)",
             [&arguments](const std::string& value) -> std::string {
                 using geo::ColumnsKept;
                 if (value != "all" && value != "roles" && value != "no-text") return "must be all, roles or no-text";
                 arguments.columns = value == "all"     ? ColumnsKept::all
                                     : value == "roles" ? ColumnsKept::roles
                                                        : ColumnsKept::no_text;
                 return "";
             })
        ->group("Output");
}

void add_study(CLI::App& command, Arguments& arguments, bool required) {
    const char* name = required ? "STUDY" : "INPUT";
    const char* help =
        required ? "A study file (*.study.json)" : "A file of incidents or a study (*.study.json)";
    command.add_option(name, arguments.study.source.path, help)->required(required);
}

void add_output(CLI::App& command, Arguments& arguments, const std::string& help, bool required) {
    CLI::Option* option =
        command.add_option("-o,--output", arguments.outputs, help + "; can be given more than once")
            ->take_all();
    option->allow_extra_args(false);
    if (required) option->required();
}

void add_terminal_options(CLI::App& command, Arguments& arguments) {
    const std::string group = "Terminal";
    command
        .add_option("--rejects", arguments.rejects, "Write rejected rows with their reasons to this CSV file")
        ->group(group);
    command.add_flag("--json", arguments.json, "The summary as JSON on standard output")->group(group);
    command.add_flag("--quiet", arguments.quiet, "Only errors on standard error")->group(group);
    command.add_flag("--timings", arguments.timings, "Seconds of each stage as JSON on standard error")
        ->group(group);
    command.add_option("--threads", arguments.threads, "Threads to use, 0 is all; the result is the same")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str()
        ->group(group);
}

} // namespace app
