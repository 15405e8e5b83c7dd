#include "geo/analysis/adaptive_density.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/analysis/density_brute.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

NoProgress progress;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr Kernel kKernels[] = {Kernel::uniform, Kernel::epanechnikov, Kernel::quartic, Kernel::triweight,
                               Kernel::gaussian};
const GridShape kGrid{-20e3, 500e3, 1000, 130, 90};

struct Incidents {
    std::vector<double> x, y, weight, bandwidth;
};

/// A dense town, places of one coordinate, the rest anywhere in and around the grid.
Incidents scattered(int n) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(-40e3, 130e3), y(480e3, 610e3), w(0.2, 3), h(700, 40e3);
    std::normal_distribution<double> town(0, 4e3);
    Incidents in;
    for (int i = 0; i < n; ++i) {
        in.x.push_back(i % 3 == 0 ? 30e3 + town(random) : i % 7 == 0 ? 70e3 : x(random));
        in.y.push_back(i % 3 == 0 ? 540e3 + town(random) : i % 7 == 0 ? 555e3 : y(random));
        in.weight.push_back(w(random));
        in.bandwidth.push_back(h(random));
    }
    in.x[5] = kNan;
    return in;
}

double peak_of(const DensityGrid& grid) {
    return *std::max_element(grid.per_km2.begin(), grid.per_km2.end());
}

double error_of(const DensityGrid& fast, const std::vector<double>& exact) {
    double worst = 0, peak = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        worst = std::max(worst, std::abs(fast.per_km2[i] - exact[i]));
        peak = std::max(peak, exact[i]);
    }
    return worst / peak;
}

/// Twin: each incident alone.
std::vector<double> one_by_one(const Incidents& in, Kernel kernel) {
    std::vector<double> sum(kGrid.size(), 0.0);
    for (std::size_t i = 0; i < in.x.size(); ++i) {
        if (std::isnan(in.x[i])) continue;
        const DensityGrid one = density_brute(std::vector{in.x[i]}, std::vector{in.y[i]},
                                              std::vector{in.weight[i]}, kGrid, {kernel, in.bandwidth[i], 1});
        for (std::size_t cell = 0; cell < sum.size(); ++cell) sum[cell] += one.per_km2[cell];
    }
    return sum;
}

} // namespace

TEST_CASE("adaptive density is the sum of kernels of each incident's own bandwidth") {
    const Incidents in = scattered(150);
    for (const Kernel kernel : kKernels) {
        const DensityGrid grid =
            adaptive_density(in.x, in.y, in.weight, in.bandwidth, kGrid, {kernel, 1, 1}, progress);
        INFO(name_of(kernel));
        CHECK(error_of(grid, one_by_one(in, kernel)) < (kernel == Kernel::gaussian ? 1e-5 : 1e-12));
        CHECK(grid.per_km2 ==
              adaptive_density(in.x, in.y, in.weight, in.bandwidth, kGrid, {kernel, 1, 3}, progress).per_km2);
    }
}

TEST_CASE("adaptive density with one bandwidth for all is the fixed one") {
    const Incidents in = scattered(600);
    const std::vector<double> same(in.x.size(), 9e3);
    for (const Kernel kernel : {Kernel::epanechnikov, Kernel::quartic, Kernel::triweight}) {
        const DensityParams params{kernel, 9e3, 1};
        CHECK(error_of(adaptive_density(in.x, in.y, in.weight, same, kGrid, params, progress),
                       density(in.x, in.y, in.weight, kGrid, params, progress).per_km2) < 1e-10);
    }
}

