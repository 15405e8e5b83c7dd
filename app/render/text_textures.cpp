#include "app/render/text_textures.hpp"

#include <tuple>

#include "app/render/gl_owners.hpp"
#include "app/render/recent_cache.hpp"

namespace app {

namespace {

using Key = std::tuple<std::string, float, FontStyle, TextDirection, float>;

Key key_of(std::string_view text, TextStyle style, float width_px = 0) {
    return {std::string(text), style.size_px, style.font, style.direction, width_px};
}

constexpr int kWidest_px = 8192; ///< GL takes it everywhere, and no window shows more

/// The columns that are kept of a line far wider than any window.
TextBitmap narrowed(TextBitmap bitmap) {
    if (bitmap.width <= kWidest_px) return bitmap;
    std::vector<std::uint8_t> kept;
    for (int row = 0; row < bitmap.height; ++row) {
        const auto from = bitmap.coverage.begin() + std::ptrdiff_t{row} * bitmap.width;
        kept.insert(kept.end(), from, from + kWidest_px);
    }
    bitmap.coverage = std::move(kept);
    bitmap.width = kWidest_px;
    return bitmap;
}

struct OwnedLine {
    Texture texture;
    SetLine line;
};

OwnedLine owned(const TextBitmap& bitmap) {
    OwnedLine result;
    result.line = {0, bitmap.width, bitmap.height, -bitmap.left, bitmap.top, bitmap.advance};
    if (bitmap.width == 0 || bitmap.height == 0) return result;
    std::vector<std::uint8_t> pixels;
    pixels.reserve(bitmap.coverage.size() * 4);
    for (const std::uint8_t coverage : bitmap.coverage)
        pixels.insert(pixels.end(), {255, 255, 255, coverage});
    GLint bound = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    allocate(result.texture, GL_RGBA8, bitmap.width, bitmap.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data(),
             GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    result.line.texture = result.texture.get();
    return result;
}

} // namespace

struct TextTextures::Parts {
    Typesetter typesetter;
    RecentCache<Key, OwnedLine> lines{kMostLines};
    RecentCache<Key, std::vector<std::string>> breaks{kMostLines};
    RecentCache<Key, std::string> cuts{kMostLines};
    RecentCache<Key, float> widths{4 * kMostLines};
};

TextTextures::TextTextures() : parts_(std::make_unique<Parts>()) {}
TextTextures::~TextTextures() = default;

const SetLine& TextTextures::line(std::string_view text, TextStyle style) {
    return parts_->lines
        .get(key_of(text, style), [&] { return owned(narrowed(parts_->typesetter.set(text, style))); })
        .line;
}

const std::vector<std::string>& TextTextures::wrapped(std::string_view text, TextStyle style,
                                                      float width_px) {
    return parts_->breaks.get(key_of(text, style, width_px),
                              [&] { return parts_->typesetter.wrapped(text, style, width_px); });
}

const std::string& TextTextures::shortened(std::string_view text, TextStyle style, float width_px) {
    return parts_->cuts.get(key_of(text, style, width_px),
                            [&] { return parts_->typesetter.shortened(text, style, width_px); });
}

float TextTextures::width(std::string_view text, TextStyle style) {
    return parts_->widths.get(key_of(text, style), [&] { return parts_->typesetter.width(text, style); });
}

LineMetrics TextTextures::metrics(TextStyle style) { return parts_->typesetter.metrics(style); }

void TextTextures::next_frame() {
    parts_->lines.trim();
    parts_->breaks.trim();
    parts_->cuts.trim();
    parts_->widths.trim();
}

std::size_t TextTextures::n_lines() const { return parts_->lines.size(); }

} // namespace app
