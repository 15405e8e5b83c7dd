#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostTold = 10;

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments,
               "Cells or districts with count, Gi*, p, q and class: polygons (.geojson, .gpkg ...), a table (.csv), a grid "
               "of Gi* (.tif) or a picture (.png, .svg)",
               false);
    add_hot_spot_options(command, arguments, OptionsOf::command);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_map_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

void tell_regions(const Arguments& arguments, const geo::HotSpots& spots) {
    if (spots.regions.empty()) return tell(arguments, "  no hot spot is significant");
    tell(arguments, fmt::format("  {} hot spot{} of touching {}s, the highest Gi* first:", spots.regions.size(),
                                spots.regions.size() == 1 ? "" : "s", spots.units->noun()));
    for (std::size_t i = 0; i < std::min(kMostTold, spots.regions.size()); ++i) {
        const geo::HotRegion& region = spots.regions[i];
        tell(arguments, fmt::format("    {:2}. {:<34} z {:5.1f}  {:>13}  {:>7} incidents", i + 1, region.near,
                                    spots.found[region.peak].z, geo::count_in_words(region.n_units, *spots.units),
                                    geo::grouped(region.count)));
    }
    if (spots.regions.size() > kMostTold)
        tell(arguments, fmt::format("    and {} more", spots.regions.size() - kMostTold));
}

void tell_cells(const Arguments& arguments, const geo::HotSpots& spots) {
    tell(arguments, fmt::format("  {} incidents in {} cells, {} of them cut by the edge of the area; {} left out: "
                                "outside it, without a place, or of a precision that is of no use",
                                geo::grouped(spots.n_incidents), geo::grouped(spots.found.size()),
                                geo::grouped(spots.n_clipped), geo::grouped(spots.n_left_out)));
    if (spots.n_vague > 0)
        tell(arguments, fmt::format("  {} of a place vaguer than half a cell, counted where the file puts them; "
                                    "--max-uncertainty leaves them out",
                                    geo::grouped(spots.n_vague)));
}

void tell_districts(const Arguments& arguments, const geo::HotSpots& spots) {
    tell(arguments, fmt::format("  {} incidents in {}; {} left out: in none of them, without a place, or of a precision "
                                "that is of no use",
                                geo::grouped(spots.n_incidents), geo::count_in_words(spots.n_compared(), *spots.units),
                                geo::grouped(spots.n_left_out)));
    if (spots.n_in_none > 0)
        tell(arguments, fmt::format("  {} known only to more than a district are in none; --pin-vague counts them where "
                                    "the file puts them",
                                    geo::grouped(spots.n_in_none)));
    if (spots.n_vague > 0)
        tell(arguments, fmt::format("  {} of them known only to more than their district, counted where the file puts "
                                    "them",
                                    geo::grouped(spots.n_vague)));
    if (spots.n_unknown > 0)
        tell(arguments, fmt::format("  {} left out of the comparison: their value is not known",
                                    geo::count_in_words(spots.n_unknown, *spots.units)));
    if (spots.n_alone > 0)
        tell(arguments, fmt::format("  {} without a neighbour: compared by their own value alone",
                                    geo::count_in_words(spots.n_alone, *spots.units)));
    if (const geo::Filter& filter = arguments.study.filter; filter.bbox || !filter.polygon.empty() || filter.within)
        tell(arguments,
             "  the filter of places cuts districts: their counts are of the part, their areas and residents of the whole");
}

void tell_hot_spots(const Arguments& arguments, const geo::HotSpots& spots) {
    tell(arguments, "Hot spots: " + geo::hot_spots_in_words(*arguments.study.hot_spots));
    arguments.study.hot_spots->by_district() ? tell_districts(arguments, spots) : tell_cells(arguments, spots);
    if (spots.n_weak > 0)
        tell(arguments, fmt::format("  {} {} weak: fewer than one incident expected in the neighbourhood",
                                    geo::count_in_words(spots.n_weak, *spots.units), spots.n_weak == 1 ? "is" : "are"));
    if (const std::string why = geo::why_undefined(spots); !why.empty()) tell(arguments, "  Gi* is not defined: " + why);
    for (std::size_t i = 1; i < geo::kHotClasses; ++i)
        if (spots.n_by_class[i] > 0)
            tell(arguments, fmt::format("  {:<12} {:>16}", geo::in_words(static_cast<geo::HotClass>(i)),
                                        geo::count_in_words(spots.n_by_class[i], *spots.units)));
    tell_regions(arguments, spots);
}

/// Regions of cells are named by a town, those of districts by the district.
std::string in_or_near(const geo::AreaUnits& units, const std::string& where) {
    return units.layout() ? where : "in " + where;
}

