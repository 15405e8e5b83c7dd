#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/study/snapshot.hpp"

namespace app {

/// The histogram of distance to the border: incidents by bins [i, i + 1) * width_m, each counted for its
/// nearest neighbour.
struct DistanceBins {
    double width_m = 5000;
    std::vector<std::string> neighbours;            ///< ISO 3166 alpha-3
    std::vector<std::vector<std::uint32_t>> counts; ///< by neighbour, then by bin
    std::uint64_t n_beyond = 0;                     ///< farther than the last bin
    std::uint64_t n_without = 0;                    ///< without a place
    std::uint64_t top = 0;                          ///< of the highest bin, neighbours together

    std::size_t size() const { return counts.empty() ? 0 : counts[0].size(); }
    std::uint64_t at(std::size_t bin) const;
};

inline constexpr std::size_t kDistanceBins = 40;

/// One pass over the rows.
DistanceBins distance_bins(const geo::Proximity& proximity, const geo::Selection& rows);

} // namespace app
