#include "app/render/picture/picture_size.hpp"
#include "app/render/svg/grid_image.hpp"
#include "app/render/svg/raster_in_sight.hpp"
#include "app/render/svg/svg_path.hpp"
#include "app/render/svg/svg_picture.hpp"
#include "app/render/svg/svg_text.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

/// Two incidents of which one is far out of sight, a dashed line, a town.
geo::Scene small_scene() {
    geo::Scene scene;
    scene.text.title = "خیبر & <Khyber>";
    scene.text.attributions = {"© somebody"};
    scene.data_extent = {69, 33, 71, 35};
    geo::PointLayer points;
    auto geometry = std::make_shared<geo::PointGeometry>();
    geometry->places = {{7.8e6, 4.03e6}, {-7.8e6, 4.03e6}};
    geometry->color_index = {0, 0};
    geometry->radius_px = {5, 5};
    geometry->hollow = {0, 0};
    geometry->row = {0, 1};
    points.geometry = geometry;
    points.colors = {geo::rgb(0x0072B2)};
    scene.layers.push_back({"incidents", "Incidents", true, 0.5F, points});
    auto path = std::make_shared<geo::LineGeometry>();
    path->paths = {{{7.7e6, 4e6}, {7.9e6, 4.1e6}}};
    geo::LineLayer line;
    line.geometry = path;
    line.dash_px = 5;
    line.gap_px = 4;
    scene.layers.push_back({"disputed", "Disputed", true, 1, line});
    auto labels = std::make_shared<std::vector<geo::Label>>();
    labels->push_back({{7.8e6, 4.05e6}, "پشاور", geo::LabelKind::town, 1, 0});
    scene.layers.push_back({"labels", "Labels", true, 1, geo::LabelLayer{labels}});
    return scene;
}

} // namespace

TEST_CASE("text is escaped for XML, what is no character becomes one") {
    CHECK(xml_escaped("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
    CHECK(xml_escaped("خیبر\n") == "خیبر\n");
    CHECK(xml_escaped(std::string("a\x01") + "b") == "a\uFFFDb");
    CHECK(xml_escaped("\xff") == "\uFFFD");
}

TEST_CASE("numbers have at most two decimals and no superfluous zeros") {
    CHECK(svg_number(12) == "12");
    CHECK(svg_number(-0.5) == "-0.5");
    CHECK(svg_number(3.14159) == "3.14");
    CHECK(svg_number(-0.001) == "0");
    CHECK(svg_number(1.05) == "1.05");
}

TEST_CASE("bytes as base64") {
    const auto coded = [](std::string_view text) {
        return base64({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    };
    CHECK(coded("") == "");
    CHECK(coded("f") == "Zg==");
    CHECK(coded("fo") == "Zm8=");
    CHECK(coded("foobar") == "Zm9vYmFy");
}

TEST_CASE("rounding does not add up along a path") {
    PathText path;
    path.move_to({0, 0});
    for (int i = 1; i <= 1000; ++i) path.line_to({i * 0.004, 0});
    double x = 0;
    std::size_t steps = 0;
    for (std::size_t at = path.text().find('l') + 1; at < path.text().size(); ++steps) {
        std::size_t used = 0;
        x += std::stod(path.text().substr(at), &used);
        at += used;
        std::stod(path.text().substr(at), &used);
        at += used;
    }
    CHECK(x == Approx(4).margin(0.005));
    CHECK(steps <= 401);
}

TEST_CASE("a ring is cut at the box, one around it becomes the box, one outside nothing") {
    const SvgBox box{0, 0, 10, 10};
    const std::vector<SvgPoint> around{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}, {-5, -5}};
    CHECK(clipped_ring(around, box).size() == 4);
    const std::vector<SvgPoint> outside{{20, 20}, {30, 20}, {30, 30}, {20, 20}};
    CHECK(clipped_ring(outside, box).empty());
    const std::vector<SvgPoint> half{{-5, 2}, {5, 2}, {5, 8}, {-5, 8}, {-5, 2}};
    for (const SvgPoint p : clipped_ring(half, box)) CHECK(p.x >= 0);
}

TEST_CASE("an SVG says everything, needs no font, and is the same every time") {
    try {
        const std::string svg = svg_picture(small_scene(), nullptr, {{800, 600}, 2, true}, R"({"a":"<b> & ]]>"})");
        CHECK(svg == svg_picture(small_scene(), nullptr, {{800, 600}, 2, true}, R"({"a":"<b> & ]]>"})"));
        CHECK(svg.find("<title>خیبر &amp; &lt;Khyber&gt;</title>") != std::string::npos);
        CHECK(svg.find("<metadata>{&quot;a&quot;:&quot;&lt;b&gt; &amp; ]]&gt;&quot;}</metadata>") != std::string::npos);
        CHECK(svg.find("width=\"105.8333mm\" height=\"79.375mm\" viewBox=\"0 0 800 600\"") != std::string::npos);
        CHECK(svg.find("<text") == std::string::npos);
        CHECK(svg.find("aria-label=\"پشاور\"") != std::string::npos);
        CHECK(svg.find("stroke-dasharray") != std::string::npos);
        // The far incident is not in the file: one disc, and the town's two.
        CHECK(count(svg, "<circle") == 3);
        CHECK(count(svg, "<g") + count(svg, "<svg") == count(svg, "</g>") + count(svg, "</svg>") + count(svg, "<g/>"));
    } catch (const geo::Error& error) {
        WARN(error.what()); // no font here
    }
}

