#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetClusters& set) {
    model.study.clusters = set.spec;
    if (!set.spec) return;
    if (!model.study.map) model.study.map.emplace();
    model.study.map->show_clusters = true;
}

} // namespace app
