#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetHotSpots& set) {
    model.study.hot_spots = set.spec;
    if (!set.spec) return;
    if (!model.study.map) model.study.map.emplace();
    model.study.map->show_hot_spots = true;
}

void change(Model& model, const FlyToBox& fly) { fly_to_box(model, fly.box); }

} // namespace app
