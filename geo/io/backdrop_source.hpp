#pragma once

#include <string>

#include "geo/core/progress.hpp"
#include "geo/core/raster_image.hpp"

namespace geo {

/// A raster file (the drivers of gdal_scope.hpp) warped to EPSG:3857, at its own resolution or so coarse that
/// no side is longer than `most_px`; overviews are used. One band is grey, or coloured where the file has a
/// palette; three are red, green, blue; a second or fourth may be the alpha; of more bands the first three
/// are shown. Values of more than 8 bits are stretched from their 2nd to their 98th percentile. No data is
/// transparent. Throws Error: Io, Format (not readable, no georeference), Crs (none stated and no longitudes
/// and latitudes; cannot be transformed), Argument (the network); Cancelled.
RasterImage read_backdrop(const std::string& path, int most_px, Progress& progress);

} // namespace geo
