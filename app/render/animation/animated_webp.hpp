#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/render/render_image.hpp"

namespace app {

/// What a side of a WebP picture may have at most.
constexpr int kMostWebpPixels = 16383;

/// An animated WebP, lossless: every frame decodes to the pixels that went in (where they are opaque).
class AnimatedWebp {
  public:
    /// `loops`: how often it plays, 0 is for ever. Throws geo::Error{Argument} for a size that WebP does not
    /// have.
    AnimatedWebp(PixelSize size, int loops);
    ~AnimatedWebp();
    AnimatedWebp(const AnimatedWebp&) = delete;
    AnimatedWebp& operator=(const AnimatedWebp&) = delete;

    /// Frames all have the size above. Throws geo::Error{Output} with libwebp's reason.
    void add(const Image& frame, int milliseconds);
    /// The file. At least one frame must have been added.
    std::vector<std::uint8_t> finish();

  private:
    struct Encoder;
    std::unique_ptr<Encoder> encoder_;
};

} // namespace app
