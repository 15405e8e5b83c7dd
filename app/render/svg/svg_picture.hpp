#pragma once

#include <string>

#include "app/render/render_image.hpp"

namespace app {

/// The same figure as render_image as an SVG 1.1 document, drawn without OpenGL: vectors but for the density,
/// text as outlines (no font is needed), `provenance` in <metadata>, sizes in mm at 96 dpi times the scale.
/// The same input gives the same bytes. Throws geo::Error{Internal} when no font is found.
std::string svg_picture(const geo::Scene& asked, const Camera* camera, const PictureOptions& options,
                        const std::string& provenance);

class SvgCanvas;
/// What the canvas holds as a document: `words` describe it to those who do not see it.
std::string svg_document(const SvgCanvas& canvas, const PictureOptions& options, const std::string& title,
                         const std::string& words, const std::string& provenance);

} // namespace app
