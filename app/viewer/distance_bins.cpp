#include "app/viewer/distance_bins.hpp"

#include <algorithm>
#include <cmath>

namespace app {

std::uint64_t DistanceBins::at(std::size_t bin) const {
    std::uint64_t n = 0;
    for (const auto& neighbour : counts) n += neighbour[bin];
    return n;
}

DistanceBins distance_bins(const geo::Proximity& proximity, const geo::Selection& rows) {
    DistanceBins bins;
    for (const geo::Proximity::Neighbour& neighbour : proximity.neighbours) {
        bins.neighbours.push_back(neighbour.iso_a3);
        bins.counts.emplace_back(kDistanceBins, 0);
    }
    for (const geo::RowId row : rows) {
        const double distance = proximity.distance_m[row];
        if (std::isnan(distance)) {
            ++bins.n_without;
            continue;
        }
        const auto bin = static_cast<std::size_t>(distance / bins.width_m);
        if (bin >= kDistanceBins)
            ++bins.n_beyond;
        else
            ++bins.counts[proximity.neighbour[row]][bin];
    }
    for (std::size_t bin = 0; bin < bins.size(); ++bin) bins.top = std::max(bins.top, bins.at(bin));
    return bins;
}

} // namespace app
