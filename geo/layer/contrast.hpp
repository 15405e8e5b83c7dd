#pragma once

#include "geo/layer/color.hpp"

namespace geo {

/// Relative luminance of an opaque sRGB colour, 0 (black) to 1 (white); WCAG 2.1.
double relative_luminance(Rgba color);

/// Contrast of two opaque colours, 1 to 21; WCAG 2.1 asks for 4.5 for text.
double contrast_ratio(Rgba a, Rgba b);

/// `top` seen over the opaque `ground`.
Rgba blended_over(Rgba top, Rgba ground);

/// CIE L* (0 to 100) of an opaque colour: what "perceptually even" is measured in.
double lightness(Rgba color);

} // namespace geo
