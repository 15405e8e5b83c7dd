#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/option_readers.hpp"

namespace app {

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
             into_named("must be en, ur or ps", geo::label_language_from_name, map.label_language))
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
    command
        .add_flag("--show-zones", arguments.zones_on_map,
                  "The distance bands around the border as areas on the map")
        ->group(group);
    command.add_flag("--show-supports", map.show_supports,
                     "Outlines of what the places stand for: discs, districts, provinces")
        ->group(group);
    command.add_flag("!--equal-size", map.size_by_deaths, "Incidents of one size, whatever their deaths")
        ->group(group);
    command.add_option("--hot-spot-opacity", map.hot_spot_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_option("--change-opacity", map.change_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_option("--cluster-opacity", map.cluster_opacity, "0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str()
        ->group(group);
    command.add_option("--district-opacity", map.district_opacity, "0 to 1")
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
    add_read(command, "--view",
             "What the map shows at least: W,S,E,N in degrees; default: the incidents and the area",
             [&map](const std::string& value) { return read_box(value, map.view); })
        ->group(group);
}

} // namespace app
