#include "geo/study/border_zones.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/border_index.hpp"
#include "geo/analysis/contours.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/layer/map_paths.hpp"

namespace geo {

namespace {

constexpr std::uint32_t kBlock = 8; // cells along the side of a block that is judged by its centre

LonLatBox extent_of(const BorderSet& border) {
    LonLatBox box;
    for (const BorderLine& line : border.lines)
        for (const LineString& part : line.parts)
            for (LonLat place : part) box.add(place);
    return box;
}

/// The box of the lines and `reach_m` around it, whole blocks.
GridShape grid_around(const BorderSet& border, const Transformer& transformer, double reach_m) {
    LocalBox box;
    for (const BorderLine& line : border.lines)
        for (const LineString& part : line.parts)
            for (const LonLat place : part) box.add(transformer.local_from_lonlat(place));
    const double margin =
        reach_m * 1.01 + 2 * kZoneCell_m; // lengths of the equal-area CRS are off by some 0.1 %
    const auto n_cells = [&](double length) {
        return static_cast<std::uint32_t>(std::ceil((length + 2 * margin) / (kZoneCell_m * kBlock))) * kBlock;
    };
    GridShape shape;
    shape.cell_m = kZoneCell_m;
    shape.west_m = box.low.x_m - margin;
    shape.south_m = box.low.y_m - margin;
    shape.n_columns = n_cells(box.high.x_m - box.low.x_m);
    shape.n_rows = n_cells(box.high.y_m - box.low.y_m);
    return shape;
}

/// Distances to the nearest of the lines, of places in the local CRS.
class NearestLine {
  public:
    NearestLine(const BorderSet& border, const Transformer& transformer, unsigned threads, Progress& progress)
        : transformer_(transformer), threads_(threads), progress_(progress) {
        for (const BorderLine& line : border.lines) indexes_.emplace_back(line.parts, wgs84_geodesics());
    }

    std::vector<double> distances(const std::vector<double>& x_m, const std::vector<double>& y_m) const {
        std::vector<double> lon(x_m.size()), lat(x_m.size());
        transformer_.lonlat_from_local(x_m, y_m, lon, lat);
        std::vector<double> nearest(x_m.size(), std::numeric_limits<double>::infinity());
        for (const BorderIndex& index : indexes_) {
            const std::vector<BorderDistance> found = border_distances(index, lon, lat, threads_, progress_);
            for (std::size_t i = 0; i < found.size(); ++i)
                nearest[i] = std::min(nearest[i], found[i].distance_m);
        }
        return nearest;
    }

  private:
    const Transformer& transformer_;
    unsigned threads_;
    Progress& progress_;
    std::vector<BorderIndex> indexes_;
};

/// Calls visit(column, row) for the cells of the block.
template <typename Visit>
void cells_of(std::uint32_t block_column, std::uint32_t block_row, const Visit& visit) {
    for (std::uint32_t row = 0; row < kBlock; ++row)
        for (std::uint32_t column = 0; column < kBlock; ++column)
            visit(block_column * kBlock + column, block_row * kBlock + row);
}

/// The distance at every cell's centre; beyond the reach any value beyond it.
std::vector<double> distance_grid(const GridShape& shape, const NearestLine& border, double reach_m) {
    const std::uint32_t block_columns = shape.n_columns / kBlock, block_rows = shape.n_rows / kBlock;
    const double block_m = shape.cell_m * kBlock;
    std::vector<double> x, y;
    for (std::uint32_t row = 0; row < block_rows; ++row)
        for (std::uint32_t column = 0; column < block_columns; ++column) {
            x.push_back(shape.west_m + (column + 0.5) * block_m);
            y.push_back(shape.south_m + (row + 0.5) * block_m);
        }
    const std::vector<double> coarse = border.distances(x, y);
    std::vector<double> grid(shape.size());
    std::vector<std::size_t> fine;
    x.clear();
    y.clear();
    // No cell of a block is nearer than its centre's distance less half the diagonal; 1 % for the CRS.
    const double surely_beyond = reach_m + block_m * std::sqrt(0.5) * 1.01 + shape.cell_m;
    for (std::uint32_t row = 0; row < block_rows; ++row)
        for (std::uint32_t column = 0; column < block_columns; ++column) {
            const double centre = coarse[std::size_t{row} * block_columns + column];
            cells_of(column, row, [&](std::uint32_t cell_column, std::uint32_t cell_row) {
                const std::size_t cell = std::size_t{cell_row} * shape.n_columns + cell_column;
                grid[cell] = centre;
                if (centre > surely_beyond) return;
                fine.push_back(cell);
                x.push_back(shape.west_m + (cell_column + 0.5) * shape.cell_m);
                y.push_back(shape.south_m + (cell_row + 0.5) * shape.cell_m);
            });
        }
    const std::vector<double> exact = border.distances(x, y);
    for (std::size_t i = 0; i < fine.size(); ++i) grid[fine[i]] = exact[i];
    return grid;
}

Ring lonlat_ring(const LocalRing& ring, const Transformer& transformer) {
    Ring result;
    result.reserve(ring.size());
    for (Local place : ring) result.push_back(transformer.lonlat_from_local(place));
    return result;
}

BorderZone zone_of(const ContourBand& band, const Transformer& transformer) {
    BorderZone zone{band.min, band.max, {}, nullptr};
    auto geometry = std::make_shared<AreaGeometry>();
    for (const LocalPolygon& local : band.polygons) {
        Polygon polygon{lonlat_ring(local.exterior, transformer), {}};
        for (const LocalRing& hole : local.holes) polygon.holes.push_back(lonlat_ring(hole, transformer));
        geometry->polygons.push_back(rings_from(polygon));
        zone.polygons.push_back(std::move(polygon));
    }
    zone.geometry = std::move(geometry);
    return zone;
}

} // namespace

std::vector<BorderZone> border_zones(const BorderSet& border, const std::vector<double>& edges_m,
                                     unsigned threads, Progress& progress) {
    if (edges_m.size() < 2)
        throw Error(ErrorKind::Argument, "zones of the border need at least two distances");
    const AnalysisCrs crs = equal_area_crs_for(extent_of(border));
    const Transformer transformer(crs);
    const double reach_m = edges_m.back();
    const GridShape shape = grid_around(border, transformer, reach_m);
    const NearestLine nearest(border, transformer, threads, progress);
    const std::vector<double> grid = distance_grid(shape, nearest, reach_m);
    std::vector<BorderZone> zones;
    for (const ContourBand& band : contour_bands(shape, grid, edges_m))
        if (std::isfinite(band.max)) zones.push_back(zone_of(band, transformer));
    return zones;
}

} // namespace geo
