#include "geo/analysis/density.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "geo/analysis/density_gaussian.hpp"
#include "geo/analysis/density_polynomial.hpp"
#include "geo/core/error.hpp"

namespace geo {

namespace {

constexpr std::array<std::string_view, 5> kNames{"uniform", "epanechnikov", "quartic", "triweight",
                                                 "gaussian"};

void require(bool holds, const char* what) {
    if (!holds) throw Error(ErrorKind::Argument, what);
}

} // namespace

DensityGrid density(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> weight,
                    const GridShape& shape, const DensityParams& params, Progress& progress) {
    require(x_m.size() == y_m.size(), "coordinate spans differ in length");
    require(weight.empty() || weight.size() == x_m.size(), "weights and coordinates differ in length");
    require(std::all_of(weight.begin(), weight.end(), [](double w) { return std::isfinite(w) && w >= 0; }),
            "a weight is negative or not a number");
    require(std::isfinite(params.bandwidth_m) && params.bandwidth_m > 0, "the bandwidth must be positive");
    require(std::isfinite(shape.cell_m) && shape.cell_m > 0, "the cell size must be positive");
    DensityGrid grid{shape, std::vector<double>(shape.size(), 0.0)};
    if (grid.per_km2.empty()) return grid;
    const auto add = params.kernel == Kernel::gaussian ? add_gaussian_density : add_polynomial_density;
    add(x_m, y_m, weight, params, grid, progress);
    return grid;
}

double sigma_equivalent(Kernel kernel, double bandwidth_m) {
    if (kernel == Kernel::gaussian) return bandwidth_m;
    return bandwidth_m / std::sqrt(2 * static_cast<double>(kernel) + 4);
}

double kernel_reach(Kernel kernel, double bandwidth_m) {
    return kernel == Kernel::gaussian ? 5 * bandwidth_m : bandwidth_m;
}

std::string_view name_of(Kernel kernel) { return kNames[static_cast<std::size_t>(kernel)]; }

std::optional<Kernel> kernel_from_name(std::string_view name) {
    const auto* const it = std::find(kNames.begin(), kNames.end(), name);
    if (it == kNames.end()) return std::nullopt;
    return static_cast<Kernel>(it - kNames.begin());
}

double integral(const DensityGrid& grid) {
    const double cell_km = grid.shape.cell_m / 1000;
    return std::accumulate(grid.per_km2.begin(), grid.per_km2.end(), 0.0) * cell_km * cell_km;
}

} // namespace geo
