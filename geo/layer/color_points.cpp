#include "geo/layer/color_points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "geo/core/number_words.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/layer/color_scale.hpp"

namespace geo {

namespace {

constexpr float kBaseRadius_px = 3.0f;
constexpr float kLargestRadius_px = 16.0f;
constexpr double kVague_m = 10000;
constexpr double kUncrowded = 1500; ///< up to this many discs need no thinning out

constexpr std::string_view kNoValue = "(none)";

std::string_view shown(std::string_view value) { return value.empty() ? kNoValue : value; }

/// Area grows with deaths: radius with their square root; one or none is the floor.
float radius_px(const IncidentTable& table, RowId row, bool size_by_deaths) {
    if (!size_by_deaths || table.deaths_best.empty()) return kBaseRadius_px;
    const double deaths = table.deaths_best[row];
    if (!(deaths > 1)) return kBaseRadius_px;
    return std::clamp(kBaseRadius_px * static_cast<float>(std::sqrt(deaths)) * 0.6f, kBaseRadius_px, kLargestRadius_px);
}

bool is_vague(const IncidentTable& table, RowId row) {
    return table.support[row] != SupportKind::disc || double{table.uncertainty_m[row]} > kVague_m;
}

/// Discs shrink gently with their number, so that many still show where they are dense.
float crowding(std::size_t n) {
    return static_cast<float>(std::clamp(std::pow(kUncrowded / static_cast<double>(n + 1), 0.25), 0.5, 1.0));
}

/// From the 1st to the 99th percentile of longitudes and of latitudes.
LonLatBox middle_extent(const IncidentTable& table, const Selection& located) {
    LonLatBox box;
    if (located.empty()) return box;
    const auto range = [&](const std::vector<double>& degrees) {
        std::vector<double> values;
        for (RowId row : located) values.push_back(degrees[row]);
        const auto at = [&](std::size_t index) {
            std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(index), values.end());
            return values[index];
        };
        const std::size_t cut = values.size() / 100;
        const double low = at(cut);
        return std::pair{low, at(values.size() - 1 - cut)};
    };
    const auto [west, east] = range(table.lon_deg);
    const auto [south, north] = range(table.lat_deg);
    return {west, south, east, north};
}

Selection all_rows(const IncidentTable& table) {
    Selection rows(table.size());
    std::iota(rows.begin(), rows.end(), RowId{0});
    return rows;
}

/// Which colour each value of the column has.
std::unordered_map<std::string_view, std::uint8_t> colors_of(const std::vector<CategoryCount>& ranked) {
    std::unordered_map<std::string_view, std::uint8_t> colors;
    for (std::size_t i = 0; i < ranked.size(); ++i)
        colors.emplace(ranked[i].value, static_cast<std::uint8_t>(std::min(i, kCategoryColors)));
    return colors;
}

std::vector<LegendItem> legend_of(const IncidentTable& table, const Column& column,
                                  const std::vector<CategoryCount>& ranked, std::span<const std::uint64_t> counts) {
    std::vector<LegendItem> legend;
    for (std::size_t i = 0; i < std::min(ranked.size(), kCategoryColors); ++i)
        legend.push_back({LegendItem::Symbol::disc, category_color(i),
                          category_in_words(table, column, ranked[i].value) + " (" + grouped(counts[i]) + ")"});
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

ColoredPoints color_points(const IncidentTable& table, const Selection& rows, const std::string& color_by,
                           bool size_by_deaths) {
    ColoredPoints result;
    result.sized_by_deaths = size_by_deaths && !table.deaths_best.empty();
    const Column* column = color_by.empty() ? nullptr : table.column(color_by);
    const std::vector<CategoryCount> ranked =
        column ? count_categories(*column, all_rows(table)) : std::vector<CategoryCount>{};
    const auto colors = colors_of(ranked);
    if (column) result.color_by = column->name;

    Selection located;
    for (RowId row : rows)
        if (table.located(row)) located.push_back(row);
    if (result.sized_by_deaths)
        std::stable_sort(located.begin(), located.end(),
                         [&](RowId a, RowId b) { return radius_px(table, a, true) > radius_px(table, b, true); });

    auto points = std::make_shared<PointGeometry>();
    const float shrink = crowding(located.size());
    std::vector<std::uint64_t> counts(kCategoryColors + 1);
    for (RowId row : located) {
        const std::uint8_t color = column ? colors.at(shown((*column)[row])) : std::uint8_t{0};
        points->places.push_back(mercator_from_lonlat(table.place(row)));
        points->color_index.push_back(color);
        points->radius_px.push_back(shrink * radius_px(table, row, size_by_deaths));
        points->hollow.push_back(is_vague(table, row) ? 1 : 0);
        points->row.push_back(row);
        ++counts[color];
        result.n_vague += points->hollow.back();
    }
    result.geometry = points;
    result.middle_extent = middle_extent(table, located);
    if (column) result.legend = legend_of(table, *column, ranked, counts);
    return result;
}

} // namespace geo
