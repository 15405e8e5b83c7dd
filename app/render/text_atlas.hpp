#pragma once

#include <map>
#include <string>
#include <tuple>

#include "app/render/gl_owners.hpp"
#include "app/render/text/typesetter.hpp"

namespace app {

/// Set strings in one texture, each with its halo: red the letters, green letters and halo. A string is set
/// once and kept; when the texture is full it starts again.
class TextAtlas {
  public:
    struct Entry {
        int x = 0, y = 0, width = 0, height = 0; ///< in texels, rows top to bottom, halo included
    };
    TextAtlas();
    /// True when the text was there or found room; false: `clear`, then ask again.
    bool contains_or_adds(const std::string& text, TextStyle style, float halo_px);
    const Entry& entry(const std::string& text, TextStyle style, float halo_px) const;
    void clear();
    GLuint texture() const { return texture_.get(); }

    static constexpr int kSide = 2048;

  private:
    using Key = std::tuple<std::string, float, FontStyle, float, float>;
    static Key key_of(const std::string& text, TextStyle style, float halo_px);
    bool reserve(int width, int height, Entry& entry);

    Typesetter typesetter_;
    Texture texture_;
    std::map<Key, Entry> entries_;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
};

/// A bitmap grown by a soft round brush of this radius: what lies behind the letters. The margin is
/// ceil(radius) + 1 on every side; two bytes a pixel, letters and halo.
std::vector<std::uint8_t> with_halo(const TextBitmap& text, float radius_px, int margin);

} // namespace app
