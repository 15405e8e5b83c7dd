#include "geo/io/library_versions.hpp"

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

namespace geo {

std::string library_versions() {
    int proj[3] = {}, geos[3] = {};
    OSRGetPROJVersion(&proj[0], &proj[1], &proj[2]);
    std::string words =
        fmt::format("GDAL {}, PROJ {}.{}.{}", GDALVersionInfo("RELEASE_NAME"), proj[0], proj[1], proj[2]);
    if (OGRGetGEOSVersion(&geos[0], &geos[1], &geos[2]))
        words += fmt::format(", GEOS {}.{}.{}", geos[0], geos[1], geos[2]);
    return words;
}

} // namespace geo
