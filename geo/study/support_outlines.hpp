#pragma once

#include <memory>

#include "geo/layer/scene.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// The outlines of what the places of incidents stand for, for the map.
struct SupportOutlines {
    std::shared_ptr<const LineGeometry> geometry; ///< closed paths; never null
    std::uint64_t n_shown = 0;                    ///< outlines drawn
    std::uint64_t n_different = 0; ///< supports that differ in place or size; kMostOutlines are drawn
};

/// More circles than that tell nothing: those with the most incidents are drawn.
constexpr std::size_t kMostOutlines = 3000;

/// One outline for each different support of the rows whose place is stated and of use.
SupportOutlines outline_supports(const IncidentTable& table, const LocationSupports& supports,
                                 const Selection& rows);

/// The outline of one row's support: a circle, or the rings of its area; empty where it has none.
std::vector<LineString> outline_of_support(const IncidentTable& table, const LocationSupports& supports,
                                           RowId row);

} // namespace geo
