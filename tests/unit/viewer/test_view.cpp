#include "app/viewer/layout.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

Pixel peshawar(const Model& model) {
    return pixel_from_mercator(model.view.camera, model.view.map_size,
                               geo::mercator_from_lonlat({71.5249, 34.0151}));
}

} // namespace

TEST_CASE("the map fits the data until the user moves it") {
    Model model = test::sample_model();
    const Camera fitted = model.view.camera;
    CHECK(visible_box(fitted, model.view.map_size).contains({71.5249, 34.0151}));
    apply(model, ResizeMap{{400, 300}});
    CHECK(model.view.camera.metres_per_pixel > fitted.metres_per_pixel);
    apply(model, PanBy{10, 0});
    const Camera moved = model.view.camera;
    apply(model, ResizeMap{{800, 600}});
    CHECK(model.view.camera == moved);
}

TEST_CASE("zooming keeps the place under the mouse, also on the way") {
    Model model = test::sample_model();
    const Pixel mouse{123, 456};
    apply(model, PointTo{mouse});
    const geo::LonLat place = *model.view.place;
    apply(model, ZoomAt{mouse, 2});
    for (int i = 0; i < 12; ++i) {
        apply(model, Tick{1 / 60.0});
        CHECK(model.view.place->lon_deg == Approx(place.lon_deg).margin(1e-6));
        CHECK(model.view.place->lat_deg == Approx(place.lat_deg).margin(1e-6));
    }
    CHECK_FALSE(model.view.flight);
}

TEST_CASE("hover counts stacked incidents and a click steps through them") {
    Model model = test::sample_model();
    apply(model, PointTo{peshawar(model)});
    REQUIRE(model.view.hovered);
    CHECK(model.view.hovered->rows.size() == 3);
    apply(model, PickAt{peshawar(model)});
    REQUIRE(model.view.picked);
    CHECK(model.view.picked->row() == 2); // the topmost
    apply(model, PickNext{1});
    CHECK(model.view.picked->row() == 1);
    apply(model, PickNext{-2});
    CHECK(model.view.picked->row() == 0);
    apply(model, PointTo{std::nullopt});
    CHECK_FALSE(model.view.hovered);
    apply(model, PickAt{{1, 1}});
    CHECK_FALSE(model.view.picked);
}

TEST_CASE("what was picked in one file is not shown for another") {
    Model model = test::sample_model();
    apply(model, PickAt{peshawar(model)});
    apply(model, OpenPath{"/data/other.csv"});
    CHECK_FALSE(model.view.picked);
}

TEST_CASE("no region of the window is ever negative or outside it") {
    for (float scale : {1.0f, 1.5f, 2.0f})
        for (float width : {0.0f, 1.0f, 200.0f, 450.0f, 640.0f, 900.0f, 1280.0f, 3840.0f})
            for (float height : {0.0f, 1.0f, 60.0f, 200.0f, 600.0f, 2160.0f})
                for (int open = 0; open < 4; ++open) {
                    const Layout layout = layout_for(width, height, scale, open & 1, open & 2);
                    for (const Box& box : {layout.top, layout.left, layout.map, layout.right, layout.timeline,
                                           layout.status}) {
                        CHECK(box.width >= 0);
                        CHECK(box.height >= 0);
                        CHECK(box.x >= 0);
                        CHECK(box.x + box.width <= width + 0.01f);
                        CHECK(box.y + box.height <= height + 0.01f);
                    }
                }
}

TEST_CASE("side panels give way to the map in a narrow window") {
    CHECK(layout_for(1280, 800, 1, true, true).right.width > 300);
    CHECK(layout_for(900, 600, 1, true, true).map.width >= 400);
    CHECK(layout_for(700, 600, 1, true, true).right.width == 0);
    CHECK(layout_for(500, 600, 1, true, true).left.width == 0);
}
