#pragma once

#include "app/render/line_renderer.hpp"

namespace app {

/// Meridians and parallels of a view. On the map's plane they are straight, so their geometry is made anew
/// for each view and is never more than some dozen segments.
class GraticuleRenderer {
  public:
    explicit GraticuleRenderer(LineRenderer& lines) : lines_(lines) {}
    void draw(const geo::GraticuleLayer& layer, const View& view, float opacity);

  private:
    LineRenderer& lines_;
};

/// The degrees at the edges of the view, as labels to be placed before all others: meridians below and above,
/// parallels at both sides, so that what covers one edge (a legend) leaves the other.
std::vector<geo::Label> graticule_labels(const View& view);

} // namespace app
