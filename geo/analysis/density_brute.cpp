#include "geo/analysis/density_brute.hpp"

#include <cmath>
#include <numbers>

namespace geo {

namespace {

/// k(d), per square metre.
double kernel_value(Kernel kernel, double bandwidth_m, double d2) {
    const double h2 = bandwidth_m * bandwidth_m;
    if (kernel == Kernel::gaussian) return std::exp(-d2 / (2 * h2)) / (2 * std::numbers::pi * h2);
    const auto m = static_cast<double>(kernel);
    return d2 > h2 ? 0 : (m + 1) / (std::numbers::pi * h2) * std::pow(1 - d2 / h2, m);
}

} // namespace

DensityGrid density_brute(std::span<const double> x_m, std::span<const double> y_m,
                          std::span<const double> weight, const GridShape& shape,
                          const DensityParams& params) {
    DensityGrid grid{shape, {}};
    for (std::uint32_t row = 0; row < shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < shape.n_columns; ++column) {
            const Local centre = shape.centre(column, row);
            double sum = 0;
            for (std::size_t i = 0; i < x_m.size(); ++i) {
                const double dx = centre.x_m - x_m[i], dy = centre.y_m - y_m[i];
                if (std::isnan(dx) || std::isnan(dy)) continue;
                sum += (weight.empty() ? 1 : weight[i]) *
                       kernel_value(params.kernel, params.bandwidth_m, dx * dx + dy * dy);
            }
            grid.per_km2.push_back(sum * 1e6);
        }
    return grid;
}

} // namespace geo
