#include <charconv>

#include <CLI/CLI.hpp>

#include "app/cli/arguments.hpp"
#include "app/cli/option_readers.hpp"
#include "geo/core/calendar.hpp"
#include "geo/core/error.hpp"
#include "geo/table/number_from_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

/// A command of its own has short names.
std::string prefixed(OptionsOf whose, const char* prefix) { return whose == OptionsOf::command ? "--" : prefix; }

constexpr const char* kMeasureFault = "must be per-area, per-resident, incidents or deaths";

} // namespace

void add_hot_spot_options(CLI::App& command, Arguments& arguments, OptionsOf whose) {
    const std::string group = "Hot spots", prefix = prefixed(whose, "--hot-");
    geo::HotSpotSpec& spec = arguments.hot_spots;
    if (whose == OptionsOf::picture)
        command
            .add_flag("--hot-spots", arguments.hot_spots_on_map,
                      "Hot and cold spots (Gi*) as a layer of the map")
            ->group(group);
    add_read(command, prefix + "cells",
             "square (default), hexagon, or district: the polygons of --districts, neighbours are those that touch",
             into_named("must be square, hexagon or district", geo::hot_units_from_name, spec.units))
        ->group(group);
    add_read(command, prefix + "cell", "Side of a cell, hexagons have the same area; default 10km",
             into_length(spec.cell))
        ->group(group);
    add_read(command, prefix + "radius", "Cells whose centres are so near are neighbours; default 20km",
             into_length(spec.radius))
        ->group(group);
    add_read(command, prefix + "measure",
             "With districts, what is compared: per-area (incidents per 1,000 km²; default), per-resident (per 100,000 "
             "residents), incidents or deaths",
             into_named(kMeasureFault, geo::district_measure_from_name, spec.measure))
        ->group(group);
    command
        .add_flag(prefix + "pin-vague", spec.pin_vague,
                  "With districts: count incidents known only to more than the district where the file puts them; "
                  "default: in no district")
        ->group(group);
    add_read(command, prefix + "emerging",
             "Also how hot spots changed from month to month, quarter to quarter or year to year: new, intensifying, "
             "sporadic ...; month, quarter or year",
             [&spec](const std::string& value) -> std::string {
                 spec.emerging = geo::step_of_emerging(value);
                 return spec.emerging ? "" : "must be month, quarter or year";
             })
        ->group(group);
}

void check_hot_spots(const geo::Study& study, const geo::HotSpotSpec& spec, OptionsOf whose) {
    const std::string prefix = prefixed(whose, "--hot-");
    if (spec.by_district() && study.districts.path.empty())
        throw geo::Error(geo::ErrorKind::Argument, "hot spots of districts need their polygons: --districts FILE");
    if (spec == geo::without_idle_parts(spec)) return;
    throw geo::Error(geo::ErrorKind::Argument,
                     spec.by_district()
                         ? prefix + "cell and " + prefix + "radius are of square and hexagonal cells: leave them out with " +
                               prefix + "cells district"
                         : prefix + "measure and " + prefix + "pin-vague are of districts: add " + prefix +
                               "cells district, or leave them out");
}

namespace {

/// "none", or days and weeks.
std::string read_eps_time(const std::string& value, std::optional<int>& days) {
    if (value == "none") {
        days.reset();
        return "";
    }
    const char* const fault = "is not a time between incidents: write days or weeks, like 14d or 2w, or none";
    if (value == "0d") {
        days = 0;
        return "";
    }
    const auto n = days_from_text(value);
    if (!n) return fault;
    if (*n > geo::kMostEpsDays) return "is longer than a hundred years: write none for any time";
    days = n;
    return "";
}

std::string read_min_points(const std::string& value, int& n) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
    if (error == std::errc() && end == value.data() + value.size() && n >= 1 && n <= geo::kMostMinPoints) return "";
    return "is not a number of incidents from 1 to " + std::to_string(geo::kMostMinPoints);
}

} // namespace

void add_cluster_options(CLI::App& command, Arguments& arguments, OptionsOf whose) {
    const std::string group = "Clusters", prefix = prefixed(whose, "--cluster-");
    geo::ClusterSpec& spec = arguments.clusters;
    if (whose == OptionsOf::picture)
        command
            .add_flag("--clusters", arguments.clusters_on_map,
                      "Clusters in space and time (ST-DBSCAN) as a layer of the map")
            ->group(group);
    add_read(command, prefix + "eps", "Incidents at most this far apart are neighbours; default 10km",
             into_length(spec.eps))
        ->group(group);
    add_read(command, prefix + "eps-time",
             "and at most so many days apart: 14d (default), 2w; none: whenever they were (plain DBSCAN)",
             [&spec](const std::string& value) { return read_eps_time(value, spec.eps_time_days); })
        ->group(group);
    add_read(command, prefix + "min-points",
             "An incident with so many neighbours, itself counted, is a core of a cluster; default 5",
             [&spec](const std::string& value) { return read_min_points(value, spec.min_points); })
        ->group(group);
}

