#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/viewer/pick.hpp"
#include "geo/layer/scene.hpp"
#include "geo/table/selection.hpp"

namespace app {

/// A place of the map at which one or several incidents stand.
struct PlaceOfMap {
    geo::Mercator place;
    float radius_px = 0; ///< of the largest disc
    std::uint32_t n = 0;
    bool operator==(const PlaceOfMap&) const = default;
};
using PlacesOfMap = std::shared_ptr<const std::vector<PlaceOfMap>>;

/// The places that hold more than one of the incidents drawn, the fullest first.
std::vector<PlaceOfMap> stacked_places(const geo::PointGeometry& points);
/// The places of those rows (ascending) that are drawn, each once.
std::vector<PlaceOfMap> places_of_rows(const geo::PointGeometry& points, const geo::Selection& rows);

/// All incidents at the place of this one, the latest first, and where it is among them; nullopt when it is
/// not drawn.
struct StackOfRow {
    Stack stack;
    std::size_t at = 0;
};
std::optional<StackOfRow> stack_of_row(const geo::PointGeometry& points, geo::RowId row);

} // namespace app
