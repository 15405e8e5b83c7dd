#include "app/viewer/state_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/render/point_aggregate.hpp"
#include "app/viewer/chips.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/legend_choice.hpp"
#include "app/viewer/state_words.hpp"
#include "app/viewer/timeline_marks.hpp"

namespace app {

namespace {

std::string day_word(std::optional<geo::Day> day) { return day ? geo::iso_from_day(*day) : "none"; }
const geo::MapSpec& map_of(const Model& model) {
    static const geo::MapSpec defaults;
    return model.study.map ? *model.study.map : defaults;
}

std::string status_word(const Model& model) {
    if (model.run.busy) return "busy";
    if (!model.run.error.empty()) return "error";
    if (model.run.cancelled) return "cancelled";
    return model.table() ? "ready" : "welcome";
}

std::string dialog_word(const Model& model) {
    constexpr std::array<const char*, 9> kWords{"none",    "open",      "save",     "export",
                                                "rejects", "reference", "backdrop", "districts", "population"};
    return kWords[static_cast<std::size_t>(model.view.dialog.kind)];
}

std::string sheet_word(const Model& model) {
    constexpr std::array<const char*, 5> kWords{"none", "report", "columns", "help", "precision"};
    return kWords[static_cast<std::size_t>(model.view.sheet)];
}

std::string layout_word(const Model& model) {
    return model.table() ? std::string(geo::name_of(model.table()->origin.schema.kind)) : "none";
}

std::string tab_word(const Model& model) {
    constexpr std::array<const char*, 9> kWords{"incident",  "density",  "border",
                                               "strip", "hot spots", "clusters", "districts", "trend", "compare"};
    return kWords[static_cast<std::size_t>(model.view.tab)];
}

double picked_row(const Model& model) {
    if (!model.view.picked || !model.table() || model.table()->input_row.empty()) return 0;
    return static_cast<double>(model.table()->input_row[model.view.picked->row()]);
}

std::string window_word(const Model& model) {
    const geo::PlaybackSpec& spec = model.view.playback.spec;
    return spec.cumulative ? "cumulative" : geo::in_words(spec.window);
}

/// What the bars stand for: known to a week or better, passing every filter but time.
double n_in_bars(const Model& model) {
    double n = 0;
    for (const TimeBin& bin : model.timeline.bins) n += static_cast<double>(bin.n_shown);
    return n;
}

/// Whether a disc is one incident or may be several.
std::string disc_word(const Model& model) {
    const geo::PointGeometry* points = incident_points(model.scene);
    if (!points) return "none";
    return model.view.software_gl && are_many(*points) ? "several" : "single";
}

/// The files of the reference layers, topmost first, hidden ones in brackets.
std::string references_word(const Model& model) {
    std::string words;
    for (const LayerRef layer : layer_rows(model.study)) {
        if (layer.kind != LayerKind::reference) continue;
        const std::string name = name_of(model.study, layer);
        words += (words.empty() ? "" : ", ") + (is_visible(model.study, layer) ? name : "(" + name + ")");
    }
    return words.empty() ? "none" : words;
}

double n_features_read(const Model& model) {
    double n = 0;
    if (model.run.snapshot)
        for (const auto& stage : model.run.snapshot->references)
            if (stage.value) n += number(stage.value->n_features);
    return n;
}

std::string backdrop_word(const Model& model) {
    const auto& backdrop = map_of(model).backdrop;
    return backdrop ? name_of(model.study, {LayerKind::backdrop, 0}) : "none";
}

std::string focus_word(const Model& model) {
    return model.view.focused_layer ? name_of(model.study, *model.view.focused_layer) : "none";
}

/// The days that the legend's ramp runs over.
std::string legend_dates(const Model& model) {
    for (const geo::LegendSection& section : model.scene.legend)
        if (section.dates)
            return geo::iso_from_day(section.dates->first) + " to " + geo::iso_from_day(section.dates->last);
    return "none";
}

/// Lines of the legend whose values or layers are not on the map.
double n_hidden_in_legend(const Model& model) {
    double n = 0;
    for (const geo::LegendSection& section : model.scene.legend)
        for (const geo::LegendItem& item : section.items) {
            const bool left_out =
                item.value && share_chosen(model, section.column, *item.value) == LegendShare::none;
            if (left_out || !item.shown) ++n;
        }
    return n;
}

double n_taken(const Model& model, TakenFile::State state) {
    return number(static_cast<std::size_t>(
        std::count_if(model.view.taken.begin(), model.view.taken.end(),
                      [state](const TakenFile& file) { return file.state == state; })));
}

using Read = std::function<StateValue(const Model&)>;

const std::map<std::string, Read>& readers() {
    static const std::map<std::string, Read> known{
        {"shown", [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_shown) : 0; }},
        {"total", [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_all) : 0; }},
        {"unlocated",
         [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_unlocated) : 0; }},
        {"undo", [](auto& m) { return number(m.history.n_undo()); }},
        {"redo", [](auto& m) { return number(m.history.n_redo()); }},
        {"stacked", [](auto& m) { return m.view.hovered ? number(m.view.hovered->n) : 0; }},
        {"picked", picked_row},
        {"discs", disc_word},
        {"picked_of", [](auto& m) { return m.view.picked ? number(m.view.picked->stack.n) : 0; }},
        {"stack_listed",
         [](auto& m) { return m.view.picked ? number(m.view.picked->stack.rows.size()) : 0; }},
        {"scale", [](auto& m) { return scale_number(ground_metres_per_pixel(m.view.camera), 1); }},
        {"bins", [](auto& m) { return number(m.timeline.bins.size()); }},
        {"supports", [](auto& m) { return on_off(map_of(m).show_supports); }},
        {"incidents", [](auto& m) { return on_off(map_of(m).show_incidents); }},
        {"border", [](auto& m) { return m.study.border.set; }},
        {"color_by",
         [](auto& m) {
             const std::string words = geo::text_of(map_of(m).color_by);
             return words.empty() ? std::string("category") : words;
         }},
        {"legend_dates", legend_dates},
        {"legend_hidden", n_hidden_in_legend},
        {"layers", [](auto& m) { return number(m.scene.layers.size()); }},
        {"theme",
         [](auto& m) { return std::string(map_of(m).theme == geo::Theme::dark ? "dark" : "light"); }},
        {"from", [](auto& m) { return day_word(m.study.filter.from); }},
        {"to", [](auto& m) { return day_word(m.study.filter.to); }},
        {"area", [](auto& m) { return m.study.filter.area; }},
        {"where", [](auto& m) { return m.study.filter.where; }},
        {"chips",
         [](auto& m) {
             return number(
                 chips_of(m.study.filter, m.run.summary ? m.run.summary->category_column : "", {}).size());
         }},
        {"graticule", [](auto& m) { return on_off(map_of(m).show_graticule); }},
        {"language", [](auto& m) { return std::string(geo::name_of(map_of(m).label_language)); }},
        {"references", references_word},
        {"reference-features", n_features_read},
        {"backdrop", backdrop_word},
        {"focus_layer", focus_word},
        {"menu", [](auto& m) { return m.view.layer_menu ? name_of(m.study, *m.view.layer_menu) : "none"; }},
        {"study_question", [](auto& m) { return on_off(m.view.study_question.has_value()); }},
        {"question", [](auto& m) { return on_off(!m.view.questions.empty()); }},
        {"dialog", dialog_word},
        {"sheet", sheet_word},
        {"export_files", [](auto& m) { return number(jobs_of(m.view.exporter).size()); }},
        {"export_replaces", [](auto& m) { return number(m.view.exporter.facts.existing.size()); }},
        {"export_fault", [](auto& m) { return fault_of(m, m.view.exporter); }},
        {"export_coarsen",
         [](auto& m) {
             return m.view.exporter.publish.coarsen ? geo::word_of(*m.view.exporter.publish.coarsen) : "no";
         }},
        {"export_merge_under",
         [](auto& m) { return number(static_cast<std::size_t>(m.view.exporter.publish.merge_under)); }},
        {"export_folder", [](auto& m) { return m.view.exporter.folder; }},
        {"taken", [](auto& m) { return n_taken(m, TakenFile::State::done); }},
        {"taken_failed", [](auto& m) { return n_taken(m, TakenFile::State::failed); }},
        {"copied", [](auto& m) { return m.view.copied; }},
        {"recent", [](auto& m) { return number(m.settings.recent.size()); }},
        {"unsaved", [](auto& m) { return number(m.unsaved.size()); }},
        {"changes", [](auto& m) { return on_off(m.has_changes()); }},
        {"text_size", [](auto& m) { return std::round(static_cast<double>(m.settings.text_size) * 100); }},
        {"left_width", [](auto& m) { return std::round(static_cast<double>(m.settings.left_width)); }},
        {"rejected",
         [](auto& m) {
             return m.table() ? number(m.run.snapshot->incidents.value->report.rejected().size()) : 0;
         }},
        {"preview_rows",
         [](auto& m) { return m.view.columns.preview ? number(m.view.columns.preview->rows.size()) : 0; }},
        {"layout", layout_word},
        {"tab", tab_word},
        {"status", status_word},
        {"in_bars", n_in_bars},
        {"vague",
         [](auto& m) { return m.run.summary ? static_cast<double>(m.run.summary->n_vague_shown) : 0; }},
        {"playing", [](auto& m) { return on_off(m.view.playback.playing); }},
        {"frames", [](auto& m) { return number(frames_of(m).size()); }},
        {"frame", [](auto& m) { return number(frame_shown(m) ? *frame_shown(m) + 1 : 0); }},
        {"frames_seen", [](auto& m) { return number(m.view.playback.n_shown); }},
        {"play_step", [](auto& m) { return std::string(geo::name_of(m.view.playback.spec.step)); }},
        {"play_window", window_word},
        {"play_loop", [](auto& m) { return on_off(m.view.playback.loop); }},
        {"playback_dialog", [](auto& m) { return on_off(m.view.playback_dialog.open); }},
        {"marks", [](auto& m) { return number(m.study.timeline.marks.size()); }},
        {"marks_drawn", [](auto& m) { return number(marks_shown(m).size()); }},
        {"events", [](auto& m) { return on_off(m.study.timeline.show_events); }},
        {"notice", [](auto& m) { return m.notice.text; }},
    };
    return known;
}

} // namespace

std::optional<StateValue> state_value(const Model& model, const std::string& name) {
    const auto it = readers().find(name);
    if (it != readers().end()) return it->second(model);
    const auto of_analysis = analysis_value(model, name);
    return of_analysis ? of_analysis : tool_value(model, name);
}

std::string words_of(const StateValue& value) {
    if (const double* n = std::get_if<double>(&value)) return fmt::format("{:g}", *n);
    return std::get<std::string>(value);
}

} // namespace app
