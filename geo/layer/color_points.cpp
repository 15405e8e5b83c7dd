#include "geo/layer/color_points.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>

#include "geo/analysis/radix_sort.hpp"
#include "geo/core/calendar.hpp"
#include "geo/core/number_words.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/layer/point_index.hpp"

namespace geo {

namespace {

constexpr float kBaseRadius_px = 3.0f;
constexpr float kLargestRadius_px = 16.0f;
constexpr double kVague_m = 10000;
constexpr std::size_t kUnindexed = 20'000; ///< up to this many discs looking at all of them is no matter
constexpr double kUncrowded = 1500;        ///< up to this many discs need no thinning out

constexpr const char* kNoValue = "(none)";
constexpr std::size_t kMostColors = 256; // of an 8-bit index

/// Area grows with deaths: radius with their square root; one or none is the floor.
float radius_px(const IncidentTable& table, RowId row, bool size_by_deaths) {
    if (!size_by_deaths || table.deaths_best.empty()) return kBaseRadius_px;
    const double deaths = table.deaths_best[row];
    if (!(deaths > 1)) return kBaseRadius_px;
    return std::clamp(kBaseRadius_px * static_cast<float>(std::sqrt(deaths)) * 0.6f, kBaseRadius_px,
                      kLargestRadius_px);
}

/// Discs shrink gently with their number, so that many still show where they are dense.
float crowding(std::size_t n) {
    return static_cast<float>(std::clamp(std::pow(kUncrowded / static_cast<double>(n + 1), 0.25), 0.5, 1.0));
}

/// The values at `cut` from either end if they were sorted. A histogram finds where to look, so that all but
/// a few are read only twice.
std::pair<double, double> trimmed_range(const std::vector<double>& degrees, const Selection& rows,
                                        std::size_t cut) {
    constexpr std::size_t kBins = 4096;
    const auto by_value = [&](RowId a, RowId b) { return degrees[a] < degrees[b]; };
    const auto [least, most] = std::minmax_element(rows.begin(), rows.end(), by_value);
    const double low = degrees[*least], high = degrees[*most];
    if (!(low < high)) return {low, high};
    const double per_degree = static_cast<double>(kBins) / (high - low);
    const auto bin_of = [&](RowId row) {
        return std::min(kBins - 1, static_cast<std::size_t>((degrees[row] - low) * per_degree));
    };
    std::vector<std::size_t> counts(kBins);
    for (RowId row : rows) ++counts[bin_of(row)];
    const auto at = [&](std::size_t rank) {
        std::size_t bin = 0;
        while (rank >= counts[bin]) rank -= counts[bin++];
        std::vector<double> values;
        for (RowId row : rows)
            if (bin_of(row) == bin) values.push_back(degrees[row]);
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end());
        return values[rank];
    };
    return {at(cut), at(rows.size() - 1 - cut)};
}

/// From the 1st to the 99th percentile of longitudes and of latitudes.
LonLatBox middle_extent(const IncidentTable& table, const Selection& located) {
    LonLatBox box;
    if (located.empty()) return box;
    const auto [west, east] = trimmed_range(table.lon_deg, located, located.size() / 100);
    const auto [south, north] = trimmed_range(table.lat_deg, located, located.size() / 100);
    return {west, south, east, north};
}

Selection all_rows(const IncidentTable& table) {
    Selection rows(table.size());
    std::iota(rows.begin(), rows.end(), RowId{0});
    return rows;
}

std::vector<std::uint8_t> colors_of_rows(const Column& column, const std::vector<std::string>& ranked) {
    std::unordered_map<std::string_view, std::uint8_t> colors;
    for (std::size_t i = 0; i < ranked.size(); ++i)
        colors.emplace(ranked[i], static_cast<std::uint8_t>(std::min(i, kCategoryColors)));
    std::vector<std::uint8_t> by_row;
    by_row.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) by_row.push_back(colors.at(column[row]));
    return by_row;
}

