#include "app/viewer/map_view.hpp"

#include <algorithm>

namespace app {

ShownMap MapView::draw(const Model& model, double scale, double budget_s) {
    const PixelSize size = model.view.map_size;
    if (size.width < 1 || size.height < 1) {
        goes_on_in_s_.reset();
        return {};
    }
    ShownMap shown{map_.frame(model.scene, model.view.camera, size, scale, budget_s, model.run.busy), size};
    goes_on_in_s_ = map_.goes_on_in_s();
    return shown;
}

bool is_covered(const ShownMap& shown) {
    return std::any_of(shown.images.begin(), shown.images.end(), [&](const MapImage& image) {
        return image.left <= 0 && image.top <= 0 && image.left + image.width >= shown.size.width &&
               image.top + image.height >= shown.size.height;
    });
}

} // namespace app
