// The density against its sum term by term, for every kernel, with weights; the same for any number of threads.

#include <algorithm>
#include <cmath>
#include <limits>

#include "fuzz_values.hpp"
#include "geo/analysis/density.hpp"
#include "geo/analysis/density_brute.hpp"
#include "geo/core/progress.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Values values(data, size);
    constexpr geo::Kernel kKernels[] = {geo::Kernel::uniform, geo::Kernel::epanechnikov, geo::Kernel::quartic,
                                        geo::Kernel::triweight, geo::Kernel::gaussian};
    geo::DensityParams params;
    params.kernel = kKernels[values.below(5)];
    params.bandwidth_m = values.between(1, 60'000);
    const geo::GridShape shape{values.between(-50'000, 50'000), values.between(-50'000, 50'000),
                               values.between(1'500, 8'000), 1 + values.below(24), 1 + values.below(24)};
    const bool weighted = values.flag();
    std::vector<double> x, y, weight;
    while (!values.empty() && x.size() < 60) {
        x.push_back(values.below(50) == 0 ? std::numeric_limits<double>::quiet_NaN() : values.between(-90'000, 150'000));
        y.push_back(values.between(-90'000, 150'000));
        if (weighted) weight.push_back(values.between(0, 9));
    }
    geo::NoProgress progress;
    params.threads = 1;
    const geo::DensityGrid fast = geo::density(x, y, weight, shape, params, progress);
    params.threads = 3;
    fuzz::require(geo::density(x, y, weight, shape, params, progress).per_km2 == fast.per_km2, "threads change nothing");
    const geo::DensityGrid exact = geo::density_brute(x, y, weight, shape, params);
    // What one incident's peak would be: no cell need lie near a narrow kernel.
    const double m = params.kernel == geo::Kernel::gaussian ? 0.5 : static_cast<double>(params.kernel) + 1;
    const double one = m / (3.14159 * params.bandwidth_m * params.bandwidth_m) * 1e6;
    double peak = one, most = 0;
    for (std::size_t cell = 0; cell < exact.per_km2.size(); ++cell) {
        peak = std::max(peak, exact.per_km2[cell]);
        most = std::max(most, std::abs(exact.per_km2[cell] - fast.per_km2[cell]));
        fuzz::require(fast.per_km2[cell] >= 0, "a density is not negative");
    }
    const double heaviest = weight.empty() ? 1 : 1 + *std::max_element(weight.begin(), weight.end());
    const bool gaussian = params.kernel == geo::Kernel::gaussian;
    // At the rim of a uniform kernel a cell is in or out by rounding: one incident's whole value.
    const double allowed = params.kernel == geo::Kernel::uniform ? one * heaviest : gaussian ? 1e-3 * peak * heaviest : 1e-9 * peak * heaviest;
    fuzz::require(most <= allowed, "the density is that of the sum term by term");
    return 0;
}
