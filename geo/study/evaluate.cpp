#include "geo/study/evaluate.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/study/bandwidth_advice.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/border_comparison.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/stages.hpp"
#include "geo/study/support_outlines.hpp"
#include "geo/study/trend.hpp"
#include "geo/study/unit_counts.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/expression.hpp"

namespace geo {

namespace {

bool needs_proximity(const Study& study) {
    const bool trend = study.trend && (study.trend->by == TrendBy::neighbour || study.trend->by == TrendBy::band);
    return study.proximity || study.filter.within || study.clusters || study.strip || trend;
}

/// The column that colours the discs: the one asked for, else the category, else none.
std::string color_column(const ColorBy& color_by, const IncidentTable& table) {
    if (color_by.kind != ColorBy::Kind::category) return color_by.column;
    const Column* category = table.column(Role::category);
    return category ? category->name : "";
}

/// One run: the snapshot so far, and how to bring a stage up to date.
class Run {
  public:
    Run(const Study& study, const Snapshot& previous, Progress& progress, const EvaluateOptions& options)
        : study_(study), now_(previous), progress_(progress), options_(options) {}

    Snapshot evaluate() {
        read();
        load_reference();
        find_places();
        measure();
        select();
        draw();
        analyse();
        find_zones();
        find_hot();
        cluster();
        count_districts();
        count_periods();
        find_change();
        unroll();
        draw_own_layers();
        advise();
        find_intervals();
        compare_lines();
        compare_with_chance();
        require_color_column();
        if (district_fault_) std::rethrow_exception(district_fault_);
        return now_;
    }

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

    void read() {
        const Snapshot::SourceKey wanted{study_.source, columns_asked(study_)};
        const auto& have = now_.incidents;
        // A table read with more columns than asked for serves as well.
        if (have.value && have.params.source == wanted.source && have.params.columns.covers(wanted.columns))
            return require_incidents(*have.value); // an empty table stays as useless as it was
        update(now_.incidents, "read", wanted, {},
               [&] { return load_incidents(wanted.source, wanted.columns, options_.threads, progress_); });
        require_incidents(*now_.incidents.value); // after it was published: the report says why there is none
    }

    /// A table of counts has none, and serves the districts alone; a window shows what can be done with it.
    void require_incidents(const LoadedIncidents& loaded) const {
        const bool by_district = study_.district_counts || (study_.hot_spots && study_.hot_spots->by_district());
        if (!(loaded.counts && (by_district || options_.take_counts))) geo::require_incidents(loaded);
    }

    void load_reference() {
        update(now_.provinces, "areas", {}, {}, [] { return load_provinces(); });
        update(now_.chosen_area, "areas", study_.filter.area, {now_.provinces.value},
               [&] { return area_named(study_.filter.area, *now_.provinces.value); });
        update(now_.border, "border", study_.border, {},
               [&] { return load_border_set(study_.border.set, study_.border.neighbours); });
    }

    /// What the places stand for.
    void find_places() {
        if (study_.districts.path.empty())
            now_.districts = {};
        else
            try {
                update(now_.districts, "districts", study_.districts, {},
                       [&] { return load_districts(study_.districts); });
            } catch (const Error&) { // keeps nothing else from the map: discs stand for the areas
                now_.districts = {};
                district_fault_ = std::current_exception();
            }
        update(now_.supports, "supports", study_.precision,
               {now_.incidents.value, now_.provinces.value, now_.districts.value}, [&] {
                   const Districts* districts = now_.districts.value.get();
                   return find_supports(table(), study_.precision, *now_.provinces.value,
                                        districts ? &districts->areas : nullptr, options_.threads, progress_);
               });
    }

    const LocationSupports& supports() const { return *now_.supports.value; }

