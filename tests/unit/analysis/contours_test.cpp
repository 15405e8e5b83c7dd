#include "geo/analysis/contours.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "geo/core/error.hpp"
#include "geo/geometry/make_valid.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

struct Raster {
    GridShape shape;
    std::vector<double> values;
    double hull_m2() const {
        return (shape.n_columns - 1) * shape.cell_m * (shape.n_rows - 1) * shape.cell_m;
    }
};

/// Some hills with a pit, so that there are islands and holes.
Raster hills(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> at(-5, 45), height(-1, 2);
    Raster raster{{1000, -2000, 100, 40, 30}, std::vector<double>(1200, 1.0)};
    for (int hill = 0; hill < 12; ++hill) {
        const double x = at(random), y = at(random), h = height(random);
        for (std::size_t i = 0; i < 1200; ++i) {
            const double dx = static_cast<double>(i % 40) - x, dy = static_cast<double>(i / 40) - y;
            raster.values[i] += h * std::exp(-(dx * dx + dy * dy) / 30);
        }
    }
    return raster;
}

/// Few different values, many of them levels: saddles and plateaus everywhere.
Raster checkers(unsigned seed) {
    std::mt19937 random(seed);
    Raster raster{{0, 0, 10, 25, 25}, {}};
    for (int i = 0; i < 625; ++i) raster.values.push_back(static_cast<double>(random() % 5));
    return raster;
}

double area_of(const ContourBand& band) {
    return std::accumulate(band.polygons.begin(), band.polygons.end(), 0.0,
                           [](double sum, const LocalPolygon& p) { return sum + area_m2(p); });
}

Ring as_lonlat(const LocalRing& ring, const GridShape& shape) {
    Ring out;
    for (const Local p : ring)
        out.push_back({(p.x_m - shape.west_m) / shape.cell_m, (p.y_m - shape.south_m) / shape.cell_m});
    return out;
}

MultiPolygon plane(const ContourBand& band, const GridShape& shape) {
    MultiPolygon polygons;
    for (const LocalPolygon& p : band.polygons) {
        Polygon& out = polygons.emplace_back();
        out.exterior = as_lonlat(p.exterior, shape);
        for (const LocalRing& hole : p.holes) out.holes.push_back(as_lonlat(hole, shape));
    }
    return polygons;
}

bool inside(const LocalRing& ring, Local p) {
    bool odd = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Local a = ring[i], b = ring[i + 1];
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
            p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m))
            odd = !odd;
    }
    return odd;
}

bool holds(const ContourBand& band, Local p) {
    return std::any_of(band.polygons.begin(), band.polygons.end(), [&](const LocalPolygon& polygon) {
        return inside(polygon.exterior, p) && std::none_of(polygon.holes.begin(), polygon.holes.end(),
                                                           [&](const LocalRing& h) { return inside(h, p); });
    });
}

const std::vector<double> kLevels{-100, 0.5, 1, 1.5, 2, 3};

} // namespace

TEST_CASE("contour bands fill the hull of the cell centres once") {
    for (unsigned seed = 1; seed <= 20; ++seed)
        for (const Raster& raster : {hills(seed), checkers(seed)}) {
            double sum = 0;
            for (const ContourBand& band : contour_bands(raster.shape, raster.values, kLevels))
                sum += area_of(band);
            CHECK(sum == Approx(raster.hull_m2()).epsilon(1e-12));
        }
}

TEST_CASE("contour polygons are valid, with exteriors counter-clockwise and holes clockwise") {
    for (unsigned seed = 1; seed <= 20; ++seed)
        for (const Raster& raster : {hills(seed), checkers(seed)})
            for (const ContourBand& band : contour_bands(raster.shape, raster.values, kLevels)) {
                CHECK(invalid_reason(plane(band, raster.shape)) == "");
                for (const LocalPolygon& polygon : band.polygons) {
                    CHECK(signed_area_m2(polygon.exterior) > 0);
                    for (const LocalRing& hole : polygon.holes) CHECK(signed_area_m2(hole) < 0);
                }
            }
}

