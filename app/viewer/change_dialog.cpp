#include <filesystem>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"

namespace app {

namespace {

using What = geo::OutputSpec::What;

/// A path beside the data that says what it holds.
std::string suggested_path(const Model& model, PathDialog::Kind kind, What what, bool only_marked = false) {
    const std::filesystem::path source = model.study.source.path;
    const std::filesystem::path folder = source.parent_path();
    const std::string stem = source.stem().string();
    const bool opens = kind == PathDialog::Kind::open || kind == PathDialog::Kind::add_reference ||
                       kind == PathDialog::Kind::add_backdrop;
    if (opens) return folder.empty() ? "" : folder.string() + "/";
    if (kind == PathDialog::Kind::save_study)
        return model.study_path.empty() ? (folder / (stem + ".study.json")).string() : model.study_path;
    if (kind == PathDialog::Kind::save_rejects) return (folder / (stem + "-rejected.csv")).string();
    if (what == What::density) return (folder / (stem + "-density.geojson")).string();
    if (what == What::map) return (folder / (stem + "-map.png")).string();
    return (folder / (stem + (only_marked ? "-marked.geojson" : "-shown.geojson"))).string();
}

void look(Model& model) { model.outbox.emplace_back(LookAt{model.view.dialog.path}); }

} // namespace

void change(Model& model, const ShowDialog& show) {
    if (show.kind != PathDialog::Kind::open && !model.table()) return;
    if (show.only_marked && model.view.marked.n_shown() == 0) return;
    PathDialog& dialog = model.view.dialog;
    dialog = {};
    model.view.sheet = Sheet::none;
    dialog.kind = show.kind;
    dialog.only_marked = show.only_marked;
    dialog.path = suggested_path(model, show.kind, dialog.what, show.only_marked);
    look(model);
}

void change(Model& model, const EditPath& edit) {
    model.view.dialog.path = edit.path;
    look(model);
}

void change(Model& model, const ChooseWhat& choose) {
    model.view.dialog.what = choose.what;
    model.view.dialog.path = suggested_path(model, model.view.dialog.kind, choose.what);
    look(model);
}

void change(Model& model, const AcceptDialog&) {
    const PathDialog dialog = model.view.dialog;
    if (dialog.path.empty() || dialog.facts.is_folder) return;
    model.view.dialog = {};
    switch (dialog.kind) {
    case PathDialog::Kind::none:
        break;
    case PathDialog::Kind::open:
        change(model, OpenPath{dialog.path});
        break;
    case PathDialog::Kind::add_reference:
        change(model, AddLayerFile{dialog.path, LayerUse::reference});
        break;
    case PathDialog::Kind::add_backdrop:
        change(model, AddLayerFile{dialog.path, LayerUse::backdrop});
        break;
    case PathDialog::Kind::export_layer:
        change(model, ExportTo{dialog.what, dialog.path, dialog.only_marked});
        break;
    case PathDialog::Kind::save_rejects:
        model.outbox.emplace_back(SaveRejects{dialog.path});
        break;
    case PathDialog::Kind::save_study: {
        geo::Study study = model.study;
        if (study.map) study.map->view = visible_box(model.view.camera, model.view.map_size);
        model.outbox.emplace_back(SaveStudy{std::move(study), dialog.path});
        break;
    }
    }
}

void change(Model& model, const CloseDialog&) { model.view.dialog = {}; }

void change(Model& model, const ExportTo& to) {
    if (to.only_marked && model.view.marked.n_shown() == 0) {
        model.notice = {text::kNothingMarked, true};
        return;
    }
    model.exporting = true;
    model.notice = {};
    model.outbox.emplace_back(Export{to.what, to.path, to.only_marked});
}

} // namespace app
