#include "app/render/coverage_raster.hpp"
#include "app/render/detail_levels.hpp"
#include "app/render/simplify.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace app;

namespace {

geo::MercatorPath random_walk(std::size_t n, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-100, 100);
    geo::MercatorPath path{{8e6, 4e6}};
    while (path.size() < n)
        path.push_back({path.back().x_m + 30 + step(random), path.back().y_m + step(random)});
    return path;
}

double distance_to_path(geo::Mercator p, const geo::MercatorPath& path) {
    double least = 1e300;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const double dx = path[i + 1].x_m - path[i].x_m, dy = path[i + 1].y_m - path[i].y_m;
        const double length2 = dx * dx + dy * dy;
        double t = length2 > 0 ? ((p.x_m - path[i].x_m) * dx + (p.y_m - path[i].y_m) * dy) / length2 : 0;
        t = std::clamp(t, 0.0, 1.0);
        least = std::min(least, std::hypot(p.x_m - path[i].x_m - t * dx, p.y_m - path[i].y_m - t * dy));
    }
    return least;
}

using Rings = std::vector<std::vector<ViewPoint>>;

std::vector<ViewPoint> box(float x0, float y0, float x1, float y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
}

double covered(const CoverageRaster& raster, int height) {
    double sum = 0;
    for (int y = 0; y < height; ++y) {
        for (const std::uint8_t c : raster.row(y)) sum += c / 255.0;
    }
    return sum;
}

} // namespace

TEST_CASE("a simplified line keeps its ends and strays no farther than the tolerance") {
    const geo::MercatorPath path = random_walk(2000, 7);
    for (const double tolerance : {0.0, 5.0, 80.0, 1000.0}) {
        const geo::MercatorPath thin = simplified(path, tolerance);
        CHECK(thin.front() == path.front());
        CHECK(thin.back() == path.back());
        CHECK(thin.size() <= path.size());
        for (const geo::Mercator place : path) CHECK(distance_to_path(place, thin) <= tolerance + 1e-6);
    }
    CHECK(simplified(path, 80).size() < path.size() / 2);
}

TEST_CASE("a simplified ring stays closed") {
    geo::MercatorPath ring;
    for (int i = 0; i <= 360; ++i)
        ring.push_back({1000 * std::cos(i * 0.01745329), 1000 * std::sin(i * 0.01745329)});
    ring.back() = ring.front();
    const geo::MercatorPath thin = simplified(ring, 20);
    CHECK(thin.front() == thin.back());
    CHECK(thin.size() >= 4);
    CHECK(thin.size() < 60);
}

TEST_CASE("levels of detail are finer when zoomed in and are made once") {
    const std::vector<geo::MercatorPath> paths{random_walk(5000, 3)};
    DetailLevels levels({std::span(paths)});
    const auto& far = levels.at(1000);
    const auto& near = levels.at(1);
    CHECK(far[0][0].places.size() < near[0][0].places.size());
    CHECK(&levels.at(1001) == &far);
    std::size_t n_segments = near[0][0].places.size() - 1;
    CHECK(near[0][0].stretches.size() == (n_segments + DetailPath::kStretch - 1) / DetailPath::kStretch);
}

TEST_CASE("coverage sums to the area, also of parts of pixels and with a hole") {
    CoverageRaster raster;
    raster.reset({40, 30});
    raster.add_polygon(Rings{box(3.5F, 2.25F, 20.25F, 25.5F), box(5, 5, 10, 10)});
    CHECK(covered(raster, 30) == Approx(16.75 * 23.25 - 25).epsilon(0.005));
    CHECK(raster.row(7)[7] == 0);
    CHECK(raster.row(7)[15] == 255);
}

TEST_CASE("a polygon far larger than the view covers all of it") {
    CoverageRaster raster;
    raster.reset({16, 16});
    raster.add_polygon(Rings{box(-1e6F, -1e6F, 1e6F, 1e6F)});
    CHECK(covered(raster, 16) == Approx(256));
    CHECK_FALSE(raster.touched().empty());
}

TEST_CASE("neighbours leave no seam along a slanted edge") {
    CoverageRaster raster;
    raster.reset({32, 32});
    raster.add_polygon(Rings{{{0, 0}, {17.3F, 0}, {11.7F, 32}, {0, 32}}});
    raster.add_polygon(Rings{{{32, 0}, {17.3F, 0}, {11.7F, 32}, {32, 32}}});
    for (int y = 0; y < 32; ++y) {
        for (const std::uint8_t c : raster.row(y)) CHECK(c >= 250);
    }
}

TEST_CASE("the rows to upload hold all of every touched tile, so that no older coverage shows through") {
    CoverageRaster raster;
    raster.reset({100, 90});
    raster.add_polygon(Rings{box(10, 40, 20, 70)});
    CHECK(raster.first_row() == 32);
    CHECK(raster.last_row() == 90);
}

TEST_CASE("a shape outside the view touches nothing") {
    CoverageRaster raster;
    raster.reset({32, 32});
    raster.add_polygon(Rings{box(40, 2, 50, 12)});
    raster.add_polygon(Rings{box(2, -20, 12, -3)});
    CHECK(covered(raster, 32) == 0);
    CHECK(raster.touched().empty());
}

TEST_CASE("tiles cover what was marked, in runs, and nothing outside the view") {
    TileSet tiles;
    tiles.reset({100, 70});
    CHECK(tiles.empty());
    tiles.mark(-50, -50, 0, 80);
    CHECK(tiles.empty());
    tiles.mark(30, 10, 70, 12);
    tiles.mark(99, 69, 500, 500);
    const std::vector<float> triangles = tiles.triangles();
    REQUIRE(triangles.size() == 24);
    CHECK(triangles[0] == 0);
    CHECK(triangles[2] == 96);
    CHECK(triangles[22] == 100);
    CHECK(triangles[23] == 70);
}
