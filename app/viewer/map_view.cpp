#include "app/viewer/map_view.hpp"

#include <cstdint>

namespace app {

ImTextureID MapView::draw(const Model& model, double scale) {
    const PixelSize size = model.view.map_size;
    const auto texture = [&] {
        return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(target_.texture()));
    };
    if (size.width < 1 || size.height < 1) return texture();
    const bool same = n_drawn_ > 0 && drawn_version_ == model.scene_version &&
                      drawn_camera_ == model.view.camera && drawn_size_ == size;
    if (same) return texture();
    drawn_version_ = model.scene_version;
    drawn_camera_ = model.view.camera;
    drawn_size_ = size;
    ++n_drawn_;
    target_.begin(size, geo::map_colors(model.scene.theme).water);
    renderer_.draw(model.scene, model.view.camera, 0, 0, size, scale);
    target_.end();
    return texture();
}

} // namespace app
