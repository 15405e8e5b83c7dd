#include "geo/study/before_after.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/false_discovery.hpp"
#include "geo/analysis/probability.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/geometry/cell_cover.hpp"
#include "geo/layer/map_paths.hpp"
#include "geo/study/day_counts.hpp"
#include "geo/study/near_words.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

using std::chrono::days;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kLongestDefault = 365;

enum class Side : std::uint8_t { outside, before, after, straddling };

/// Which window the incident belongs to: that of the day it begins on, unless its possible days lie on both
/// sides.
Side side_of(const IncidentTable& table, RowId row, const BeforeAfter& found) {
    const Day first = day_from_number(table.first_day[row]);
    const bool before = found.before.contains(first), after = found.after.contains(first);
    const DaySpan possible = days_possible(table, row);
    const Day date = found.after.first;
    if (day_from_number(possible.first) < date && day_from_number(possible.last) >= date) {
        const bool reaches = day_from_number(possible.last) >= found.before.first &&
                             day_from_number(possible.first) < found.after.last;
        return reaches ? Side::straddling : Side::outside;
    }
    return before ? Side::before : after ? Side::after : Side::outside;
}

void add(Change& change, Side side) {
    change.n.before += side == Side::before;
    change.n.after += side == Side::after;
    change.n_straddling += side == Side::straddling;
}

ChangeClass class_of(double log_ratio, double q) {
    if (!(q <= 0.10) || log_ratio == 0) return ChangeClass::none;
    const bool more = log_ratio > 0;
    if (q <= 0.01) return more ? ChangeClass::more99 : ChangeClass::fewer99;
    if (q <= 0.05) return more ? ChangeClass::more95 : ChangeClass::fewer95;
    return more ? ChangeClass::more90 : ChangeClass::fewer90;
}

/// The share after the date in all of these places where a change like theirs is no news; half where no
/// change is, and where all of them lie on one side.
double asked_share(const std::vector<Change*>& changes, bool relative) {
    if (!relative) return 0.5;
    double before = 0, after = 0;
    for (const Change* change : changes) before += change->n.before, after += change->n.after;
    return before > 0 && after > 0 ? after / (before + after) : 0.5;
}

/// Tests of places together.
ChangeSummary finish(const std::vector<Change*>& changes, int n_days, bool relative) {
    ChangeSummary summary;
    summary.share = asked_share(changes, relative);
    std::vector<BeforeAfterCount> counts;
    std::vector<double> p;
    for (Change* change : changes) {
        change->ratio = rate_ratio(change->n.after, n_days, change->n.before, n_days);
        const std::uint32_t n = change->n.after + change->n.before;
        change->p = n > 0 ? binomial_test_p(change->n.after, n, summary.share) : kNaN;
        counts.push_back(change->n);
        p.push_back(change->p);
        summary.n_tested += n > 0;
        summary.n.before += change->n.before;
        summary.n.after += change->n.after;
    }
    summary.likeness = likeness_of_shares(counts, summary.share);
    const std::vector<double> q = benjamini_hochberg(p);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        changes[i]->q = q[i];
        changes[i]->log_ratio = shrunk_log_ratio(changes[i]->n, summary.share, summary.likeness);
        changes[i]->change_class = class_of(changes[i]->log_ratio, q[i]);
        if (changes[i]->counts()) ++summary.n_by_class[static_cast<std::size_t>(changes[i]->change_class)];
    }
    return summary;
}

void add_cells(const CellCover& cover, BeforeAfter& found) {
    found.layout = cover.layout;
    found.crs = cover.crs;
    for (std::size_t at = 0; at < cover.layout.size(); ++at) {
        if (cover.cover[at] == static_cast<std::uint8_t>(Cover::none)) continue;
        ChangeCell cell;
        cell.column = static_cast<std::uint32_t>(at % cover.layout.n_columns);
        cell.row = static_cast<std::uint32_t>(at / cover.layout.n_columns);
        cell.clipped = cover.cover[at] == static_cast<std::uint8_t>(Cover::part);
        found.cells.push_back(cell);
    }
}

/// Index into found.cells by cell of the layout, -1 outside the area.
std::vector<std::int32_t> cells_by_place(const BeforeAfter& found) {
    std::vector<std::int32_t> index(found.layout.size(), -1);
    for (std::size_t i = 0; i < found.cells.size(); ++i)
        index[std::size_t{found.cells[i].row} * found.layout.n_columns + found.cells[i].column] =
            static_cast<std::int32_t>(i);
    return index;
}

