#pragma once

#include <functional>
#include <vector>

#include "app/render/picture/canvas.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// Sizes of type and space in a picture, at a scale.
struct PictureStyle {
    explicit PictureStyle(float by)
        : scale(by), title{22 * by, FontStyle::bold, 0}, subtitle{14 * by, FontStyle::regular, 0},
          banner{15 * by, FontStyle::bold, 1 * by}, heading{13 * by, FontStyle::bold, 0},
          item{13 * by, FontStyle::regular, 0}, tick{12 * by, FontStyle::regular, 0}, small{
                                                                                          11 * by,
                                                                                          FontStyle::regular,
                                                                                          0} {}
    float scale;
    TextStyle title, subtitle, banner, heading, item, tick, small;
};

/// A part of the legend with its height, drawn with its upper left corner at a place.
struct LegendBlock {
    float height = 0;
    std::function<void(Canvas&, float x, float y)> draw;
};

/// One block per section, none wider than `width`: a heading, then swatches, or the colour ramp with ticks
/// and unit.
std::vector<LegendBlock> legend_blocks(const geo::Scene& scene, Typesetter& typesetter,
                                       const PictureStyle& style, float width);

/// Tick labels of a colour scale: place (0 to 1 along the ramp) and text. Zero, then the breaks; the last
/// says "≥" when it stands at the scale's top, which takes all above.
struct RampTick {
    double share;
    std::string text;
};
std::vector<RampTick> ramp_ticks(const geo::ColorScale& scale);

} // namespace app
