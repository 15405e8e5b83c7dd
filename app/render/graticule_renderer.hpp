#pragma once

#include "app/render/graticule_lines.hpp"
#include "app/render/line_renderer.hpp"

namespace app {

class GraticuleRenderer {
  public:
    explicit GraticuleRenderer(LineRenderer& lines) : lines_(lines) {}
    void draw(const geo::GraticuleLayer& layer, const View& view, float opacity) {
        const geo::LineLayer lines = graticule_as_lines(layer, view);
        for (std::size_t part = 0; part < LineRenderer::kParts; ++part)
            lines_.draw(lines, view, opacity, part);
    }

  private:
    LineRenderer& lines_;
};

} // namespace app