    void measure() {
        if (needs_proximity(study_))
            update(now_.proximity, "distance", study_.border,
                   {now_.incidents.value, now_.border.value, now_.supports.value}, [&] {
                       return compute_proximity(table(), supports().uncertainty_m, *now_.border.value,
                                                options_.threads, progress_);
                   });
        if (study_.proximity)
            update(now_.area_of_row, "province", {}, {now_.incidents.value, now_.provinces.value}, [&] {
                return provinces_of_rows(table(), *now_.provinces.value, options_.threads, progress_);
            });
        const bool against_null = study_.proximity && study_.proximity->null;
        const bool in_cells = study_.before_after || (study_.hot_spots && !study_.hot_spots->by_district());
        if (!study_.filter.area.empty() || in_cells || against_null) find_rows_inside();
        if (!study_.filter.polygon.empty())
            update(now_.in_polygon, "polygon", study_.filter.polygon, {now_.incidents.value}, [&] {
                return rows_inside_polygon(table(), study_.filter.polygon, options_.threads, progress_);
            });
        if (!study_.filter.where.empty())
            update(now_.by_where, "where", study_.filter.where, {now_.incidents.value},
                   [&] { return RowFlags{Expression::parse(study_.filter.where).evaluate(table())}; });
    }

    void find_rows_inside() {
        update(now_.in_area, "area", study_.filter.area, {now_.incidents.value, now_.chosen_area.value},
               [&] { return rows_inside(table(), *now_.chosen_area.value, options_.threads, progress_); });
    }

    void select() {
        const Filter& filter = study_.filter;
        const RowFlags* in_area = filter.area.empty() ? nullptr : now_.in_area.value.get();
        const RowFlags* in_polygon = filter.polygon.empty() ? nullptr : now_.in_polygon.value.get();
        const RowFlags* by_where = filter.where.empty() ? nullptr : now_.by_where.value.get();
        const Proximity* proximity = filter.within ? now_.proximity.value.get() : nullptr;
        Stage<Filter, Selected>::Inputs inputs{now_.incidents.value, now_.supports.value};
        if (in_area) inputs.push_back(now_.in_area.value);
        if (in_polygon) inputs.push_back(now_.in_polygon.value);
        if (by_where) inputs.push_back(now_.by_where.value);
        if (proximity) inputs.push_back(now_.proximity.value);
        update(now_.selected, "filter", filter, inputs,
               [&] { return select_rows(table(), supports(), filter, in_area, in_polygon, by_where, proximity); });
        if (options_.count_days) count_days_beyond_time(inputs, [&](const Filter& timeless) {
            return select_rows(table(), supports(), timeless, in_area, in_polygon, by_where, proximity).rows;
        });
        if (study_.proximity)
            update(now_.bands, "bands", *study_.proximity, {now_.selected.value, now_.proximity.value}, [&] {
                return count_bands(table(), supports().uncertainty_m, now_.selected.value->rows, *now_.proximity.value,
                                   *study_.proximity);
            });
    }

    /// A chart's own brush does not filter that chart: what passes all but the time limits, by day. A step of the time
    /// window leaves it as it is.
    template <typename Select>
    void count_days_beyond_time(const Stage<Filter, DayCounts>::Inputs& inputs, Select&& select) {
        Filter timeless = study_.filter;
        timeless.from.reset();
        timeless.to.reset();
        update(now_.days, "filter", timeless, inputs, [&] {
            const bool limited = study_.filter.from || study_.filter.to;
            return count_days(table(), limited ? select(timeless) : now_.selected.value->rows);
        });
    }

    /// The incidents in the plane of the chosen area.
    AnalysisCrs project() {
        const AnalysisCrs crs = crs_for(*now_.chosen_area.value);
        update(now_.local, "project", crs.definition, {now_.incidents.value},
               [&] { return local_places(table(), crs, options_.threads); });
        return crs;
    }