void add_district_options(CLI::App& command, Arguments& arguments, OptionsOf whose) {
    const std::string group = "Counts by district", prefix = prefixed(whose, "--district-");
    geo::DistrictCountSpec& spec = arguments.district_counts;
    if (whose == OptionsOf::picture)
        command
            .add_flag("--district-counts", arguments.districts_on_map,
                      "Incidents by district (--districts) as a layer of the map")
            ->group(group);
    add_read(command, prefix + "measure",
             "What colours and orders the districts: per-area (incidents per 1,000 km² and year; default), "
             "per-resident (per 100,000 residents and year), incidents or deaths",
             into_named(kMeasureFault, geo::district_measure_from_name, spec.measure))
        ->group(group);
    add_read(command, prefix + "breaks",
             "Between the classes of the map, ascending, like 1,5,20; default: fifths of the districts that have any",
             [&spec](const std::string& value) -> std::string {
                 spec.breaks.clear();
                 for (const std::string& part : split(value)) {
                     const auto number = geo::number_from_text(part);
                     if (!number) return "must be numbers apart by commas, like 1,5,20";
                     spec.breaks.push_back(*number);
                 }
                 return geo::fault_of_breaks(spec.breaks);
             })
        ->group(group);
    command
        .add_flag(prefix + "pin-vague", spec.pin_vague,
                  "Count incidents known only to more than the district where the file puts them; default: in no "
                  "district")
        ->group(group);
}

void add_trend_options(CLI::App& command, Arguments& arguments) {
    geo::TrendSpec& spec = arguments.trend;
    const auto add_named = [&](const char* name, const char* help, const char* fault, auto from_name, auto& target) {
        add_read(command, name, help, into_named(fault, from_name, target))->group("Trend");
    };
    add_named("--per", "day, week (from Monday), month (default), quarter or year",
              "must be day, week, month, quarter or year", geo::unit_from_name, spec.per);
    add_named("--by",
              "A series for each category, for each neighbour (whose border is nearest) or for each distance band; "
              "none (default): one for all",
              "must be none, category, neighbour or band", geo::trend_by_from_name, spec.by);
}

namespace {

std::string read_window(const std::string& value, std::optional<int>& days) {
    const auto n = days_from_text(value);
    if (!n) return "is not a length of time in days or weeks, like 180d or 26w";
    if (*n > geo::kMostWindowDays) return "is longer than a hundred years";
    days = n;
    return "";
}

} // namespace

void add_before_after_options(CLI::App& command, Arguments& arguments, OptionsOf whose) {
    const std::string group = "Before and after", prefix = prefixed(whose, "--change-");
    geo::BeforeAfterSpec& spec = arguments.before_after;
    CLI::Option* on = add_read(command, prefix + "on",
                               whose != OptionsOf::command ? "Change from this day on, against as many days before, as a layer of the map"
                                      : "The first day after, as in 2020-02-29",
                               [&arguments](const std::string& value) -> std::string {
                                   const auto day = geo::day_from_iso(value);
                                   if (!day) return "is not a date like 2020-02-29";
                                   arguments.before_after.date = *day;
                                   arguments.change_on_map = true;
                                   return "";
                               });
    on->required(whose == OptionsOf::command)->group(group);
    add_read(command, prefix + "window",
             "Length of each window: 180d, 26w; default: as many days as fit on both sides, at most 365",
             [&spec](const std::string& value) { return read_window(value, spec.window_days); })
        ->group(group);
    command
        .add_flag(prefix + "relative", spec.relative,
                  "Test against the change of all cells (districts) together, not against no change")
        ->group(group);
    add_read(command, prefix + "cells", "square (default) or hexagon",
             into_named("must be square or hexagon", geo::cell_shape_from_name, spec.shape))
        ->group(group);
    add_read(command, prefix + "cell", "Side of a cell, hexagons have the same area; default 20km",
             into_length(spec.cell))
        ->group(group);
    if (whose != OptionsOf::command) return;
    command
        .add_option("--treated", spec.treated,
                    "An area (kp, balochistan, fata, a file ...) whose change is set against that of --control: "
                    "weighted displacement difference")
        ->group(group);
    command.add_option("--control", spec.control, "The area it is compared with")->group(group);
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
             into_named("is not a kernel: uniform, epanechnikov, quartic, triweight or gaussian", geo::kernel_from_name,
                        density.kernel))
        ->group(group);
    const auto add_named = [&](const char* name, const char* help, const char* fault, auto from_name, auto& target) {
        add_read(command, name, help, into_named(fault, from_name, target))->group(group);
    };
    add_named(
        "--unit",
        "per-km2-year or per-km2-month (rates over the period's length, the first by default), per-km2 (sum)",
        "must be per-km2-year, per-km2-month or per-km2", geo::density_unit_from_name, density.unit);
    add_named("--precision", "Vague places: pin (default), spread over where they may lie, or exclude",
              "must be pin, spread or exclude", geo::vague_places_from_name, density.vague);
    add_read(command, "--vaguer-than", "What exclude leaves out; default: twice the kernel's σ",
             into_length(density.vaguer_than))
        ->group(group);
    add_named("--edge", "Correction at the area's edge: none (default), uniform or jones-diggle",
              "must be none, uniform or jones-diggle", geo::edge_correction_from_name, density.edge);
    command
        .add_flag("--adaptive", density.adaptive,
                  "Narrower kernels where incidents are many, wider where few (Abramson)")
        ->group(group);
    add_named("--weight", "incidents (default), deaths-low, deaths or deaths-high",
              "must be incidents, deaths-low, deaths or deaths-high", geo::density_weight_from_name, density.weight);
    command
        .add_option_function<double>(
            "--scale-top", [&density](double top) { density.scale_top = top; },
            "Value of the colour scale's end, in the unit; default: rounded up from the peak")
        ->check(CLI::PositiveNumber)
        ->group(group);
}

} // namespace app
