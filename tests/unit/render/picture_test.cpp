#include "app/render/picture/layout.hpp"
#include "app/render/picture/legend.hpp"
#include "app/render/render_image.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

#include <png.h>

#include <numeric>

using namespace app;

namespace {

bool overlap(const PixelRectangle& a, const PixelRectangle& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

std::vector<std::uint8_t> decoded(const std::vector<std::uint8_t>& bytes, png_image& image) {
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0);
    image.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0);
    return pixels;
}

bool contains(const std::vector<std::uint8_t>& bytes, std::string_view text) {
    return std::string(bytes.begin(), bytes.end()).find(text) != std::string::npos;
}

} // namespace

TEST_CASE("no part of a figure covers another or leaves the picture") {
    for (const PixelSize size : {PixelSize{1600, 1200}, {600, 800}, {2400, 1000}, {800, 600}}) {
        FurnitureNeeds needs;
        needs.size = size;
        needs.header = 70;
        needs.banner = 30;
        needs.footer = 48;
        needs.blocks = {90, 80, 110, 56};
        const auto layout = laid_out(needs, [](PixelSize map) { return std::min(map.width, map.height); });
        REQUIRE(layout);
        std::vector<PixelRectangle> parts = layout->blocks;
        REQUIRE(parts.size() == 4);
        parts.push_back(layout->map);
        parts.push_back(layout->banner);
        parts.push_back({needs.margin, layout->footer_y, size.width - 2 * needs.margin, needs.footer});
        parts.push_back({needs.margin, needs.margin, size.width - 2 * needs.margin, needs.header});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CHECK(parts[i].x >= needs.margin);
            CHECK(parts[i].y >= needs.margin);
            CHECK(parts[i].x + parts[i].width <= size.width - needs.margin);
            CHECK(parts[i].y + parts[i].height <= size.height - needs.margin);
            for (std::size_t j = i + 1; j < parts.size(); ++j) CHECK_FALSE(overlap(parts[i], parts[j]));
        }
    }
}

TEST_CASE("a picture too small for its words says so instead of overlapping them") {
    FurnitureNeeds needs;
    needs.size = {300, 200};
    needs.header = 90;
    needs.blocks = {200, 200};
    CHECK_FALSE(laid_out(needs, [](PixelSize) { return 1.0; }));
}

TEST_CASE("columns keep every block, in order, below the height") {
    const std::vector<int> blocks{90, 80, 110, 56, 200};
    for (int height = 200; height < 700; height += 50) {
        const auto columns = in_columns(blocks, 16, height);
        REQUIRE(columns);
        CHECK(std::accumulate(columns->begin(), columns->end(), std::size_t{0}) == blocks.size());
    }
    CHECK_FALSE(in_columns(blocks, 16, 199));
}

TEST_CASE("legend ticks start at zero and end with at least the top") {
    geo::ColorScale scale;
    scale.top = 0.02;
    scale.breaks = {0.002, 0.005, 0.01, 0.02};
    const auto ticks = ramp_ticks(scale);
    CHECK(ticks.front().text == "0");
    CHECK(ticks.back().text == "≥ 0.02");
    CHECK(ticks.back().share == 1);
    scale.breaks.clear();
    CHECK(ramp_ticks(scale).back().text == "≥ 0.02");
}

TEST_CASE("a PNG gives back its pixels and carries its texts and resolution") {
    Image image{3, 2, {}};
    for (int i = 0; i < 24; ++i) image.rgba.push_back(static_cast<std::uint8_t>(i % 4 == 3 ? 255 : 10 * i));
    const auto bytes = png_from_image(image, {{"Software", "borderlens"}, {"Title", "σ 8.8 km"}}, 192);
    png_image header{};
    CHECK(decoded(bytes, header) == image.rgba);
    CHECK(header.width == 3);
    CHECK(header.height == 2);
    CHECK(contains(bytes, "tEXtSoftware"));
    CHECK(contains(bytes, "iTXtTitle"));
    CHECK(contains(bytes, "σ 8.8 km"));
    CHECK(contains(bytes, "pHYs"));
}

TEST_CASE("an impossible size is an error that names it") {
    try {
        render_image({}, nullptr, {{0, 400}, 1, false});
        FAIL("a picture of no width was drawn");
    } catch (const geo::Error& error) {
        if (error.kind() == geo::ErrorKind::Internal) return; // no EGL here
        CHECK(error.kind() == geo::ErrorKind::Argument);
        CHECK(std::string(error.what()).find("0 × 400") != std::string::npos);
    }
}