void count_cells(const Selected& selected, const LocationSupports& supports, const LocalPlaces& local,
                 const RowFlags& in_area, const std::vector<Side>& sides, BeforeAfter& found) {
    const std::vector<std::int32_t> index = cells_by_place(found);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (sides[i] == Side::outside) continue;
        const RowId row = selected.rows[i];
        const bool usable = !std::isnan(local.x_m[row]) && supports.usable(row);
        const bool inside = usable && (in_area.passes.empty() || in_area.passes[row] != 0);
        const auto at = inside ? found.layout.cell_of({local.x_m[row], local.y_m[row]}) : std::nullopt;
        if (!at || index[*at] < 0) {
            ++found.n_left_out;
            continue;
        }
        ChangeCell& cell = found.cells[static_cast<std::size_t>(index[*at])];
        add(cell.change, sides[i]);
        if (sides[i] == Side::straddling || !(double{supports.uncertainty_m[row]} > found.layout.cell_m / 2))
            continue;
        ++cell.n_vague;
        ++found.n_vague;
    }
}

void count_districts(const Selected& selected, const LocationSupports& supports,
                     const BeforeAfterPlaces& places, const std::vector<Side>& sides, BeforeAfter& found) {
    std::vector<Change> changes(places.districts->areas.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (sides[i] == Side::outside) continue;
        const RowId row = selected.rows[i];
        const std::int32_t area = places.district_of_row->area[row];
        if (area < 0 || !supports.usable(row))
            ++found.n_no_district;
        else
            add(changes[static_cast<std::size_t>(area)], sides[i]);
    }
    for (std::size_t area = 0; area < changes.size(); ++area)
        if (changes[area].counts() || changes[area].n_straddling > 0)
            found.districts.push_back({area, places.districts->areas[area].name, changes[area]});
}

void count_displacement(const Selected& selected, const BeforeAfterPlaces& places,
                        const std::vector<Side>& sides, BeforeAfter& found) {
    Change treated, control;
    std::uint64_t n_both = 0;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const RowId row = selected.rows[i];
        const bool in_treated = places.treated->passes[row] != 0,
                   in_control = places.control->passes[row] != 0;
        n_both += in_treated && in_control;
        if (in_treated) add(treated, sides[i]);
        if (in_control) add(control, sides[i]);
    }
    if (n_both > 0) {
        found.fault =
            "the treated and the control area overlap: " + grouped(n_both) + " incidents lie in both";
        return;
    }
    found.treated = treated.n;
    found.control = control.n;
    found.displacement = displacement_difference(treated.n, control.n);
}

/// Indices of the places with incidents, the smallest p first.
template <typename Place>
std::vector<std::size_t> by_p(const std::vector<Place>& places) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i].change.counts()) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return places[a].change.p < places[b].change.p; });
    order.resize(std::min(order.size(), kMostRanked));
    return order;
}

void rank_cells(const std::vector<ReferencePlace>& names, BeforeAfter& found) {
    const Transformer transformer({found.crs, "", true});
    for (const std::size_t at : by_p(found.cells)) {
        const ChangeCell& cell = found.cells[at];
        LonLatBox box;
        for (const Local corner : found.layout.corners(cell.column, cell.row))
            box.add(transformer.lonlat_from_local(corner));
        const LonLat centre = transformer.lonlat_from_local(found.layout.centre(cell.column, cell.row));
        found.ranked_cells.push_back({at, near_in_words(centre, names), box});
    }
}

void rank_districts(const AreaSet& districts, BeforeAfter& found) {
    for (const std::size_t at : by_p(found.districts)) {
        LonLatBox box;
        for (const Polygon& polygon : districts.areas[found.districts[at].area].polygons)
            for (const LonLat place : polygon.exterior) box.add(place);
        found.ranked_districts.push_back({at, found.districts[at].name, box});
    }
}

void make_geometry(BeforeAfter& found) {
    std::array<std::shared_ptr<AreaGeometry>, kChangeColors> fills;
    std::shared_ptr<LineGeometry> outlines;
    const Transformer transformer({found.crs, "", true});
    for (const ChangeCell& cell : found.cells) {
        if (!cell.change.counts()) continue;
        MercatorPath path = path_from(ring_of_cell(found.layout, cell.column, cell.row, transformer));
        if (cell.change.q <= 0.05) {
            if (!outlines) outlines = std::make_shared<LineGeometry>();
            outlines->paths.push_back(path);
            ++found.n_outlined;
        }
        const std::size_t color = change_color(cell.change.log_ratio);
        if (!fills[color]) fills[color] = std::make_shared<AreaGeometry>();
        fills[color]->polygons.push_back({std::move(path)});
        ++found.n_by_color[color];
    }
    for (std::size_t i = 0; i < kChangeColors; ++i) found.fills[i] = std::move(fills[i]);
    found.outlines = std::move(outlines);
}

