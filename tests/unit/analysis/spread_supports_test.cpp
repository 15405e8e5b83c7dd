#include "geo/analysis/spread_supports.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

NoProgress progress;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
const GridShape kGrid{0, 0, 1000, 120, 100};
/// A district of 37 × 23 km with a lake in it, its longer part beside a village.
const LocalMultiPolygon kDistrict{{{{40e3, 30e3}, {77e3, 30e3}, {77e3, 53e3}, {40e3, 53e3}},
                                   {{{50e3, 35e3}, {60e3, 35e3}, {60e3, 45e3}, {50e3, 45e3}}}}};

const std::vector<LocalMultiPolygon> kDistricts(1, kDistrict);

double quartic(double h_m, double dx, double dy) {
    const double q = 1 - (dx * dx + dy * dy) / (h_m * h_m);
    return q <= 0 ? 0 : 3 / (3.14159265358979323846 * h_m * h_m) * q * q * 1e6;
}

/// Twin: the mean of the kernel over lattice points of the box that `inside` holds.
template <typename Inside>
double integral_at(Local u, Local low, Local high, double h_m, Inside&& inside) {
    constexpr int n = 600;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j) {
            const Local x{low.x_m + (high.x_m - low.x_m) * (i + 0.5) / n,
                          low.y_m + (high.y_m - low.y_m) * (j + 0.5) / n};
            if (!inside(x)) continue;
            sum += quartic(h_m, u.x_m - x.x_m, u.y_m - x.y_m);
            ++count;
        }
    return sum / count;
}

struct Many {
    std::vector<double> x, y, weight;
    std::vector<SupportShape> support;
};

/// Scattered well inside the grid, with supports of every kind.
Many mixed(int n, double margin_m) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> x(margin_m, 120e3 - margin_m), y(margin_m, 100e3 - margin_m),
        w(0.1, 2);
    Many many;
    for (int i = 0; i < n; ++i) {
        many.x.push_back(x(random));
        many.y.push_back(y(random));
        many.weight.push_back(w(random));
        SupportShape support;
        if (i % 4 == 1) support.radius_m = 2000 + 100.0 * (i % 50);
        if (i % 4 == 2) support.radius_m = 300; // less than half a cell
        if (i % 4 == 3) support.area = 0;
        many.support.push_back(support);
    }
    return many;
}

SpreadPlaces spread(const Many& many, double reach_m, unsigned threads = 1) {
    return spread_supports(many.x, many.y, many.weight, many.support, kDistricts, kGrid, reach_m, threads,
                           progress);
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Largest difference from the integral over the disc, as a share of its peak.
double disc_error(double radius_m, Local middle) {
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const std::vector<double> x{middle.x_m}, y{middle.y_m};
    const std::vector<SupportShape> support{{radius_m}};
    const SpreadPlaces places = spread_supports(x, y, {}, support, {}, kGrid, 10e3, 1, progress);
    const DensityGrid grid = density(places.x_m, places.y_m, places.weight, kGrid, params, progress);
    double worst = 0, peak = 0;
    for (std::uint32_t i = 0; i < 9; ++i) {
        const std::uint32_t column = 50 + 4 * i, row = 50 + i;
        const Local u = kGrid.centre(column, row);
        const double exact = integral_at(
            u, {middle.x_m - radius_m, middle.y_m - radius_m}, {middle.x_m + radius_m, middle.y_m + radius_m},
            10e3, [&](Local p) { return std::hypot(p.x_m - middle.x_m, p.y_m - middle.y_m) <= radius_m; });
        peak = std::max(peak, exact);
        worst = std::max(worst, std::abs(grid.per_km2[row * kGrid.n_columns + column] - exact));
    }
    return worst / peak;
}

} // namespace

TEST_CASE("spread over points is pin, bit for bit") {
    Many many = mixed(500, 5e3);
    for (std::size_t i = 0; i < many.support.size(); ++i) many.support[i] = {i % 3 == 0 ? kNan : 499.0};
    const DensityParams params{Kernel::quartic, 9e3, 1};
    const SpreadPlaces places = spread(many, 9e3);
    CHECK(places.mass_spread == 0);
    CHECK(places.n_supports == 0);
    CHECK(density(places.x_m, places.y_m, places.weight, kGrid, params, progress).per_km2 ==
          density(many.x, many.y, many.weight, kGrid, params, progress).per_km2);
}

TEST_CASE("spread keeps the mass, and its density that of pin") {
    const Many many = mixed(400, 30e3);
    const SpreadPlaces places = spread(many, 17e3);
    CHECK(places.mass == Approx(sum(many.weight)).epsilon(1e-12));
    CHECK(sum(places.weight) == Approx(places.mass).epsilon(1e-10));
    CHECK(places.mass_beyond == 0);
    CHECK(places.share_spread() == Approx(0.5).margin(0.05));
    CHECK(*std::min_element(places.weight.begin(), places.weight.end()) > 0);
    const DensityParams params{Kernel::quartic, 17e3, 1};
    const double spread_mass =
        integral(density(places.x_m, places.y_m, places.weight, kGrid, params, progress));
    const double pin_mass = integral(density(many.x, many.y, many.weight, kGrid, params, progress));
    CHECK(spread_mass == Approx(pin_mass).epsilon(1e-5)); // METHODS 3: quartic at h = 17 cells
    CHECK(spread_mass == Approx(places.mass).epsilon(1e-5));
}

