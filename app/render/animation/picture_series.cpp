#include "app/render/animation/picture_series.hpp"

#include "app/render/picture/figure.hpp"
#include "app/render/picture/pixel_canvas.hpp"

namespace app {

PictureSeries::PictureSeries(const PictureOptions& options) : options_(options) {}

Image PictureSeries::draw(const geo::Scene& scene) {
    PixelCanvas canvas(options_.size, map_colors(scene.theme).panel);
    const auto draw_map = [&](const Camera& camera, const PixelRectangle& where, double scale) {
        const PixelSize size{where.width, where.height};
        target_.begin(size, map_colors(scene.theme).water);
        renderer_.draw(scene, camera, 0, 0, size, scale);
        canvas.paste(target_.read(), where.x, where.y);
    };
    draw_figure(canvas, scene, nullptr, options_, draw_map);
    return canvas.take();
}

} // namespace app
