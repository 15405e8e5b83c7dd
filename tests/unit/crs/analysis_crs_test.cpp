#include "geo/crs/analysis_crs.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

LonLatBox pakistan() {
    LonLatBox box;
    box.add({60.87, 23.69});
    box.add({77.13, 37.09});
    return box;
}

} // namespace

TEST_CASE("the analysis CRS is centred on the extent and says so") {
    const AnalysisCrs crs = equal_area_crs_for(pakistan());
    CHECK(crs.definition == "+proj=laea +lat_0=30.39 +lon_0=69 +datum=WGS84 +units=m +no_defs +type=crs");
    CHECK(crs.description == "Lambert azimuthal equal-area, WGS 84, centred on 30.39° N 69.00° E");
    CHECK(crs.equal_area);
    const Local centre = Transformer(crs).local_from_lonlat({69, 30.39});
    CHECK(std::hypot(centre.x_m, centre.y_m) < 1e-6);
}

TEST_CASE("places come back from the analysis CRS") {
    const Transformer transformer(equal_area_crs_for(pakistan()));
    for (const LonLat place : {LonLat{60.9, 23.7}, LonLat{71.5249, 34.0151}, LonLat{77.0, 37.0}}) {
        const LonLat back = transformer.lonlat_from_local(transformer.local_from_lonlat(place));
        CHECK(back.lon_deg == Approx(place.lon_deg).margin(1e-10));
        CHECK(back.lat_deg == Approx(place.lat_deg).margin(1e-10));
    }
}

TEST_CASE("lengths in the analysis CRS are within 0.2 per cent near its centre") {
    const Transformer transformer(equal_area_crs_for(pakistan()));
    const LonLat a{71.0920, 34.1230}, b{71.5249, 34.0151};
    const Local p = transformer.local_from_lonlat(a), q = transformer.local_from_lonlat(b);
    CHECK(std::hypot(p.x_m - q.x_m, p.y_m - q.y_m) == Approx(geodesic_distance_m(a, b)).epsilon(0.002));
}

TEST_CASE("many places are transformed as one is, on any number of threads, and unlocated ones stay NaN") {
    const AnalysisCrs crs = equal_area_crs_for(pakistan());
    std::vector<double> lon, lat;
    for (int i = 0; i < 200000; ++i) {
        lon.push_back(60 + i * 8e-5);
        lat.push_back(24 + (i % 100) * 0.1);
    }
    lon[7] = lat[7] = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> x(lon.size()), y(lon.size()), x2(lon.size()), y2(lon.size());
    local_from_lonlat(crs, lon, lat, x, y, 1);
    local_from_lonlat(crs, lon, lat, x2, y2, 3);
    CHECK(std::isnan(x[7]));
    CHECK(std::isnan(y[7]));
    x[7] = y[7] = x2[7] = y2[7] = 0;
    CHECK(x == x2);
    CHECK(y == y2);
    const Local one = Transformer(crs).local_from_lonlat({lon[1234], lat[1234]});
    CHECK(one == Local{x[1234], y[1234]});
}

TEST_CASE("a user's CRS is accepted when it is projected in metres, and told apart when it distorts areas") {
    CHECK_FALSE(analysis_crs_from_text("EPSG:32642", pakistan()).equal_area);
    CHECK(analysis_crs_from_text("+proj=laea +lat_0=30 +lon_0=70 +datum=WGS84 +type=crs", pakistan())
              .equal_area);
    CHECK(analysis_crs_from_text("EPSG:32642", pakistan()).description == "WGS 84 / UTM zone 42N");
}

TEST_CASE("a CRS that cannot be used is refused with a reason") {
    const auto message_of = [](const std::string& text) -> std::string {
        try {
            analysis_crs_from_text(text, pakistan());
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::Crs);
            return error.what();
        }
        return "accepted";
    };
    CHECK(message_of("EPSG:4326") == "'EPSG:4326' is not a projected CRS; an analysis CRS must be");
    CHECK(message_of("EPSG:2272") == "'EPSG:2272' is not in metres; an analysis CRS must be");
    CHECK(message_of("EPSG:1").rfind("'EPSG:1' is not a coordinate reference system: ", 0) == 0);
    CHECK_THROWS_AS(Transformer(AnalysisCrs{"nonsense", "", true}), Error);
    CHECK_THROWS_AS(equal_area_crs_for({}), Error);
}
