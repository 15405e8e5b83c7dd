// GeoJSON through GDAL and by the reader of our own: any bytes are a table, or an Error, and both tell the same of it.

#include <optional>

#include <gdal.h>

#include <cpl_vsi.h>

#include "fuzz_values.hpp"
#include "geo/io/geojson_source.hpp"
#include "geo/io/vector_source.hpp"

namespace {

std::optional<std::uint64_t> check(const geo::LoadedIncidents& loaded) {
    const std::size_t n = loaded.table->size() + loaded.report.rejected().size();
    fuzz::require(n <= loaded.report.rows_read, "every feature is read, and is an incident or rejected once");
    return loaded.report.rows_read;
}

std::optional<std::uint64_t> by_gdal(const std::uint8_t* data, std::size_t size) {
    constexpr const char* kPath = "/vsimem/fuzz.geojson";
    // GDAL does not change what it is given.
    VSIFCloseL(VSIFileFromMemBuffer(kPath, const_cast<GByte*>(data), size, FALSE));
    std::optional<std::uint64_t> n_read;
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        n_read = check(geo::load_vector(kPath, "fuzz.geojson", {}, {true, {}}, 1, progress));
    });
    VSIUnlink(kPath);
    return n_read;
}

std::optional<std::uint64_t> by_ours(std::string_view text, std::size_t piece_bytes) {
    std::optional<std::uint64_t> n_read;
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        const auto loaded =
            geo::load_geojson(text, "fuzz", "fuzz.geojson", {}, {true, {}}, 2, progress, piece_bytes);
        if (loaded) n_read = check(*loaded);
    });
    return n_read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto whole = by_ours(text, std::size_t{1} << 20);
    const auto pieces = by_ours(text, 64);
    const auto gdal = by_gdal(data, size);
    fuzz::require(!whole || !pieces || *whole == *pieces, "pieces change nothing");
    fuzz::require(!whole || !gdal || *whole == *gdal, "both readers see as many features");
    return 0;
}
