#include "app/viewer/change.hpp"
#include "app/viewer/legend_choice.hpp"

namespace app {

void change(Model& model, const ToggleLegend& toggle) {
    model.study.filter.where = where_toggled(model, toggle.column, toggle.value);
}

void change(Model& model, const OnlyLegend& only) {
    model.study.filter.where = where_only(model, only.column, only.value);
}

} // namespace app
