#include "geo/study/border_intervals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "geo/analysis/border_index.hpp"
#include "geo/border/border_side.hpp"
#include "geo/core/length_text.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/densify.hpp"
#include "geo/geometry/point_in_areas.hpp"

namespace geo {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPlacesAcross = 40; // of the box of an area: a thousand or so lie inside
constexpr Metres kOutlineSpacing = kilometres(1);

/// The nearest of the lines of a border set.
class NearestLine {
  public:
    explicit NearestLine(const BorderSet& border) {
        for (const BorderLine& line : border.lines) indexes_.emplace_back(line.parts, wgs84_geodesics());
    }
    double operator()(LonLat place) const {
        double least = std::numeric_limits<double>::infinity();
        for (const BorderIndex& index : indexes_) least = std::min(least, index.nearest(place).distance_m);
        return least;
    }

  private:
    std::vector<BorderIndex> indexes_;
};

/// Places spread evenly over the polygons: even in longitude and in the sine of latitude, which is even in
/// area to 0.1 % over a province. A polygon so thin that none falls inside is its first vertex.
std::vector<LonLat> places_inside(const MultiPolygon& polygons) {
    LonLatBox box;
    for (const Polygon& polygon : polygons)
        for (const LonLat vertex : polygon.exterior) box.add(vertex);
    const PointInAreas area(std::vector<MultiPolygon>{polygons});
    const double low = std::sin(box.south * kDegree), high = std::sin(box.north * kDegree);
    std::vector<LonLat> inside;
    for (int row = 0; row < kPlacesAcross; ++row)
        for (int column = 0; column < kPlacesAcross; ++column) {
            const LonLat place{box.west + (box.east - box.west) * (column + 0.5) / kPlacesAcross,
                               std::asin(low + (high - low) * (row + 0.5) / kPlacesAcross) / kDegree};
            if (area.area_of(place) != PointInAreas::kNone) inside.push_back(place);
        }
    if (inside.empty()) inside.push_back(polygons.front().exterior.front());
    return inside;
}

AreaInterval interval_of(const SupportArea& area, const std::vector<double>& edges_m,
                         const NearestLine& border) {
    std::vector<LonLat> outline;
    for (const Polygon& polygon : densify(area.polygons, kOutlineSpacing, wgs84_geodesics())) {
        outline.insert(outline.end(), polygon.exterior.begin(), polygon.exterior.end());
        for (const Ring& hole : polygon.holes) outline.insert(outline.end(), hole.begin(), hole.end());
    }
    return area_interval(places_inside(area.polygons), outline, kOutlineSpacing.value, edges_m,
                         std::cref(border));
}

/// Rows whose support is an area take its interval; the given place always lies in it.
void take_areas(const LocationSupports& supports, const std::vector<double>& distance_m,
                const NearestLine& border, SupportIntervals& of_row) {
    std::vector<AreaInterval> of_area;
    for (const SupportArea& area : supports.areas)
        of_area.push_back(interval_of(area, of_row.edges_m, border));
    const std::size_t n_edges = of_row.edges_m.size();
    for (std::size_t row = 0; row < supports.area.size(); ++row) {
        if (supports.area[row] == LocationSupports::kDisc || std::isnan(distance_m[row])) continue;
        const AreaInterval& interval = of_area[static_cast<std::size_t>(supports.area[row])];
        of_row.min_m[row] = std::min(interval.min_m, distance_m[row]);
        of_row.max_m[row] = std::max(interval.max_m, distance_m[row]);
        std::copy(interval.share_within.begin(), interval.share_within.end(),
                  of_row.share_within.begin() + static_cast<std::ptrdiff_t>(row * n_edges));
    }
}

/// Places of no use have a distance, and no interval.
void forget_useless(const LocationSupports& supports, SupportIntervals& of_row) {
    const std::size_t n_edges = of_row.edges_m.size();
    for (RowId row = 0; row < of_row.min_m.size(); ++row) {
        if (supports.usable(row)) continue;
        of_row.min_m[row] = of_row.max_m[row] = kNaN;
        std::fill_n(of_row.share_within.begin() + static_cast<std::ptrdiff_t>(row * n_edges), n_edges,
                    std::numeric_limits<float>::quiet_NaN());
    }
}

} // namespace

BorderIntervals border_intervals(const IncidentTable& table, const LocationSupports& supports,
                                 const std::vector<double>& distance_m, const BorderSet& border,
                                 const std::vector<double>& band_edges_m, unsigned threads,
                                 Progress& progress) {
    const NearestLine nearest(border);
    // Rows with an area are done once for all; as points they cost nothing here.
    std::vector<float> radius_m = supports.uncertainty_m;
    for (std::size_t row = 0; row < supports.area.size(); ++row)
        if (supports.area[row] != LocationSupports::kDisc) radius_m[row] = 0;
    BorderIntervals result;
    result.accuracy_m = accuracy_m(border);
    result.of_row = disc_intervals(table.lon_deg, table.lat_deg, distance_m, radius_m, band_edges_m,
                                   std::cref(nearest), wgs84_geodesics(), threads, progress);
    take_areas(supports, distance_m, nearest, result.of_row);
    forget_useless(supports, result.of_row);
    for (double& least : result.of_row.min_m)
        least = std::isnan(least) ? least : std::max(0.0, least - result.accuracy_m);
    for (double& most : result.of_row.max_m) most += result.accuracy_m;
    return result;
}

IntervalBands count_interval_bands(const Selection& rows, const std::vector<double>& distance_m,
                                   const LocationSupports& supports, const BorderIntervals& intervals) {
    const SupportIntervals& of_row = intervals.of_row;
    const std::vector<double>& edges = of_row.edges_m;
    IntervalBands result;
    result.bands.resize(edges.size());
    for (const RowId row : rows) {
        if (std::isnan(distance_m[row])) continue;
        if (!supports.usable(row)) {
            ++result.n_not_usable;
            continue;
        }
        result.n_not_stated += std::isnan(supports.uncertainty_m[row]);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const bool last = i + 1 == edges.size();
            const double to = last ? std::numeric_limits<double>::infinity() : edges[i + 1];
            const double below_to = last ? 1 : double{of_row.share(row, i + 1)};
            IntervalBand& band = result.bands[i];
            band.certainly += of_row.min_m[row] >= edges[i] && of_row.max_m[row] < to;
            band.possibly += of_row.min_m[row] < to && of_row.max_m[row] >= edges[i];
            band.expected += below_to - double{of_row.share(row, i)};
        }
    }
    return result;
}

std::string share_column_name(double edge_m) {
    std::string word = length_word(Metres{edge_m});
    std::replace(word.begin(), word.end(), '.', '_');
    return "border_p_within_" + word;
}

} // namespace geo
