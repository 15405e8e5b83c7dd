#include "geo/analysis/edge_correction.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <random>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

NoProgress progress;
constexpr double kPi = 3.14159265358979323846;
const GridShape kGrid{0, 0, 1000, 90, 80};
/// A bay, a hole, an island; none of their edges along the cells.
const LocalMultiPolygon kWindow{
    {{{8e3, 9e3}, {61e3, 12e3}, {70e3, 62e3}, {45e3, 55e3}, {40e3, 30.3e3}, {33e3, 66e3}, {11e3, 58e3}},
     {{{18e3, 20e3}, {19e3, 33e3}, {27e3, 31e3}, {26e3, 21e3}}}},
    {{{75e3, 20e3}, {83e3, 24e3}, {77e3, 37e3}}, {}}};

/// Twin: ∫_W k by Green's theorem, along the outline seen from u, for a quartic.
double kernel_inside(const LocalMultiPolygon& window, Local u, double h_m) {
    constexpr int kSteps = 2000;
    double sum = 0;
    const Outline outline = outline_of(window);
    std::size_t begin = 0;
    for (const std::size_t end : outline.ring_end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Local a = outline.corners[i], b = outline.corners[i + 1 < end ? i + 1 : begin];
            const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m;
            for (int step = 0; step < kSteps; ++step) {
                const double t = (step + 0.5) / kSteps;
                const double x = a.x_m + t * dx - u.x_m, y = a.y_m + t * dy - u.y_m;
                const double r2 = x * x + y * y, q = std::max(0.0, 1 - r2 / (h_m * h_m));
                sum += (1 - q * q * q) / (2 * kPi) * (x * dy - y * dx) / r2 / kSteps;
            }
        }
        begin = end;
    }
    return sum;
}

struct Points {
    std::vector<double> x, y;
};

Points inside_window(int n, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(0, 90e3), y(0, 80e3);
    Points points;
    const std::vector<double> fine = shares_inside(kWindow, {0, 0, 100, 900, 800}, 1, progress);
    while (static_cast<int>(points.x.size()) < n) {
        const double px = x(random), py = y(random);
        if (fine[static_cast<std::size_t>(py / 100) * 900 + static_cast<std::size_t>(px / 100)] < 1) continue;
        points.x.push_back(px);
        points.y.push_back(py);
    }
    return points;
}

Points redwoods() {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/bandwidth_rules.json");
    const auto kept = nlohmann::json::parse(file);
    return {kept["x"].get<std::vector<double>>(), kept["y"].get<std::vector<double>>()};
}

} // namespace

TEST_CASE("the share of a kernel inside the window is its integral over it") {
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const EdgeWindow window(kWindow, kGrid, params, progress);
    double at_centres = 0, between = 0;
    for (std::uint32_t row = 0; row < kGrid.n_rows; row += 3)
        for (std::uint32_t column = 0; column < kGrid.n_columns; column += 3) {
            if (window.share(column, row) == 0) continue;
            const Local centre = kGrid.centre(column, row), off{centre.x_m + 431, centre.y_m - 287};
            at_centres = std::max(at_centres, std::abs(window.kernel_inside(column, row) -
                                                       kernel_inside(kWindow, centre, 10e3)));
            between =
                std::max(between, std::abs(window.kernel_inside(off) - kernel_inside(kWindow, off, 10e3)));
        }
    INFO("largest error at centres " << at_centres << ", between them " << between);
    CHECK(at_centres < 2.5e-3);
    CHECK(between < 2.5e-3);
    CHECK(window.area_m2() == Approx(outline_of(kWindow).area_m2));
    CHECK(window.share_at({-50e3, 0}) == 0);
}

TEST_CASE("edge correction of the redwoods is that of spatstat") {
    const Points points = redwoods();
    const GridShape shape{-0.0025, -1.0025, 0.005, 201, 201}; // centres at multiples of 0.005
    const LocalMultiPolygon square{{{{0, -1}, {1, -1}, {1, 0}, {0, 0}}, {}}};
    const DensityParams params{Kernel::gaussian, 0.1, 1};
    const EdgeWindow window(square, shape, params, progress);
    const auto check = [&](EdgeCorrection edge, double a, double b, double c) {
        const DensityGrid grid =
            density_within(points.x, points.y, {}, window, edge, shape, params, progress);
        const auto value = [&](double x, double y) {
            const auto column = std::lround((x - shape.west_m) / shape.cell_m - 0.5);
            const auto row = std::lround((y - shape.south_m) / shape.cell_m - 0.5);
            return grid.per_km2[static_cast<std::size_t>(row * 201 + column)] / 1e6;
        };
        INFO(name_of(edge) << ": " << value(0.36, -0.08) / a - 1 << ", " << value(0.44, -0.10) / b - 1 << ", "
                           << value(0.48, -0.08) / c - 1);
        // The window's edges run through the middle of cells, of which there are 20 to sigma.
        CHECK(value(0.36, -0.08) == Approx(a).epsilon(1e-4));
        CHECK(value(0.44, -0.10) == Approx(b).epsilon(1e-4));
        CHECK(value(0.48, -0.08) == Approx(c).epsilon(1e-4));
    };
    check(EdgeCorrection::none, 47.5415398, 70.2471634, 69.4896602);
    check(EdgeCorrection::uniform, 60.3304332, 83.4943639, 88.1687474);
    check(EdgeCorrection::jones_diggle, 57.7179334, 83.8925675, 82.6993096);
}

