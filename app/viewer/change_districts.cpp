#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetDistrictCounts& set) {
    model.study.district_counts = set.spec;
    if (!set.spec) return;
    if (!model.study.map) model.study.map.emplace();
    model.study.map->show_districts = true;
}

} // namespace app