TEST_CASE("colours by date are a ramp with years and what they mean, hidden lines are left out") {
    geo::Scene scene = small_scene();
    geo::LegendSection section{"Incidents by date", {{geo::LegendItem::Symbol::disc, {}, "no date (3)"}}, {}};
    section.dates = geo::DateScale{*geo::day_from_iso("2018-02-01"), *geo::day_from_iso("2023-12-31"), 4};
    scene.legend.push_back(section);
    geo::LegendItem hidden{geo::LegendItem::Symbol::line, {}, "province"};
    hidden.shown = false;
    scene.legend.push_back({"Lines", {{geo::LegendItem::Symbol::line, {}, "border"}, hidden}, {}});
    scene.legend.push_back({"Reference layers", {hidden}, {}});
    try {
        const std::string svg = svg_picture(scene, nullptr, {{1000, 800}, 1, true}, "{}");
        CHECK(count(svg, "<linearGradient") == 1);
        for (const char* words : {"Incidents by date", "2019", "2023", "no date (3)", "border"})
            CHECK(count(svg, "aria-label=\"" + std::string(words) + "\"") == 1);
        CHECK(svg.find("2018-02-01 to 2023-12-31") != std::string::npos);
        CHECK(svg.find("month or year only (4): first day") != std::string::npos);
        CHECK(svg.find("province") == std::string::npos);
        CHECK(svg.find("Reference layers") == std::string::npos);
    } catch (const geo::Error& error) {
        WARN(error.what()); // no font here
    }
}

TEST_CASE("a grid is drawn where its mesh lies, transparent at zero") {
    auto grid = std::make_shared<geo::GridGeometry>();
    grid->n_columns = grid->n_rows = 2;
    grid->values = {0, 0, 1, 1};
    grid->mesh_columns = grid->mesh_rows = 2;
    grid->mesh = {{10, 10}, {30, 10}, {10, 30}, {30, 30}};
    geo::GridLayer layer{grid, {}};
    const View view{{{20, 20}, 1}, {40, 40}, 0, 0, 1, 0};
    const GridImage image = grid_image(layer, view);
    CHECK(image.image.width == 20);
    CHECK(image.image.height == 20);
    CHECK(image.x == 10);
    CHECK(image.y == 10);
    CHECK(image.image.rgba[3] > 200);                        // the north is full
    CHECK(image.image.rgba[4 * 20 * 19 + 3] == 0);           // the south empty
    CHECK(grid_image(layer, {{{2000, 20}, 1}, {40, 40}, 0, 0, 1, 0}).image.rgba.empty());
}

TEST_CASE("a picture's size is read in pixels and on paper") {
    const auto is = [](const char* text, double dpi, int width, int height) {
        const auto size = size_from_text(text, dpi);
        REQUIRE(size);
        CHECK(size->width == width);
        CHECK(size->height == height);
    };
    is("1600x1200", 300, 1600, 1200);
    is("254x127mm", 100, 1000, 500);
    is("18x12cm", 254, 1800, 1200);
    is("7x5in", 300, 2100, 1500);
    for (const char* wrong : {"", "1600", "1600x", "x1200", "0x100", "-5x5", "10x10m", "1.5x2", "nanx1", "1e9x1"})
        CHECK_FALSE(size_from_text(wrong, 96));
}

