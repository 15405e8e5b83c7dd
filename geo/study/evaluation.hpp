#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/crs/analysis_crs.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/stages.hpp"

// Seen by the evaluate files only.

namespace geo {

/// One run of `evaluate`: the snapshot so far, and how to bring each stage of it up to date.
class Evaluation {
  public:
    Evaluation(const Study& study, Snapshot previous, Progress& progress, const EvaluateOptions& options)
        : study_(study), now_(std::move(previous)), progress_(progress), options_(options) {}

    Snapshot evaluate();

  private:
    /// Recomputes the stage unless it is current, and publishes what there is.
    template <typename Params, typename Value, typename Compute>
    void update(Stage<Params, Value>& stage, const char* name, Params params,
                typename Stage<Params, Value>::Inputs inputs, Compute&& compute) {
        if (stage.is_current(params, inputs)) return;
        progress_.stage(name);
        progress_.at(0, 1);
        auto value = std::make_shared<const Value>(compute());
        stage = {std::move(params), std::move(inputs), std::move(value)};
        if (options_.publish) options_.publish(now_);
    }

    const IncidentTable& table() const { return *now_.table(); }
    const LocationSupports& supports() const { return *now_.supports.value; }

    // What is read, measured and selected.
    void read();
    /// A table of counts has none, and serves the districts alone; a window shows what can be done with it.
    void require_incidents(const LoadedIncidents& loaded) const;
    void load_reference();
    /// What the places stand for.
    void find_places();
    void measure();
    void find_rows_inside();
    /// A chart's own brush does not filter that chart: what passes all but the time limits, by day. A step of the time
    /// window leaves it as it is.
    template <typename Select>
    void count_days_beyond_time(const Stage<Filter, DayCounts>::Inputs& inputs, Select&& select);
    void select();

    // Density, hot spots, clusters, districts, periods, change (evaluate_analyses.cpp).
    /// The incidents in the plane of the chosen area.
    AnalysisCrs project();
    void analyse();
    /// An automatic scale is fixed by the first surface of the run and kept while kernel, bandwidth, cell and
    /// unit stay the same, so that moving the time window does not change what a colour means.
    std::optional<double> kept_scale_top(const DensitySpec& wanted) const;
    void find_hot();
    /// Without polygons there is nothing to compare; whoever writes or shows hot spots says so.
    void find_hot_districts(const HotSpotSpec& spec);
    template <typename CountUnits>
    void find_hot_units(const HotSpotSpec& spec, const Stage<HotSpotSpec, HotSpots>::Inputs& inputs,
                        CountUnits&& count_units);
    void cluster();
    void find_districts_of_rows();
    /// Without polygons there is nothing to count in; whoever writes the counts says so.
    void count_districts();
    /// As with the density: moving the time window does not change what a colour means.
    std::vector<double> kept_breaks() const;
    void count_periods();
    /// Rows inside an area that is named beside the filter's.
    const RowFlags* rows_of_area(Stage<std::string, RowFlags>& stage, const std::string& area);
    void find_change();

    // The border (evaluate_border.cpp).
    /// After all that is drawn: many queries for each vague place.
    void find_intervals();
    void compare_with_chance();
    void unroll();
    void compare_lines();
    void find_zones();

    // What is drawn, and advice (evaluate_map.cpp).
    void draw();
    /// At the end: a column that is not there keeps nothing else from the map.
    void require_color_column() const;
    /// The user's own files come last: one that cannot be read keeps nothing else from the map.
    void draw_own_layers();
    /// Last of all: nothing waits for advice.
    void advise();

    const Study& study_;
    std::exception_ptr district_fault_;
    Snapshot now_;
    Progress& progress_;
    const EvaluateOptions& options_;
};

} // namespace geo
