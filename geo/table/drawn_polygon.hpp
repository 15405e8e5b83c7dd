#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// A polygon that somebody drew or typed, by its vertices: open, the last vertex is joined to the first.
/// Edges are straight in longitude and latitude. What lies inside follows the even-odd rule: where the
/// outline crosses itself, places that it goes round twice are outside. The edge counts as inside.

/// More vertices than this belong into a file (Filter::area).
constexpr std::size_t kMaxDrawnVertices = 10000;

/// "71.5 34, 72 34, 72 35": longitude and latitude of each vertex. A last vertex that repeats the first is
/// left out. nullopt when the text is no list of such pairs.
std::optional<std::vector<LonLat>> polygon_from_text(std::string_view text);
/// The inverse, with the digits that bring the same numbers back.
std::string text_from_polygon(std::span<const LonLat> vertices);

/// What keeps the vertices from being a polygon, as the end of a sentence ("needs at least three different
/// vertices, not 2"); empty when nothing does.
std::string fault_of_polygon(std::span<const LonLat> vertices);

/// Whether two edges cross (edges that only touch do not).
bool crosses_itself(std::span<const LonLat> vertices);

LonLatBox box_of(std::span<const LonLat> vertices);

/// The vertices as a closed ring.
Ring ring_of(std::span<const LonLat> vertices);

} // namespace geo
