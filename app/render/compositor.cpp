#include "app/render/compositor.hpp"

#include <array>

namespace app {

Compositor::Compositor() : program_("composite") {
    describe_vertices(array_, corners_, std::array<Attribute, 1>{{{0, 2}}});
}

void Compositor::lay(const View& view, const TileSet& tiles, GLuint coverage, geo::Rgba color,
                     geo::Rgba below, float opacity) {
    const std::vector<float> corners = tiles.triangles();
    bind_view(view);
    program_.use();
    program_.set("size", view.size.width, view.size.height);
    program_.set("color", color, opacity);
    program_.set("below", below, opacity);
    program_.set("origin", view.x, view.y);
    program_.set("coverage", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, coverage);
    glBindVertexArray(array_.get());
    upload(GL_ARRAY_BUFFER, corners_, std::span<const float>(corners), GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners.size() / 2));
}

} // namespace app
