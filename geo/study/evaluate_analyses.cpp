#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/bandwidth_advice.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/evaluation.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/trend.hpp"
#include "geo/study/unit_counts.hpp"

namespace geo {

AnalysisCrs Evaluation::project() {
    AnalysisCrs crs = crs_for(*now_.chosen_area.value);
    update(now_.local, "project", crs.definition, {now_.incidents.value},
           [&] { return local_places(table(), crs, options_.threads); });
    return crs;
}

void Evaluation::analyse() {
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

std::optional<double> Evaluation::kept_scale_top(const DensitySpec& wanted) const {
    const auto& last = now_.density;
    if (!last.value || last.params.spec.scale_top || last.inputs.empty() ||
        last.inputs[0] != now_.local.value)
        return std::nullopt;
    if (!(last.params.spec == wanted)) return std::nullopt;
    return last.value->scale.top;
}

void Evaluation::find_hot() {
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

void Evaluation::find_hot_districts(const HotSpotSpec& spec) {
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
void Evaluation::find_hot_units(const HotSpotSpec& spec, const Stage<HotSpotSpec, HotSpots>::Inputs& inputs,
                    CountUnits&& count_units) {
    update(now_.hot_spots, "hot spots", spec, inputs,
           [&] { return find_hot_spots(count_units(), *now_.places.value); });
    if (!spec.emerging) return;
    update(now_.emerging, "emerging hot spots", spec, inputs, [&] {
        return find_emerging_spots(table(), *now_.selected.value, count_units(), *spec.emerging, *now_.places.value);
    });
}

void Evaluation::cluster() {
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

void Evaluation::find_districts_of_rows() {
    update(now_.district_of_row, "districts", {}, {now_.incidents.value, now_.districts.value}, [&] {
        return RowAreas{areas_of_rows(table(), now_.districts.value->areas, options_.threads, progress_)};
    });
}

void Evaluation::count_districts() {
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

std::vector<double> Evaluation::kept_breaks() const {
    const auto& last = now_.district_counts;
    const bool same = last.value && last.params == *study_.district_counts && last.inputs.size() == 3 &&
                      last.inputs[1] == now_.district_of_row.value;
    return same ? last.value->breaks : std::vector<double>();
}

void Evaluation::count_periods() {
    if (!study_.trend) return;
    const bool by_place = study_.trend->by == TrendBy::neighbour || study_.trend->by == TrendBy::band;
    const std::shared_ptr<const Proximity> proximity = by_place ? now_.proximity.value : nullptr;
    update(now_.trend, "trend", trend_key(study_), {now_.incidents.value, proximity, now_.selected.value}, [&] {
        return count_trend(table(), *now_.selected.value, study_.filter, proximity.get(), trend_key(study_));
    });
}

const RowFlags* Evaluation::rows_of_area(Stage<std::string, RowFlags>& stage, const std::string& area) {
    if (area.empty()) return nullptr;
    update(stage, "area", area, {now_.incidents.value, now_.provinces.value}, [&] {
        return rows_inside(table(), finder_of(area_named(area, *now_.provinces.value)), options_.threads,
                           progress_);
    });
    return stage.value.get();
}

void Evaluation::find_change() {
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

} // namespace geo
