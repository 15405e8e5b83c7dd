#include "geo/study/border_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/border_index.hpp"
#include "geo/border/border_side.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/stages.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

SetDistances distances_to(const IncidentTable& table, const LocationSupports& supports, const BorderSet& border,
                          const std::vector<double>& band_edges_m, unsigned threads, Progress& progress) {
    SetDistances result{border.id, border_in_words(border), accuracy_m(border), {}, {}};
    result.distance_m.assign(table.size(), std::numeric_limits<double>::quiet_NaN());
    for (const BorderLine& line : border.lines) {
        const BorderIndex index(line.parts, wgs84_geodesics());
        const auto found = border_distances(index, table.lon_deg, table.lat_deg, threads, progress);
        for (std::size_t row = 0; row < found.size(); ++row)
            result.distance_m[row] = std::fmin(result.distance_m[row], found[row].distance_m); // NaN yields
    }
    result.intervals = border_intervals(table, supports, result.distance_m, border, band_edges_m, threads, progress);
    return result;
}

/// Which band a distance lies in; -1 below the first edge and without a distance.
std::ptrdiff_t band_of(double distance_m, const std::vector<double>& edges) {
    if (std::isnan(distance_m)) return -1;
    return std::upper_bound(edges.begin(), edges.end(), distance_m) - edges.begin() - 1;
}

} // namespace

std::vector<SetDistances> distances_to_sets(const IncidentTable& table, const LocationSupports& supports,
                                            const BorderSpec& chosen, const std::vector<double>& band_edges_m,
                                            unsigned threads, Progress& progress) {
    std::vector<std::string> ids{chosen.set};
    for (const char* bundled : {"osm", "ne10m", "ne110m"})
        if (chosen.set != bundled) ids.emplace_back(bundled);
    std::vector<SetDistances> sets;
    sets.reserve(ids.size());
    for (const std::string& id : ids)
        sets.push_back(distances_to(table, supports, load_border_set(id, chosen.neighbours), band_edges_m, threads,
                                    progress));
    return sets;
}

BorderComparison compare_borders(const IncidentTable& table, const LocationSupports& supports,
                                 const Selection& rows, const std::vector<SetDistances>& sets, const ProximitySpec& spec) {
    BorderComparison comparison;
    Proximity distances; // count_bands looks at the distances alone
    for (const SetDistances& set : sets) {
        distances.distance_m = set.distance_m;
        BorderComparison::Line& line = comparison.lines.emplace_back();
        line.set = set.set;
        line.words = set.words;
        line.accuracy_m = set.accuracy_m;
        line.bands = count_bands(table, supports.uncertainty_m, rows, distances, spec);
        line.intervals = count_interval_bands(rows, set.distance_m, supports, set.intervals);
        for (RowId row : rows)
            line.n_other_band += band_of(set.distance_m[row], spec.band_edges_m) !=
                                 band_of(sets.front().distance_m[row], spec.band_edges_m);
    }
    return comparison;
}

} // namespace geo
