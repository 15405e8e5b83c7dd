#include "app/render/animation/animated_webp.hpp"

#include "app/render/animation/animation_file.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/webp_frames.hpp"

using namespace app;

namespace {

/// Gradients with a moving block: what lossy coding would change.
Image picture(int width, int height, int n) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool block = x / 8 == n && y / 8 == n;
            for (const int value : {block ? 255 : x * 3, y * 5 + n, (x * y) % 251, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(value));
        }
    return image;
}

} // namespace

TEST_CASE("frames of an animated WebP decode to exactly what went in") {
    AnimatedWebp webp({61, 47}, 3);
    std::vector<Image> pictures;
    for (int n = 0; n < 6; ++n) {
        pictures.push_back(picture(61, 47, n));
        webp.add(pictures.back(), 120);
    }
    const std::vector<std::uint8_t> bytes = webp.finish();
    const auto frames = test::webp_frames({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    CHECK(frames.width == 61);
    CHECK(frames.height == 47);
    CHECK(frames.loops == 3);
    REQUIRE(frames.rgba.size() == pictures.size());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        CHECK(frames.rgba[i] == pictures[i].rgba);
        CHECK(frames.end_ms[i] == 120 * static_cast<int>(i + 1));
    }
}

TEST_CASE("a single frame is a picture too") {
    AnimatedWebp webp({8, 8}, 0);
    webp.add(picture(8, 8, 0), 500);
    const std::vector<std::uint8_t> bytes = webp.finish();
    CHECK(test::webp_frames({reinterpret_cast<const char*>(bytes.data()), bytes.size()}).rgba.size() == 1);
}

TEST_CASE("a WebP has no sides beyond 16,383 pixels") {
    CHECK_THROWS_AS(AnimatedWebp({16384, 10}, 0), geo::Error);
    CHECK_THROWS_AS(AnimatedWebp({0, 10}, 0), geo::Error);
}

TEST_CASE("frames are named in order, with digits enough") {
    CHECK(frame_name(0, 12) == "frame-0001.png");
    CHECK(frame_name(9998, 9999) == "frame-9999.png");
    CHECK(frame_name(0, 12000) == "frame-00001.png");
}

TEST_CASE("the ending says what an animation is written as") {
    CHECK_NOTHROW(require_animation_path("/tmp/no/such/frames/", {800, 600}));
    CHECK_NOTHROW(require_animation_path("map.webp", {800, 600}));
    CHECK_THROWS_WITH(require_animation_path("map.gif", {800, 600}), Catch::Contains(".webp"));
    CHECK_THROWS_WITH(require_animation_path("-", {800, 600}), Catch::Contains(".webp"));
    CHECK_THROWS_WITH(require_animation_path("map.webp", {17000, 600}), Catch::Contains("16383"));
}
