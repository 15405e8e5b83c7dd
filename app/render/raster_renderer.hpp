#pragma once

#include "app/render/geometry_cache.hpp"
#include "app/render/gl_owners.hpp"
#include "app/render/program.hpp"
#include "app/render/view.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// A picture on the map's plane as a texture with mipmaps. A picture larger than GL's largest texture is
/// halved until it fits.
class RasterRenderer {
  public:
    RasterRenderer();
    void draw(const geo::RasterLayer& layer, const View& view, float opacity);

  private:
    static Texture uploaded(const geo::RasterImage& image);

    Program program_;
    VertexArray array_;
    Buffer corners_;
    GeometryCache<geo::RasterImage, Texture> textures_;
};

} // namespace app