TEST_CASE("Abramson's bandwidths follow the square root of the pilot density") {
    const Incidents in = scattered(600);
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const std::vector<double> h = abramson_bandwidths(in.x, in.y, {}, kGrid, params, progress);
    // Twin: the pilot term by term at each incident.
    std::vector<double> pilot(in.x.size(), kNan);
    double log_sum = 0, n = 0;
    for (std::size_t i = 0; i < in.x.size(); ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < in.x.size(); ++j) {
            const double d2 = std::pow(in.x[i] - in.x[j], 2) + std::pow(in.y[i] - in.y[j], 2);
            if (d2 < 1e8) sum += std::pow(1 - d2 / 1e8, 2);
        }
        pilot[i] = sum;
        if (std::isnan(in.x[i])) continue;
        log_sum += std::log(sum);
        ++n;
    }
    double worst = 0;
    for (std::size_t i = 0; i < in.x.size(); ++i) {
        if (std::isnan(in.x[i])) {
            CHECK(std::isnan(h[i]));
            continue;
        }
        const double exact = std::clamp(10e3 / std::sqrt(pilot[i] / std::exp(log_sum / n)), 3e3, 50e3);
        worst = std::max(worst, std::abs(h[i] / exact - 1));
    }
    INFO("largest difference " << worst);
    CHECK(worst < 2e-2); // where the kernel of 57 incidents at one place ends; elsewhere far less
    CHECK(h[0] < 9e3);   // in the town
    CHECK(*std::max_element(h.begin() + 6, h.end()) > 11e3); // alone
    const std::vector<double> again =
        abramson_bandwidths(in.x, in.y, {}, kGrid, {Kernel::quartic, 10e3, 3}, progress);
    CHECK(std::equal(h.begin() + 6, h.end(), again.begin() + 6));
}

TEST_CASE("adaptive bandwidths and density of the redwoods are those of spatstat") {
    const auto read = [](const char* name) {
        std::ifstream file(std::string(BORDERLENS_SOURCE_DIR "/tests/reference/") + name);
        return nlohmann::json::parse(file);
    };
    using Numbers = std::vector<double>;
    const nlohmann::json places = read("bandwidth_rules.json"), kept = read("density_adaptive.json");
    const auto x = places["x"].get<Numbers>(), y = places["y"].get<Numbers>();
    const GridShape shape{0.0, -1.0, 0.01, 100, 100};
    const DensityParams params{Kernel::gaussian, kept["h0"], 1};
    const Numbers h = abramson_bandwidths(x, y, {}, shape, params, progress);
    const auto expected = kept["bandwidth"].get<Numbers>();
    double worst = 0;
    for (std::size_t i = 0; i < h.size(); ++i) worst = std::max(worst, std::abs(h[i] / expected[i] - 1));
    INFO("bandwidths differ by " << worst);
    CHECK(worst < 5e-3); // spatstat looks the pilot up in its pixel
    const DensityGrid grid = adaptive_density(x, y, {}, h, shape, params, progress);
    const auto node_x = kept["node_x"].get<Numbers>(), node_y = kept["node_y"].get<Numbers>(),
               value = kept["density"].get<Numbers>();
    double off = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto column = static_cast<std::size_t>(std::lround(node_x[i] * 100)),
                   row = static_cast<std::size_t>(std::lround((node_y[i] + 1) * 100));
        const auto at = [&](std::size_t c, std::size_t r) { return grid.per_km2[r * 100 + c] / 1e6; };
        const double here =
            0.25 * (at(column, row) + at(column - 1, row) + at(column, row - 1) + at(column - 1, row - 1));
        off = std::max(off, std::abs(here - value[i]) * 1e6 / peak_of(grid));
    }
    INFO("densities differ by " << off << " of the peak");
    CHECK(off < 1e-2); // spatstat groups bandwidths and moves incidents to their pixels
}

TEST_CASE("adaptive bandwidths of none, one, and all at one place") {
    const DensityParams params{Kernel::quartic, 10e3, 1};
    CHECK(abramson_bandwidths({}, {}, {}, kGrid, params, progress).empty());
    const std::vector<double> x(50, 40e3), y(50, 540e3);
    for (const double h : abramson_bandwidths(x, y, {}, kGrid, params, progress)) CHECK(h == Approx(10e3));
    const std::vector<double> far{9e6};
    CHECK(std::isnan(abramson_bandwidths(far, far, {}, kGrid, params, progress)[0]));
    CHECK(peak_of(adaptive_density(far, far, {}, std::vector{kNan}, kGrid, params, progress)) == 0);
    CHECK_THROWS_AS(adaptive_density(far, far, {}, std::vector{0.0}, kGrid, params, progress), Error);
    CHECK_THROWS_AS(adaptive_density(far, far, {}, {}, kGrid, params, progress), Error);
}