TEST_CASE("a silly picture is refused in a sentence") {
    CHECK(fault_of_picture({{1600, 1200}, 1, true}) == "");
    CHECK(fault_of_picture({{100, 1200}, 1, true}).find("200 to 16000") != std::string::npos);
    CHECK(fault_of_picture({{16000, 16000}, 1, true}).find("100 million") != std::string::npos);
    CHECK(fault_of_picture({{1600, 1200}, 20, true}).find("48 to 768") != std::string::npos);
    CHECK(size_on_paper({{1000, 500}, 254.0 / 96, true}) == "100 × 50 mm at 254 dpi");
}

namespace {

/// The layers that users bring themselves: a backdrop, small rings among large, large points; and a graticule.
geo::Scene own_scene() {
    geo::Scene scene;
    scene.data_extent = {69, 33, 71, 35};
    auto raster = std::make_shared<geo::RasterImage>();
    raster->width = raster->height = 2;
    raster->rgba.assign(16, 128);
    raster->low = {7.7e6, 3.9e6};
    raster->high = {7.9e6, 4.1e6};
    scene.layers.push_back({"backdrop", "Relief", true, 0.5F, geo::RasterLayer{raster}});
    const auto ring = [](double x, double y, double side) {
        return geo::MercatorPath{{x, y}, {x + side, y}, {x + side, y + side}, {x, y}};
    };
    auto rings = std::make_shared<geo::LineGeometry>();
    rings->paths = {ring(7.75e6, 4e6, 5e4), ring(7.8e6, 4e6, 500)};
    geo::LineLayer line;
    line.geometry = rings;
    line.least_px = 6;
    scene.layers.push_back({"reference", "Zones", true, 1, line});
    geo::PointLayer points;
    auto geometry = std::make_shared<geo::PointGeometry>();
    geometry->places = {{7.8e6, 4.03e6}};
    geometry->color_index = {0};
    geometry->radius_px = {4};
    geometry->hollow = {0};
    geometry->row = {0};
    points.geometry = geometry;
    points.colors = {geo::rgb(0x1B9E8A)};
    points.size = 3;
    points.rim.a = 0;
    scene.layers.push_back({"posts", "Posts", true, 1, points});
    scene.layers.push_back({"graticule", "Graticule", true, 1, geo::GraticuleLayer{geo::rgb(0x808080)}});
    return scene;
}

} // namespace

TEST_CASE("what users bring to the map is in the vectors too") {
    const geo::Scene scene = own_scene();
    const std::string svg = svg_picture(scene, nullptr, {{800, 600}, 1, false}, "{}");
    CHECK(count(svg, "<image ") == 1);
    CHECK(svg.find("<g id=\"layer-backdrop\" opacity=\"0.5\">") != std::string::npos);
    CHECK(svg.find(" r=\"12\"") != std::string::npos); // three times four pixels
    CHECK(svg.find("aria-label=\"70\u00b0 E\"") != std::string::npos);
    geo::Scene without = scene;
    std::get<geo::LineLayer>(without.layers[1].body).least_px = 0;
    const std::string all = svg_picture(without, nullptr, {{800, 600}, 1, false}, "{}");
    CHECK(all.size() > svg.size()); // the small ring too
    without.layers.pop_back();
    CHECK(svg_picture(without, nullptr, {{800, 600}, 1, false}, "{}").find("70\u00b0") == std::string::npos);
}

TEST_CASE("a backdrop in a picture is as fine as the picture and straight in alpha") {
    geo::RasterImage raster;
    raster.width = 1000;
    raster.height = 500;
    raster.low = {0, 0};
    raster.high = {1000, 500};
    raster.rgba.resize(std::size_t{1000} * 500 * 4);
    for (std::size_t i = 0; i < raster.rgba.size(); i += 4) {
        raster.rgba[i] = 64; // premultiplied
        raster.rgba[i + 3] = 128;
    }
    const View whole{{{500, 250}, 10}, {200, 100}, 0, 0, 1, 0};
    const GridImage small = raster_in_sight(raster, whole);
    CHECK(small.image.width == 100);
    CHECK(small.image.height == 50);
    CHECK(small.x == Approx(50));
    CHECK(small.width == Approx(100));
    CHECK(int{small.image.rgba[0]} == 128);
    CHECK(int{small.image.rgba[3]} == 128);
    const View corner{{{0, 500}, 1}, {100, 100}, 0, 0, 1, 0};
    const GridImage part = raster_in_sight(raster, corner);
    CHECK(part.image.width == 50);
    CHECK(part.image.height == 50);
    CHECK(part.x == Approx(50));
    CHECK(part.y == Approx(50));
    const View elsewhere{{{1e6, 1e6}, 1}, {100, 100}, 0, 0, 1, 0};
    CHECK(raster_in_sight(raster, elsewhere).image.rgba.empty());
}
