#include "geo/layer/color_points.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>

#include "geo/analysis/radix_sort.hpp"
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

constexpr std::string_view kNoValue = "(none)";

std::string_view shown(std::string_view value) { return value.empty() ? kNoValue : value; }

/// Area grows with deaths: radius with their square root; one or none is the floor.
float radius_px(const IncidentTable& table, RowId row, bool size_by_deaths) {
    if (!size_by_deaths || table.deaths_best.empty()) return kBaseRadius_px;
    const double deaths = table.deaths_best[row];
    if (!(deaths > 1)) return kBaseRadius_px;
    return std::clamp(kBaseRadius_px * static_cast<float>(std::sqrt(deaths)) * 0.6f, kBaseRadius_px,
                      kLargestRadius_px);
}

bool is_vague(const IncidentTable& table, RowId row) {
    return table.support[row] != SupportKind::disc || double{table.uncertainty_m[row]} > kVague_m;
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
    for (std::size_t row = 0; row < column.size(); ++row) by_row.push_back(colors.at(shown(column[row])));
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

std::vector<LegendItem> legend_of(const IncidentTable& table, const Column& column,
                                  const std::vector<std::string>& ranked,
                                  std::span<const std::uint64_t> counts) {
    std::vector<LegendItem> legend;
    for (std::size_t i = 0; i < std::min(ranked.size(), kCategoryColors); ++i)
        legend.push_back({LegendItem::Symbol::disc, category_color(i),
                          category_in_words(table, column, ranked[i]) + " (" + grouped(counts[i]) + ")"});
    if (ranked.size() > kCategoryColors)
        legend.push_back({LegendItem::Symbol::disc, category_color(kCategoryColors),
                          "other (" + grouped(counts[kCategoryColors]) + ")"});
    return legend;
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
    for (RowId row : rows) ++counts[shown(column[row])];
    std::vector<CategoryCount> ranked;
    for (const auto& [value, count] : counts) ranked.push_back({std::string(value), count});
    std::sort(ranked.begin(), ranked.end(), [](const CategoryCount& a, const CategoryCount& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return ranked;
}

PointMarks point_marks(const IncidentTable& table, const std::string& color_by, bool size_by_deaths) {
    PointMarks marks;
    marks.sized_by_deaths = size_by_deaths && !table.deaths_best.empty();
    if (const Column* column = color_by.empty() ? nullptr : table.column(color_by)) {
        marks.color_by = column->name;
        for (CategoryCount& category : count_categories(*column, all_rows(table)))
            marks.values.push_back(std::move(category.value));
        marks.color = colors_of_rows(*column, marks.values);
    }
    marks.order = drawing_order(table, marks.sized_by_deaths);
    marks.place.reserve(table.size());
    for (RowId row = 0; row < table.size(); ++row)
        marks.place.push_back(mercator_from_lonlat(table.place(row)));
    return marks;
}

ColoredPoints color_points(const IncidentTable& table, const Selection& rows, const PointMarks& marks) {
    ColoredPoints result;
    result.sized_by_deaths = marks.sized_by_deaths;
    result.color_by = marks.color_by;
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
    const float shrink = crowding(located.size());
    std::vector<std::uint64_t> counts(kCategoryColors + 1);
    for (RowId row : marks.order) {
        if (passes[row] == 0) continue;
        const std::uint8_t color = marks.color.empty() ? std::uint8_t{0} : marks.color[row];
        points->places.push_back(marks.place[row]);
        points->color_index.push_back(color);
        points->radius_px.push_back(shrink * radius_px(table, row, marks.sized_by_deaths));
        points->hollow.push_back(is_vague(table, row) ? 1 : 0);
        points->row.push_back(row);
        ++counts[color];
        result.n_vague += points->hollow.back();
    }
    if (located.size() > kUnindexed)
        points->index =
            std::make_shared<const PointIndex>(points->places, points->color_index, points->hollow);
    result.geometry = points;
    result.middle_extent = middle_extent(table, located);
    if (!marks.color_by.empty())
        result.legend = legend_of(table, *table.column(marks.color_by), marks.values, counts);
    return result;
}

ColoredPoints color_points(const IncidentTable& table, const Selection& rows, const std::string& color_by,
                           bool size_by_deaths) {
    return color_points(table, rows, point_marks(table, color_by, size_by_deaths));
}

} // namespace geo
