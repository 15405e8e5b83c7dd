#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/render/render_image.hpp"

namespace app {

/// Where the frames of an animation go. Nothing is there before `finish`.
class AnimationFile {
  public:
    virtual ~AnimationFile() = default;
    /// `provenance` is that frame's own.
    virtual void add(const Image& frame, const std::string& provenance) = 0;
    /// Puts the result in place, with the provenance of the whole.
    virtual void finish(std::string_view provenance) = 0;
};

struct AnimationTiming {
    int frame_ms = 500;
    int loops = 0; ///< 0: for ever
};

/// ".webp" is an animated WebP, a path without an ending (or with a slash at its end) a folder of PNG
/// pictures. Throws Error{Argument} for other endings and sizes that WebP does not have, Error{Output} where
/// something is in the way: to be asked before a long computation.
void require_animation_path(const std::string& path, PixelSize size);
bool is_animated_webp(std::string_view path);

/// `n_frames` decides how many digits the names have, at least four: frame-0001.png.
std::unique_ptr<AnimationFile> animation_file(const std::string& path, const PictureOptions& picture,
                                              AnimationTiming timing, std::size_t n_frames);
std::string frame_name(std::size_t frame, std::size_t n_frames);

} // namespace app
