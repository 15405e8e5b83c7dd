#pragma once

#include <string>

namespace geo {

/// "GDAL 3.6.2, PROJ 9.1.1, GEOS 3.11.1": what runs, not what was compiled against.
std::string library_versions();

} // namespace geo
