#include "app/render/compositor.hpp"

#include <algorithm>

namespace app {

PixelBox PixelBox::within(PixelSize size) const {
    return {std::max(x0, 0), std::max(y0, 0), std::min(x1, size.width), std::min(y1, size.height)};
}

Compositor::Compositor() : program_("composite") {}

void Compositor::lay(const View& view, PixelBox box, GLuint coverage, geo::Rgba color, geo::Rgba below,
                     float opacity) {
    bind_view(view);
    glScissor(view.x + box.x0, view.y + box.y0, box.x1 - box.x0, box.y1 - box.y0);
    program_.use();
    program_.set("color", color, opacity);
    program_.set("below", below, opacity);
    program_.set("origin", view.x, view.y);
    program_.set("coverage", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, coverage);
    glBindVertexArray(nothing_.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

} // namespace app
