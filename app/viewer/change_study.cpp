#include <algorithm>
#include <filesystem>

#include "app/viewer/apply.hpp"
#include "app/viewer/change.hpp"
#include "app/viewer/where_parts.hpp"

namespace app {

namespace {

/// A new document: nothing of the last one stays but the window's own state.
void start_document(Model& model, geo::Study study, const std::string& study_path) {
    model.study = std::move(study);
    model.study_path = study_path;
    model.history = {};
    model.scene = {};
    ++model.scene_version;
    model.timeline = {};
    model.notice = {};
    model.view.hovered.reset();
    model.view.picked.reset();
    model.view.brush.reset();
    model.view.flight.reset();
    model.view.fit_wanted = true;
    model.view.dialog = {};
    model.view.questions.clear();
    model.view.focused_layer.reset();
    model.view.layer_menu.reset();
}

geo::MapSpec& map_of(Model& model) {
    if (!model.study.map) model.study.map.emplace();
    return *model.study.map;
}

std::string category_column(const Model& model) {
    return model.run.summary ? model.run.summary->category_column : std::string();
}

std::vector<std::string> all_categories(const Model& model) {
    std::vector<std::string> values;
    if (model.run.summary)
        for (const CategoryCount& category : model.run.summary->categories) values.push_back(category.value);
    return values;
}

/// Choosing all of them or none is no limit at all.
void choose_categories(Model& model, std::vector<std::string> chosen) {
    const std::string column = category_column(model);
    if (column.empty()) return;
    if (chosen.size() == all_categories(model).size()) chosen.clear();
    WhereParts parts = parts_of_where(model.study.filter.where, column);
    parts.categories = std::move(chosen);
    model.study.filter.where = where_from_parts(parts, column);
}

bool is_study_path(const std::string& path) { return path.ends_with(".study.json"); }

} // namespace

void change(Model& model, const OpenPath& open) {
    if (is_study_path(open.path)) {
        model.outbox.emplace_back(LoadStudy{open.path});
        return;
    }
    const geo::Theme theme = map_of(model).theme;
    start_document(model, study_for_file(open.path, theme), "");
}

void change(Model& model, const StudyLoaded& loaded) { start_document(model, loaded.study, loaded.path); }

void change(Model& model, const OpenSample&) { model.outbox.emplace_back(FindSample{}); }
void change(Model& model, const Retry&) { model.outbox.emplace_back(RunAgain{}); }

void change(Model& model, const StudySaved& saved) {
    model.study_path = saved.path;
    model.notice = {"Saved " + std::filesystem::path(saved.path).filename().string(), false};
}

void change(Model& model, const SetTimeRange& range) {
    model.study.filter.from = range.from;
    model.study.filter.to = range.to;
    if (range.from && range.to && *range.to < *range.from)
        std::swap(model.study.filter.from, model.study.filter.to);
}

void change(Model& model, const GrabBrush& grab) { model.view.brush = grab.drag; }

void change(Model& model, const MoveBrush& move) {
    const geo::DayWindow limits = model.timeline.window;
    if (!model.view.brush || limits.days() <= 0) return;
    const auto [from, to] = brushed(*model.view.brush, move.day, limits);
    const bool everything = from == limits.first && to == limits.last - std::chrono::days{1};
    model.study.filter.from = everything ? std::nullopt : std::optional(from);
    model.study.filter.to = everything ? std::nullopt : std::optional(to);
}

void change(Model& model, const ReleaseBrush&) {
    model.view.brush.reset();
    model.history.end_step();
}

void change(Model& model, const SetWithin& within) { model.study.filter.within = within.distance; }
void change(Model& model, const SetMaxUncertainty& max) { model.study.filter.max_uncertainty = max.radius; }
void change(Model& model, const SetArea& area) { model.study.filter.area = area.area; }

void change(Model& model, const ToggleCategory& toggle) {
    std::vector<std::string> chosen =
        parts_of_where(model.study.filter.where, category_column(model)).categories;
    if (chosen.empty()) chosen = all_categories(model);
    const auto it = std::find(chosen.begin(), chosen.end(), toggle.value);
    if (it == chosen.end())
        chosen.push_back(toggle.value);
    else
        chosen.erase(it);
    choose_categories(model, std::move(chosen));
}

void change(Model& model, const OnlyCategory& only) { choose_categories(model, {only.value}); }
void change(Model& model, const AllCategories&) { choose_categories(model, {}); }

void change(Model& model, const SetWhereRest& where) {
    const std::string column = category_column(model);
    if (column.empty()) {
        model.study.filter.where = where.expression;
        return;
    }
    WhereParts parts = parts_of_where(model.study.filter.where, column);
    parts.rest = where.expression;
    model.study.filter.where = where_from_parts(parts, column);
}

void change(Model& model, const ClearFilter&) { model.study.filter = {}; }
void change(Model& model, const SetDensity& density) { model.study.density = density.spec; }
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
}

void change(Model& model, const SetLayerOpacity& set) {
    const float opacity = std::clamp(set.opacity, 0.05f, 1.0f);
    if (set.layer == LayerKind::incidents) map_of(model).incident_opacity = opacity;
    if (set.layer == LayerKind::density) map_of(model).density_opacity = opacity;
    std::vector<geo::ReferenceSpec>& references = map_of(model).references;
    if (set.layer == LayerKind::reference && set.at < references.size()) references[set.at].opacity = opacity;
    if (set.layer == LayerKind::backdrop && map_of(model).backdrop) map_of(model).backdrop->opacity = opacity;
}

void change(Model& model, const SetTheme& set) { map_of(model).theme = set.theme; }

void change(Model& model, const Undo&) {
    if (auto study = model.history.undo(model.study)) model.study = std::move(*study);
}
void change(Model& model, const Redo&) {
    if (auto study = model.history.redo(model.study)) model.study = std::move(*study);
}
void change(Model& model, const EndStep&) { model.history.end_step(); }

} // namespace app
