#include "app/render/point_aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/render/detail_levels.hpp"
#include "app/render/map_renderer.hpp"
#include "geo/layer/point_index.hpp"

namespace app {

namespace {

constexpr float kLeastRadius = 1.2F;
constexpr const char* kNote = "a disc: several incidents, all counted";
constexpr const char* kDatedNote = "a disc: several incidents, all counted; colour: their mean day";

using Cell = geo::PointIndex::Sum;

geo::Mercator middle_of(const Cell& cell) { return {cell.x_m / cell.count, cell.y_m / cell.count}; }

/// Cells of the map's own grid that a box touches.
struct CellGrid {
    double cell_m, per_m;
    std::int64_t first_column, first_row;
    std::size_t n_columns, n_rows;
    std::vector<Cell> cells;

    CellGrid(const MercatorBox& seen, double cell)
        : cell_m(cell), per_m(1 / cell), first_column(index_of(seen.low.x_m)),
          first_row(index_of(seen.low.y_m)),
          n_columns(static_cast<std::size_t>(index_of(seen.high.x_m) - first_column) + 1),
          n_rows(static_cast<std::size_t>(index_of(seen.high.y_m) - first_row) + 1),
          cells(n_columns * n_rows) {}
    std::int64_t index_of(double metres) const {
        return static_cast<std::int64_t>(std::floor(metres / cell_m));
    }
    /// For a place in one of them; on an edge between two, in either.
    Cell& at(geo::Mercator p) {
        const auto column =
            static_cast<std::size_t>(std::max(p.x_m * per_m - static_cast<double>(first_column), 0.0));
        const auto row =
            static_cast<std::size_t>(std::max(p.y_m * per_m - static_cast<double>(first_row), 0.0));
        return cells[std::min(row, n_rows - 1) * n_columns + std::min(column, n_columns - 1)];
    }
};

bool inside(geo::Mercator p, const MercatorBox& box) {
    return p.x_m >= box.low.x_m && p.x_m <= box.high.x_m && p.y_m >= box.low.y_m && p.y_m <= box.high.y_m;
}

template <typename Visit>
void visit_within(const geo::PointGeometry& points, const MercatorBox& box, Visit&& visit) {
    if (points.index) {
        points.index->visit(box.low, box.high, visit);
        return;
    }
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        if (!inside(points.places[i], box)) continue;
        visit(geo::PointIndex::Disc{points.places[i], static_cast<std::uint32_t>(i), points.color_index[i],
                                    points.hollow[i] != 0});
    }
}

/// Of a scale the mean of those that have a place on it, of kinds the most common one.
std::uint8_t color_of(const Cell& cell, bool graded) {
    if (!graded) {
        const auto* const common = std::max_element(cell.by_color.begin(), cell.by_color.end());
        return static_cast<std::uint8_t>(common - cell.by_color.begin());
    }
    if (cell.n_graded == 0) return geo::PointIndex::kNoStep;
    return static_cast<std::uint8_t>((cell.steps_sum + cell.n_graded / 2) / cell.n_graded);
}

void add_disc(const Cell& cell, const geo::PointGeometry& points, float most_radius, std::uint32_t most,
              geo::PointGeometry& discs) {
    const float share = std::sqrt(static_cast<float>(cell.count) / static_cast<float>(most));
    discs.places.push_back(middle_of(cell));
    discs.color_index.push_back(color_of(cell, points.graded));
    discs.radius_px.push_back(std::clamp(most_radius * share, kLeastRadius, most_radius));
    discs.hollow.push_back(2 * cell.n_hollow > cell.count ? 1 : 0);
    discs.row.push_back(points.row.empty() ? cell.first : points.row[cell.first]);
}

/// Of the cells that are seen.
std::uint32_t largest_count(const CellGrid& grid, const View& view, double cell_px) {
    const MercatorBox seen = box_of(view, cell_px - view.spare);
    const auto column = [&](double x_m) {
        return static_cast<std::size_t>(grid.index_of(x_m) - grid.first_column);
    };
    const auto row = [&](double y_m) {
        return static_cast<std::size_t>(grid.index_of(y_m) - grid.first_row);
    };
    std::uint32_t most = 1;
    for (std::size_t r = row(seen.low.y_m); r <= row(seen.high.y_m); ++r)
        for (std::size_t c = column(seen.low.x_m); c <= column(seen.high.x_m); ++c)
            most = std::max(most, grid.cells[r * grid.n_columns + c].count);
    return most;
}

} // namespace

