#include "app/render/map_picture.hpp"

#include <cmath>

namespace app {

namespace {

constexpr double kWhole_px = 1e-3; // nearer than this to a whole pixel is one

double snapped(double pixels) {
    return std::abs(pixels - std::round(pixels)) < kWhole_px ? std::round(pixels) : pixels;
}

MapImage placed(const MapFrame& frame, const Camera& camera, PixelSize size) {
    const double zoom = frame.camera.metres_per_pixel / camera.metres_per_pixel;
    const double width = frame.size.width * zoom, height = frame.size.height * zoom;
    const Pixel middle = pixel_from_mercator(camera, size, frame.camera.centre);
    return {0, snapped(middle.x - width / 2), snapped(middle.y - height / 2), width, height};
}

} // namespace

MapImage placed(const MapPicture& picture, const Camera& camera, PixelSize size) {
    MapImage image = placed(picture.frame, camera, size);
    image.texture = picture.target.texture();
    return image;
}

bool covers(const MapImage& image, PixelSize size, double beyond_px) {
    return image.left <= -beyond_px && image.top <= -beyond_px &&
           image.left + image.width >= size.width + beyond_px &&
           image.top + image.height >= size.height + beyond_px;
}

bool covers(const MapFrame& frame, const Camera& camera, PixelSize size, double beyond_px) {
    return covers(placed(frame, camera, size), size, beyond_px);
}

void copy_pixels(const DrawTexture& from, DrawTexture& to, PixelSize size) {
    to.bind(size.width, size.height);
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer());
    glBlitFramebuffer(0, 0, size.width, size.height, 0, 0, size.width, size.height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    to.bind(size.width, size.height);
}

void set_smooth(const DrawTexture& texture, bool smooth) {
    glBindTexture(GL_TEXTURE_2D, texture.texture());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
}

} // namespace app
