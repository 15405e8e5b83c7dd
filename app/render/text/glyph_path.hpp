#pragma once

#include <string>

struct FT_FaceRec_;

namespace app {

/// The outline of a glyph as the data of an SVG path, in units of the font's design, y upwards, unhinted.
/// Empty for a blank and for a glyph that has no outline.
std::string glyph_path(FT_FaceRec_* face, unsigned index);

} // namespace app
