#pragma once

#include <span>
#include <string>

#include "app/render/camera.hpp"
#include "geo/layer/color.hpp"

namespace app {

struct Options {
    std::string path;   ///< a file of incidents or a study, or empty
    std::string script; ///< run this without a window
    PixelSize size{1280, 800};
    float scale = 1; ///< of scripted runs; a window asks its display
    geo::Theme theme = geo::Theme::light;
    bool help = false;
    bool version = false;
};

/// Throws geo::Error{Argument} for what it does not understand.
Options options_from(std::span<char*> words);
extern const char* const kHelp;

} // namespace app
