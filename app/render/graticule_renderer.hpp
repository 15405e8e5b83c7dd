#pragma once

#include "app/render/graticule_lines.hpp"
#include "app/render/line_renderer.hpp"

namespace app {

class GraticuleRenderer {
  public:
    explicit GraticuleRenderer(LineRenderer& lines) : lines_(lines) {}
    void draw(const geo::GraticuleLayer& layer, const View& view, float opacity) {
        lines_.draw(graticule_as_lines(layer, view), view, opacity);
    }

  private:
    LineRenderer& lines_;
};

} // namespace app
