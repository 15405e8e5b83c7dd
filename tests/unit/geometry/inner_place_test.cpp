#include "geo/geometry/inner_place.hpp"

#include <array>
#include <cmath>

#include "geo/geometry/point_in_areas.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("an inner place lies in the area, also where the middle does not") {
    const Polygon horseshoe{{{0, 0}, {5, 0}, {5, 4}, {4, 4}, {4, 1}, {1, 1}, {1, 4}, {0, 4}, {0, 0}}, {}};
    const Polygon ring{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, {{{1, 1}, {1, 3}, {3, 3}, {3, 1}, {1, 1}}}};
    const Polygon small{{{9, 9}, {9.5, 9}, {9.5, 9.5}, {9, 9}}, {}};
    for (const MultiPolygon& area :
         {MultiPolygon{horseshoe}, MultiPolygon{ring}, MultiPolygon{small, horseshoe}}) {
        const LonLat place = inner_place(area);
        CHECK(PointInAreas(std::array{area}).area_of(place) == 0);
        CHECK((area.size() == 1 || place.lon_deg < 6)); // in the widest
    }
    CHECK(std::isnan(inner_place(MultiPolygon{}).lon_deg));
}
