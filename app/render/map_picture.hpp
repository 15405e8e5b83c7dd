#pragma once

#include <vector>

#include "app/render/gl_owners.hpp"
#include "app/render/live_map.hpp"

namespace app {

/// A picture of a map with what it shows. For live_map only.
struct MapPicture {
    DrawTexture target{GL_RGBA8, GL_RGBA};
    MapFrame frame;
    std::vector<geo::Layer> layers; ///< equal ones look the same
    geo::Theme theme = geo::Theme::light;
    unsigned long content = 0; ///< grows with every change of the layers
    bool complete = false;

    bool shows(const std::vector<geo::Layer>& wanted, geo::Theme in) const {
        return complete && theme == in && layers == wanted;
    }
};

/// Where the picture lies when seen through the camera of a view of `size`.
MapImage placed(const MapPicture& picture, const Camera& camera, PixelSize size);
/// Whether it reaches at least `beyond_px` past every edge of the view (negative: all but).
bool covers(const MapImage& image, PixelSize size, double beyond_px = 0);
bool covers(const MapFrame& frame, const Camera& camera, PixelSize size, double beyond_px);

/// Copies what `from` shows into `to`, made the same size; `to` is bound afterwards.
void copy_pixels(const DrawTexture& from, DrawTexture& to, PixelSize size);
/// Nearest pixels where picture and window share their pixels, else a mean of neighbours.
void set_smooth(const DrawTexture& texture, bool smooth);

} // namespace app