std::vector<Side> sides_of(const IncidentTable& table, const Selected& selected, BeforeAfter& found) {
    std::vector<Side> sides(selected.rows.size(), Side::outside);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const RowId row = selected.rows[i];
        if (table.first_day[row] == kNoDay) {
            ++found.n_undated;
            continue;
        }
        sides[i] = side_of(table, row, found);
        add(found.total, sides[i]);
    }
    found.n_straddling = found.total.n_straddling;
    return sides;
}

void finish_total(BeforeAfter& found) {
    Change& total = found.total;
    total.ratio = rate_ratio(total.n.after, found.n_days, total.n.before, found.n_days);
    total.p = total.q = total.ratio.p;
    total.log_ratio = std::log(total.ratio.ratio);
}

} // namespace

const char* name_of(ChangeClass change) {
    constexpr std::array<const char*, kChangeClasses> kNames{"none",     "more_90",  "more_95", "more_99",
                                                             "fewer_90", "fewer_95", "fewer_99"};
    return kNames[static_cast<std::size_t>(change)];
}

const char* in_words(ChangeClass change) {
    constexpr std::array<const char*, kChangeClasses> kWords{"not significant", "more, 90 %",  "more, 95 %",
                                                             "more, 99 %",      "fewer, 90 %", "fewer, 95 %",
                                                             "fewer, 99 %"};
    return kWords[static_cast<std::size_t>(change)];
}

std::size_t change_color(double log_ratio) {
    const auto* const above = std::upper_bound(kChangeEdges.begin(), kChangeEdges.end(), std::exp(log_ratio));
    return static_cast<std::size_t>(above - kChangeEdges.begin());
}

BeforeAfter windows_around(const IncidentTable& table, const Filter& filter, const BeforeAfterSpec& spec) {
    BeforeAfter found;
    const auto file = table.period();
    if (!file) {
        found.fault = "no incident of the file has a date";
        return found;
    }
    DayWindow known = *file;
    if (filter.from) known.first = std::max(known.first, *filter.from);
    if (filter.to) known.last = std::min(known.last, *filter.to + days{1});
    const int n_before = static_cast<int>((spec.date - known.first).count());
    const int n_after = static_cast<int>((known.last - spec.date).count());
    const int most = std::min(n_before, n_after);
    const std::string date = iso_from_day(spec.date);
    if (most < 1) {
        found.fault = "there are no days on both sides of " + date + ": the file and the time limits cover " +
                      window_in_words(known);
        return found;
    }
    if (spec.window_days && *spec.window_days > most) {
        found.fault = "a window of " + std::to_string(*spec.window_days) +
                      " days does not fit on both sides of " + date +
                      ": the file and the time limits cover " + window_in_words(known) + ", so at most " +
                      std::to_string(most) + " do";
        return found;
    }
    found.n_days = spec.window_days.value_or(std::min(most, kLongestDefault));
    found.before = {spec.date - days{found.n_days}, spec.date};
    found.after = {spec.date, spec.date + days{found.n_days}};
    return found;
}

BeforeAfter compare_before_after(const IncidentTable& table, const LocationSupports& supports,
                                 const Selected& selected, const Filter& filter, const LocalPlaces& local,
                                 const CellCover& cover, const BeforeAfterPlaces& places,
                                 const BeforeAfterSpec& spec) {
    BeforeAfter found = windows_around(table, filter, spec);
    if (!found.fault.empty()) return found;
    const std::vector<Side> sides = sides_of(table, selected, found);
    finish_total(found);
    if (spec.relative && (found.total.n.before == 0 || found.total.n.after == 0)) {
        found.fault =
            "a change relative to the whole needs incidents on both sides of " + iso_from_day(spec.date);
        return found;
    }
    add_cells(cover, found);
    count_cells(selected, supports, local, *places.in_area, sides, found);
    std::vector<Change*> changes;
    for (ChangeCell& cell : found.cells) changes.push_back(&cell.change);
    found.of_cells = finish(changes, found.n_days, spec.relative);
    make_geometry(found);
    rank_cells(*places.names, found);
    if (places.districts && places.district_of_row) {
        count_districts(selected, supports, places, sides, found);
        changes.clear();
        for (ChangedDistrict& district : found.districts) changes.push_back(&district.change);
        found.of_districts = finish(changes, found.n_days, spec.relative);
        rank_districts(*places.districts, found);
    }
    if (places.treated && places.control) count_displacement(selected, places, sides, found);
    return found;
}

void require_both_areas(const BeforeAfterSpec& spec) {
    if (spec.treated.empty() == spec.control.empty()) return;
    throw Error(ErrorKind::Argument, spec.treated.empty()
                                         ? "--control needs --treated: the area that it is compared with"
                                         : "--treated needs --control: the area to compare it with");
}

void require_windows(const BeforeAfter& found) {
    if (!found.fault.empty()) throw Error(ErrorKind::Argument, found.fault);
}

} // namespace geo
