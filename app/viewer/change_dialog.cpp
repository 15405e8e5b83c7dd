#include <filesystem>
#include <utility>

#include "app/viewer/change.hpp"

namespace app {

namespace {

/// A path beside the data that says what it holds.
std::string suggested_path(const Model& model, PathDialog::Kind kind) {
    const std::filesystem::path source = model.study.source.path;
    const std::filesystem::path folder = source.parent_path();
    const std::string stem = source.stem().string();
    const bool opens = kind == PathDialog::Kind::open || kind == PathDialog::Kind::add_reference ||
                       kind == PathDialog::Kind::add_backdrop || kind == PathDialog::Kind::districts ||
                       kind == PathDialog::Kind::population;
    if (opens) return folder.empty() ? "" : folder.string() + "/";
    if (kind == PathDialog::Kind::save_study)
        return model.study_path.empty() ? (folder / (stem + ".study.json")).string() : model.study_path;
    return (folder / (stem + "-rejected.csv")).string();
}

void look(Model& model) { model.outbox.emplace_back(LookAt{model.view.dialog.path}); }

} // namespace

void change(Model& model, const ShowDialog& show) {
    if (show.kind != PathDialog::Kind::open && !model.table()) return;
    if (show.only_marked && model.view.marked.n_shown() == 0) return;
    PathDialog& dialog = model.view.dialog;
    dialog = {};
    dialog.from = std::exchange(model.view.sheet, Sheet::none);
    dialog.kind = show.kind;
    if (show.kind == PathDialog::Kind::export_layer) return start_export(model, show);
    dialog.path = suggested_path(model, show.kind);
    look(model);
}

void change(Model& model, const EditPath& edit) {
    if (model.view.dialog.kind == PathDialog::Kind::export_layer) {
        ExportDraft& draft = model.view.exporter;
        for (const Take take : kTakes)
            if (draft.file(take).wanted) return change(model, NameTake{take, edit.path});
        return;
    }
    model.view.dialog.path = edit.path;
    look(model);
}

void change(Model& model, const ChooseWhat& choose) {
    model.view.dialog.what = choose.what;
    start_export(model, {PathDialog::Kind::export_layer, choose.what, model.view.exporter.rows.has_value()});
}

void change(Model& model, const AcceptDialog&) {
    const PathDialog dialog = model.view.dialog;
    if (dialog.path.empty() || dialog.facts.is_folder) return;
    if (dialog.kind == PathDialog::Kind::export_layer) return accept_export(model);
    model.view.dialog = {};
    switch (dialog.kind) {
    case PathDialog::Kind::none:
    case PathDialog::Kind::export_layer:
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
    case PathDialog::Kind::districts:
        model.study.districts = {dialog.path, model.study.districts.population, model.study.districts.population_column};
        model.view.sheet = dialog.from;
        break;
    case PathDialog::Kind::population:
        model.study.districts.population = dialog.path;
        model.study.districts.population_column.clear();
        model.view.sheet = dialog.from;
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

} // namespace app
