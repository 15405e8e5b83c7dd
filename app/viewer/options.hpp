#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/render/camera.hpp"
#include "geo/layer/color.hpp"

namespace app {

struct Options {
    std::string path;   ///< a file of incidents or a study, or empty
    std::string script; ///< run this without a window
    PixelSize size{1280, 800};
    float scale = 1;                 ///< of scripted runs; a window asks its display
    std::optional<geo::Theme> theme; ///< empty: the one chosen last
    std::string
        profile; ///< folder of settings and unsaved work; empty: the user's, or none in a scripted run
    bool help = false;
    bool version = false;
};

/// Throws geo::Error{Argument} for what it does not understand.
Options options_from(std::span<char*> words);
extern const char* const kHelp;

} // namespace app
