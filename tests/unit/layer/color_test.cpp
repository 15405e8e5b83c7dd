#include "geo/layer/color.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/layer/contrast.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <initializer_list>

using namespace geo;

TEST_CASE("text can be read on land, water and panels in both themes") {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const MapColors c = map_colors(theme);
        for (const Rgba ground : {c.land, c.study_land, c.water, c.panel}) {
            CHECK(contrast_ratio(c.text, ground) >= 4.5);
            CHECK(contrast_ratio(c.faint_text, ground) >= 4.5);
        }
    }
}

TEST_CASE("the measured border stands out from the land more than any other line") {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const MapColors c = map_colors(theme);
        for (const Rgba line : {c.coast, c.country_line, c.province_line, c.disputed}) {
            CHECK(contrast_ratio(c.border, c.study_land) > contrast_ratio(line, c.study_land));
        }
    }
}

TEST_CASE("the ramps are even in lightness and go one way") {
    for (const Ramp ramp : {Ramp::viridis, Ramp::magma_light, Ramp::magma_middle}) {
        const auto colors = ramp_colors(ramp, 65);
        const double mean_step = (lightness(colors.back()) - lightness(colors.front())) / 64;
        for (std::size_t i = 1; i < colors.size(); ++i) {
            const double step = lightness(colors[i]) - lightness(colors[i - 1]);
            CHECK(step * mean_step > 0);
            CHECK(std::abs(step - mean_step) < 0.9 * std::abs(mean_step));
        }
    }
}

TEST_CASE("a colour scale is transparent at zero, blends in, and holds its last colour") {
    ColorScale scale;
    scale.top = 4;
    CHECK(scale.at(0).a == 0);
    CHECK(scale.at(-1).a == 0);
    CHECK(scale.at(std::nan("")).a == 0);
    CHECK(scale.at(0.1).a < scale.at(0.4).a);
    CHECK(scale.at(4) == scale.at(400));
    CHECK(scale.at(2).a == scale.at(4).a);
}

TEST_CASE("categories beyond the palette are the grey of other") {
    CHECK(category_color(0) == rgb(0x0072B2));
    CHECK(category_color(kCategoryColors) == category_color(99));
}