PointAggregate aggregated(const geo::PointGeometry& points, const View& view, double cell_px) {
    const MercatorBox seen = box_of(view, cell_px);
    CellGrid grid(seen, cell_px * view.camera.metres_per_pixel);
    PointAggregate result;
    const auto add = [&](const geo::PointIndex::Disc& disc) { grid.at(disc.place).add(disc); };
    // A square of the index that lies in one cell is added as a whole.
    const auto add_square = [&](geo::Mercator low, geo::Mercator high, const Cell& sum) {
        Cell& cell = grid.at(low);
        if (&cell != &grid.at(high)) return false;
        cell.add(sum);
        return true;
    };
    if (points.index)
        points.index->visit_sums(seen.low, seen.high, add_square, add);
    else
        visit_within(points, seen, add);
    for (const Cell& cell : grid.cells) result.n += cell.count;
    const std::uint32_t most = largest_count(grid, view, cell_px);
    auto discs = std::make_shared<geo::PointGeometry>();
    const auto most_radius = static_cast<float>(cell_px / 2 / static_cast<double>(view.scale));
    for (const Cell& cell : grid.cells) {
        if (cell.count == 0) continue;
        add_disc(cell, points, most_radius, most, *discs);
        result.counts.push_back(cell.count);
    }
    result.discs = std::move(discs);
    return result;
}

std::optional<DiscOfMany> disc_of_many_at(const geo::PointGeometry& points, const View& view, double cell_px,
                                          Pixel pixel, double reach_px, std::size_t most) {
    // The middle of a disc lies in its cell: those around the pixel are enough.
    const double cell_m = cell_px * view.camera.metres_per_pixel;
    const double reach_m = reach_px * view.camera.metres_per_pixel;
    const geo::Mercator mouse = mercator_from_pixel(view.camera, view.size, pixel);
    const auto whole = [&](double metres) { return std::floor(metres / cell_m) * cell_m; };
    // A hair within the outermost cells, so that rounding brings no others.
    const double hair = 1e-6 * cell_m;
    const MercatorBox around{
        {whole(mouse.x_m - reach_m) + hair, whole(mouse.y_m - reach_m) + hair},
        {whole(mouse.x_m + reach_m) + cell_m - hair, whole(mouse.y_m + reach_m) + cell_m - hair}};
    CellGrid grid(around, cell_m);
    visit_within(points, around, [&](const geo::PointIndex::Disc& disc) { grid.at(disc.place).add(disc); });
    const Cell* nearest = nullptr;
    double nearest_m = reach_m;
    for (const Cell& cell : grid.cells) {
        if (cell.count == 0) continue;
        const double far = std::hypot(middle_of(cell).x_m - mouse.x_m, middle_of(cell).y_m - mouse.y_m);
        if (far > nearest_m) continue;
        nearest = &cell;
        nearest_m = far;
    }
    if (nearest == nullptr) return std::nullopt;
    std::vector<std::uint32_t> at;
    visit_within(points, around, [&](const geo::PointIndex::Disc& disc) {
        if (&grid.at(disc.place) == nearest) at.push_back(disc.at);
    });
    const std::size_t n_listed = std::min(most, at.size());
    std::partial_sort(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(n_listed), at.end(),
                      std::greater<>());
    DiscOfMany disc{middle_of(*nearest), nearest->count, {}};
    for (std::size_t i = 0; i < n_listed; ++i)
        disc.rows.push_back(points.row.empty() ? at[i] : points.row[at[i]]);
    return disc;
}

void announce_aggregate(geo::Scene& scene, bool in_software) {
    const auto stands_for_many = [](const geo::Layer& layer) {
        const auto* points = std::get_if<geo::PointLayer>(&layer.body);
        return points && points->geometry && are_many(*points->geometry) && MapRenderer::is_drawn(layer);
    };
    if (!in_software || scene.legend.empty() ||
        !std::any_of(scene.layers.begin(), scene.layers.end(), stands_for_many))
        return;
    std::vector<geo::LegendItem>& items = scene.legend.front().items;
    // What is said of single discs does not hold for these.
    std::erase_if(items, [](const geo::LegendItem& item) { return item.text.starts_with("area: "); });
    const char* note = scene.legend.front().dates ? kDatedNote : kNote;
    items.push_back({geo::LegendItem::Symbol::disc, map_colors(scene.theme).faint_text, note});
}

} // namespace app