void tell_emerging(const Arguments& arguments, const geo::EmergingSpots& spots) {
    tell(arguments, "Emerging hot spots: " + geo::steps_in_words(spots));
    tell(arguments, fmt::format("  {} incidents; a step is hot or cold at a false discovery rate of 5 % over all {}s and "
                                "steps, a trend has p < 0.05 (Mann-Kendall)",
                                geo::grouped(spots.n_incidents), spots.units->noun()));
    tell(arguments, "  neighbouring steps share incidents, so the trend's p is too small: read it as a description");
    for (const std::string& caution : geo::cautions_of(spots)) tell(arguments, "  " + caution);
    if (spots.n_undated > 0) tell(arguments, fmt::format("  {} left out: no date", geo::grouped(spots.n_undated)));
    bool any = false;
    for (std::size_t i = 1; i < geo::kEmergingClasses; ++i) {
        if (spots.n_by_class[i] == 0) continue;
        any = true;
        const auto emerging = static_cast<geo::EmergingClass>(i);
        std::string where;
        for (const geo::EmergingRegion& region : spots.regions) // the first of its class has the most incidents
            if (where.empty() && region.emerging == emerging) where = region.near;
        tell(arguments, fmt::format("  {:<22} {:>16}{}", geo::in_words(emerging),
                                    geo::count_in_words(spots.n_by_class[i], *spots.units),
                                    where.empty() ? "" : ", most incidents " + in_or_near(*spots.units, where)));
    }
    if (!any) tell(arguments, fmt::format("  no {} is of any class", spots.units->noun()));
}

nlohmann::ordered_json emerging_json(const geo::EmergingSpots& spots) {
    nlohmann::ordered_json json{{"steps", spots.n_steps},
                                {"unit", geo::name_of(spots.unit)},
                                {"incidents", spots.n_incidents},
                                {"undated", spots.n_undated},
                                {"mean", spots.mean},
                                {"standard_deviation", spots.deviation}};
    for (std::size_t i = 0; i < geo::kEmergingClasses; ++i)
        json["classes"][geo::name_of(static_cast<geo::EmergingClass>(i))] = spots.n_by_class[i];
    json["regions"] = nlohmann::ordered_json::array();
    for (const geo::EmergingRegion& region : spots.regions)
        json["regions"].push_back({{"class", geo::name_of(region.emerging)},
                                   {"near", region.near},
                                   {"lon", region.place.lon_deg},
                                   {"lat", region.place.lat_deg},
                                   {std::string(spots.units->noun()) + "s", region.n_units},
                                   {"incidents", region.count}});
    return json;
}

void print_json(const geo::Study& study, const geo::HotSpots& spots, const geo::EmergingSpots* emerging) {
    const std::string nouns = std::string(spots.units->noun()) + "s";
    nlohmann::ordered_json json{{"method", geo::hot_spots_in_words(*study.hot_spots)},
                                {nouns, spots.found.size()},
                                {"incidents", spots.n_incidents},
                                {"left_out", spots.n_left_out},
                                {"vague", spots.n_vague},
                                {"weak_" + nouns, spots.n_weak},
                                {"mean", spots.mean},
                                {"standard_deviation", spots.deviation}};
    if (study.hot_spots->by_district()) {
        json["left_out_as_vague"] = spots.n_in_none;
        json["districts_without_value"] = spots.n_unknown;
        json["districts_without_neighbour"] = spots.n_alone;
    } else {
        json["clipped_cells"] = spots.n_clipped;
    }
    if (const std::string why = geo::why_undefined(spots); !why.empty()) json["not_defined"] = why;
    for (std::size_t i = 1; i < geo::kHotClasses; ++i)
        json["classes"][geo::name_of(static_cast<geo::HotClass>(i))] = spots.n_by_class[i];
    json["hot_spots"] = nlohmann::ordered_json::array();
    for (const geo::HotRegion& region : spots.regions)
        json["hot_spots"].push_back({{"near", region.near},
                                     {"lon", region.place.lon_deg},
                                     {"lat", region.place.lat_deg},
                                     {"z", spots.found[region.peak].z},
                                     {"q", spots.found[region.peak].q},
                                     {nouns, region.n_units},
                                     {"incidents", region.count}});
    if (emerging) json["emerging"] = emerging_json(*emerging);
    fmt::print("{}\n", json.dump(2));
}

void run(Arguments& arguments, TerminalProgress& progress) {
    check_hot_spots(arguments.study, arguments.hot_spots, OptionsOf::command);
    arguments.study.hot_spots = arguments.hot_spots;
    add_outputs(arguments, geo::OutputSpec::What::hot_spots);
    arguments.study.map->show_incidents = false; // a picture of hot spots shows them
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    if (arguments.hot_spots.emerging && snapshot.incidents.value->counts)
        throw geo::Error(geo::ErrorKind::Argument, "emerging hot spots need incidents with their days: " +
                                                       snapshot.table()->origin.file +
                                                       " counts by district and period");
    write_all(arguments, snapshot, progress);
    tell_hot_spots(arguments, *snapshot.hot_spots.value);
    const geo::EmergingSpots* emerging = arguments.hot_spots.emerging ? snapshot.emerging.value.get() : nullptr;
    if (emerging) tell_emerging(arguments, *emerging);
    if (arguments.json) print_json(arguments.study, *snapshot.hot_spots.value, emerging);
}

} // namespace

const Command kHotSpots{"hotspots", "Hot and cold spots: Gi* per cell or district with a false discovery rate",
                        "borderlens hotspots incidents.csv --from 2021 --cell 10km --radius 20km -o hotspots.geojson",
                        add_options, run};

} // namespace app