/// Located rows, those with larger discs first; of equal ones the earlier row.
std::vector<std::uint32_t> drawing_order(const IncidentTable& table, bool sized_by_deaths) {
    std::vector<std::uint64_t> keyed;
    keyed.reserve(table.size());
    for (RowId row = 0; row < table.size(); ++row) {
        if (!table.located(row)) continue;
        // Positive floats are in the order of their bits.
        const std::uint32_t key = ~std::bit_cast<std::uint32_t>(radius_px(table, row, sized_by_deaths));
        keyed.push_back(std::uint64_t{key} << 32 | row);
    }
    if (sized_by_deaths) sort_by_upper_key(keyed);
    return {keyed.begin(), keyed.end()}; // the lower halves
}

std::vector<LegendItem> legend_of_values(const IncidentTable& table, const PointMarks& marks,
                                         std::span<const std::uint64_t> counts) {
    const Column& column = *table.column(marks.color_by);
    const std::size_t n_own = std::min(marks.values.size(), kCategoryColors);
    std::vector<LegendItem> legend;
    const auto add = [&](std::size_t color, const std::string& words, LegendValue value) {
        value.n_shown = counts[color];
        legend.push_back({LegendItem::Symbol::disc, category_color(color),
                          words + " (" + grouped(counts[color]) + ")", std::move(value)});
    };
    for (std::size_t i = 0; i < n_own; ++i) {
        const std::string& value = marks.values[i];
        add(i, value.empty() ? kNoValue : category_in_words(table, column, value),
            {value, false, 0, marks.n_of_value[i]});
    }
    if (marks.values.size() == n_own) return legend;
    const auto others = marks.n_of_value.begin() + static_cast<std::ptrdiff_t>(n_own);
    add(kCategoryColors, "other",
        {"", true, 0, std::accumulate(others, marks.n_of_value.end(), std::uint64_t{0})});
    return legend;
}

/// Undated incidents, where the file has any.
std::vector<LegendItem> legend_of_dates(const PointMarks& marks, std::uint64_t n_undated) {
    if (marks.n_undated == 0) return {};
    return {{LegendItem::Symbol::disc, date_colors().back(), "no date (" + grouped(n_undated) + ")"}};
}

bool day_is_known(const IncidentTable& table, RowId row) {
    return table.date_precision.empty() || table.date_precision[row] < DatePrecision::month;
}

/// The first day that the incident may have happened on.
Day earliest_day(const IncidentTable& table, RowId row) {
    const Day day = day_from_number(table.first_day[row]);
    if (day_is_known(table, row) || table.last_day[row] > table.first_day[row]) return day;
    const bool month = table.date_precision[row] == DatePrecision::month;
    return unit_start(day, month ? CalendarUnit::month : CalendarUnit::year);
}

/// What a disc looks like beside its colour.
void place_marks(const IncidentTable& table, bool size_by_deaths, PointMarks& marks) {
    marks.sized_by_deaths = size_by_deaths && !table.deaths_best.empty();
    marks.order = drawing_order(table, marks.sized_by_deaths);
    marks.place.reserve(table.size());
    for (RowId row = 0; row < table.size(); ++row)
        marks.place.push_back(mercator_from_lonlat(table.place(row)));
}

} // namespace

std::string category_in_words(const IncidentTable& table, const Column& column, const std::string& value) {
    if (table.origin.schema.kind != SchemaKind::ucdp_ged || column.name != "type_of_violence") return value;
    if (value == "1") return "state-based conflict";
    if (value == "2") return "non-state conflict";
    return value == "3" ? "one-sided violence" : value;
}

