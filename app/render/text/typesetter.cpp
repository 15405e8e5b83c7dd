#include "app/render/text/typesetter.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <raqm.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/render/text/utf8.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

constexpr float kPixel = 64; ///< FreeType's and raqm's units in a pixel
constexpr FT_Int32 kLoad = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;

using Raqm = std::unique_ptr<raqm_t, decltype(&raqm_destroy)>;

raqm_direction_t raqm_direction(TextDirection direction) {
    if (direction == TextDirection::left_to_right) return RAQM_DIRECTION_LTR;
    return direction == TextDirection::right_to_left ? RAQM_DIRECTION_RTL : RAQM_DIRECTION_DEFAULT;
}

/// A glyph's own bitmap at its place in the line, rows downwards from the baseline.
struct Stamp {
    int x, y, width, height;
    std::vector<std::uint8_t> coverage;
};

Stamp stamp_of(FT_Face face, unsigned index, float pen_x, float pen_y) {
    if (FT_Load_Glyph(face, index, kLoad) != 0) return {};
    FT_GlyphSlot slot = face->glyph;
    const float whole = std::floor(pen_x);
    if (slot->format == FT_GLYPH_FORMAT_OUTLINE) {
        FT_Outline_Translate(&slot->outline, std::lround((pen_x - whole) * kPixel), 0);
    }
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 || slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY)
        return {};
    const FT_Bitmap& bitmap = slot->bitmap;
    Stamp stamp{static_cast<int>(whole) + slot->bitmap_left,
                -static_cast<int>(std::lround(pen_y)) - slot->bitmap_top,
                static_cast<int>(bitmap.width),
                static_cast<int>(bitmap.rows),
                {}};
    for (unsigned row = 0; row < bitmap.rows; ++row) {
        const unsigned char* pixels = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        stamp.coverage.insert(stamp.coverage.end(), pixels, pixels + bitmap.width);
    }
    return stamp;
}

void put(const Stamp& stamp, TextBitmap& line) {
    for (int row = 0; row < stamp.height; ++row) {
        const auto from = static_cast<std::size_t>(row) * static_cast<std::size_t>(stamp.width);
        const auto to =
            static_cast<std::size_t>(stamp.y + line.top + row) * static_cast<std::size_t>(line.width) +
            static_cast<std::size_t>(stamp.x + line.left);
        for (std::size_t i = 0; i < static_cast<std::size_t>(stamp.width); ++i) {
            line.coverage[to + i] = std::max(line.coverage[to + i], stamp.coverage[from + i]);
        }
    }
}

TextBitmap joined(const std::vector<Stamp>& stamps, float advance) {
    TextBitmap line;
    line.advance = advance;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool first = true;
    for (const Stamp& s : stamps) {
        if (s.width == 0 || s.height == 0) continue;
        x0 = first ? s.x : std::min(x0, s.x), x1 = first ? s.x + s.width : std::max(x1, s.x + s.width);
        y0 = first ? s.y : std::min(y0, s.y), y1 = first ? s.y + s.height : std::max(y1, s.y + s.height);
        first = false;
    }
    line.width = x1 - x0, line.height = y1 - y0;
    line.left = -x0, line.top = -y0;
    line.coverage.assign(static_cast<std::size_t>(line.width) * static_cast<std::size_t>(line.height), 0);
    for (const Stamp& s : stamps) put(s, line);
    return line;
}

float px_per_unit(FT_Face face) {
    constexpr float kOne = 65536; // FreeType's fixed point
    return static_cast<float>(face->size->metrics.x_scale) / kOne / kPixel;
}

} // namespace

