#pragma once

#include <string>

#include "app/render/picture/canvas.hpp"
#include "app/render/render_image.hpp"
#include "geo/study/border_strip.hpp"

namespace app {

/// What stands around the strip.
struct StripWords {
    std::string title;
    std::vector<std::string> subtitle;
    std::vector<std::string> sources;
    std::string banner; ///< "synthetic sample data"; or empty
};

/// The border unrolled: one panel for each line, kilometre along the line to the right, the neighbour's side
/// above and the own one below, places at the edges of their side, days as colours. Needs no OpenGL.
void draw_strip(Canvas& canvas, const geo::BorderStrip& strip, const StripWords& words, geo::Theme theme,
                const PictureOptions& options);

/// The strip of an evaluated study as a file by the ending of `path`: .svg, else PNG, with the provenance
/// inside. Atomic. Throws geo::Error: Argument (the size), Output.
void write_strip_picture(const geo::Study& study, const geo::Snapshot& snapshot,
                         const PictureOptions& options, const std::string& path);

} // namespace app