TEST_CASE("Jones and Diggle keep the number of incidents over the window") {
    const Points points = inside_window(700, 5);
    for (const Kernel kernel : {Kernel::epanechnikov, Kernel::quartic, Kernel::triweight, Kernel::gaussian}) {
        const DensityParams params{kernel, kernel == Kernel::gaussian ? 4e3 : 10e3, 1};
        const EdgeWindow window(kWindow, kGrid, params, progress);
        const auto sum = [&](EdgeCorrection edge) {
            return integral_within(
                density_within(points.x, points.y, {}, window, edge, kGrid, params, progress), window);
        };
        INFO(name_of(kernel) << ": " << sum(EdgeCorrection::jones_diggle) << ", without "
                             << sum(EdgeCorrection::none));
        CHECK(sum(EdgeCorrection::jones_diggle) ==
              Approx(700).epsilon(kernel == Kernel::epanechnikov ? 2e-3 : 1e-4));
        CHECK(sum(EdgeCorrection::none) < 600);
    }
}

TEST_CASE("the uniform correction makes even incidents even up to the edge") {
    // One incident in the middle of each hundredth of a cell, as far as the window goes.
    const DensityParams params{Kernel::quartic, 10e3, 1};
    const EdgeWindow window(kWindow, kGrid, params, progress);
    const std::vector<double> share = shares_inside(kWindow, kGrid, 1, progress);
    std::vector<double> x, y, weight;
    for (std::uint32_t row = 0; row < kGrid.n_rows; ++row)
        for (std::uint32_t column = 0; column < kGrid.n_columns; ++column) {
            x.push_back(kGrid.centre(column, row).x_m);
            y.push_back(kGrid.centre(column, row).y_m);
            weight.push_back(share[row * kGrid.n_columns + column]);
        }
    const DensityGrid grid =
        density_within(x, y, weight, window, EdgeCorrection::uniform, kGrid, params, progress);
    for (std::size_t i = 0; i < share.size(); ++i)
        if (std::abs(grid.per_km2[i] - (share[i] > 0 ? 1 : 0)) > 1e-9)
            FAIL("cell " << i << ": " << grid.per_km2[i]);
}

TEST_CASE("without correction the window is not looked at, and far from its edge it changes nothing") {
    const DensityParams params{Kernel::quartic, 5e3, 1};
    const EdgeWindow window(kWindow, kGrid, params, progress);
    const std::vector<double> x{50e3, 200e3}, y{20e3, 20e3}, middle{50e3}, row{20e3};
    CHECK(density_within(x, y, {}, window, EdgeCorrection::none, kGrid, params, progress).per_km2 ==
          density(x, y, {}, kGrid, params, progress).per_km2);
    for (const auto edge : {EdgeCorrection::uniform, EdgeCorrection::jones_diggle}) {
        const DensityGrid grid = density_within(middle, row, {}, window, edge, kGrid, params, progress);
        CHECK(grid.per_km2[20 * 90 + 50] ==
              Approx(density(middle, row, {}, kGrid, params, progress).per_km2[20 * 90 + 50]).epsilon(1e-3));
        CHECK(integral(density_within({}, {}, {}, window, edge, kGrid, params, progress)) == 0);
    }
}

TEST_CASE("of what is spread the part inside the window stays") {
    const DensityParams params{Kernel::quartic, 5e3, 1};
    const LocalMultiPolygon half{{{{0, 0}, {40e3, 0}, {40e3, 80e3}, {0, 80e3}}, {}}};
    const EdgeWindow window(half, kGrid, params, progress);
    const std::vector<double> x{40e3, 20e3}, y{40e3, 40e3};
    const std::vector<SupportShape> support{{15e3}, {}};
    SpreadPlaces places = spread_supports(x, y, {}, support, {}, kGrid, 5e3, 1, progress);
    CHECK(places.n_points == 1);
    only_inside(window, places);
    CHECK(std::accumulate(places.weight.begin(), places.weight.end(), 0.0) == Approx(1.5).epsilon(1e-4));
    const DensityGrid grid = density_within(places.x_m, places.y_m, places.weight, window,
                                            EdgeCorrection::jones_diggle, kGrid, params, progress);
    CHECK(integral_within(grid, window) == Approx(1.5).epsilon(1e-3));
}

TEST_CASE("edge corrections have names") {
    for (const auto edge : {EdgeCorrection::none, EdgeCorrection::uniform, EdgeCorrection::jones_diggle})
        CHECK(edge_correction_from_name(name_of(edge)) == edge);
    CHECK_FALSE(edge_correction_from_name("ripley"));
}
