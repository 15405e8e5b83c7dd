#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const Arrived& arrived) {
    const bool other_table =
        model.run.snapshot != arrived.run.snapshot && arrived.run.snapshot &&
        (!model.run.snapshot || arrived.run.snapshot->table() != model.run.snapshot->table());
    model.run = arrived.run;
    if (other_table) {
        forget_rows(model);
        model.order.reset();
        model.stacks.reset();
        model.marked_places.reset();
    }
    if (other_table && model.table()) {
        remember_recent(model.settings,
                        model.study_path.empty() ? model.study.source.path : model.study_path);
        model.outbox.emplace_back(KeepSettings{model.settings});
    }
    if (other_table && model.table() && model.run.snapshot->incidents.value->counts) { // it is good for that alone
        model.view.tab = Tab::districts;
        model.view.right_open = true;
    }
    refresh_marked(model);
}

void change(Model& model, const SceneMade& made) {
    const bool other_extent = !(made.scene.data_extent == model.scene.data_extent);
    model.scene = made.scene;
    ++model.scene_version;
    model.selection_current = made.selection_current;
    model.density_current = made.density_current;
    if (model.view.fit_wanted && other_extent && !model.scene.data_extent.empty()) fit_camera(model, false);
    refresh_pointer(model);
}

void change(Model& model, const TimelineMade& made) { model.timeline = made.bins; }

void change(Model& model, const PathSeen& seen) {
    if (seen.path == model.view.dialog.path) model.view.dialog.facts = seen.facts;
    PlaybackDialog& playback = model.view.playback_dialog;
    if (seen.path == playback.path)
        playback.path_exists = seen.facts.exists && !(seen.facts.is_folder && seen.facts.entries.empty());
}

void change(Model& model, const Tell& tell) { model.notice = tell.notice; }
void change(Model& model, const CancelRun&) { model.outbox.emplace_back(StopRun{}); }

} // namespace app
