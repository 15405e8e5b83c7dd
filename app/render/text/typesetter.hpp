#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/render/text/fonts.hpp"

namespace app {

/// Which way a line runs. Automatic: as its first letter does; a line out of a broken paragraph runs as the
/// paragraph.
enum class TextDirection { automatic, left_to_right, right_to_left };

struct TextStyle {
    float size_px = 15;
    FontStyle font = FontStyle::regular;
    float tracking_px = 0; ///< added after each Latin letter; joined scripts cannot be spaced
    TextDirection direction = TextDirection::automatic;
    bool operator==(const TextStyle&) const = default;
};

/// Shaped and rasterised text: 8-bit coverage, rows top to bottom. The pen starts `left` pixels left of the
/// bitmap's first column (negative: right of it) and the baseline lies `top` rows below the bitmap's first
/// row.
struct TextBitmap {
    int width = 0, height = 0;
    int left = 0, top = 0;
    float advance = 0;
    std::vector<std::uint8_t> coverage;
};

struct LineMetrics {
    float ascent, descent, height; ///< pixels, all positive
};

/// A glyph of set text, to be drawn as an outline.
struct SetGlyph {
    FT_FaceRec_* face = nullptr;
    unsigned index = 0;
    float x = 0, y = 0;    ///< of its pen from the first line's start, y upwards
    float px_per_unit = 0; ///< pixels for a unit of the font's design
};
struct SetText {
    std::vector<SetGlyph> glyphs;
    float advance = 0; ///< of the widest line
};

/// Text in any script: libraqm orders and joins the letters (Urdu and Pashto right to left), FreeType draws
/// them. One line at a time; not for two threads at once.
class Typesetter {
  public:
    TextBitmap set(std::string_view utf8, TextStyle style);
    /// Several lines, apart by '\n', centred under one another in one bitmap.
    TextBitmap set_lines(std::string_view utf8, TextStyle style);
    /// What `set_lines` draws, as glyphs. The faces live as long as this typesetter.
    SetText glyphs(std::string_view utf8, TextStyle style);
    float width(std::string_view utf8, TextStyle style);
    LineMetrics metrics(TextStyle style);

    /// The text, or as much of it as fits into `width_px` with an ellipsis.
    std::string shortened(std::string_view utf8, TextStyle style, float width_px);
    /// Lines of at most `width_px`, broken at spaces, within a word only where the word alone is too long.
    /// Newlines in the text are kept as breaks. Nothing is lost.
    std::vector<std::string> wrapped(std::string_view utf8, TextStyle style, float width_px);

  private:
    SetText shaped(const std::u32string& text, TextStyle style);

    Fonts fonts_;
};

} // namespace app
