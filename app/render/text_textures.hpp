#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/render/text/typesetter.hpp"

namespace app {

/// A line of text as a texture of its own: white letters, their coverage as straight alpha, so that who draws
/// it gives the colour. The pen starts `left` pixels right of the texture's left edge (negative: left of it),
/// the baseline lies `top` rows below its first row.
struct SetLine {
    unsigned texture = 0; ///< GL's name; 0: nothing to be seen (spaces)
    int width = 0, height = 0;
    int left = 0, top = 0;
    float advance = 0;
};

/// Text in scripts that a plain glyph-by-glyph drawer cannot write, for windows: set once by the typesetter
/// and kept while it is used. Bounded: of more than kMostLines lines those not drawn the longest are dropped.
/// Needs the GL context that it was made in.
class TextTextures {
  public:
    static constexpr std::size_t kMostLines = 600; ///< about 10 MB of letters

    TextTextures();
    ~TextTextures();
    TextTextures(const TextTextures&) = delete;
    TextTextures& operator=(const TextTextures&) = delete;

    /// Valid until the call of `next_frame` after the next.
    const SetLine& line(std::string_view text, TextStyle style);
    /// The text broken into lines of at most `width_px`.
    const std::vector<std::string>& wrapped(std::string_view text, TextStyle style, float width_px);
    /// The text, or as much of it as fits with an ellipsis.
    const std::string& shortened(std::string_view text, TextStyle style, float width_px);
    float width(std::string_view text, TextStyle style);
    LineMetrics metrics(TextStyle style);

    void next_frame();
    std::size_t n_lines() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
