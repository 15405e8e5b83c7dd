#include "app/render/raster_renderer.hpp"

#include <array>

namespace app {

namespace {

/// Every second pixel of every second row.
geo::RasterImage halved(const geo::RasterImage& image) {
    geo::RasterImage half;
    half.width = (image.width + 1) / 2;
    half.height = (image.height + 1) / 2;
    for (std::size_t row = 0; row < half.height; ++row)
        for (std::size_t column = 0; column < half.width; ++column) {
            const auto from =
                image.rgba.begin() + static_cast<std::ptrdiff_t>(4 * (2 * row * image.width + 2 * column));
            half.rgba.insert(half.rgba.end(), from, from + 4);
        }
    return half;
}

} // namespace

RasterRenderer::RasterRenderer() : program_("raster") {
    describe_vertices(array_, corners_, std::array<Attribute, 2>{{{0, 2}, {1, 2}}});
}

Texture RasterRenderer::uploaded(const geo::RasterImage& image) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    const auto limit = static_cast<std::uint32_t>(most);
    if (image.width > limit || image.height > limit) return uploaded(halved(image));
    Texture texture;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    allocate(texture, GL_RGBA8, static_cast<int>(image.width), static_cast<int>(image.height), GL_RGBA,
             GL_UNSIGNED_BYTE, image.rgba.data(), GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 1000);
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    return texture;
}

void RasterRenderer::draw(const geo::RasterLayer& layer, const View& view, float opacity) {
    if (!layer.image || layer.image->rgba.empty()) return;
    const geo::RasterImage& image = *layer.image;
    glActiveTexture(GL_TEXTURE0);
    const Texture& texture = textures_.get(layer.image, uploaded);
    const double wide_m = view.size.width * view.camera.metres_per_pixel;
    const double high_m = view.size.height * view.camera.metres_per_pixel;
    const auto x = [&](double m) { return static_cast<float>((m - view.camera.centre.x_m) * 2 / wide_m); };
    const auto y = [&](double m) { return static_cast<float>((m - view.camera.centre.y_m) * 2 / high_m); };
    const float west = x(image.low.x_m), east = x(image.high.x_m);
    const float south = y(image.low.y_m), north = y(image.high.y_m);
    const std::array<float, 16> corners{west, south, 0, 1, east, south, 1, 1,
                                        west, north, 0, 0, east, north, 1, 0};
    bind_view(view);
    program_.use();
    program_.set("picture", 0);
    program_.set("opacity", opacity);
    glBindTexture(GL_TEXTURE_2D, texture.get());
    glBindVertexArray(array_.get());
    upload(GL_ARRAY_BUFFER, corners_, std::span<const float>(corners), GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

} // namespace app
