#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostTold = 20;

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments,
               "Districts with their counts and rates: polygons (.geojson, .gpkg ...), a table (.csv) or a "
               "picture (.png, .svg)",
               false);
    add_district_options(command, arguments, OptionsOf::command);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_map_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

std::string whole(double count) { return geo::grouped(static_cast<std::uint64_t>(std::llround(count))); }
std::string known(double value) { return std::isnan(value) ? "–" : whole(value); }
std::string rate(double value) { return std::isnan(value) ? "–" : geo::short_number(value); }

void tell_table(const Arguments& arguments, const geo::DistrictCounts& counts) {
    tell(arguments, fmt::format("  {:<28} {:>9} {:>7} {:>10} {:>10} {:>13} {:>16}", "district", "incidents",
                                "deaths", "km²", "residents", "/1,000 km²·yr", "/100,000 res.·yr"));
    const std::size_t n = std::min(kMostTold, counts.by_value.size());
    for (std::size_t i = 0; i < n; ++i) {
        const geo::DistrictCount& district = counts.districts[counts.by_value[i]];
        tell(arguments,
             fmt::format("  {:<28} {:>9} {:>7} {:>10} {:>10} {:>13} {:>16}", district.name,
                         whole(district.incidents), known(district.deaths), whole(district.area_km2),
                         known(district.residents), rate(value_of(district, geo::DistrictMeasure::per_area)),
                         rate(value_of(district, geo::DistrictMeasure::per_resident))));
    }
    if (counts.by_value.size() > n)
        tell(arguments,
             fmt::format("    and {} more; -o FILE.csv has all", geo::grouped(counts.by_value.size() - n)));
}

void tell_left_out(const Arguments& arguments, const geo::DistrictCounts& counts) {
    if (counts.n_vague > 0 && arguments.study.district_counts->pin_vague)
        tell(arguments, fmt::format("  {} of them known only to more than their district, counted where the "
                                    "file puts them",
                                    whole(counts.n_vague)));
    else if (counts.n_vague > 0)
        tell(arguments, fmt::format("  {} known only to more than a district are in none; --pin-vague counts "
                                    "them where the file puts them",
                                    whole(counts.n_vague)));
    if (counts.n_outside > 0)
        tell(arguments, fmt::format("  {} lie in no district", whole(counts.n_outside)));
    if (counts.n_unusable > 0)
        tell(arguments, fmt::format("  {} without a place, or of a precision that is of no use",
                                    whole(counts.n_unusable)));
    if (counts.n_reaching_past > 0)
        tell(arguments,
             fmt::format("  {} in periods that the window cuts: in none", whole(counts.n_reaching_past)));
    if (counts.n_unknown_names > 0)
        tell(arguments, fmt::format("  {} of {} districts without a polygon of that name: {}",
                                    whole(counts.n_unknown_names), geo::grouped(counts.unknown_names.size()),
                                    fmt::join(counts.unknown_names, ", ")));
    const geo::Filter& filter = arguments.study.filter;
    if (!filter.area.empty() || filter.bbox || !filter.polygon.empty() || filter.within)
        tell(arguments,
             "  the filter of places cuts districts: their counts are of the part, their rates of the whole");
}

void tell_districts(const Arguments& arguments, const geo::DistrictCounts& counts) {
    tell(arguments,
         fmt::format("Districts by {}, {}:", geo::in_words(arguments.study.district_counts->measure),
                     geo::window_in_words(counts.window)));
    tell(arguments, fmt::format("  {} incidents in {} districts{}", whole(counts.n_incidents),
                                geo::grouped(counts.districts.size()),
                                counts.from_counts ? ", as the file counts them" : ""));
    tell_left_out(arguments, counts);
    tell_table(arguments, counts);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    if (arguments.study.districts.path.empty())
        throw geo::Error(geo::ErrorKind::Argument, "districts needs their polygons: --districts FILE");
    arguments.study.district_counts = arguments.district_counts;
    add_outputs(arguments, geo::OutputSpec::What::districts);
    arguments.study.map->show_incidents = false; // a picture of districts shows them
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    write_all(arguments, snapshot, progress);
    tell_districts(arguments, *snapshot.district_counts.value);
    if (arguments.json) fmt::print("{}", geo::districts_as_json(arguments.study, snapshot));
}

} // namespace

const Command kDistricts{
    "districts", "Incidents by district: counts, rates per area and per resident",
    "borderlens districts incidents.csv --districts districts.geojson --population people.csv "
    "-o districts.geojson",
    add_options, run};

} // namespace app
