#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/render/camera.hpp"
#include "app/viewer/key.hpp"
#include "geo/layer/color.hpp"

namespace app {

/// What the frame loop stands on: a real window, or none for scripted runs.
class Host {
  public:
    virtual ~Host() = default;
    virtual PixelSize size() const = 0;           ///< in framebuffer pixels
    virtual float scale() const = 0;              ///< framebuffer pixels per pixel of the design
    virtual void begin_frame() = 0;               ///< makes Dear ImGui's input current
    virtual void end_frame(geo::Rgba ground) = 0; ///< draws what Dear ImGui has collected
    /// Whether anybody sees this frame.
    virtual bool draws() const { return true; }
    /// After the fonts were loaded anew.
    virtual void fonts_changed() = 0;
    /// How long a frame may draw at the map; what is not finished then goes on in the next one.
    virtual double map_budget_s() const { return kWholeMap_s; }
    static constexpr double kWholeMap_s = 1e9; ///< for as long as it takes
    virtual void set_title(const std::string&) {}

    /// Keys and dropped files since the last call.
    std::vector<KeyPress> take_keys() { return std::exchange(keys_, {}); }
    std::vector<std::string> take_dropped() { return std::exchange(dropped_, {}); }

  protected:
    std::vector<KeyPress> keys_;
    std::vector<std::string> dropped_;
};

} // namespace app