    void analyse() {
        if (!study_.density) return;
        if (const std::string fault = fault_of(*study_.density); !fault.empty())
            throw Error(ErrorKind::Argument, fault);
        const AreaSet& area = *now_.chosen_area.value;
        const AnalysisCrs crs = project();
        // What an automatic scale came to is part of the value, not of the question.
        const Snapshot::DensityKey question{*study_.density, study_.filter.area, now_.selected.value->window};
        DensitySpec spec = *study_.density;
        if (!spec.scale_top) spec.scale_top = kept_scale_top(spec);
        Stage<Snapshot::DensityKey, DensitySurface>::Inputs inputs{now_.local.value, now_.chosen_area.value,
                                                                   now_.selected.value};
        const EdgeWindow* window = nullptr;
        const RowFlags* in_area = nullptr;
        if (spec.edge != EdgeCorrection::none) {
            find_rows_inside();
            update(now_.edge_window, "edge", {spec.kernel, spec.bandwidth, spec.cell, study_.filter.area},
                   {now_.chosen_area.value},
                   [&] { return compute_edge_window(area, crs, spec, options_.threads, progress_); });
            window = now_.edge_window.value.get();
            in_area = now_.in_area.value.get();
            inputs.insert(inputs.end(), {now_.edge_window.value, now_.in_area.value});
        }
        update(now_.density, "density", question, inputs, [&] {
            return compute_density(table(), supports(), *now_.selected.value, *now_.local.value, area, crs,
                                   spec, window, in_area, options_.threads, progress_);
        });
        if (study_.map)
            update(now_.density_mesh, "map", {}, {now_.density.value},
                   [&] { return mesh_of(*now_.density.value, crs); });
    }

    void find_hot() {
        if (!study_.hot_spots) return;
        const HotSpotSpec& spec = *study_.hot_spots;
        update(now_.places, "places", {}, {}, [] { return load_reference_places(); });
        if (spec.by_district()) return find_hot_districts(spec);
        const AnalysisCrs crs = project();
        const CellShape shape = spec.units == HotUnits::hexagon ? CellShape::hexagon : CellShape::square;
        update(now_.cell_cover, "cells", {shape, spec.cell, study_.filter.area}, {now_.chosen_area.value},
               [&] { return cover_area(shape, spec.cell, *now_.chosen_area.value, crs); });
        find_hot_units(spec, {now_.local.value, now_.cell_cover.value, now_.in_area.value, now_.selected.value}, [&] {
            return count_in_cells(supports(), *now_.selected.value, *now_.local.value, *now_.in_area.value,
                                  *now_.cell_cover.value, spec.radius);
        });
    }

    /// Without polygons there is nothing to compare; whoever writes or shows hot spots says so.
    void find_hot_districts(const HotSpotSpec& spec) {
        if (!now_.districts.value) {
            now_.hot_spots = {};
            now_.emerging = {};
            return;
        }
        find_districts_of_rows();
        update(now_.district_neighbours, "neighbours", {}, {now_.districts.value},
               [&] { return find_district_neighbours(*now_.districts.value); });
        const AreaSet* area = study_.filter.area.empty() ? nullptr : now_.chosen_area.value.get();
        find_hot_units(spec,
                       {now_.supports.value, now_.district_of_row.value, now_.district_neighbours.value,
                        now_.chosen_area.value, now_.selected.value},
                       [&] {
                           return count_in_units_of_districts(
                               *now_.incidents.value, supports(), *now_.selected.value, now_.district_of_row.value->area,
                               *now_.districts.value, study_.filter, spec,
                               units_of_districts(now_.districts.value, now_.district_neighbours.value, area));
                       });
    }

    template <typename CountUnits>
    void find_hot_units(const HotSpotSpec& spec, const Stage<HotSpotSpec, HotSpots>::Inputs& inputs,
                        CountUnits&& count_units) {
        update(now_.hot_spots, "hot spots", spec, inputs,
               [&] { return find_hot_spots(count_units(), *now_.places.value); });
        if (!spec.emerging) return;
        update(now_.emerging, "emerging hot spots", spec, inputs, [&] {
            return find_emerging_spots(table(), *now_.selected.value, count_units(), *spec.emerging, *now_.places.value);
        });
    }

    /// After all that is drawn: many queries for each vague place.
    void find_intervals() {
        if (!study_.proximity || !study_.proximity->intervals) return;
        const std::vector<double>& edges = study_.proximity->band_edges_m;
        const std::vector<double>& distance_m = now_.proximity.value->distance_m;
        update(now_.intervals, "intervals", {study_.border, edges}, {now_.proximity.value, now_.supports.value}, [&] {
            return border_intervals(table(), supports(), distance_m, *now_.border.value, edges, options_.threads,
                                    progress_);
        });
        update(now_.interval_bands, "intervals", *study_.proximity, {now_.selected.value, now_.intervals.value}, [&] {
            return count_interval_bands(now_.selected.value->rows, distance_m, supports(), *now_.intervals.value);
        });
    }

