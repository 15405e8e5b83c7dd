#include "app/render/render_target.hpp"

#include <algorithm>

#include "app/render/gl_owners.hpp"

namespace app {

struct RenderTarget::Parts {
    DrawTexture texture{GL_RGBA8, GL_RGBA};
    PixelSize size;
};

namespace {

void fill(geo::Rgba ground) {
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

RenderTarget::RenderTarget() : parts_(std::make_unique<Parts>()) {}
RenderTarget::~RenderTarget() = default;

void RenderTarget::begin(PixelSize size, geo::Rgba ground) {
    parts_->size = size;
    parts_->texture.bind(size.width, size.height);
    fill(ground);
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

void clear_window(PixelSize size, geo::Rgba ground) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, size.width, size.height);
    fill(ground);
}

} // namespace app
