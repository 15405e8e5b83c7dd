#pragma once

#include <optional>

#include "app/render/label_layout.hpp"
#include "app/render/program.hpp"
#include "app/render/text_atlas.hpp"

namespace app {

/// Names with a halo. All label layers of a scene are placed together, so that none covers another; each is
/// then drawn where its layer stands.
class LabelRenderer {
  public:
    LabelRenderer();
    /// Sets and places every label of these layers. Call once a draw, before `draw`.
    void place(const std::vector<const geo::LabelLayer*>& layers, const View& view);
    void draw(const geo::LabelLayer& layer, const View& view, geo::Theme theme, float opacity);

  private:
    void draw_names(const geo::LabelLayer& layer, geo::LabelKind kind, const View& view, geo::Rgba color,
                    geo::Rgba halo, float opacity);
    void draw_dots(const geo::LabelLayer& layer, const View& view, const geo::MapColors& colors,
                   float opacity);

    Program program_;
    Program dots_;
    VertexArray array_, dot_array_;
    Buffer vertices_, dot_vertices_;
    TextAtlas atlas_;
    std::vector<LaidLabel> placed_;
};

} // namespace app
