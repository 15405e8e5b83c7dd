#include "app/render/render_target.hpp"

#include <algorithm>

#include "app/render/gl_owners.hpp"

namespace app {

struct RenderTarget::Parts {
    DrawTexture texture{GL_RGBA8, GL_RGBA};
    PixelSize size;
};

namespace {

void clear_all(geo::Rgba ground) {
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void fill(geo::Rgba ground) {
    glDisable(GL_SCISSOR_TEST);
    clear_all(ground);
}

} // namespace

RenderTarget::RenderTarget() : parts_(std::make_unique<Parts>()) {}
RenderTarget::~RenderTarget() = default;

void RenderTarget::begin(PixelSize size, geo::Rgba ground) {
    parts_->size = size;
    parts_->texture.bind(size.width, size.height);
    fill(ground);
}

void RenderTarget::resume(PixelSize size) {
    parts_->size = size;
    parts_->texture.bind(size.width, size.height);
}

void RenderTarget::clear(int x, int y, PixelSize size, geo::Rgba ground) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(x, y, size.width, size.height);
    clear_all(ground);
    glDisable(GL_SCISSOR_TEST);
}

void RenderTarget::show() const {
    const PixelSize size = parts_->size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, parts_->texture.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, size.width, size.height, 0, 0, size.width, size.height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void RenderTarget::end() { glBindFramebuffer(GL_FRAMEBUFFER, 0); }

unsigned RenderTarget::texture() const { return parts_->texture.texture(); }

Image RenderTarget::read() const {
    const PixelSize size = parts_->size;
    Image image{size.width, size.height, {}};
    const auto stride = static_cast<std::size_t>(size.width) * 4;
    const auto height = static_cast<std::size_t>(size.height);
    image.rgba.resize(stride * height);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, parts_->texture.framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    for (std::size_t y = 0; y < height / 2; ++y) { // GL's rows run from the bottom up
        const auto row = image.rgba.begin() + static_cast<std::ptrdiff_t>(y * stride);
        const auto other = image.rgba.begin() + static_cast<std::ptrdiff_t>((height - 1 - y) * stride);
        std::swap_ranges(row, row + static_cast<std::ptrdiff_t>(stride), other);
    }
    return image;
}

} // namespace app
