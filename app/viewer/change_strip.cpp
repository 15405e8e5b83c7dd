#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetStrip& set) { model.study.strip = set.spec; }

void change(Model& model, const ShowStripLine& show) { model.view.strip_line = show.line; }

void change(Model& model, const PickOnStrip& pick) {
    if (!model.table() || pick.row >= model.table()->size()) return;
    pick_row(model, pick.row);
    reveal_in_table(model);
    model.view.tab = Tab::strip;
}

} // namespace app
