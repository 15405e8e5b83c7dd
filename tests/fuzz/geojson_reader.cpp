// GeoJSON through GDAL: any bytes are a table, or an Error.

#include <gdal.h>

#include <cpl_vsi.h>

#include "fuzz_values.hpp"
#include "geo/io/vector_source.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr const char* kPath = "/vsimem/fuzz.geojson";
    // GDAL does not change what it is given.
    VSIFCloseL(VSIFileFromMemBuffer(kPath, const_cast<GByte*>(data), size, FALSE));
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        const geo::LoadedIncidents loaded =
            geo::load_vector(kPath, "fuzz.geojson", {}, {true, {}}, 1, progress);
        fuzz::require(loaded.table->size() + loaded.report.rejected().size() <= loaded.report.rows_read,
                      "every feature is read, and is an incident or rejected once");
    });
    VSIUnlink(kPath);
    return 0;
}