    void compare_with_chance() {
        if (!study_.proximity || !study_.proximity->null) return;
        if (district_fault_) return; // it says why there is no population
        const ProximitySpec& spec = *study_.proximity;
        update(now_.null, "null", {*spec.null, spec.band_edges_m, study_.border, study_.filter.area},
               {now_.selected.value, now_.proximity.value, now_.in_area.value, now_.districts.value}, [&] {
                   return compare_with_null(table(), supports(), now_.selected.value->rows, *now_.in_area.value,
                                            now_.proximity.value->distance_m, *now_.border.value,
                                            *now_.chosen_area.value, now_.districts.value.get(), spec,
                                            options_.threads, progress_);
               });
    }

    void cluster() {
        if (!study_.clusters) return;
        const ClusterSpec& spec = *study_.clusters;
        const AnalysisCrs crs = project();
        update(now_.places, "places", {}, {}, [] { return load_reference_places(); });
        update(now_.clusters, "clusters", spec,
               {now_.local.value, now_.proximity.value, now_.places.value, now_.selected.value}, [&] {
                   return find_clusters(table(), supports(), *now_.selected.value, *now_.local.value, *now_.proximity.value,
                                        *now_.places.value, crs, spec, options_.threads, progress_);
               });
    }

    void find_districts_of_rows() {
        update(now_.district_of_row, "districts", {}, {now_.incidents.value, now_.districts.value}, [&] {
            return RowAreas{areas_of_rows(table(), now_.districts.value->areas, options_.threads, progress_)};
        });
    }

    /// Without polygons there is nothing to count in; whoever writes the counts says so.
    void count_districts() {
        if (!study_.district_counts || !now_.districts.value) return;
        find_districts_of_rows();
        const Stage<DistrictCountSpec, DistrictCounts>::Inputs inputs{
            now_.supports.value, now_.district_of_row.value, now_.selected.value};
        const std::vector<double> kept = kept_breaks();
        update(now_.district_counts, "districts", *study_.district_counts, inputs, [&] {
            return count_by_district(*now_.incidents.value, supports(), *now_.selected.value,
                                     now_.district_of_row.value->area, *now_.districts.value, study_.filter,
                                     *study_.district_counts, kept);
        });
    }

    /// As with the density: moving the time window does not change what a colour means.
    std::vector<double> kept_breaks() const {
        const auto& last = now_.district_counts;
        const bool same = last.value && last.params == *study_.district_counts && last.inputs.size() == 3 &&
                          last.inputs[1] == now_.district_of_row.value;
        return same ? last.value->breaks : std::vector<double>();
    }

    void count_periods() {
        if (!study_.trend) return;
        const bool by_place = study_.trend->by == TrendBy::neighbour || study_.trend->by == TrendBy::band;
        const std::shared_ptr<const Proximity> proximity = by_place ? now_.proximity.value : nullptr;
        update(now_.trend, "trend", trend_key(study_), {now_.incidents.value, proximity, now_.selected.value}, [&] {
            return count_trend(table(), *now_.selected.value, study_.filter, proximity.get(), trend_key(study_));
        });
    }

    /// Rows inside an area that is named beside the filter's.
    const RowFlags* rows_of_area(Stage<std::string, RowFlags>& stage, const std::string& area) {
        if (area.empty()) return nullptr;
        update(stage, "area", area, {now_.incidents.value, now_.provinces.value}, [&] {
            return rows_inside(table(), area_named(area, *now_.provinces.value), options_.threads, progress_);
        });
        return stage.value.get();
    }

