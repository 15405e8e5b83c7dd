#include "geo/analysis/density.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "geo/analysis/density_brute.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

constexpr Kernel kKernels[] = {Kernel::uniform, Kernel::epanechnikov, Kernel::quartic, Kernel::triweight,
                               Kernel::gaussian};

struct Incidents {
    std::vector<double> x_m, y_m, weight;
};

/// Scattered over and around the grid, a fifth of them on ten shared coordinates, some unlocated.
Incidents scattered(const GridShape& grid, int n, unsigned seed) {
    std::mt19937 random(seed);
    const double side = grid.cell_m * grid.n_columns, tall = grid.cell_m * grid.n_rows;
    std::uniform_real_distribution<double> x(grid.west_m - 0.2 * side, grid.west_m + 1.2 * side);
    std::uniform_real_distribution<double> y(grid.south_m - 0.2 * tall, grid.south_m + 1.2 * tall);
    std::uniform_real_distribution<double> weight(0, 3);
    Incidents in;
    for (int i = 0; i < n; ++i) {
        const bool shared = i % 5 == 0 && i >= 50;
        in.x_m.push_back(shared ? in.x_m[static_cast<std::size_t>(i % 50)] : x(random));
        in.y_m.push_back(shared ? in.y_m[static_cast<std::size_t>(i % 50)] : y(random));
        in.weight.push_back(weight(random));
    }
    in.x_m[3] = std::numeric_limits<double>::quiet_NaN();
    in.y_m[4] = std::numeric_limits<double>::quiet_NaN();
    return in;
}

/// Largest difference as a share of the peak.
double error_of(const DensityGrid& fast, const DensityGrid& exact) {
    double worst = 0, peak = 0;
    for (std::size_t i = 0; i < exact.per_km2.size(); ++i) {
        worst = std::max(worst, std::abs(fast.per_km2[i] - exact.per_km2[i]));
        peak = std::max(peak, exact.per_km2[i]);
    }
    return worst / peak;
}

double tolerance_of(Kernel kernel) { return kernel == Kernel::gaussian ? 5e-4 : 1e-7; }

NoProgress progress;

} // namespace

TEST_CASE("density agrees with brute force for every kernel and bandwidth") {
    const GridShape grid{-50e3, 1e6, 1000, 150, 90};
    const Incidents in = scattered(grid, 400, 1);
    for (const Kernel kernel : kKernels)
        for (const double bandwidth_m : {700.0, 3000.0, 4600.0, 17300.0, 80e3, 500e3}) {
            const DensityParams params{kernel, bandwidth_m, 1};
            const double error = error_of(density(in.x_m, in.y_m, in.weight, grid, params, progress),
                                          density_brute(in.x_m, in.y_m, in.weight, grid, params));
            INFO(name_of(kernel) << ", " << bandwidth_m << " m: error " << error << " of the peak");
            CHECK(error < (kernel == Kernel::gaussian ? 5e-4 : 1e-10));
        }
}

TEST_CASE("a town shared by all incidents is as exact as scattered ones, wherever it lies in its cell") {
    const GridShape grid{0, 0, 1000, 80, 80};
    for (const Kernel kernel : kKernels)
        for (const double offset : {0.0, 250.0, 499.0, 500.0, 731.0}) {
            const std::vector<double> x(1000, 40e3 + offset), y(1000, 40e3 + 0.3 * offset);
            const DensityParams params{kernel, 5.1e3, 1};
            const double error =
                error_of(density(x, y, {}, grid, params, progress), density_brute(x, y, {}, grid, params));
            INFO(name_of(kernel) << " at " << offset << ": " << error);
            CHECK(error < tolerance_of(kernel));
        }
}

TEST_CASE("a bandwidth far below a cell is exact in the cells whose centres it reaches") {
    const GridShape grid{50e3, -50e3, 8000, 16, 16};
    for (const Kernel kernel : kKernels)
        for (const double bandwidth_m : {30.0, 234.0, 1999.0, 3999.0, 4001.0, 5990.0}) {
            std::vector<double> x, y;
            for (std::uint32_t cell = 0; cell < 16; ++cell) {
                const Local centre = grid.centre(cell, 15 - cell);
                x.push_back(centre.x_m + 0.3 * bandwidth_m);
                y.push_back(centre.y_m - 0.2 * bandwidth_m);
            }
            const DensityParams params{kernel, bandwidth_m, 1};
            const double error =
                error_of(density(x, y, {}, grid, params, progress), density_brute(x, y, {}, grid, params));
            INFO(name_of(kernel) << ", " << bandwidth_m << " m: error " << error << " of the peak");
            CHECK(error < (kernel == Kernel::gaussian ? 5e-4 : 1e-10));
        }
}

