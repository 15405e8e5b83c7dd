#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace geo {

/// A place on the WGS 84 ellipsoid. Degrees, longitude first; longitude in [-180, 180], latitude in [-90, 90].
struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    bool operator==(const LonLat&) const = default;
};

/// Metres in the analysis CRS (equal-area, see geo/crs/analysis_crs.hpp). Distances, areas, densities live here.
struct Local {
    double x_m = 0;
    double y_m = 0;
    bool operator==(const Local&) const = default;
};

/// EPSG:3857 metres. For display only: nothing is measured in it.
struct Mercator {
    double x_m = 0;
    double y_m = 0;
    bool operator==(const Mercator&) const = default;
};

/// A box in degrees, both ends included. Empty until something is added.
struct LonLatBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool empty() const { return west > east || south > north; }
    bool contains(LonLat p) const {
        return p.lon_deg >= west && p.lon_deg <= east && p.lat_deg >= south && p.lat_deg <= north;
    }
    void add(LonLat p) {
        west = std::min(west, p.lon_deg);
        east = std::max(east, p.lon_deg);
        south = std::min(south, p.lat_deg);
        north = std::max(north, p.lat_deg);
    }
    bool operator==(const LonLatBox&) const = default;
};

/// A box in the analysis CRS. Empty (infinite, upside down) until something is added.
struct LocalBox {
    Local low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Local high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    void add(Local p) {
        low = {std::min(low.x_m, p.x_m), std::min(low.y_m, p.y_m)};
        high = {std::max(high.x_m, p.x_m), std::max(high.y_m, p.y_m)};
    }
};

using LineString = std::vector<LonLat>;
/// A closed ring: the first place is repeated at the end.
using Ring = std::vector<LonLat>;

struct Polygon {
    Ring exterior;
    std::vector<Ring> holes;
};

using MultiPolygon = std::vector<Polygon>;

} // namespace geo
