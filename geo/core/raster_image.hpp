#pragma once

#include <cstdint>
#include <vector>

#include "geo/core/places.hpp"

namespace geo {

/// A picture on the map's plane (EPSG:3857), for display only: 8-bit RGBA with premultiplied alpha, rows from
/// north to south, width * height * 4 bytes. `low` and `high` are the outer corners, south-west and
/// north-east.
struct RasterImage {
    std::uint32_t width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
    Mercator low, high;
    bool crs_stated = true; ///< false: the file has none, its places were taken for WGS 84
};

} // namespace geo