TEST_CASE("a place lies in the band of the surface's value there") {
    const Raster raster = hills(7);
    const auto bands = contour_bands(raster.shape, raster.values, kLevels);
    std::mt19937 random(1);
    std::uniform_real_distribution<double> column(0, 38.999), row(0, 28.999);
    for (int i = 0; i < 2000; ++i) {
        const double c = column(random), r = row(random);
        const auto at = static_cast<std::size_t>(r) * 40 + static_cast<std::size_t>(c);
        const double fx = c - std::floor(c), fy = r - std::floor(r);
        const double south = raster.values[at] * (1 - fx) + raster.values[at + 1] * fx;
        const double north = raster.values[at + 40] * (1 - fx) + raster.values[at + 41] * fx;
        const double value = south * (1 - fy) + north * fy;
        const Local p{raster.shape.west_m + (c + 0.5) * 100, raster.shape.south_m + (r + 0.5) * 100};
        for (const ContourBand& band : bands) {
            if (std::abs(value - band.min) < 0.02 || std::abs(value - band.max) < 0.02)
                continue; // chords cut corners
            CHECK(holds(band, p) == (value >= band.min && value < band.max));
        }
    }
}

TEST_CASE("a saddle is one region when its middle is high and two when it is low") {
    const GridShape square{0, 0, 1, 2, 2};
    const std::vector<double> level{1};
    CHECK(contour_bands(square, std::vector<double>{5, 0.9, 0.9, 5}, level)[0].polygons.size() == 1);
    CHECK(contour_bands(square, std::vector<double>{1.1, 0, 0, 1.1}, level)[0].polygons.size() == 2);
}

TEST_CASE("a pit in a plateau is a hole, and a hill in the pit an island of its own") {
    const GridShape shape{0, 0, 1, 7, 7};
    std::vector<double> values(49, 2.0);
    for (std::size_t r = 1; r < 6; ++r)
        for (std::size_t c = 1; c < 6; ++c) values[r * 7 + c] = r == 3 && c == 3 ? 2 : 0;
    const auto bands = contour_bands(shape, values, std::vector<double>{1});
    REQUIRE(bands[0].polygons.size() == 2);
    CHECK(bands[0].polygons[0].holes.size() + bands[0].polygons[1].holes.size() == 1);
    CHECK(area_of(bands[0]) ==
          Approx(36 - area_of(contour_bands(shape, values, std::vector<double>{-1, 1})[0])));
}

TEST_CASE("a flat raster is one rectangle of five places") {
    const GridShape shape{0, 0, 10, 5, 4};
    const auto bands = contour_bands(shape, std::vector<double>(20, 1.0), std::vector<double>{0, 1, 2});
    CHECK(bands[0].polygons.empty());
    REQUIRE(bands[1].polygons.size() == 1);
    CHECK(bands[1].polygons[0].exterior.size() == 5);
    CHECK(area_of(bands[1]) == Approx(40 * 30));
    CHECK(bands[2].polygons.empty());
    CHECK(bands[2].max == std::numeric_limits<double>::infinity());
}

TEST_CASE("rasters without area have no contours and bad levels are refused") {
    CHECK(contour_bands({0, 0, 1, 5, 1}, std::vector<double>(5, 1.0), std::vector<double>{0})[0]
              .polygons.empty());
    CHECK(contour_bands({0, 0, 1, 2, 2}, std::vector<double>(4, 1.0), {}).empty());
    CHECK_THROWS_AS(contour_bands({0, 0, 1, 2, 2}, std::vector<double>(4, 1.0), std::vector<double>{1, 1}),
                    Error);
    CHECK_THROWS_AS(contour_bands({0, 0, 1, 2, 2}, std::vector<double>(3, 1.0), std::vector<double>{1}),
                    Error);
}

TEST_CASE("contour levels are round numbers up to the peak") {
    CHECK(contour_levels(0.37) == std::vector<double>{0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35});
    CHECK(contour_levels(1) == std::vector<double>{0.2, 0.4, 0.6, 0.8, 1.0});
    CHECK(contour_levels(4200, 5) == std::vector<double>{1000, 2000, 3000, 4000});
    CHECK(contour_levels(8, 8) == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(contour_levels(0).empty());
    CHECK(contour_levels(-1).empty());
    for (double peak = 1e-9; peak < 1e9; peak *= 1.37) {
        const auto levels = contour_levels(peak);
        CHECK(levels.size() >= 3);
        CHECK(levels.size() <= 8);
        CHECK(levels.back() <= peak * (1 + 1e-9));
    }
}
