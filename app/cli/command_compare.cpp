#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/before_after_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostTold = 10;

void add_options(CLI::App& command, Arguments& arguments) {
    add_input(command, arguments);
    add_output(command, arguments,
               "Cells with counts, ratio, p, q and class: polygons (.geojson, .gpkg ...), a table (.csv), a "
               "grid of the "
               "log ratio (.tif) or a picture (.png, .svg)",
               false);
    command
        .add_option("--district-table", arguments.district_table,
                    "The same by district, with --districts: .csv, .geojson, .gpkg ...")
        ->group("Output");
    add_before_after_options(command, arguments, OptionsOf::command);
    add_filter_options(command, arguments);
    add_border_options(command, arguments);
    add_map_options(command, arguments);
    add_role_options(command, arguments);
    add_terminal_options(command, arguments);
}

std::string counts_in_words(const geo::BeforeAfterCount& n) {
    return fmt::format("{} before, {} after", geo::grouped(n.before), geo::grouped(n.after));
}

void tell_classes(const Arguments& arguments, const geo::ChangeSummary& summary, const char* places) {
    const std::string drawn =
        summary.all_alike()
            ? "which differ by no more than chance: their ratios are drawn to no change"
            : fmt::format("ratios drawn to no change by {} incidents", geo::short_number(summary.likeness));
    tell(arguments, fmt::format("  {} {} with incidents ({}), {}", geo::grouped(summary.n_tested), places,
                                counts_in_words(summary.n), drawn));
    bool any = false;
    for (std::size_t i = 1; i < geo::kChangeClasses; ++i) {
        if (summary.n_by_class[i] == 0) continue;
        any = true;
        tell(arguments, fmt::format("    {:<14} {:>5} {}", geo::in_words(static_cast<geo::ChangeClass>(i)),
                                    geo::grouped(summary.n_by_class[i]), places));
    }
    if (!any) tell(arguments, "    none of them changed significantly");
}

void tell_place(const Arguments& arguments, const std::string& where, const geo::Change& change) {
    tell(arguments,
         fmt::format("    {:<34} {:>6} {:>6}  {:<22} q {:.2g}", where, geo::grouped(change.n.before),
                     geo::grouped(change.n.after), geo::ratio_in_words(change.ratio), change.q));
}

template <typename Place>
void tell_ranked(const Arguments& arguments, const std::vector<geo::RankedChange>& ranked,
                 const std::vector<Place>& places) {
    for (std::size_t i = 0; i < std::min(kMostTold, ranked.size()); ++i)
        tell_place(arguments, ranked[i].name, places[ranked[i].at].change);
}

void tell_places(const Arguments& arguments, const geo::Snapshot& snapshot, const geo::BeforeAfter& found) {
    if (!found.ranked_cells.empty()) tell(arguments, "  the smallest p first:");
    tell_ranked(arguments, found.ranked_cells, found.cells);
    if (!snapshot.districts.value) return;
    tell_classes(arguments, found.of_districts, "districts");
    tell_ranked(arguments, found.ranked_districts, found.districts);
}

void tell_limits(const Arguments& arguments, const geo::BeforeAfter& found) {
    if (found.n_straddling > 0)
        tell(arguments,
             fmt::format("  {} may be of either side by the precision of their date: counted in neither",
                         geo::grouped(found.n_straddling)));
    if (found.n_left_out > 0)
        tell(
            arguments,
            fmt::format("  {} are in no cell: outside the area, without a place, or of a precision of no use",
                        geo::grouped(found.n_left_out)));
    if (found.n_vague > 0)
        tell(arguments,
             fmt::format("  {} of a place vaguer than half a cell, counted where the file puts them; "
                         "--max-uncertainty leaves them out",
                         geo::grouped(found.n_vague)));
}

void tell_displacement(const Arguments& arguments, const geo::BeforeAfter& found) {
    if (!found.displacement) return;
    const geo::DisplacementDifference& wdd = *found.displacement;
    const geo::BeforeAfterSpec& spec = *arguments.study.before_after;
    tell(arguments,
         fmt::format(
             "  weighted displacement difference: {} ({}) against {} ({}): {:+.0f}, standard error {:.3f}, "
             "95 % {:.1f} to {:.1f}, p {:.2g}",
             spec.treated, counts_in_words(found.treated), spec.control, counts_in_words(found.control),
             wdd.difference, wdd.error, wdd.low, wdd.high, wdd.p));
}

void tell_found(const Arguments& arguments, const geo::Snapshot& snapshot, const geo::BeforeAfter& found) {
    tell(arguments, "Before and after: " + geo::before_after_in_words(*arguments.study.before_after));
    tell(arguments,
         fmt::format("  {} days each: {} against {}", geo::grouped(static_cast<std::uint64_t>(found.n_days)),
                     geo::window_in_words(found.before), geo::window_in_words(found.after)));
    tell(arguments, fmt::format("  all incidents: {}, ratio {}, p {:.2g}", counts_in_words(found.total.n),
                                geo::ratio_in_words(found.total.ratio), found.total.p));
    tell_classes(arguments, found.of_cells, "cells");
    tell_places(arguments, snapshot, found);
    tell_displacement(arguments, found);
    tell_limits(arguments, found);
}

void run(Arguments& arguments, TerminalProgress& progress) {
    arguments.study.before_after = arguments.before_after;
    geo::require_both_areas(arguments.before_after);
    add_outputs(arguments, geo::OutputSpec::What::change);
    if (!arguments.district_table.empty())
        add_output(arguments, {geo::OutputSpec::What::change_districts, arguments.district_table});
    arguments.study.map->show_incidents = false; // a picture of the change shows it
    if (!wants_picture(arguments)) arguments.study.map.reset();
    const geo::Snapshot snapshot = evaluate_and_tell(arguments, progress);
    const geo::BeforeAfter& found = *snapshot.before_after.value;
    geo::require_windows(found);
    write_all(arguments, snapshot, progress);
    tell_found(arguments, snapshot, found);
    if (arguments.json) fmt::print("{}", geo::before_after_as_json(arguments.study, snapshot));
}

} // namespace

const Command kCompare{
    "compare", "Before and after a date: change per cell and district with a false discovery rate",
    "borderlens compare incidents.csv --on 2020-02-29 --window 180d -o change.geojson", add_options, run};

} // namespace app
