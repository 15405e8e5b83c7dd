#pragma once

#include <vector>

#include "app/render/picture/canvas.hpp"
#include "app/render/picture/furniture.hpp"
#include "geo/layer/color.hpp"
#include "geo/study/border_strip.hpp"

namespace app {

constexpr float kStripLabelRow =
    22; ///< px at scale 1 under a panel, for names; the kilometres stand below it

/// Where a line is unrolled, in pixels.
struct StripPlot {
    const geo::StripLine& line;
    double reach_m;
    float left, top, width, height;

    float right() const { return left + width; }
    float bottom() const { return top + height; }
    float x(double along_m) const { return left + static_cast<float>(along_m / line.length_m) * width; }
    /// The neighbour's side, negative, is above.
    float y(double signed_m) const {
        return top + static_cast<float>((signed_m + reach_m) / (2 * reach_m)) * height;
    }
};

/// What all panels of a picture share.
struct StripDrawing {
    const geo::BorderStrip& strip;
    std::vector<geo::StripDisc> discs;
    geo::MapColors colors;
    PictureStyle style;
};

/// The marks one by one, or together where they are too many; old ones first.
std::vector<geo::StripDisc> drawn_discs(const geo::BorderStrip& strip);

/// The panel of line `i`: ground, axes, the line, incidents, names. `right_limit`: where names must end.
void draw_strip_panel(Canvas& canvas, const StripDrawing& drawing, std::size_t i, const StripPlot& plot,
                      float right_limit);

} // namespace app
