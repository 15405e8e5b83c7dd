#pragma once

#include <string>
#include <vector>

#include "geo/analysis/density.hpp"

namespace geo {

/// A grid as it goes into a file: row 0 south, as GridShape says.
struct GridToWrite {
    GridShape shape;
    std::vector<float> values;
    std::string crs;        ///< what PROJ reads
    std::string unit;
    std::string provenance; ///< a JSON object, goes into the file's metadata as BORDERLENS
};

/// GeoTIFF, 32-bit, north up, deflate-compressed, with CRS, unit and provenance inside. Atomic.
void write_geotiff(const GridToWrite& grid, const std::string& path);

} // namespace geo
