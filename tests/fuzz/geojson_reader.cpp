// GeoJSON through GDAL and by the reader of our own: any bytes are a table, or an Error, and both tell the same of it.

#include <optional>

#include <gdal.h>

#include <cpl_vsi.h>

#include "fuzz_values.hpp"
#include "geo/io/geojson_source.hpp"
#include "geo/io/vector_source.hpp"

namespace {

struct Features {
    std::uint64_t n_read = 0, n_rejected = 0;
    bool operator==(const Features&) const = default;
};

Features check(const geo::LoadedIncidents& loaded) {
    const std::size_t n_rejected = loaded.report.rejected().size();
    fuzz::require(loaded.table->size() + n_rejected <= loaded.report.rows_read,
                  "every feature is read, and is an incident or rejected once");
    return {loaded.report.rows_read, n_rejected};
}

std::optional<Features> by_gdal(const std::uint8_t* data, std::size_t size) {
    constexpr const char* kPath = "/vsimem/fuzz.geojson";
    // GDAL does not change what it is given.
    VSIFCloseL(VSIFileFromMemBuffer(kPath, const_cast<GByte*>(data), size, FALSE));
    std::optional<Features> features;
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        features = check(geo::load_vector(kPath, "fuzz.geojson", {}, {true, {}}, 1, progress));
    });
    VSIUnlink(kPath);
    return features;
}

std::optional<Features> by_ours(std::string_view text, std::size_t piece_bytes) {
    std::optional<Features> features;
    fuzz::expect_answer_or_error([&] {
        geo::NoProgress progress;
        const auto loaded =
            geo::load_geojson(text, "fuzz", "fuzz.geojson", {}, {true, {}}, 2, progress, piece_bytes);
        if (loaded) features = check(*loaded);
    });
    return features;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto whole = by_ours(text, std::size_t{1} << 20);
    const auto pieces = by_ours(text, 64);
    const auto gdal = by_gdal(data, size);
    fuzz::require(!whole || !pieces || *whole == *pieces, "pieces change nothing");
    // To GDAL a geometry of a kind that is none is no geometry, and a feature of nothing else a blank row: ours rejects it.
    if (whole && gdal && whole->n_rejected <= gdal->n_rejected)
        fuzz::require(whole->n_read == gdal->n_read, "both readers see as many features");
    return 0;
}
