#pragma once

#include <imgui.h>

#include "app/render/live_map.hpp"
#include "app/viewer/model.hpp"

namespace app {

/// What the map's region shows: pictures bottom first, by pixels from the region's upper left corner.
struct ShownMap {
    std::vector<MapImage> images;
    PixelSize size;
};

/// The map of the model, drawn only when it changed and in steps that leave no frame waiting.
class MapView {
  public:
    /// Draws for about `budget_s` towards the model's scene under its camera.
    ShownMap draw(const Model& model, double scale, double budget_s);
    /// When another frame is wanted though nothing changes, because the map is not drawn to the end.
    std::optional<double> goes_on_in_s() const { return goes_on_in_s_; }

  private:
    LiveMap map_;
    std::optional<double> goes_on_in_s_;
};

/// GL's name of a picture as Dear ImGui wants it.
inline ImTextureID texture_of(const MapImage& image) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes a texture's name as a pointer
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(image.texture));
}
/// Whether some picture fills the whole region.
bool is_covered(const ShownMap& shown);

} // namespace app
