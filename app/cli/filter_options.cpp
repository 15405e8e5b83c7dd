#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/option_readers.hpp"
#include "geo/core/civil.hpp"
#include "geo/core/length_text.hpp"
#include "geo/table/drawn_polygon.hpp"
#include "geo/table/expression.hpp"

namespace app {

namespace {

constexpr const char* kNotADate = "is not a date: write 2021, 2021-08 or 2021-08-15";

std::string read_polygon(const std::string& value, geo::Filter& filter) {
    auto vertices = geo::polygon_from_text(value);
    if (!vertices)
        return "is not a polygon: write longitude and latitude of each vertex, like \"69 31, 74 31, 72 36\"";
    if (std::string fault = geo::fault_of_polygon(*vertices); !fault.empty()) return fault;
    filter.polygon = std::move(*vertices);
    return "";
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
    add_read(command, "--bbox", "W,S,E,N in degrees, edges included", [&filter](const std::string& value) {
        return read_box(value, filter.bbox);
    })->group(group);
    add_read(command, "--polygon",
             "Inside the polygon of these vertices, longitude and latitude: \"69 31, 74 31, 72 36\"; "
             "even-odd where it "
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
    add_precision_options(command, arguments);
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
    command
        .add_option("--zones", arguments.zones,
                    "The bands as polygons: .geojson, .geojsonl, .gpkg, .fgb, .shp")
        ->type_name("FILE")
        ->group("Border");
    command
        .add_flag("--compare-borders", arguments.study.proximity->compare,
                  "The same counts under every bundled border line, and how many incidents change their band")
        ->group("Border");
    command
        .add_flag("!--no-intervals", arguments.study.proximity->intervals,
                  "Leave out the distances as intervals, from the precision of places and line")
        ->group("Border");
    std::optional<geo::NullSpec>& null = arguments.study.proximity->null;
    add_read(command, "--null",
             "uniform or population: shares in the bands against places spread evenly over the area, or as its "
             "residents are (--districts, --population)",
             [&null](const std::string& value) -> std::string {
                 const auto model = geo::null_model_from_name(value);
                 if (!model) return "must be uniform or population";
                 if (!null) null.emplace();
                 null->model = *model;
                 return "";
             })
        ->group("Border");
    const auto with_null = [&](const char* name, const char* help, auto set) {
        command
            .add_option_function<std::uint64_t>(
                name,
                [&null, set](std::uint64_t value) {
                    if (!null) null.emplace();
                    set(*null, value);
                },
                help)
            ->needs("--null")
            ->group("Border");
    };
    with_null("--runs", "Of the simulation that --null compares with; default 999",
              [](geo::NullSpec& spec, std::uint64_t value) {
                  if (value < 1 || value > static_cast<std::uint64_t>(geo::kMostNullRuns))
                      throw CLI::ValidationError("--runs", "must be from 1 to " + std::to_string(geo::kMostNullRuns));
                  spec.runs = static_cast<std::uint32_t>(value);
              });
    with_null("--seed", "Of the simulation: the same seed gives the same answer; default 1",
              [](geo::NullSpec& spec, std::uint64_t value) { spec.seed = value; });
}

} // namespace app
