#include "app/render/camera.hpp"
#include "app/render/picture/figure.hpp"
#include "app/render/scale_bar.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <numbers>

using namespace app;

namespace {

constexpr PixelSize kSize{1600, 1200};
const Camera kPeshawar{{7967000, 4030000}, 250};

bool round_number(double value) {
    const double digit = value / std::pow(10, std::floor(std::log10(value) + 1e-9));
    return std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6;
}

} // namespace

TEST_CASE("a pixel goes to the map and back") {
    for (const Pixel p : {Pixel{0, 0}, Pixel{800, 600}, Pixel{1599.5, 3.25}}) {
        const Pixel back = pixel_from_mercator(kPeshawar, kSize, mercator_from_pixel(kPeshawar, kSize, p));
        CHECK(back.x == Approx(p.x).margin(1e-6));
        CHECK(back.y == Approx(p.y).margin(1e-6));
    }
}

TEST_CASE("north is up: a place further north has a smaller y") {
    const Pixel centre = pixel_from_mercator(kPeshawar, kSize, kPeshawar.centre);
    const Pixel north =
        pixel_from_mercator(kPeshawar, kSize, {kPeshawar.centre.x_m, kPeshawar.centre.y_m + 1000});
    CHECK(centre.x == 800);
    CHECK(north.y < centre.y);
}

TEST_CASE("zooming keeps the place under the cursor") {
    const Pixel cursor{321, 987};
    const geo::Mercator place = mercator_from_pixel(kPeshawar, kSize, cursor);
    for (const double factor : {1.25, 0.5, 1e9, 1e-9}) {
        const Camera zoomed = zoomed_at(kPeshawar, kSize, cursor, factor);
        const Pixel still = pixel_from_mercator(zoomed, kSize, place);
        CHECK(still.x == Approx(cursor.x).margin(1e-3));
        CHECK(still.y == Approx(cursor.y).margin(1e-3));
        CHECK(zoomed.metres_per_pixel > 0);
    }
}

TEST_CASE("fitting a box shows all of it") {
    const geo::LonLatBox box{60.9, 24.9, 75.4, 36.9};
    for (const PixelSize size : {PixelSize{600, 800}, PixelSize{2400, 1000}}) {
        const Camera camera = camera_fitting(box, size);
        const double half_width = size.width / 2.0 * camera.metres_per_pixel;
        const double radius = 6378137;
        CHECK(camera.centre.x_m - half_width < radius * box.west * std::numbers::pi / 180);
        CHECK(camera.centre.x_m + half_width > radius * box.east * std::numbers::pi / 180);
        CHECK(centre_latitude(camera) > box.south);
        CHECK(centre_latitude(camera) < box.north);
    }
}

TEST_CASE("an empty map shows the study area, a single place its surroundings") {
    const Camera nothing = camera_fitting({}, kSize);
    CHECK(nothing.metres_per_pixel > 500);
    const Camera one = camera_fitting({71.5, 34, 71.5, 34}, kSize);
    CHECK(one.metres_per_pixel * kSize.height >= 20000 * 0.99);
    CHECK(one.metres_per_pixel < 100);
}

TEST_CASE("a scale bar is round, true at the centre and not longer than asked") {
    for (double metres_per_pixel = 0.1; metres_per_pixel < 50000; metres_per_pixel *= 1.7) {
        const Camera camera{kPeshawar.centre, metres_per_pixel};
        const ScaleBar bar = scale_bar(camera, 160);
        CHECK(round_number(bar.length_m));
        CHECK(bar.length_px <= 160);
        CHECK(bar.length_px > 60);
        const double cosine = std::cos(centre_latitude(camera) * std::numbers::pi / 180);
        CHECK(bar.length_px * metres_per_pixel * cosine == Approx(bar.length_m));
    }
}

TEST_CASE("a scale bar changes from km to m below one kilometre") {
    CHECK(scale_bar({{0, 0}, 1}, 600).unit == "m");
    CHECK(scale_bar({{0, 0}, 1}, 600).labels.back() == "500");
    CHECK(scale_bar({{0, 0}, 100}, 160).labels == std::vector<std::string>{"0", "5", "10"});
    CHECK(scale_bar({{0, 0}, 100}, 160).unit == "km");
}

TEST_CASE("a picture's map shows at least what the window showed") {
    const Camera part = camera_for_part(kPeshawar, kSize, {1000, 900});
    CHECK(1000 * part.metres_per_pixel >= 1600 * kPeshawar.metres_per_pixel);
    CHECK(900 * part.metres_per_pixel >= 1200 * kPeshawar.metres_per_pixel);
    CHECK(part.centre == kPeshawar.centre);
}
