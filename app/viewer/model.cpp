#include "app/viewer/model.hpp"

#include <algorithm>
#include <filesystem>

#include "geo/crs/mercator.hpp"
#include "geo/study/trend.hpp"

namespace app {

namespace {

/// The stage was computed from the snapshot's incidents: what was made from another file's rows says nothing
/// about these.
template <typename Params, typename Value>
bool is_of(const geo::Stage<Params, Value>& stage, const geo::Snapshot& snapshot) {
    return stage.value && std::find(stage.inputs.begin(), stage.inputs.end(), snapshot.incidents.value) !=
                              stage.inputs.end();
}

} // namespace

geo::Study study_for_file(const std::string& path, geo::Theme theme) {
    geo::Study study;
    study.name = std::filesystem::path(path).stem().string();
    study.source.path = path;
    study.all_columns = true;
    study.proximity.emplace().intervals = true;
    study.density.emplace();
    study.map.emplace();
    study.map->theme = theme;
    study.map->incident_opacity = 0.6f; // the density under them must be seen
    return study;
}

geo::Study study_to_compute(const geo::Study& study) {
    geo::Study wanted = study;
    wanted.name.clear();
    wanted.outputs.clear();
    wanted.timeline = {};
    wanted.all_columns = true;
    if (!wanted.proximity) wanted.proximity.emplace();
    wanted.proximity->zones = true; // a band that the mouse is over lights up its zone
    leave_out_hidden(wanted);
    geo::MapSpec looks;
    if (study.map) {
        looks.color_by = study.map->color_by;
        looks.size_by_deaths = study.map->size_by_deaths;
        looks.show_supports = study.map->show_supports;
        for (const geo::ReferenceSpec& reference : study.map->references)
            looks.references.push_back({.path = reference.path, .label_field = reference.label_field});
        if (study.map->backdrop) looks.backdrop = geo::BackdropSpec{.path = study.map->backdrop->path};
    }
    wanted.map = looks;
    return wanted;
}

std::shared_ptr<const geo::Selected> Model::selected() const {
    if (!table()) return nullptr;
    return is_of(run.snapshot->selected, *run.snapshot) ? run.snapshot->selected.value : nullptr;
}

TableQuestion Model::table_question() const {
    TableQuestion question;
    if (!table()) return question;
    const geo::Snapshot& now = *run.snapshot;
    question.table = now.incidents.value->table;
    question.selected = selected();
    if (is_of(now.proximity, now)) question.proximity = now.proximity.value;
    if (is_of(now.area_of_row, now)) question.provinces = now.area_of_row.value;
    question.sort = view.table.sort;
    question.ascending = view.table.ascending;
    question.search = view.table.search;
    return question;
}

const std::vector<geo::RowId>* Model::listed() const {
    return order && table() && order->question.table.get() == table() ? &order->rows : nullptr;
}

geo::LonLatBox visible_box(const Camera& camera, PixelSize size) {
    geo::LonLatBox box;
    box.add(geo::lonlat_from_mercator(mercator_from_pixel(camera, size, {0, 0})));
    box.add(geo::lonlat_from_mercator(mercator_from_pixel(
        camera, size, {static_cast<double>(size.width), static_cast<double>(size.height)})));
    return box;
}

namespace {

/// What was asked for, of the rows that pass now: they are the stage's last input.
template <typename Params, typename Value>
bool is_current(const Model& model, const std::optional<Params>& wanted,
                geo::Stage<Params, Value> geo::Snapshot::*of) {
    if (!wanted) return true;
    if (!model.run.snapshot || !model.selection_current) return false;
    const geo::Stage<Params, Value>& stage = *model.run.snapshot.*of;
    return stage.value && stage.params == *wanted && !stage.inputs.empty() &&
           stage.inputs.back() == std::static_pointer_cast<const void>(model.run.snapshot->selected.value);
}

} // namespace

bool hot_spots_are_current(const Model& model) {
    return is_current(model, model.study.hot_spots, &geo::Snapshot::hot_spots);
}

bool clusters_are_current(const Model& model) {
    return is_current(model, model.study.clusters, &geo::Snapshot::clusters);
}

bool district_counts_are_current(const Model& model) {
    return is_current(model, model.study.district_counts, &geo::Snapshot::district_counts);
}

bool has_district_counts(const geo::Study& study) {
    return study.district_counts && !study.districts.path.empty();
}

bool before_after_is_current(const Model& model) {
    return is_current(model, model.study.before_after, &geo::Snapshot::before_after);
}

bool trend_is_current(const Model& model) {
    if (!model.study.trend) return true;
    return is_current(model, std::optional(trend_key(model.study)), &geo::Snapshot::trend);
}

const geo::BorderStrip* strip_of(const Model& model) {
    if (!model.study.strip || !model.table()) return nullptr;
    return model.run.snapshot->strip.value.get();
}

bool strip_is_current(const Model& model) { return is_current(model, model.study.strip, &geo::Snapshot::strip); }

} // namespace app
