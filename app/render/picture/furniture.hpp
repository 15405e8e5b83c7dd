#pragma once

#include <string>
#include <vector>

#include "app/render/picture/canvas.hpp"
#include "app/render/picture/layout.hpp"
#include "app/render/picture/legend.hpp"

namespace app {

// What stands around a figure, whatever it shows.

using Lines = std::vector<std::string>;

int rounded_up(float value);
float height_of(const Lines& lines, Typesetter& typesetter, TextStyle style);
Lines wrapped_all(const std::vector<std::string>& texts, Typesetter& typesetter, TextStyle style,
                  float width);
/// A line each while they are few, else run on, a dot between.
Lines source_lines(const std::vector<std::string>& sources, Typesetter& typesetter, TextStyle style,
                   float width);
/// Words that nobody overlooks, in the middle of the box; nothing without words.
void draw_banner(Canvas& canvas, const PixelRectangle& box, const Lines& lines, const PictureStyle& style);

} // namespace app
