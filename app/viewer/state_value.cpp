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
#include "app/viewer/timeline_marks.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/border_comparison.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/trend.hpp"

namespace app {

namespace {

std::string on_off(bool on) { return on ? "on" : "off"; }
std::string day_word(std::optional<geo::Day> day) { return day ? geo::iso_from_day(*day) : "none"; }
double number(std::size_t n) { return static_cast<double>(n); }
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

/// Those that are asked for and computed; null otherwise.
const geo::HotSpots* hot_spots_of(const Model& model) {
    if (!model.study.hot_spots || !model.run.snapshot) return nullptr;
    return model.run.snapshot->hot_spots.value.get();
}

/// Those of the incidents shown, when they are there; null otherwise.
const geo::IntervalBands* intervals_of(const Model& model) {
    if (!model.selected()) return nullptr;
    const auto& stage = model.run.snapshot->interval_bands;
    const bool current = stage.value && !stage.inputs.empty() && stage.inputs[0] == model.selected();
    return current ? stage.value.get() : nullptr;
}

const geo::Clusters* clusters_of(const Model& model) {
    if (!model.study.clusters || !model.run.snapshot) return nullptr;
    return model.run.snapshot->clusters.value.get();
}

const geo::DistrictCounts* district_counts_of(const Model& model) {
    if (!model.study.district_counts || !model.run.snapshot) return nullptr;
    return model.run.snapshot->district_counts.value.get();
}

/// Those of what is shown now, when they are there; null otherwise.
const geo::Trend* trend_of(const Model& model) {
    if (!model.study.trend || !model.run.snapshot || !trend_is_current(model)) return nullptr;
    return model.run.snapshot->trend.value.get();
}

/// That of what is shown now, when it is there; null otherwise.
const geo::BeforeAfter* change_of(const Model& model) {
    if (!model.study.before_after || !model.run.snapshot || !before_after_is_current(model)) return nullptr;
    return model.run.snapshot->before_after.value.get();
}

/// Of the line that the strip shows; -1 without a strip of what is shown.
template <typename Of>
double strip_number(const Model& model, Of of) {
    const geo::BorderStrip* strip = strip_of(model);
    if (!strip || !strip_is_current(model) || model.view.strip_line >= strip->lines.size()) return -1;
    return of(strip->lines[model.view.strip_line]);
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

double scale_top(const Model& model) {
    const bool there = model.run.snapshot && model.run.snapshot->density.value;
    return there ? model.run.snapshot->density.value->scale.top : 0;
}

/// Of the density's incidents or deaths, laid over where they may lie; per cent.
double spread_share(const Model& model) {
    const bool there = model.run.snapshot && model.run.snapshot->density.value;
    return there ? 100 * model.run.snapshot->density.value->share_spread : 0;
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
        {"bandwidth", [](auto& m) { return m.study.density ? geo::km_from(m.study.density->bandwidth) : 0; }},
        {"density", [](auto& m) { return on_off(map_of(m).show_density && m.study.density); }},
        {"vague_places",
         [](auto& m) {
             return m.study.density ? std::string(geo::name_of(m.study.density->vague)) : "none";
         }},
        {"edge",
         [](auto& m) { return m.study.density ? std::string(geo::name_of(m.study.density->edge)) : "none"; }},
        {"adaptive", [](auto& m) { return on_off(m.study.density && m.study.density->adaptive); }},
        {"counts",
         [](auto& m) {
             return m.study.density ? std::string(geo::name_of(m.study.density->weight)) : "none";
         }},
        {"spread_share", spread_share},
        {"hot_spots",
         [](auto& m) {
             return hot_spots_of(m) && hot_spots_are_current(m) ? number(hot_spots_of(m)->regions.size()) : -1.0;
         }},
        {"emerging",
         [](auto& m) {
             const bool asked = hot_spots_of(m) && m.study.hot_spots->emerging && hot_spots_are_current(m);
             const auto* spots = asked ? m.run.snapshot->emerging.value.get() : nullptr;
             return spots && m.run.snapshot->emerging.params == *m.study.hot_spots ? number(spots->regions.size()) : -1.0;
         }},
        {"hot_cells", [](auto& m) { return hot_spots_of(m) ? number(hot_spots_of(m)->found.size()) : 0; }},
        {"hot_units",
         [](auto& m) { return m.study.hot_spots ? std::string(geo::name_of(m.study.hot_spots->units)) : std::string("none"); }},
        {"hot_measure",
         [](auto& m) {
             const bool there = m.study.hot_spots && m.study.hot_spots->by_district();
             return there ? std::string(geo::name_of(m.study.hot_spots->measure)) : std::string("none");
         }},
        {"hot_incidents", [](auto& m) { return hot_spots_of(m) ? number(hot_spots_of(m)->n_incidents) : 0; }},
        {"hot_unknown", [](auto& m) { return hot_spots_of(m) ? number(hot_spots_of(m)->n_unknown) : 0; }},
        {"strip", [](auto& m) { return strip_number(m, [](auto& line) { return number(line.n_shown()); }); }},
        {"strip_beyond",
         [](auto& m) { return strip_number(m, [](auto& line) { return number(line.n_beyond); }); }},
        {"strip_km",
         [](auto& m) {
             return strip_number(m, [](auto& line) { return std::round(line.length_m / 1000); });
         }},
        {"intervals_certain",
         [](auto& m) { return intervals_of(m) ? number(intervals_of(m)->bands.at(0).certainly) : -1.0; }},
        {"intervals_possible",
         [](auto& m) { return intervals_of(m) ? number(intervals_of(m)->bands.at(0).possibly) : -1.0; }},
        {"null_ratio",
         [](auto& m) {
             const bool there = m.study.proximity && m.study.proximity->null && m.run.snapshot && m.run.snapshot->null.value;
             return there ? m.run.snapshot->null.value->found.bands.at(0).ratio() : -1.0;
         }},
        {"support_areas",
         [](auto& m) {
             const bool there = m.run.snapshot && m.run.snapshot->supports.value;
             return there ? number(m.run.snapshot->supports.value->areas.size()) : 0.0;
         }},
        {"supports", [](auto& m) { return on_off(map_of(m).show_supports); }},
        {"clusters",
         [](auto& m) {
             return clusters_of(m) && clusters_are_current(m) ? number(clusters_of(m)->clusters.size()) : -1.0;
         }},
        {"clustered",
         [](auto& m) {
             return clusters_of(m) ? number(clusters_of(m)->n_incidents - clusters_of(m)->n_noise) : 0;
         }},
        {"cluster", [](auto& m) { return m.view.cluster ? number(*m.view.cluster + 1) : 0; }},
        {"district_incidents",
         [](auto& m) {
             return district_counts_of(m) && district_counts_are_current(m) ? district_counts_of(m)->n_incidents : -1.0;
         }},
        {"district_vague",
         [](auto& m) { return district_counts_of(m) ? district_counts_of(m)->n_vague : 0; }},
        {"district_classes",
         [](auto& m) {
             return district_counts_of(m) ? number(district_counts_of(m)->breaks.size() + 1) : 0;
         }},
        {"district_measure",
         [](auto& m) {
             return m.study.district_counts ? std::string(geo::name_of(m.study.district_counts->measure))
                                            : std::string("none");
         }},
        {"eps", [](auto& m) { return m.study.clusters ? geo::km_from(m.study.clusters->eps) : 0; }},
        {"change_days", [](auto& m) { return change_of(m) ? double(change_of(m)->n_days) : -1.0; }},
        {"change_before", [](auto& m) { return change_of(m) ? double(change_of(m)->total.n.before) : -1.0; }},
        {"change_after", [](auto& m) { return change_of(m) ? double(change_of(m)->total.n.after) : -1.0; }},
        {"change_straddling",
         [](auto& m) { return change_of(m) ? double(change_of(m)->n_straddling) : -1.0; }},
        {"change_cells",
         [](auto& m) { return change_of(m) ? number(change_of(m)->ranked_cells.size()) : -1.0; }},
        {"displacement",
         [](auto& m) {
             const bool there = change_of(m) && change_of(m)->displacement;
             return there ? change_of(m)->displacement->difference : 0.0;
         }},
        {"change_fault", [](auto& m) { return change_of(m) ? change_of(m)->fault : std::string("none"); }},
        {"change_date",
         [](auto& m) {
             return m.study.before_after ? geo::iso_from_day(m.study.before_after->date)
                                         : std::string("none");
         }},
        {"trend", [](auto& m) { return trend_of(m) ? number(trend_of(m)->periods.size()) : -1.0; }},
        {"trend_counted",
         [](auto& m) { return trend_of(m) ? static_cast<double>(trend_of(m)->n_incidents) : -1.0; }},
        {"trend_series", [](auto& m) { return trend_of(m) ? number(trend_of(m)->series.size()) : -1.0; }},
        {"trend_zero", [](auto& m) { return trend_of(m) ? number(trend_of(m)->n_zero) : -1.0; }},
        {"trend_partial", [](auto& m) { return trend_of(m) ? number(trend_of(m)->n_partial) : -1.0; }},
        {"trend_missing", [](auto& m) { return trend_of(m) ? number(trend_of(m)->n_missing) : -1.0; }},
        {"trend_per",
         [](auto& m) { return m.study.trend ? std::string(geo::name_of(m.study.trend->per)) : "none"; }},
        {"trend_by",
         [](auto& m) { return m.study.trend ? std::string(geo::name_of(m.study.trend->by)) : "none"; }},
        {"trend_of", [](auto& m) { return std::string(m.view.trend_of_deaths ? "deaths" : "incidents"); }},
        {"incidents", [](auto& m) { return on_off(map_of(m).show_incidents); }},
        {"border", [](auto& m) { return m.study.border.set; }},
        {"color_by",
         [](auto& m) {
             const std::string words = geo::text_of(map_of(m).color_by);
             return words.empty() ? std::string("category") : words;
         }},
        {"legend_dates", legend_dates},
        {"legend_hidden", n_hidden_in_legend},
        {"band", [](auto& m) { return m.view.band ? number(*m.view.band) : -1.0; }},
        {"zones", [](auto& m) { return on_off(m.study.proximity && m.study.proximity->zones); }},
        {"layers", [](auto& m) { return number(m.scene.layers.size()); }},
        {"compared",
         [](auto& m) {
             return m.table() && m.run.snapshot->comparison.value
                        ? number(m.run.snapshot->comparison.value->lines.size())
                        : 0;
         }},
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
        {"scale_top", scale_top},
        {"notice", [](auto& m) { return m.notice.text; }},
    };
    return known;
}

} // namespace

std::optional<StateValue> state_value(const Model& model, const std::string& name) {
    const auto it = readers().find(name);
    if (it == readers().end()) return tool_value(model, name);
    return it->second(model);
}

std::string words_of(const StateValue& value) {
    if (const double* n = std::get_if<double>(&value)) return fmt::format("{:g}", *n);
    return std::get<std::string>(value);
}

} // namespace app
