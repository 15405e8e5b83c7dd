#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/report/page/html.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/before_after_text.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using geo::grouped;

std::string rate(double value) { return std::isnan(value) ? "" : geo::short_number(value); }

std::string district_rows(const geo::DistrictCounts& counts) {
    HtmlTable table({{"district"},
                     {"incidents", true},
                     {"95 % interval", true},
                     {"deaths, best", true},
                     {"per 1,000 km² and year", true},
                     {"per 100,000 residents and year", true}});
    const std::size_t n = std::min(kMostListed, counts.by_value.size());
    for (std::size_t i = 0; i < n; ++i) {
        const geo::DistrictCount& district = counts.districts[counts.by_value[i]];
        const geo::Interval interval = geo::incidents_interval(district);
        table.add({district.name, count_words(district.incidents),
                   fmt::format("{:.0f}–{:.0f}", interval.low, interval.high), count_words(district.deaths),
                   rate(geo::value_of(district, geo::DistrictMeasure::per_area)),
                   rate(geo::value_of(district, geo::DistrictMeasure::per_resident))});
    }
    return table.html("Districts, the highest first") +
           paragraph(first_of_words(n, counts.by_value.size(), "tables/districts.csv"));
}

std::vector<std::string> district_notes(const geo::DistrictCounts& counts, bool pinned) {
    std::vector<std::string> notes{
        fmt::format("{} incidents counted in {} districts, {}; rates are over {} years.",
                    count_words(counts.n_incidents), grouped(counts.districts.size()),
                    geo::window_in_words(counts.window), geo::short_number(counts.years))};
    if (counts.n_vague > 0)
        notes.push_back(fmt::format("{} are known to no single district and count {}.",
                                    count_words(counts.n_vague),
                                    pinned ? "where the file puts them" : "in none"));
    if (counts.n_outside > 0)
        notes.push_back(fmt::format("{} lie outside all districts.", count_words(counts.n_outside)));
    if (counts.n_unusable > 0)
        notes.push_back(fmt::format("{} have no place, or one of a precision that is of no use.",
                                    count_words(counts.n_unusable)));
    notes.emplace_back("A rate of a small or thinly settled district rests on few incidents: its interval "
                       "(exact, of a Poisson count) is wide.");
    return notes;
}

template <typename PlaceOf>
std::string change_rows(const std::vector<geo::RankedChange>& ranked, const char* caption,
                        PlaceOf&& change_of) {
    HtmlTable table(
        {{"where"}, {"before", true}, {"after", true}, {"ratio, 95 %"}, {"p", true}, {"q", true}});
    const std::size_t n = std::min(kMostListed, ranked.size());
    for (std::size_t i = 0; i < n; ++i) {
        const geo::Change& change = change_of(ranked[i].at);
        table.add({ranked[i].name, grouped(change.n.before), grouped(change.n.after),
                   geo::ratio_in_words(change.ratio), probability_words(change.p),
                   probability_words(change.q)});
    }
    return n == 0 ? "" : table.html(caption);
}

std::vector<std::string> change_notes(const geo::BeforeAfter& found) {
    std::vector<std::string> notes{fmt::format(
        "Before: {}, {} incidents. After: {}, {} incidents. Ratio {}.", geo::window_in_words(found.before),
        grouped(found.total.n.before), geo::window_in_words(found.after), grouped(found.total.n.after),
        geo::ratio_in_words(found.total.ratio))};
    if (found.n_straddling > 0)
        notes.push_back(fmt::format("{} incidents may be of either window and are in neither.",
                                    grouped(found.n_straddling)));
    if (found.n_left_out > 0)
        notes.push_back(
            fmt::format("{} incidents are in no cell: outside the area, without a place or of no use.",
                        grouped(found.n_left_out)));
    notes.emplace_back("The q is p under a false discovery rate over all places with incidents. That a place "
                       "changed after a "
                       "day does not say that the day is why.");
    return notes;
}

} // namespace

std::string districts_part(const PageContext& context) {
    if (!context.study.district_counts || !context.snapshot.district_counts.value) return "";
    const geo::DistrictCounts& counts = *context.snapshot.district_counts.value;
    return picture_part(context, "districts", "Districts coloured by their counts",
                        sentence(geo::in_words(context.study.district_counts->measure))) +
           district_rows(counts) + bullets(district_notes(counts, context.study.district_counts->pin_vague));
}

std::string change_part(const PageContext& context) {
    if (!context.study.before_after || !context.snapshot.before_after.value) return "";
    const geo::BeforeAfter& found = *context.snapshot.before_after.value;
    if (!found.fault.empty()) return paragraph("Nothing is compared: " + found.fault);
    std::string html = picture_part(context, "change", "Cells before and after the date",
                                    geo::before_after_in_words(*context.study.before_after) + ".");
    html += change_rows(found.ranked_cells, "Cells, the smallest p first",
                        [&](std::size_t at) -> const geo::Change& { return found.cells[at].change; });
    html += change_rows(found.ranked_districts, "Districts, the smallest p first",
                        [&](std::size_t at) -> const geo::Change& { return found.districts[at].change; });
    return html + bullets(change_notes(found));
}

} // namespace app
