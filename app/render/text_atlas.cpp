#include "app/render/text_atlas.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

struct Brush {
    int dx, dy;
    float strength;
};

std::vector<Brush> round_brush(float radius, int margin) {
    std::vector<Brush> brush;
    for (int dy = -margin; dy <= margin; ++dy) {
        for (int dx = -margin; dx <= margin; ++dx) {
            const float strength = std::clamp(
                radius + 0.5F - std::hypot(static_cast<float>(dx), static_cast<float>(dy)), 0.0F, 1.0F);
            if (strength > 0) brush.push_back({dx, dy, strength});
        }
    }
    return brush;
}

} // namespace

std::vector<std::uint8_t> with_halo(const TextBitmap& text, float radius_px, int margin) {
    const int width = text.width + 2 * margin, height = text.height + 2 * margin;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 2,
                                     0);
    const std::vector<Brush> brush = round_brush(radius_px, margin);
    const auto pixel = [&](int x, int y) {
        return pixels.data() + 2 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                    static_cast<std::size_t>(x));
    };
    for (int y = 0; y < text.height; ++y) {
        for (int x = 0; x < text.width; ++x) {
            const std::uint8_t c =
                text.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(text.width) +
                              static_cast<std::size_t>(x)];
            if (c == 0) continue;
            pixel(x + margin, y + margin)[0] = c;
            for (const Brush& b : brush) {
                std::uint8_t& halo = pixel(x + margin + b.dx, y + margin + b.dy)[1];
                // Thin strokes cover no pixel wholly: what they leave uncovered, others near may cover.
                const float left = static_cast<float>(255 - halo) * static_cast<float>(c) * b.strength / 255;
                halo = static_cast<std::uint8_t>(static_cast<float>(halo) + left);
            }
        }
    }
    return pixels;
}

TextAtlas::TextAtlas() {
    allocate(texture_, GL_RG8, kSide, kSide, GL_RG, GL_UNSIGNED_BYTE, nullptr, GL_NEAREST);
}

TextAtlas::Key TextAtlas::key_of(const std::string& text, TextStyle style, float halo_px) {
    return {text, style.size_px, style.font, style.tracking_px, halo_px};
}

bool TextAtlas::contains_or_adds(const std::string& text, TextStyle style, float halo_px) {
    const Key key = key_of(text, style, halo_px);
    if (entries_.contains(key)) return true;
    const TextBitmap bitmap = typesetter_.set_lines(text, style);
    const int margin = static_cast<int>(std::ceil(halo_px)) + 1;
    Entry entry;
    if (!reserve(bitmap.width + 2 * margin, bitmap.height + 2 * margin, entry)) return false;
    const std::vector<std::uint8_t> pixels = with_halo(bitmap, halo_px, margin);
    glBindTexture(GL_TEXTURE_2D, texture_.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, entry.x, entry.y, entry.width, entry.height, GL_RG, GL_UNSIGNED_BYTE,
                    pixels.data());
    entries_.emplace(key, entry);
    return true;
}

bool TextAtlas::reserve(int width, int height, Entry& entry) {
    if (width > kSide) return false;
    if (shelf_x_ + width > kSide) {
        shelf_y_ += shelf_height_;
        shelf_x_ = shelf_height_ = 0;
    }
    if (shelf_y_ + height > kSide) return false;
    entry = {shelf_x_, shelf_y_, width, height};
    shelf_x_ += width;
    shelf_height_ = std::max(shelf_height_, height);
    return true;
}

const TextAtlas::Entry& TextAtlas::entry(const std::string& text, TextStyle style, float halo_px) const {
    return entries_.at(key_of(text, style, halo_px));
}

void TextAtlas::clear() {
    entries_.clear();
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
}

} // namespace app
