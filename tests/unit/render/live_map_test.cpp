#include "app/render/gl_owners.hpp"
#include "app/render/live_map.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/render_target.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <random>
#include <thread>

using namespace app;

namespace {

constexpr PixelSize kSize{240, 160};
constexpr double kHurried_s = 1e-9; // one layer a frame

std::shared_ptr<const geo::PointGeometry> points(std::size_t n, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(7.9e6, 8.1e6), y(3.9e6, 4.1e6);
    auto result = std::make_shared<geo::PointGeometry>();
    for (std::size_t i = 0; i < n; ++i) {
        result->places.push_back({x(random), y(random)});
        result->color_index.push_back(static_cast<std::uint8_t>(i % 2));
        result->radius_px.push_back(3);
        result->hollow.push_back(i % 3 == 0 ? 1 : 0);
        result->row.push_back(static_cast<std::uint32_t>(i));
    }
    return result;
}

geo::MercatorPath rough_ring(double radius_m) {
    geo::MercatorPath ring;
    for (int i = 0; i <= 400; ++i) {
        const double angle = i % 400 * 2 * 3.14159265358979 / 400;
        const double radius = radius_m * (1 + 0.1 * std::sin(9 * angle));
        ring.push_back({8e6 + radius * std::cos(angle), 4e6 + radius * std::sin(angle)});
    }
    return ring;
}

geo::Scene scene_with(std::shared_ptr<const geo::PointGeometry> discs) {
    geo::Scene scene;
    auto areas = std::make_shared<geo::AreaGeometry>();
    areas->polygons.push_back({rough_ring(6e4)});
    auto lines = std::make_shared<geo::LineGeometry>();
    lines->paths.push_back(rough_ring(6e4));
    auto labels = std::make_shared<std::vector<geo::Label>>();
    labels->push_back({{8e6, 4e6}, "Quetta", geo::LabelKind::town, 1, 0});
    scene.layers.push_back({"land", "Land", true, 1, geo::AreaLayer{areas, geo::rgb(0xddddcc)}});
    scene.layers.push_back({"line", "Line", true, 0.8F, geo::LineLayer{lines, geo::rgb(0x803020), 2}});
    geo::PointLayer layer{std::move(discs), {geo::rgb(0x1060a0), geo::rgb(0xd05010)}, geo::rgb(0xffffff)};
    scene.layers.push_back({"incidents", "Incidents", true, 0.7F, layer});
    scene.layers.push_back({"labels", "Labels", true, 1, geo::LabelLayer{labels}});
    return scene;
}

std::vector<std::uint8_t> pixels_of(unsigned texture) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(kSize.width * kSize.height) * 4);
    glBindTexture(GL_TEXTURE_2D, texture);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    return pixels;
}

/// Drawn at once, as a picture is.
std::vector<std::uint8_t> drawn(const geo::Scene& scene, const Camera& camera) {
    MapRenderer renderer;
    DrawTexture target(GL_RGBA8, GL_RGBA);
    target.bind(kSize.width, kSize.height);
    renderer.draw(scene, camera, 0, 0, kSize, 1);
    return pixels_of(target.texture());
}

/// Frames without haste in the hand but little time each, until there is nothing more to draw.
std::vector<MapImage> settled(LiveMap& map, const geo::Scene& scene, const Camera& camera) {
    std::vector<MapImage> images;
    for (int i = 0; i < 500; ++i) {
        images = map.frame(scene, camera, kSize, 1, kHurried_s);
        if (!map.goes_on_in_s()) return images;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    FAIL("the map is never finished");
    return images;
}

const Camera kCamera{{8e6, 4e6}, 800};

} // namespace

TEST_CASE("at rest the window's map has the pixels of a picture, at once or step by step") {
    const OffscreenContext context;
    const geo::Scene scene = scene_with(points(300, 1));
    LiveMap at_once, in_steps;
    const auto whole = at_once.frame(scene, kCamera, kSize, 1, 1e9);
    REQUIRE(whole.size() == 1);
    CHECK(at_once.is_exact());
    CHECK_FALSE(at_once.goes_on_in_s());
    CHECK(pixels_of(whole[0].texture) == drawn(scene, kCamera));
    CHECK(in_steps.frame(scene, kCamera, kSize, 1, kHurried_s).empty()); // a first layer is no map
    const auto steps = settled(in_steps, scene, kCamera);
    REQUIRE(steps.size() == 1);
    CHECK(in_steps.is_exact());
    CHECK(pixels_of(steps[0].texture) == drawn(scene, kCamera));
}

TEST_CASE("a map whose upper layers change again and again stays exact") {
    const OffscreenContext context;
    LiveMap map;
    for (std::uint32_t seed = 1; seed < 6; ++seed) {
        geo::Scene scene = scene_with(points(200, seed));
        static geo::Scene first = scene;
        for (std::size_t i : {0U, 1U, 3U}) scene.layers[i] = first.layers[i]; // only the discs are others
        const auto images = map.frame(scene, kCamera, kSize, 1, 1e9);
        REQUIRE(images.size() == 1);
        CHECK(pixels_of(images[0].texture) == drawn(scene, kCamera));
    }
    geo::Scene faint = scene_with(points(200, 9)); // and then one below them
    faint.layers[1].opacity = 0.3F;
    CHECK(pixels_of(map.frame(faint, kCamera, kSize, 1, 1e9)[0].texture) == drawn(faint, kCamera));
    faint.layers[2].visible = false;
    CHECK(pixels_of(map.frame(faint, kCamera, kSize, 1, 1e9)[0].texture) == drawn(faint, kCamera));
}

TEST_CASE("while the camera moves something is shown everywhere, and then the exact map again") {
    const OffscreenContext context;
    const geo::Scene scene = scene_with(points(300, 1));
    LiveMap map;
    settled(map, scene, kCamera);
    Camera camera = kCamera;
    for (int i = 0; i < 12; ++i) {
        camera.centre.x_m += 3 * camera.metres_per_pixel;
        const auto images = map.frame(scene, camera, kSize, 1, kHurried_s);
        REQUIRE_FALSE(images.empty());
        const MapImage& ground = images.front();
        CHECK(ground.left <= 0);
        CHECK(ground.left + ground.width >= kSize.width);
        CHECK_FALSE(map.is_exact());
    }
    const auto images = settled(map, scene, camera);
    REQUIRE(images.size() == 1);
    CHECK(images[0].width == kSize.width);
    CHECK(pixels_of(images[0].texture) == drawn(scene, camera));
}

TEST_CASE("a picture panned by whole pixels lies on whole pixels") {
    const OffscreenContext context;
    const geo::Scene scene = scene_with(points(300, 1));
    LiveMap map;
    settled(map, scene, kCamera);
    Camera camera = kCamera;
    camera.centre.x_m += 7 * camera.metres_per_pixel;
    camera.centre.y_m -= 5 * camera.metres_per_pixel;
    for (const MapImage& image : map.frame(scene, camera, kSize, 1, kHurried_s)) {
        CHECK(image.left == std::round(image.left));
        CHECK(image.top == std::round(image.top));
    }
}

TEST_CASE("a map that is finished draws nothing more") {
    const OffscreenContext context;
    const geo::Scene scene = scene_with(points(300, 1));
    LiveMap map;
    const auto first = settled(map, scene, kCamera);
    const auto again = map.frame(scene, kCamera, kSize, 1, kHurried_s);
    CHECK_FALSE(map.goes_on_in_s());
    CHECK(again[0].texture == first[0].texture); // another drawing would be another texture
}
