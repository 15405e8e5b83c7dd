#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/viewer/apply.hpp"
#include "app/viewer/change.hpp"

namespace app {

namespace {

geo::MapSpec& map_of(Model& model) {
    if (!model.study.map) model.study.map.emplace();
    return *model.study.map;
}

bool is_study_path(const std::string& path) { return path.ends_with(".study.json"); }

} // namespace

void start_document(Model& model, geo::Study study, const std::string& study_path) {
    change(model, DismissTaken{}); // of the file before
    const geo::Theme theme = map_of(model).theme;
    model.study = std::move(study);
    if (!model.study.map) map_of(model).theme = theme; // a study that asks for numbers alone is shown too
    model.study_path = study_path;
    model.saved = model.study;
    model.unsaved_file.clear(); // what was changed before stays where it was kept
    model.history = {};
    model.scene = {};
    ++model.scene_version;
    model.timeline = {};
    model.notice = {};
    forget_rows(model);
    model.view.measuring = {};
    model.view.tool = Tool::pan;
    model.view.brush.reset();
    model.view.playback.playing = false;
    model.view.playback.spec.within.reset();
    model.view.mark_draft = {};
    model.view.flight.reset();
    model.view.fit_wanted = true;
    model.view.dialog = {};
    model.view.sheet = Sheet::none;
    model.view.questions.clear();
    model.view.study_question.reset();
    model.view.focused_layer.reset();
    model.view.keys_in.reset(); // the keyboard is the map's
    model.view.aiming = false;
    model.view.layer_menu.reset();
}

void change(Model& model, const OpenPath& open) {
    if (is_study_path(open.path)) {
        model.outbox.emplace_back(LoadStudy{open.path});
        return;
    }
    const geo::Theme theme = map_of(model).theme;
    start_document(model, study_for_file(open.path, theme), "");
}

void change(Model& model, const StudyLoaded& loaded) { start_document(model, loaded.study, loaded.path); }

void change(Model& model, const StudyAsks& asks) {
    if (is_trusted(model.settings, asks.path, asks.outside))
        return start_document(model, asks.study, asks.path);
    model.view.study_question = StudyQuestion{asks.study, asks.path, asks.outside};
}

void change(Model& model, const AnswerStudy& answer) {
    if (!model.view.study_question) return;
    const StudyQuestion asked = *std::exchange(model.view.study_question, std::nullopt);
    if (!answer.open) return;
    remember_trusted(model.settings, asked.path, asked.outside);
    model.outbox.emplace_back(KeepSettings{model.settings});
    start_document(model, asked.study, asked.path);
}

void change(Model& model, const OpenSample&) { model.outbox.emplace_back(FindSample{}); }
void change(Model& model, const Retry&) { model.outbox.emplace_back(RunAgain{}); }

void change(Model& model, const StudySaved& saved) {
    model.study_path = saved.path;
    model.saved = saved.study;
    remember_recent(model.settings, saved.path);
    remember_trusted(model.settings, saved.path, saved.outside);
    model.outbox.emplace_back(KeepSettings{model.settings});
    model.notice = {"Saved " + std::filesystem::path(saved.path).filename().string(), false};
}

void change(Model& model, const SetDensity& density) {
    const bool other_unit = model.study.density && (model.study.density->unit != density.spec.unit ||
                                                    model.study.density->weight != density.spec.weight);
    model.study.density = density.spec;
    if (other_unit) model.study.density->scale_top.reset(); // a number of the other unit
}
void change(Model& model, const SetProximity& set) { model.study.proximity = set.spec; }
void change(Model& model, const HoverBand& hover) { model.view.band = hover.band; }

void change(Model& model, const SetBorder& border) {
    if (!border.spec.neighbours.empty()) model.study.border = border.spec;
}

void change(Model& model, const SetLayerVisible& set) {
    geo::MapSpec& map = map_of(model);
    switch (set.layer) {
    case LayerKind::incidents:
        map.show_incidents = set.visible;
        break;
    case LayerKind::density:
        map.show_density = set.visible;
        break;
    case LayerKind::hot_spots:
        map.show_hot_spots = set.visible;
        break;
    case LayerKind::supports:
        map.show_supports = set.visible;
        break;
    case LayerKind::clusters:
        map.show_clusters = set.visible;
        break;
    case LayerKind::districts:
        map.show_districts = set.visible;
        break;
    case LayerKind::change:
        map.show_change = set.visible;
        break;
    case LayerKind::border:
        map.show_border = set.visible;
        break;
    case LayerKind::areas:
        map.show_areas = set.visible;
        break;
    case LayerKind::labels:
        map.show_labels = set.visible;
        break;
    case LayerKind::graticule:
        map.show_graticule = set.visible;
        break;
    case LayerKind::reference:
        if (set.at < map.references.size()) map.references[set.at].visible = set.visible;
        break;
    case LayerKind::backdrop:
        if (map.backdrop) map.backdrop->visible = set.visible;
        break;
    }
    if (set.layer == LayerKind::density && set.visible && !model.study.density) model.study.density.emplace();
    if (set.layer == LayerKind::hot_spots && set.visible && !model.study.hot_spots) model.study.hot_spots.emplace();
    if (set.layer == LayerKind::change && set.visible && !model.study.before_after)
        model.study.before_after = usual_before_after(model);
    if (set.layer == LayerKind::clusters && set.visible && !model.study.clusters) model.study.clusters.emplace();
    if (set.layer == LayerKind::districts && set.visible && !model.study.district_counts) {
        model.study.district_counts.emplace();
        if (model.study.districts.path.empty()) model.view.tab = Tab::districts; // which says what is lacking
    }
}

void change(Model& model, const SetLayerOpacity& set) {
    const float opacity = std::clamp(set.opacity, 0.05f, 1.0f);
    if (set.layer == LayerKind::incidents) map_of(model).incident_opacity = opacity;
    if (set.layer == LayerKind::density) map_of(model).density_opacity = opacity;
    if (set.layer == LayerKind::hot_spots) map_of(model).hot_spot_opacity = opacity;
    if (set.layer == LayerKind::change) map_of(model).change_opacity = opacity;
    if (set.layer == LayerKind::clusters) map_of(model).cluster_opacity = opacity;
    if (set.layer == LayerKind::districts) map_of(model).district_opacity = opacity;
    std::vector<geo::ReferenceSpec>& references = map_of(model).references;
    if (set.layer == LayerKind::reference && set.at < references.size()) references[set.at].opacity = opacity;
    if (set.layer == LayerKind::backdrop && map_of(model).backdrop) map_of(model).backdrop->opacity = opacity;
}

void change(Model& model, const SetTheme& set) {
    map_of(model).theme = set.theme;
    model.settings.theme = set.theme;
    model.outbox.emplace_back(KeepSettings{model.settings});
}

void change(Model& model, const Undo&) {
    stop_playback(model);
    if (auto study = model.history.undo(model.study)) model.study = std::move(*study);
}
void change(Model& model, const Redo&) {
    stop_playback(model);
    if (auto study = model.history.redo(model.study)) model.study = std::move(*study);
}
void change(Model& model, const EndStep&) { model.history.end_step(); }

} // namespace app
