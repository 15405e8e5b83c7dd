#include "app/render/animation/picture_series.hpp"

#include "app/render/picture/figure.hpp"

namespace app {

PictureSeries::PictureSeries(const PictureOptions& options) : options_(options) {}

Image PictureSeries::draw(const geo::Scene& scene) {
    const auto draw_map = [&](const Camera& camera, PixelSize size, double scale) {
        target_.begin(size, map_colors(scene.theme).water);
        renderer_.draw(scene, camera, 0, 0, size, scale);
        return target_.read();
    };
    return figure(scene, nullptr, options_, draw_map);
}

} // namespace app