SetText Typesetter::shaped(const std::u32string& text, TextStyle style) {
    SetText run;
    if (text.empty()) return run;
    const Raqm layout(raqm_create(), raqm_destroy);
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    bool good = raqm_set_text(layout.get(), reinterpret_cast<const std::uint32_t*>(text.data()), text.size());
    FT_FaceRec_* face = nullptr;
    for (std::size_t i = 0; good && i < text.size(); ++i) {
        face = fonts_.face_for(text[i], style.font, style.size_px, face);
        good = raqm_set_freetype_face_range(layout.get(), face, i, 1);
    }
    raqm_set_freetype_load_flags(layout.get(), kLoad);
    raqm_set_par_direction(layout.get(), raqm_direction(style.direction));
    if (!good || !raqm_layout(layout.get())) {
        throw geo::Error(geo::ErrorKind::Internal, "libraqm cannot lay out \"" + utf8_from(text) + '"');
    }
    std::size_t n = 0;
    const raqm_glyph_t* glyphs = raqm_get_glyphs(layout.get(), &n);
    float x = 0, y = 0;
    for (std::size_t i = 0; i < n; ++i) {
        run.glyphs.push_back(
            {glyphs[i].ftface, glyphs[i].index, x + static_cast<float>(glyphs[i].x_offset) / kPixel,
             y + static_cast<float>(glyphs[i].y_offset) / kPixel, px_per_unit(glyphs[i].ftface)});
        x += static_cast<float>(glyphs[i].x_advance) / kPixel;
        y += static_cast<float>(glyphs[i].y_advance) / kPixel;
        const bool spaced = glyphs[i].x_advance > 0 && i + 1 < n && !is_arabic(text[glyphs[i].cluster]);
        if (spaced) x += style.tracking_px;
    }
    run.advance = x;
    return run;
}

TextBitmap Typesetter::set(std::string_view utf8, TextStyle style) {
    const SetText run = shaped(code_points(utf8), style);
    std::vector<Stamp> stamps;
    for (const SetGlyph& glyph : run.glyphs)
        stamps.push_back(stamp_of(glyph.face, glyph.index, glyph.x, glyph.y));
    return joined(stamps, run.advance);
}

TextBitmap Typesetter::set_lines(std::string_view utf8, TextStyle style) {
    const SetText text = glyphs(utf8, style);
    std::vector<Stamp> stamps;
    for (const SetGlyph& glyph : text.glyphs)
        stamps.push_back(stamp_of(glyph.face, glyph.index, glyph.x, glyph.y));
    return joined(stamps, text.advance);
}

SetText Typesetter::glyphs(std::string_view utf8, TextStyle style) {
    if (utf8.find('\n') == std::string_view::npos) return shaped(code_points(utf8), style);
    std::vector<SetText> lines;
    SetText all;
    for (std::size_t at = 0; at <= utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        lines.push_back(shaped(code_points(utf8.substr(at, end - at)), style));
        all.advance = std::max(all.advance, lines.back().advance);
        at = end + 1;
    }
    const float height = std::round(metrics(style).height);
    float y = 0;
    for (const SetText& line : lines) {
        const float indent = (all.advance - line.advance) / 2;
        for (SetGlyph glyph : line.glyphs) {
            glyph.x += indent;
            glyph.y += y;
            all.glyphs.push_back(glyph);
        }
        y -= height;
    }
    return all;
}

float Typesetter::width(std::string_view utf8, TextStyle style) {
    return shaped(code_points(utf8), style).advance;
}

LineMetrics Typesetter::metrics(TextStyle style) {
    const FT_Size_Metrics& m = fonts_.first_face(style.font, style.size_px)->size->metrics;
    return {static_cast<float>(m.ascender) / kPixel, static_cast<float>(-m.descender) / kPixel,
            static_cast<float>(m.height) / kPixel};
}

std::string Typesetter::shortened(std::string_view utf8, TextStyle style, float width_px) {
    if (width(utf8, style) <= width_px) return std::string(utf8);
    const std::u32string all = code_points(utf8);
    // Widths grow with the number of letters kept, near enough for a bisection.
    std::size_t fits = 0, too_many = all.size();
    while (too_many - fits > 1) {
        const std::size_t n = (fits + too_many) / 2;
        if (shaped(all.substr(0, n) + U'…', style).advance <= width_px)
            fits = n;
        else
            too_many = n;
    }
    while (fits > 0 && all[fits - 1] == U' ') --fits;
    return utf8_from(all.substr(0, fits) + U'…');
}

} // namespace app