TEST_CASE("density integrates to the number of incidents whose kernels lie inside") {
    const GridShape grid{0, 0, 1000, 300, 300};
    std::mt19937 random(2);
    std::uniform_real_distribution<double> place(100e3, 200e3);
    std::vector<double> x(500), y(500);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = place(random), y[i] = place(random);
    const auto share = [&](Kernel kernel, double bandwidth_m) {
        return integral(density(x, y, {}, grid, {kernel, bandwidth_m, 1}, progress)) / 500;
    };
    // Values are taken at cell centres (METHODS 3): the figures for one incident are the figures for their
    // mean.
    CHECK(share(Kernel::quartic, 17e3) == Approx(1).margin(1e-5));
    CHECK(share(Kernel::epanechnikov, 17e3) == Approx(1).margin(4e-4));
    CHECK(share(Kernel::triweight, 17e3) == Approx(1).margin(1e-6));
    CHECK(share(Kernel::uniform, 17e3) == Approx(1).margin(1e-2));
    CHECK(share(Kernel::quartic, 5e3) == Approx(1).margin(6e-4));
    CHECK(share(Kernel::gaussian, 10e3) == Approx(1).margin(1e-5));
    CHECK(share(Kernel::gaussian, 2e3) == Approx(1).margin(1e-5));
}

TEST_CASE("density is the same for any number of threads") {
    const GridShape grid{-50e3, 1e6, 1000, 150, 90};
    const Incidents in = scattered(grid, 2000, 3);
    for (const Kernel kernel : kKernels)
        for (const double bandwidth_m : {3000.0, 12e3}) {
            const DensityGrid one =
                density(in.x_m, in.y_m, in.weight, grid, {kernel, bandwidth_m, 1}, progress);
            CHECK(one.per_km2 ==
                  density(in.x_m, in.y_m, in.weight, grid, {kernel, bandwidth_m, 3}, progress).per_km2);
        }
}

TEST_CASE("density is zero without incidents, exactly zero beyond a kernel's reach and never negative") {
    const GridShape grid{0, 0, 1000, 100, 40};
    for (const Kernel kernel : kKernels) {
        const DensityGrid none = density({}, {}, {}, grid, {kernel, 5e3, 1}, progress);
        CHECK(none.per_km2 == std::vector<double>(4000, 0.0));
        const std::vector<double> x(700, 20.3e3), y(700, 20.7e3);
        const DensityGrid one = density(x, y, {}, grid, {kernel, 5e3, 1}, progress);
        CHECK(*std::min_element(one.per_km2.begin(), one.per_km2.end()) == 0);
        CHECK(one.per_km2[20 * 100 + 60] == 0);
        CHECK(density(x, y, {}, {0, 0, 1000, 0, 40}, {kernel, 5e3, 1}, progress).per_km2.empty());
    }
}

TEST_CASE("the peak of one incident is the kernel's value at its centre") {
    const GridShape grid{-500, -500, 1000, 41, 41};
    const std::vector<double> at{20e3};
    const double pi = 3.14159265358979323846;
    const auto peak = [&](Kernel kernel) {
        return density(at, at, {}, grid, {kernel, 10e3, 1}, progress).per_km2[20 * 41 + 20];
    };
    CHECK(peak(Kernel::uniform) == Approx(1 / (pi * 100)));
    CHECK(peak(Kernel::epanechnikov) == Approx(2 / (pi * 100)));
    CHECK(peak(Kernel::quartic) == Approx(3 / (pi * 100)));
    CHECK(peak(Kernel::triweight) == Approx(4 / (pi * 100)));
    CHECK(peak(Kernel::gaussian) == Approx(1 / (2 * pi * 100)).epsilon(1e-4));
}

TEST_CASE("weights count as that many incidents") {
    const GridShape grid{0, 0, 1000, 50, 50};
    const std::vector<double> x{20e3, 30e3}, y{25e3, 25e3}, weight{3, 0};
    const std::vector<double> x3(3, 20e3), y3(3, 25e3);
    for (const Kernel kernel : kKernels) {
        const DensityParams params{kernel, 8e3, 1};
        CHECK(error_of(density(x, y, weight, grid, params, progress),
                       density(x3, y3, {}, grid, params, progress)) < 1e-6);
    }
}

TEST_CASE("what cannot be a density is refused") {
    const GridShape grid{0, 0, 1000, 50, 50};
    const std::vector<double> one{1}, two{1, 2}, nan{std::numeric_limits<double>::quiet_NaN()};
    CHECK_THROWS_AS(density(one, two, {}, grid, {}, progress), Error);
    CHECK_THROWS_AS(density(one, one, two, grid, {}, progress), Error);
    CHECK_THROWS_AS(density(one, one, nan, grid, {}, progress), Error);
    CHECK_THROWS_AS(density(one, one, {}, grid, {Kernel::quartic, 0, 1}, progress), Error);
    CHECK_THROWS_AS(density(one, one, {}, {0, 0, 0, 50, 50}, {}, progress), Error);
}

TEST_CASE("kernels have names and equal smoothing as in METHODS") {
    for (const Kernel kernel : kKernels) CHECK(kernel_from_name(name_of(kernel)) == kernel);
    CHECK_FALSE(kernel_from_name("cone"));
    CHECK(sigma_equivalent(Kernel::uniform, 2) == Approx(1));
    CHECK(sigma_equivalent(Kernel::epanechnikov, 2.4495) == Approx(1).epsilon(1e-4));
    CHECK(sigma_equivalent(Kernel::quartic, 25) == Approx(8.8).margin(0.05));
    CHECK(sigma_equivalent(Kernel::triweight, 3.1623) == Approx(1).epsilon(1e-4));
    CHECK(sigma_equivalent(Kernel::gaussian, 7) == 7);
}
