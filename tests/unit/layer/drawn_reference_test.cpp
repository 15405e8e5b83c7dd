#include "geo/layer/drawn_reference.hpp"

#include <cmath>
#include <random>
#include <set>

#include "geo/crs/mercator.hpp"
#include "geo/layer/label_language.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

Polygon square(double lon, double lat, double side) {
    return {{{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}, {lon, lat}}, {}};
}

} // namespace

TEST_CASE("a reference file becomes areas with outlines, lines and points, counted by feature") {
    ReferenceBuilder builder;
    Polygon with_hole = square(70, 33, 2);
    with_hole.holes.push_back(square(70.5, 33.5, 0.5).exterior);
    builder.add({with_hole, square(74, 33, 1)}, {}, {}, "two parts");
    builder.add({}, {{{66, 30}, {67, 31}}}, {}, "road");
    builder.add({}, {}, {{66.9, 30.2}, {67, 30}}, "camps");
    builder.add({}, {}, {}, "nothing to draw");
    const DrawnReference drawn = std::move(builder).finished({"name"});
    CHECK(drawn.n_features == 3);
    REQUIRE(drawn.areas);
    CHECK(drawn.areas->polygons.size() == 2);
    CHECK(drawn.areas->polygons[0].size() == 2);
    CHECK(drawn.lines->paths.size() == 4); // three rings and a road
    CHECK(drawn.points->places.size() == 2);
    CHECK(drawn.points->row == std::vector<std::uint32_t>{2, 2});
    CHECK(drawn.extent == LonLatBox{66, 30, 75, 35});
    REQUIRE(drawn.labels);
    CHECK(drawn.labels->size() == 3);
}

TEST_CASE("what a reference file does not hold is absent") {
    ReferenceBuilder builder;
    builder.add({}, {}, {{66, 30}}, "");
    const DrawnReference drawn = std::move(builder).finished({});
    CHECK_FALSE(drawn.areas);
    CHECK_FALSE(drawn.lines);
    CHECK_FALSE(drawn.labels);
    CHECK(drawn.points);
    const DrawnReference nothing = ReferenceBuilder().finished({});
    CHECK(nothing.extent.empty());
    CHECK(nothing.n_features == 0);
}

TEST_CASE("a coordinate that is no number takes its part with it, not the file") {
    ReferenceBuilder builder;
    Polygon broken = square(70, 33, 1);
    broken.exterior[2].lat_deg = std::nan("");
    builder.add({broken, square(72, 33, 1)}, {}, {{std::nan(""), 30}}, "x");
    const DrawnReference drawn = std::move(builder).finished({});
    CHECK(drawn.areas->polygons.size() == 1);
    CHECK_FALSE(drawn.points);
    CHECK(drawn.extent == LonLatBox{72, 33, 73, 34});
    REQUIRE(drawn.labels);
    CHECK(drawn.labels->front().place.x_m > mercator_from_lonlat({72, 33}).x_m); // in the area that is drawn
}

TEST_CASE("a name stands on a line or point that is drawn") {
    const double nan = std::nan("");
    ReferenceBuilder builder;
    builder.add({}, {{{66, 30}, {67, nan}, {68, 30}}, {{60, 30}, {61, 30}}}, {}, "road");
    builder.add({}, {}, {{nan, 30}, {66.9, 30.2}}, "camps");
    const DrawnReference drawn = std::move(builder).finished({});
    REQUIRE(drawn.labels);
    REQUIRE(drawn.labels->size() == 2);
    for (const Label& label : *drawn.labels) CHECK(std::isfinite(label.place.y_m));
}

TEST_CASE("the name of a bent area stands inside it") {
    // A horseshoe, whose centroid lies outside.
    const Polygon shoe{{{0, 0}, {6, 0}, {6, 6}, {5, 6}, {5, 1}, {1, 1}, {1, 6}, {0, 6}, {0, 0}}, {}};
    ReferenceBuilder builder;
    builder.add({shoe}, {}, {}, "shoe");
    const LonLat at = lonlat_from_mercator((*std::move(builder).finished({}).labels)[0].place);
    const bool in_an_arm = (at.lon_deg > 0 && at.lon_deg < 1) || (at.lon_deg > 5 && at.lon_deg < 6);
    CHECK((in_an_arm || at.lat_deg < 1));
}

TEST_CASE("the name of an area with a hole in its middle stands beside the hole") {
    Polygon ring = square(60, 30, 6);
    for (const double south : {32.0, 33.0}) { // whose edge may lie on the very parallel through the middle
        ring.holes = {square(62, south, 2).exterior};
        ReferenceBuilder builder;
        builder.add({ring}, {}, {}, "ring");
        const LonLat at = lonlat_from_mercator((*std::move(builder).finished({}).labels)[0].place);
        const bool in_hole =
            at.lon_deg > 61.9 && at.lon_deg < 64.1 && at.lat_deg > south - 0.1 && at.lat_deg < south + 2.1;
        CHECK_FALSE(in_hole);
    }
}

TEST_CASE("of many names each zoom shows some, no two of them in one cell, large things first") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(7e6, 8e6), width(0, 5000);
    std::vector<Label> labels;
    for (int i = 0; i < 20000; ++i)
        labels.push_back(
            {{x(random), x(random)}, std::to_string(i), LabelKind::area_feature, 9, width(random)});
    spread_labels(labels);
    for (const double cell_m : {262144.0, 32768.0, 1024.0}) {
        std::set<std::pair<long, long>> cells;
        std::size_t n = 0;
        for (const Label& label : labels) {
            if (label.spacing_m < cell_m) continue;
            ++n;
            cells.emplace(std::lround(std::floor(label.place.x_m / cell_m)),
                          std::lround(std::floor(label.place.y_m / cell_m)));
        }
        CHECK(cells.size() == n);
        CHECK(n > 0);
    }
    CHECK(labels[0].width_m >= labels[1].width_m);
    for (const Label& label : labels) REQUIRE(label.spacing_m > 0);
}

TEST_CASE("languages of names have words and back") {
    for (const std::string_view word : kLabelLanguages)
        CHECK(name_of(*label_language_from_name(word)) == word);
    CHECK_FALSE(label_language_from_name("fa"));
}
