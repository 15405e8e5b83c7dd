#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "app/render/camera.hpp"

namespace app {

/// What a playback is written as.
enum class PlaybackFormat { webp, pictures };

/// Sizes of frames to choose from, with the scale of type and lines that suits them.
struct FrameSize {
    PixelSize size;
    double scale = 1;
    const char* words = "";
};
inline constexpr std::array<FrameSize, 4> kFrameSizes{{{{1280, 720}, 1, "1280 \xc3\x97 720"},
                                                       {{1600, 1200}, 1.5, "1600 \xc3\x97 1200"},
                                                       {{1920, 1080}, 1.5, "1920 \xc3\x97 1080"},
                                                       {{1080, 1080}, 1.25, "1080 \xc3\x97 1080"}}};

/// The settings of the dialog, and whether it is open.
struct PlaybackDialog {
    bool open = false;
    PlaybackFormat format = PlaybackFormat::webp;
    std::size_t size = 0; ///< index into kFrameSizes
    int frame_ms = 500;
    bool repeats = true; ///< the WebP plays for ever
    std::string path;
    bool path_exists = false; ///< a file or a folder with something in it
};

/// What is known of an export under way.
struct PlaybackExport {
    bool running = false;
    std::string stage; ///< "scale", "frames" ...
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

} // namespace app
