#include <cmath>
#include <functional>
#include <map>

#include "app/viewer/state_value.hpp"
#include "app/viewer/state_words.hpp"
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

double scale_top(const Model& model) {
    const bool there = model.run.snapshot && model.run.snapshot->density.value;
    return there ? model.run.snapshot->density.value->scale.top : 0;
}

/// Of the density's incidents or deaths, laid over where they may lie; per cent.
double spread_share(const Model& model) {
    const bool there = model.run.snapshot && model.run.snapshot->density.value;
    return there ? 100 * model.run.snapshot->density.value->share_spread : 0;
}

using Read = std::function<StateValue(const Model&)>;

// NOLINTNEXTLINE(readability-function-cognitive-complexity): a table, each line one reader
const std::map<std::string, Read>& readers() {
    static const std::map<std::string, Read> known{
        {"bandwidth", [](auto& m) { return m.study.density ? geo::km_from(m.study.density->bandwidth) : 0; }},
        {"density", [](auto& m) { return on_off(m.study.density && (!m.study.map || m.study.map->show_density)); }},
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
        {"band", [](auto& m) { return m.view.band ? number(*m.view.band) : -1.0; }},
        {"zones", [](auto& m) { return on_off(m.study.proximity && m.study.proximity->zones); }},
        {"compared",
         [](auto& m) {
             return m.table() && m.run.snapshot->comparison.value
                        ? number(m.run.snapshot->comparison.value->lines.size())
                        : 0;
         }},
        {"scale_top", scale_top},
    };
    return known;
}

} // namespace

std::optional<StateValue> analysis_value(const Model& model, const std::string& name) {
    const auto it = readers().find(name);
    return it == readers().end() ? std::nullopt : std::optional(it->second(model));
}

} // namespace app
