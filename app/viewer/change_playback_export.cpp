#include <filesystem>

#include "app/viewer/change.hpp"

namespace app {

namespace {

/// Beside the data, and saying what it is.
std::string suggested_path(const Model& model, PlaybackFormat format) {
    const std::filesystem::path source = model.study.source.path;
    const char* ending = format == PlaybackFormat::webp ? "-playback.webp" : "-playback/";
    return (source.parent_path() / (source.stem().string() + ending)).string();
}

} // namespace

void change(Model& model, const ShowPlaybackDialog& show) {
    PlaybackDialog& dialog = model.view.playback_dialog;
    dialog.open = show.open && model.table() && !frames_of(model).empty();
    if (!dialog.open || model.playback_export.running) return;
    dialog.path = suggested_path(model, dialog.format);
    model.outbox.emplace_back(LookAt{dialog.path});
}

void change(Model& model, const EditPlaybackDialog& edit) {
    PlaybackDialog& dialog = model.view.playback_dialog;
    const bool other_format = edit.dialog.format != dialog.format;
    const bool other_path = edit.dialog.path != dialog.path;
    dialog = edit.dialog;
    if (other_format) dialog.path = suggested_path(model, dialog.format);
    if (other_format || other_path) model.outbox.emplace_back(LookAt{dialog.path});
}

void change(Model& model, const AcceptPlaybackDialog&) {
    const PlaybackDialog& dialog = model.view.playback_dialog;
    const bool in_the_way = dialog.format == PlaybackFormat::pictures && dialog.path_exists;
    if (!dialog.open || dialog.path.empty() || in_the_way || model.playback_export.running) return;
    stop_playback(model);
    model.playback_export = {true, "", 0, 0};
    model.notice = {};
    model.outbox.emplace_back(ExportPlayback{dialog});
}

void change(Model& model, const StopPlaybackExport&) { model.outbox.emplace_back(StopExport{}); }

void change(Model& model, const PlaybackExportState& state) { model.playback_export = state.state; }

void change(Model& model, const PlaybackExported& exported) {
    model.playback_export = {};
    model.view.playback_dialog.open = false;
    model.notice = {exported.text, !exported.done};
}

} // namespace app