    void find_change() {
        if (!study_.before_after) return;
        const BeforeAfterSpec& spec = *study_.before_after;
        const AnalysisCrs crs = project();
        update(now_.change_cover, "cells", {spec.shape, spec.cell, study_.filter.area}, {now_.chosen_area.value},
               [&] { return cover_area(spec.shape, spec.cell, *now_.chosen_area.value, crs); });
        update(now_.places, "places", {}, {}, [] { return load_reference_places(); });
        BeforeAfterPlaces places;
        places.in_area = now_.in_area.value.get();
        places.names = now_.places.value.get();
        places.treated = rows_of_area(now_.treated, spec.treated);
        places.control = rows_of_area(now_.control, spec.control);
        if (now_.districts.value) {
            find_districts_of_rows();
            places.districts = &now_.districts.value->areas;
            places.district_of_row = now_.district_of_row.value.get();
        }
        update(now_.before_after, "before and after", spec,
               {now_.local.value, now_.change_cover.value, now_.in_area.value, now_.districts.value, now_.selected.value}, [&] {
                   return compare_before_after(table(), supports(), *now_.selected.value, study_.filter,
                                               *now_.local.value, *now_.change_cover.value, places, spec);
               });
    }

    void unroll() {
        if (!study_.strip) return;
        if (!(study_.strip->reach.value > 0))
            throw Error(ErrorKind::Argument, "the reach of the strip along the border must be above 0");
        update(now_.places, "places", {}, {}, [] { return load_reference_places(); });
        update(now_.strip, "strip", *study_.strip, {now_.proximity.value, now_.places.value, now_.selected.value}, [&] {
            return unroll_border(table(), *now_.selected.value, *now_.proximity.value, *now_.border.value,
                                 *now_.places.value, *study_.strip);
        });
    }

    void compare_lines() {
        if (!study_.proximity || !study_.proximity->compare) return;
        const std::vector<double>& edges = study_.proximity->band_edges_m;
        update(now_.set_distances, "lines", {study_.border, edges}, {now_.incidents.value, now_.supports.value}, [&] {
            return distances_to_sets(table(), supports(), study_.border, edges, options_.threads, progress_);
        });
        update(now_.comparison, "lines", *study_.proximity, {now_.selected.value, now_.set_distances.value}, [&] {
            return compare_borders(table(), supports(), now_.selected.value->rows, *now_.set_distances.value,
                                   *study_.proximity);
        });
    }

    void find_zones() {
        if (!study_.proximity || !study_.proximity->zones || study_.proximity->band_edges_m.size() < 2) return;
        update(now_.zones, "zones", study_.proximity->band_edges_m, {now_.border.value}, [&] {
            return border_zones(*now_.border.value, study_.proximity->band_edges_m, options_.threads, progress_);
        });
    }

    /// Last of all: nothing waits for advice.
    void advise() {
        if (study_.clusters) {
            const Snapshot::KDistanceKey asked{study_.clusters->eps_time_days, study_.clusters->min_points};
            update(now_.k_distances, "k-distances", asked, {now_.local.value, now_.selected.value}, [&] {
                return k_distance_curve(table(), supports(), *now_.selected.value, *now_.local.value, asked, options_.threads,
                                        progress_);
            });
        }
        if (!study_.density || !options_.advise) return;
        find_rows_inside();
        update(now_.advice, "bandwidth rules", {},
               {now_.local.value, now_.selected.value, now_.in_area.value}, [&] {
                   return advise_bandwidth(supports(), *now_.selected.value, *now_.local.value,
                                           *now_.in_area.value, *now_.chosen_area.value,
                                           crs_for(*now_.chosen_area.value), options_.threads, progress_);
               });
        update(now_.repeated_places, "bandwidth rules", {}, {now_.local.value},
               [&] { return repeated_places(*now_.local.value); });
    }

    /// An automatic scale is fixed by the first surface of the run and kept while kernel, bandwidth, cell and
    /// unit stay the same, so that moving the time window does not change what a colour means.
    std::optional<double> kept_scale_top(const DensitySpec& wanted) const {
        const auto& last = now_.density;
        if (!last.value || last.params.spec.scale_top || last.inputs.empty() ||
            last.inputs[0] != now_.local.value)
            return std::nullopt;
        if (!(last.params.spec == wanted)) return std::nullopt;
        return last.value->scale.top;
    }

