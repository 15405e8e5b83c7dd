#pragma once

#include "app/render/camera.hpp"
#include "app/render/gl.hpp"

namespace app {

/// Where and how one draw happens: a rectangle of a framebuffer (y from its bottom), seen through a camera.
struct View {
    Camera camera;
    PixelSize size;
    int x = 0;
    int y = 0;
    float scale = 1;        ///< multiplies widths, symbols and text
    GLuint framebuffer = 0; ///< what is drawn into in the end
    int spare = 0;          ///< pixels along each edge that are not seen: nothing is measured by them
};

/// Binds the view's framebuffer, viewport and scissor; blending is premultiplied "over".
inline void bind_view(const View& view) {
    glBindFramebuffer(GL_FRAMEBUFFER, view.framebuffer);
    glViewport(view.x, view.y, view.size.width, view.size.height);
    glScissor(view.x, view.y, view.size.width, view.size.height);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

/// A place of the view in pixels; float is enough once the camera's centre is subtracted in double.
struct ViewPoint {
    float x = 0;
    float y = 0;
};

} // namespace app