TEST_CASE("spread over a disc is the kernel's integral over it") {
    const double three = disc_error(3e3, {60.2e3, 50.9e3}), ten = disc_error(10e3, {60.2e3, 50.9e3});
    const double far = disc_error(25e3, {60.2e3, 50.9e3});
    INFO("of the peak: 3 km " << three << ", 10 km " << ten << ", 25 km " << far);
    CHECK(three < 5e-3);
    CHECK(ten < 5e-3);
    CHECK(far < 5e-3);
}

TEST_CASE("spread over an area is the kernel's integral over it, wherever the village lies") {
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const std::vector<double> x{75e3, 41e3}, y{31e3, 52e3};
    const std::vector<SupportShape> support(2, {0, 0});
    const SpreadPlaces places = spread_supports(x, y, {}, support, kDistricts, kGrid, 10e3, 1, progress);
    CHECK(places.n_supports == 1);
    CHECK(places.mass_spread == 2);
    const DensityGrid grid = density(places.x_m, places.y_m, places.weight, kGrid, params, progress);
    for (const auto& [column, row] : {std::pair{55u, 40u}, {70u, 42u}, {41u, 31u}, {80u, 50u}}) {
        const auto in_lake = [](Local p) {
            return p.x_m > 50e3 && p.x_m < 60e3 && p.y_m > 35e3 && p.y_m < 45e3;
        };
        const double exact = 2 * integral_at(kGrid.centre(column, row), {40e3, 30e3}, {77e3, 53e3}, 10e3,
                                             [&](Local p) { return !in_lake(p); });
        CHECK(grid.per_km2[row * kGrid.n_columns + column] == Approx(exact).epsilon(0.01));
    }
}

TEST_CASE("incidents with one place and support are laid once with their weights' sum") {
    const std::vector<double> x(1000, 33.3e3), y(1000, 44.4e3);
    std::vector<SupportShape> support(1000, {7e3});
    const SpreadPlaces many = spread_supports(x, y, {}, support, {}, kGrid, 10e3, 1, progress);
    CHECK(many.n_supports == 1);
    const SpreadPlaces one = spread_supports(std::vector{33.3e3}, std::vector{44.4e3}, std::vector{1000.0},
                                             std::vector<SupportShape>{{7e3}}, {}, kGrid, 10e3, 1, progress);
    CHECK(many.x_m == one.x_m);
    CHECK(many.weight == one.weight);
    support[7].radius_m = 8e3;
    CHECK(spread_supports(x, y, {}, support, {}, kGrid, 10e3, 1, progress).n_supports == 2);
}

TEST_CASE("supports that reach beyond the grid are felt from there, and what is too far is counted") {
    const std::vector<double> x{-20e3, 60e3}, y{50e3, 50e3};
    const std::vector<SupportShape> support{{30e3}, {450e3}};
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const SpreadPlaces here = spread_supports(x, y, {}, support, {}, kGrid, 10e3, 1, progress);
    CHECK(here.mass == 2);
    CHECK(here.mass_beyond > 0.9);
    CHECK(sum(here.weight) + here.mass_beyond == Approx(2).epsilon(1e-10));
    const GridShape larger{-500e3, -500e3, 1000, 1120, 1100}; // the same cells with 500 more on each side
    const SpreadPlaces all = spread_supports(x, y, {}, support, {}, larger, 10e3, 1, progress);
    CHECK(all.mass_beyond == 0);
    const auto a = density(here.x_m, here.y_m, here.weight, kGrid, params, progress).per_km2;
    const auto b = density(all.x_m, all.y_m, all.weight, kGrid, params, progress).per_km2;
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
    CHECK(worst < 1e-9 * *std::max_element(b.begin(), b.end()));
}

TEST_CASE("none, one without a place, and areas of nothing") {
    CHECK(spread_supports({}, {}, {}, {}, {}, kGrid, 10e3, 1, progress).mass == 0);
    const std::vector<SupportShape> disc{{5e3}};
    CHECK(spread_supports(std::vector{kNan}, std::vector{1.0}, {}, disc, {}, kGrid, 10e3, 1, progress).mass ==
          0);
    const std::vector<LocalMultiPolygon> nothing(1);
    const SpreadPlaces point =
        spread_supports(std::vector{5e3}, std::vector{6e3}, {}, std::vector<SupportShape>{{0, 0}}, nothing,
                        kGrid, 10e3, 1, progress);
    CHECK(point.x_m == std::vector{5e3});
    CHECK(point.mass_spread == 0);
    const SpreadPlaces weightless = spread_supports(std::vector{5e3}, std::vector{6e3}, std::vector{0.0},
                                                    disc, {}, kGrid, 10e3, 1, progress);
    CHECK(sum(weightless.weight) == 0);
    CHECK(weightless.share_spread() == 0);
}

TEST_CASE("spread is the same for any number of threads") {
    const Many many = mixed(700, 1e3);
    const SpreadPlaces one = spread(many, 17e3, 1), three = spread(many, 17e3, 3);
    CHECK(one.x_m == three.x_m);
    CHECK(one.weight == three.weight);
    CHECK(one.mass_beyond == three.mass_beyond);
}

TEST_CASE("spread refuses lengths that differ and areas that are not there") {
    const std::vector<double> one{1.0};
    CHECK_THROWS_AS(spread_supports(one, one, {}, {}, {}, kGrid, 10e3, 1, progress), Error);
    CHECK_THROWS_AS(
        spread_supports(one, one, {}, std::vector<SupportShape>{{0, 3}}, {}, kGrid, 10e3, 1, progress),
        Error);
}
