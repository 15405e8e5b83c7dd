#include "app/viewer/places.hpp"

#include <algorithm>

namespace app {

namespace {

/// The chosen points by place: equal places stand together afterwards and become one.
std::vector<PlaceOfMap> gathered_places(std::vector<PlaceOfMap> places) {
    std::sort(places.begin(), places.end(), [](const PlaceOfMap& a, const PlaceOfMap& b) {
        return a.place.x_m != b.place.x_m ? a.place.x_m < b.place.x_m : a.place.y_m < b.place.y_m;
    });
    std::vector<PlaceOfMap> result;
    for (const PlaceOfMap& place : places) {
        if (!result.empty() && result.back().place == place.place) {
            result.back().n += place.n;
            result.back().radius_px = std::max(result.back().radius_px, place.radius_px);
        } else {
            result.push_back(place);
        }
    }
    return result;
}

} // namespace

std::vector<PlaceOfMap> stacked_places(const geo::PointGeometry& points) {
    std::vector<PlaceOfMap> all;
    all.reserve(points.places.size());
    for (std::size_t i = 0; i < points.places.size(); ++i)
        all.push_back({points.places[i], points.radius_px[i], 1});
    std::vector<PlaceOfMap> places = gathered_places(std::move(all));
    std::erase_if(places, [](const PlaceOfMap& place) { return place.n < 2; });
    std::stable_sort(places.begin(), places.end(),
                     [](const PlaceOfMap& a, const PlaceOfMap& b) { return a.n > b.n; });
    return places;
}

std::vector<PlaceOfMap> places_of_rows(const geo::PointGeometry& points, const geo::Selection& rows) {
    std::vector<PlaceOfMap> chosen;
    for (std::size_t i = 0; i < points.places.size(); ++i)
        if (std::binary_search(rows.begin(), rows.end(), points.row[i]))
            chosen.push_back({points.places[i], points.radius_px[i], 1});
    return gathered_places(std::move(chosen));
}

std::optional<StackOfRow> stack_of_row(const geo::PointGeometry& points, geo::RowId row) {
    const auto found = std::find(points.row.begin(), points.row.end(), row);
    if (found == points.row.end()) return std::nullopt;
    StackOfRow result;
    result.stack.place = points.places[static_cast<std::size_t>(found - points.row.begin())];
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        if (!(points.places[i] == result.stack.place)) continue;
        result.stack.rows.push_back(points.row[i]);
        result.stack.radius_px = std::max(result.stack.radius_px, points.radius_px[i]);
    }
    result.stack.n = result.stack.rows.size();
    std::sort(result.stack.rows.rbegin(), result.stack.rows.rend());
    const auto& rows = result.stack.rows;
    result.at = static_cast<std::size_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
    return result;
}

} // namespace app