    void draw() {
        if (!study_.map) return;
        update(now_.basemap, "basemap", {}, {now_.border.value, now_.provinces.value},
               [&] { return make_basemap(load_reference_map(), *now_.border.value, *now_.provinces.value); });
        const ColorBy& color_by = study_.map->color_by;
        const Snapshot::PointKey key{color_column(color_by, table()), color_by.kind == ColorBy::Kind::date,
                                     study_.map->size_by_deaths};
        update(now_.marks, "map", key, {now_.incidents.value}, [&] {
            return key.by_date ? point_marks_by_date(table(), key.size_by_deaths)
                               : point_marks(table(), key.column, key.size_by_deaths);
        });
        update(now_.points, "map", key, {now_.selected.value, now_.marks.value},
               [&] { return color_points(table(), supports(), now_.selected.value->rows, *now_.marks.value); });
        if (study_.map->show_supports)
            update(now_.support_outlines, "map", {}, {now_.selected.value, now_.supports.value},
                   [&] { return outline_supports(table(), supports(), now_.selected.value->rows); });
    }

    /// At the end: a column that is not there keeps nothing else from the map.
    void require_color_column() const {
        if (!study_.map || study_.map->color_by.kind != ColorBy::Kind::column) return;
        const std::string& name = study_.map->color_by.column;
        if (table().column(name)) return;
        throw Error(ErrorKind::Argument, "cannot colour by '" + name +
                                             "', which is no column of the file; the columns are " +
                                             listed(table().origin.header));
    }

    /// The user's own files come last: one that cannot be read keeps nothing else from the map.
    void draw_own_layers() {
        if (!study_.map) return;
        std::exception_ptr first_fault;
        const auto attempt = [&](auto&& step) {
            try {
                step();
            } catch (const Error&) {
                if (!first_fault) first_fault = std::current_exception();
            }
        };
        const auto before = std::exchange(now_.references, {});
        for (const ReferenceSpec& spec : study_.map->references) {
            const Snapshot::ReferenceKey key{spec.path, spec.label_field};
            const auto known = std::find_if(before.begin(), before.end(),
                                            [&](const auto& stage) { return stage.is_current(key, {}); });
            now_.references.push_back(known != before.end() ? *known : decltype(before)::value_type{});
        }
        for (std::size_t i = 0; i < now_.references.size(); ++i) {
            const ReferenceSpec& spec = study_.map->references[i];
            const Snapshot::ReferenceKey key{spec.path, spec.label_field};
            attempt([&] {
                update(now_.references[i], "reference layer", key, {},
                       [&] { return read_reference(key, progress_); });
            });
        }
        if (!study_.map->backdrop)
            now_.backdrop = {};
        else
            attempt([&] {
                update(now_.backdrop, "backdrop", study_.map->backdrop->path, {},
                       [&] { return read_backdrop_image(study_.map->backdrop->path, progress_); });
            });
        if (first_fault) std::rethrow_exception(first_fault);
    }

    const Study& study_;
    std::exception_ptr district_fault_;
    Snapshot now_;
    Progress& progress_;
    const EvaluateOptions& options_;
};

} // namespace

Snapshot evaluate(const Study& study, const Snapshot& previous, Progress& progress,
                  const EvaluateOptions& options) {
    return Run(study, previous, progress, options).evaluate();
}

bool selection_is_current(const Study& study, const Snapshot& snapshot) {
    return snapshot.selected.value && snapshot.selected.params == study.filter;
}

bool density_is_current(const Study& study, const Snapshot& snapshot) {
    if (!study.density) return true;
    const auto& stage = snapshot.density;
    return stage.value && stage.params.spec == *study.density && stage.params.area == study.filter.area &&
           selection_is_current(study, snapshot) && stage.inputs.size() >= 3 &&
           stage.inputs[2] == std::static_pointer_cast<const void>(snapshot.selected.value);
}

ColumnRequest columns_asked(const Study& study) {
    ColumnRequest request;
    request.all = study.all_columns;
    if (!study.filter.where.empty()) request.names = Expression::parse(study.filter.where).names();
    if (study.clusters) request.names.insert(request.names.end(), {"id", "actor"});
    const bool by_category = study.trend && study.trend->by == TrendBy::category;
    if (by_category || (study.map && study.map->color_by.kind == ColorBy::Kind::category)) request.names.push_back("category");
    if (study.map && study.map->color_by.kind == ColorBy::Kind::column)
        request.names.push_back(study.map->color_by.column);
    return request;
}

} // namespace geo
