#include "app/render/point_aggregate.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/render/detail_levels.hpp"

namespace app {

namespace {

constexpr std::size_t kColors = 8; ///< the palette; higher indices share the last
constexpr float kLeastRadius = 1.2F;

struct Cell {
    double sum_x = 0, sum_y = 0;
    std::uint32_t count = 0, n_hollow = 0, first_row = 0;
    std::array<std::uint32_t, kColors> by_color{};
};

struct CellGrid {
    std::int64_t first_column, first_row;
    std::size_t n_columns, n_rows;
    double cell_m;
    std::vector<Cell> cells;

    CellGrid(const MercatorBox& seen, double cell) : cell_m(cell) {
        first_column = static_cast<std::int64_t>(std::floor(seen.low.x_m / cell));
        first_row = static_cast<std::int64_t>(std::floor(seen.low.y_m / cell));
        n_columns =
            static_cast<std::size_t>(std::floor(seen.high.x_m / cell) - static_cast<double>(first_column)) +
            1;
        n_rows =
            static_cast<std::size_t>(std::floor(seen.high.y_m / cell) - static_cast<double>(first_row)) + 1;
        cells.resize(n_columns * n_rows);
    }
    Cell& at(geo::Mercator p) {
        const auto column = static_cast<std::int64_t>(std::floor(p.x_m / cell_m)) - first_column;
        const auto row = static_cast<std::int64_t>(std::floor(p.y_m / cell_m)) - first_row;
        return cells[static_cast<std::size_t>(row) * n_columns + static_cast<std::size_t>(column)];
    }
};

bool inside(geo::Mercator p, const MercatorBox& box) {
    return p.x_m >= box.low.x_m && p.x_m <= box.high.x_m && p.y_m >= box.low.y_m && p.y_m <= box.high.y_m;
}

void count_in(Cell& cell, const geo::PointGeometry& points, std::size_t i) {
    if (cell.count == 0) cell.first_row = points.row.empty() ? static_cast<std::uint32_t>(i) : points.row[i];
    ++cell.count;
    cell.sum_x += points.places[i].x_m;
    cell.sum_y += points.places[i].y_m;
    cell.n_hollow += points.hollow[i] != 0 ? 1 : 0;
    ++cell.by_color[std::min<std::size_t>(points.color_index[i], kColors - 1)];
}

void add_disc(const Cell& cell, float most_radius, std::uint32_t most, geo::PointGeometry& discs) {
    const auto common = std::max_element(cell.by_color.begin(), cell.by_color.end()) - cell.by_color.begin();
    const float share = std::sqrt(static_cast<float>(cell.count) / static_cast<float>(most));
    discs.places.push_back({cell.sum_x / cell.count, cell.sum_y / cell.count});
    discs.color_index.push_back(static_cast<std::uint8_t>(common));
    discs.radius_px.push_back(std::max(kLeastRadius, most_radius * share));
    discs.hollow.push_back(2 * cell.n_hollow > cell.count ? 1 : 0);
    discs.row.push_back(cell.first_row);
}

} // namespace

PointAggregate aggregated(const geo::PointGeometry& points, const View& view, double cell_px) {
    const MercatorBox seen = box_of(view, cell_px);
    CellGrid grid(seen, cell_px * view.camera.metres_per_pixel);
    PointAggregate result;
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        if (!inside(points.places[i], seen)) continue;
        count_in(grid.at(points.places[i]), points, i);
        ++result.n;
    }
    std::uint32_t most = 1;
    for (const Cell& cell : grid.cells) most = std::max(most, cell.count);
    auto discs = std::make_shared<geo::PointGeometry>();
    const auto most_radius = static_cast<float>(cell_px / 2 / view.scale);
    for (const Cell& cell : grid.cells) {
        if (cell.count == 0) continue;
        add_disc(cell, most_radius, most, *discs);
        result.counts.push_back(cell.count);
    }
    result.discs = std::move(discs);
    return result;
}

} // namespace app