std::vector<CategoryCount> count_categories(const Column& column, const Selection& rows) {
    std::unordered_map<std::string_view, std::uint64_t> counts;
    for (RowId row : rows) ++counts[column[row]];
    std::vector<CategoryCount> ranked;
    ranked.reserve(counts.size());
    for (const auto& [value, count] : counts) ranked.push_back({std::string(value), count});
    std::sort(ranked.begin(), ranked.end(), [](const CategoryCount& a, const CategoryCount& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return ranked;
}

PointMarks point_marks(const IncidentTable& table, const std::string& color_by, bool size_by_deaths) {
    PointMarks marks;
    place_marks(table, size_by_deaths, marks);
    if (const Column* column = color_by.empty() ? nullptr : table.column(color_by)) {
        marks.color_by = column->name;
        for (CategoryCount& category : count_categories(*column, all_rows(table))) {
            marks.values.push_back(std::move(category.value));
            marks.n_of_value.push_back(category.count);
        }
        marks.color = colors_of_rows(*column, marks.values);
    }
    return marks;
}

bool is_vague(const LocationSupports& supports, RowId row) {
    return supports.kind[row] != SupportKind::disc || double{supports.uncertainty_m[row]} > kVague_m;
}

DateSteps date_steps(const IncidentTable& table) {
    DateSteps result;
    result.step.assign(table.size(), DateScale::kSteps); // that of no date
    std::vector<Day> days(table.size());
    for (RowId row = 0; row < table.size(); ++row) {
        if (table.first_day[row] == kNoDay) {
            ++result.n_undated;
            continue;
        }
        const Day day = days[row] = earliest_day(table, row);
        if (!result.dates) result.dates = DateScale{day, day, 0};
        result.dates->first = std::min(result.dates->first, day);
        result.dates->last = std::max(result.dates->last, day);
        result.dates->n_month_or_year += day_is_known(table, row) ? 0 : 1;
    }
    for (RowId row = 0; row < table.size(); ++row)
        if (table.first_day[row] != kNoDay) result.step[row] = result.dates->step_of(days[row]);
    return result;
}

PointMarks point_marks_by_date(const IncidentTable& table, bool size_by_deaths) {
    PointMarks marks;
    place_marks(table, size_by_deaths, marks);
    marks.by_date = true;
    DateSteps steps = date_steps(table);
    marks.dates = steps.dates;
    marks.n_undated = steps.n_undated;
    marks.color = std::move(steps.step);
    return marks;
}

ColoredPoints color_points(const IncidentTable& table, const LocationSupports& supports, const Selection& rows,
                           const PointMarks& marks) {
    ColoredPoints result;
    result.sized_by_deaths = marks.sized_by_deaths;
    result.color_by = marks.color_by;
    result.by_date = marks.by_date;
    result.dates = marks.dates;
    std::vector<std::uint8_t> passes(table.size(), 0);
    Selection located; // in the order of the table
    for (RowId row : rows) {
        if (!table.located(row)) continue;
        passes[row] = 1;
        located.push_back(row);
    }
    auto points = std::make_shared<PointGeometry>();
    points->places.reserve(located.size());
    points->color_index.reserve(located.size());
    points->radius_px.reserve(located.size());
    points->hollow.reserve(located.size());
    points->row.reserve(located.size());
    points->graded = marks.by_date;
    const float shrink = crowding(located.size());
    std::vector<std::uint64_t> counts(kMostColors);
    for (RowId row : marks.order) {
        if (passes[row] == 0) continue;
        const std::uint8_t color = marks.color.empty() ? std::uint8_t{0} : marks.color[row];
        points->places.push_back(marks.place[row]);
        points->color_index.push_back(color);
        points->radius_px.push_back(shrink * radius_px(table, row, marks.sized_by_deaths));
        points->hollow.push_back(is_vague(supports, row) ? 1 : 0);
        points->row.push_back(row);
        ++counts[color];
        result.n_vague += points->hollow.back();
    }
    if (located.size() > kUnindexed)
        points->index =
            std::make_shared<const PointIndex>(points->places, points->color_index, points->hollow);
    result.geometry = points;
    result.middle_extent = middle_extent(table, located);
    if (!marks.color_by.empty()) result.legend = legend_of_values(table, marks, counts);
    if (marks.by_date) result.legend = legend_of_dates(marks, counts[DateScale::kSteps]);
    return result;
}

ColoredPoints color_points(const IncidentTable& table, const LocationSupports& supports, const Selection& rows,
                           const std::string& color_by, bool size_by_deaths) {
    return color_points(table, supports, rows, point_marks(table, color_by, size_by_deaths));
}

} // namespace geo
