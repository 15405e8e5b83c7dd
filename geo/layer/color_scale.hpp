#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "geo/layer/color.hpp"

namespace geo {

/// `magma_middle` leaves out both ends: every colour is seen on light and on dark ground.
enum class Ramp { viridis, magma_light, magma_middle };

/// Values to colours, fixed for a whole run: it depends neither on zoom, view, nor frame. Pixels, legend and
/// export read the same scale. 0 and below are transparent; `top` and above take the last colour.
struct ColorScale {
    Ramp ramp = Ramp::viridis;
    double top = 1; ///< value of the last colour, in `unit`
    std::vector<double>
        breaks;       ///< ascending round values for legend ticks and contour bands, first is the floor
    std::string unit; ///< "incidents per km² and year"

    Rgba at(double value) const;
    bool operator==(const ColorScale&) const = default;
};

/// The opaque colour at a share of the ramp, 0 to 1.
Rgba ramp_color(Ramp ramp, double share);
/// The ramp as `n` colours from low to high, opaque.
std::vector<Rgba> ramp_colors(Ramp ramp, std::size_t n);

/// The colour-blind-safe category palette (Okabe and Ito) in the house's order; index 7 and above is the grey
/// of "other".
Rgba category_color(std::size_t index);
constexpr std::size_t kCategoryColors = 7;

} // namespace geo
