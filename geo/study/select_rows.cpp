#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/study/stages.hpp"

namespace geo {

namespace {

/// The days that the time limits leave, last not included.
DayWindow window_in_time(const Filter& filter) {
    return {filter.from.value_or(day_from_number(kNoDay + 1)),
            filter.to ? *filter.to + std::chrono::days{1}
                      : day_from_number(std::numeric_limits<DayNumber>::max())};
}

/// The slice of the table that they leave: of one that is sorted by day it is all that passes.
std::pair<RowId, RowId> rows_in_time(const IncidentTable& table, const Filter& filter) {
    if ((!filter.from && !filter.to) || !table.by_day) return {0, static_cast<RowId>(table.size())};
    return table.rows_within(window_in_time(filter));
}

bool passes_time(const IncidentTable& table, const Filter& filter, RowId row) {
    if (table.by_day || (!filter.from && !filter.to)) return true;
    const DayNumber day = table.first_day[row];
    return day != kNoDay && window_in_time(filter).contains(day_from_number(day));
}

bool passes_place(const IncidentTable& table, const Filter& filter, RowId row) {
    return !filter.bbox || (table.located(row) && filter.bbox->contains(table.place(row)));
}

bool passes_uncertainty(const LocationSupports& supports, const Filter& filter, RowId row) {
    // NaN (not stated) compares false: a place of unknown vagueness does not pass a limit on it.
    return !filter.max_uncertainty || double{supports.uncertainty_m[row]} <= filter.max_uncertainty->value;
}

bool passes_distance(const Filter& filter, const Proximity* proximity, RowId row) {
    return !filter.within || (proximity && proximity->distance_m[row] <= filter.within->value);
}

DayWindow window_of(const IncidentTable& table, const Filter& filter, const Selection& rows) {
    DayNumber first = std::numeric_limits<DayNumber>::max();
    DayNumber last = kNoDay;
    for (RowId row : rows) {
        if (table.first_day[row] == kNoDay) continue;
        first = std::min(first, table.first_day[row]);
        last = std::max(last, table.first_day[row]);
    }
    DayWindow window;
    if (last != kNoDay) window = {day_from_number(first), day_from_number(last) + std::chrono::days{1}};
    if (filter.from) window.first = *filter.from;
    if (filter.to) window.last = *filter.to + std::chrono::days{1};
    if (window.last < window.first) window.last = window.first;
    return window;
}

} // namespace

Selected select_rows(const IncidentTable& table, const LocationSupports& supports, const Filter& filter,
                     const RowFlags* in_area, const RowFlags* in_polygon, const RowFlags* by_where, const Proximity* proximity) {
    Selected selected;
    const auto [first, last] = rows_in_time(table, filter);
    for (RowId row = first; row < last; ++row) {
        if (!passes_time(table, filter, row)) continue;
        if (by_where && !by_where->passes[row]) continue;
        if (in_polygon && !in_polygon->passes[row]) continue;
        if (!passes_place(table, filter, row) || !passes_uncertainty(supports, filter, row) ||
            !passes_distance(filter, proximity, row))
            continue;
        selected.beyond_area.push_back(row);
        if (in_area && !in_area->passes[row]) continue;
        selected.rows.push_back(row);
        if (!table.located(row)) ++selected.unlocated;
    }
    selected.n = selected.rows.size();
    selected.window = window_of(table, filter, selected.beyond_area);
    if (filter.to)
        for (RowId row : selected.rows)
            if (table.last_day[row] > number_from_day(*filter.to)) ++selected.n_reaching_past_window;
    return selected;
}

BandTable count_bands(const IncidentTable& table, const std::vector<float>& uncertainty_m, const Selection& rows,
                      const Proximity& proximity, const ProximitySpec& spec) {
    BandTable result;
    result.has_deaths = !table.deaths_best.empty();
    const std::vector<double>& edges = spec.band_edges_m;
    for (std::size_t i = 0; i < edges.size(); ++i)
        result.bands.push_back(
            {edges[i], i + 1 < edges.size() ? edges[i + 1] : std::numeric_limits<double>::infinity(), 0, 0, 0});
    for (RowId row : rows) {
        const double distance = proximity.distance_m[row];
        if (std::isnan(distance)) {
            ++result.unlocated;
            continue;
        }
        ++result.total;
        const auto above = std::upper_bound(edges.begin(), edges.end(), distance); // half-open: [from, to)
        if (above == edges.begin()) continue;                                      // nearer than the first edge
        Band& band = result.bands[static_cast<std::size_t>(above - edges.begin()) - 1];
        ++band.count;
        if (result.has_deaths && !std::isnan(table.deaths_best[row])) band.deaths += table.deaths_best[row];
        if (double{uncertainty_m[row]} > band.to_m - band.from_m) ++band.vaguer;
    }
    return result;
}

} // namespace geo
