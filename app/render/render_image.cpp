#include "app/render/render_image.hpp"

#include <algorithm>

#include "app/render/gl_owners.hpp"
#include "app/render/map_renderer.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/picture/figure.hpp"
#include "app/render/picture/pixel_canvas.hpp"
#include "app/render/point_aggregate.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

void check_size(PixelSize size) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    if (size.width < 1 || size.height < 1 || size.width > most || size.height > most) {
        throw geo::Error(geo::ErrorKind::Argument,
                         "a picture of " + std::to_string(size.width) + " × " + std::to_string(size.height) +
                             " pixels cannot be drawn: each side may have 1 to " + std::to_string(most));
    }
}

/// GL's rows run from the bottom up.
void flip_rows(Image& image) {
    const auto stride = static_cast<std::size_t>(image.width) * 4;
    const auto height = static_cast<std::size_t>(image.height);
    for (std::size_t y = 0; y < height / 2; ++y) {
        const auto row = image.rgba.begin() + static_cast<std::ptrdiff_t>(y * stride);
        const auto other = image.rgba.begin() + static_cast<std::ptrdiff_t>((height - 1 - y) * stride);
        std::swap_ranges(row, row + static_cast<std::ptrdiff_t>(stride), other);
    }
}

Image map_image(const geo::Scene& scene, const Camera& camera, PixelSize size, double scale) {
    Image image{size.width, size.height, {}};
    image.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    DrawTexture target(GL_RGBA8, GL_RGBA);
    target.bind(size.width, size.height);
    MapRenderer renderer;
    target.bind(size.width, size.height);
    renderer.draw(scene, camera, 0, 0, size, scale);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    if (const GLenum error = glGetError(); error != GL_NO_ERROR) {
        throw geo::Error(geo::ErrorKind::Internal,
                         "OpenGL could not draw the map (error " + std::to_string(error) + ")");
    }
    flip_rows(image);
    return image;
}

} // namespace

Image render_image(const geo::Scene& asked, const Camera* camera, const PictureOptions& options) {
    const OffscreenContext context;
    check_size(options.size);
    geo::Scene scene = asked;
    announce_aggregate(scene, draws_in_software());
    PixelCanvas canvas(options.size, map_colors(scene.theme).panel);
    draw_figure(
        canvas, scene, camera, options, [&](const Camera& seen, const PixelRectangle& where, double scale) {
            canvas.paste(map_image(scene, seen, {where.width, where.height}, scale), where.x, where.y);
        });
    return canvas.take();
}

} // namespace app
