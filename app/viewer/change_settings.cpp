#include "app/viewer/change.hpp"

namespace app {

namespace {

void keep(Model& model) { model.outbox.emplace_back(KeepSettings{model.settings}); }

} // namespace

void change(Model& model, const Started& started) {
    model.settings = started.settings;
    model.unsaved = started.unsaved;
    if (started.settings.theme && model.study.map) model.study.map->theme = *started.settings.theme;
    model.saved = model.study;
}

void change(Model& model, const ShowSheet& show) {
    const bool needs_table = show.sheet == Sheet::report || show.sheet == Sheet::precision;
    if (needs_table && !model.table()) return;
    if (show.sheet == Sheet::columns && !model.has_file()) return;
    model.view.sheet = show.sheet;
    if (show.sheet != Sheet::columns) return;
    model.view.columns = {model.study.source.roles, std::nullopt, ""};
    model.outbox.emplace_back(ReadPreview{model.study.source});
}

void change(Model& model, const SetTextSize& set) {
    if (model.settings.text_size == set.size) return;
    model.settings.text_size = set.size;
    keep(model);
}

void change(Model& model, const ResizePart& resize) {
    Settings& settings = model.settings;
    float& size = resize.part == Part::left    ? settings.left_width
                  : resize.part == Part::right ? settings.right_width
                                               : settings.timeline_height;
    if (size == resize.size) return;
    size = resize.size;
    keep(model);
}

void change(Model& model, const ForgetRecent& forget) {
    std::erase(model.settings.recent, forget.path);
    keep(model);
}

void change(Model& model, const ContinueUnsaved& unsaved) {
    model.outbox.emplace_back(LoadUnsaved{unsaved.file});
}

void change(Model& model, const UnsavedLoaded& loaded) {
    start_document(model, loaded.study, loaded.study_path);
    model.saved = {}; // whatever it was, it was not saved
    model.unsaved_file = loaded.file;
    std::erase_if(model.unsaved, [&](const UnsavedStudy& study) { return study.file == loaded.file; });
}

void change(Model& model, const UnsavedKept& kept) { model.unsaved_file = kept.file; }

void change(Model& model, const EditRoles& edit) { model.view.columns.roles = edit.roles; }

void change(Model& model, const ApplyRoles&) {
    model.view.sheet = Sheet::none;
    model.study.source.roles = model.view.columns.roles;
    model.outbox.emplace_back(RunAgain{}); // also after a failure with the same roles
}

void change(Model& model, const PreviewRead& read) {
    if (read.source != model.study.source) return; // another file has been opened meanwhile
    model.view.columns.preview = read.preview;
    model.view.columns.error = read.error;
}

} // namespace app
