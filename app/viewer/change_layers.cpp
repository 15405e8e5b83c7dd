#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/viewer/change.hpp"
#include "app/viewer/text.hpp"

namespace app {

namespace {

using References = std::vector<geo::ReferenceSpec>;

geo::MapSpec& map_of(Model& model) {
    if (!model.study.map) model.study.map.emplace();
    return *model.study.map;
}

std::string file_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

/// The first colour that no layer has, so that two files look different.
geo::Rgba next_color(const References& references) {
    for (const geo::Rgba color : geo::kReferenceColors)
        if (std::none_of(references.begin(), references.end(),
                         [&](const auto& r) { return r.color == color; }))
            return color;
    return geo::kReferenceColors[references.size() % geo::kReferenceColors.size()];
}

void add_reference(Model& model, const std::string& path) {
    References& references = map_of(model).references;
    geo::ReferenceSpec spec;
    spec.path = path;
    spec.color = next_color(references);
    references.push_back(std::move(spec));
    model.notice = {fmt::format(text::kLayerAdded, file_of(path)), false};
}

void add_backdrop(Model& model, const std::string& path) {
    map_of(model).backdrop = geo::BackdropSpec{.path = path};
    model.notice = {fmt::format(text::kLayerAdded, file_of(path)), false};
}

/// Rows that are gone cannot be pointed at.
void forget_row(Model& model, LayerRef layer) {
    if (model.view.focused_layer == layer) model.view.focused_layer.reset();
    model.view.layer_menu.reset();
}

} // namespace

void change(Model& model, const SetLabelLanguage& set) { map_of(model).label_language = set.language; }
void change(Model& model, const SetColorBy& set) { map_of(model).color_by = set.color_by; }
void change(Model& model, const SetSizeByDeaths& set) { map_of(model).size_by_deaths = set.by_deaths; }

void change(Model& model, const DropPath& drop) {
    const bool opens = !model.table() || drop.path.ends_with(".study.json") || is_table_path(drop.path);
    if (opens)
        model.outbox.emplace_back(OpenIncidents{drop.path});
    else
        change(model, AddLayerFile{drop.path, LayerUse::unknown});
}

void change(Model& model, const AddLayerFile& add) {
    model.notice = {};
    model.outbox.emplace_back(ProbeLayer{add.path, add.use});
}

void change(Model& model, const LayerFileSeen& seen) {
    if (seen.file.is_raster)
        add_backdrop(model, seen.path);
    else if (seen.use == LayerUse::reference)
        add_reference(model, seen.path);
    else if (looks_like_incidents(seen.file))
        model.outbox.emplace_back(OpenIncidents{seen.path});
    else
        model.view.questions.push_back({seen.path, seen.file});
}

void change(Model& model, const AnswerQuestion& answered) {
    using Answer = AnswerQuestion::Answer;
    if (model.view.questions.empty()) return;
    const std::string path = model.view.questions.front().path;
    model.view.questions.erase(model.view.questions.begin());
    if (answered.answer == Answer::reference) add_reference(model, path);
    if (answered.answer == Answer::incidents) model.outbox.emplace_back(OpenIncidents{path});
}

void change(Model& model, const SetReference& set) {
    References& references = map_of(model).references;
    if (set.at >= references.size()) return;
    references[set.at] = set.spec;
    geo::ReferenceSpec& spec = references[set.at];
    spec.opacity = std::clamp(spec.opacity, 0.05f, 1.0f);
    spec.width_px = std::clamp(spec.width_px, geo::kReferenceWidths[0], geo::kReferenceWidths[1]);
}

void change(Model& model, const MoveReference& move) {
    References& references = map_of(model).references;
    const auto to = static_cast<std::ptrdiff_t>(move.at) + move.step;
    if (move.at >= references.size() || to < 0 || to >= std::ssize(references)) return;
    std::swap(references[move.at], references[static_cast<std::size_t>(to)]);
    const LayerRef from{LayerKind::reference, move.at};
    const LayerRef moved{LayerKind::reference, static_cast<std::size_t>(to)};
    if (model.view.focused_layer == from) model.view.focused_layer = moved;
    if (model.view.layer_menu == from) model.view.layer_menu = moved;
}

void change(Model& model, const RemoveReference& remove) {
    References& references = map_of(model).references;
    if (remove.at >= references.size()) return;
    const std::string file = file_of(references[remove.at].path);
    references.erase(references.begin() + static_cast<std::ptrdiff_t>(remove.at));
    model.notice = {fmt::format(text::kLayerGone, file), false};
    forget_row(model, {LayerKind::reference, remove.at});
}

void change(Model& model, const SetBackdrop& set) {
    std::optional<geo::BackdropSpec>& backdrop = map_of(model).backdrop;
    if (backdrop && !set.spec) {
        model.notice = {fmt::format(text::kLayerGone, file_of(backdrop->path)), false};
        forget_row(model, {LayerKind::backdrop, 0});
    }
    backdrop = set.spec;
    if (backdrop) backdrop->opacity = std::clamp(backdrop->opacity, 0.05f, 1.0f);
}

void change(Model& model, const ToggleLayer& toggle) {
    change(model,
           SetLayerVisible{toggle.layer.kind, !is_visible(model.study, toggle.layer), toggle.layer.at});
}

void change(Model& model, const StepOpacity& step) {
    const std::optional<float> opacity = opacity_of(model.study, step.layer);
    if (opacity) change(model, SetLayerOpacity{step.layer.kind, *opacity + step.step, step.layer.at});
}

void change(Model& model, const ZoomToLayer& zoom) {
    if (const auto box = extent_of(model, zoom.layer)) fly_to_box(model, *box);
}

void change(Model& model, const FocusLayer& focus) {
    model.view.focused_layer = focus.layer;
    if (focus.layer) model.view.left_open = true;
}

void change(Model& model, const StepLayer& step) {
    const std::vector<LayerRef> rows = layer_rows(model.study);
    auto at =
        std::find(rows.begin(), rows.end(), model.view.focused_layer.value_or(rows.front())) - rows.begin();
    at = std::clamp<std::ptrdiff_t>(at + step.step, 0, std::ssize(rows) - 1);
    model.view.focused_layer = rows[static_cast<std::size_t>(at)];
}

void change(Model& model, const ShowLayerMenu& show) { model.view.layer_menu = show.layer; }

} // namespace app
