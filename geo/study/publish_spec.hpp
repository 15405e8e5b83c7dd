#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// Square cells that places are snapped to before they are published.
struct CoarseGrid {
    enum class Unit { degrees, km };
    double side = 10;
    Unit unit = Unit::km; ///< km: of the equal-area plane of EASE-Grid 2.0, EPSG:6933
    bool operator==(const CoarseGrid&) const = default;
};
/// "10km", "0.1deg"; nullopt for anything else and for sides that are no use: below 0.1 km or 0.001°, above
/// 1000 km or 10°.
std::optional<CoarseGrid> coarse_grid_from_text(std::string_view text);
/// The inverse.
std::string word_of(const CoarseGrid& grid);

/// How incidents are made fit to be passed on.
struct PublishSpec {
    std::optional<CoarseGrid>
        coarsen;         ///< places are centres of cells, and only columns that tell no place stay
    int merge_under = 0; ///< cells of fewer incidents are merged into larger ones or withheld; 0: not
    bool operator==(const PublishSpec&) const = default;
};
constexpr int kMostMergeUnder = 1'000'000;
/// What is wrong with it, in the words of the options; "" when nothing is.
std::string fault_of(const PublishSpec& spec);

} // namespace geo
