#include "geo/study/evaluate.hpp"

#include <exception>

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/evaluation.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/expression.hpp"

namespace geo {

namespace {

bool needs_proximity(const Study& study) {
    const bool trend =
        study.trend && (study.trend->by == TrendBy::neighbour || study.trend->by == TrendBy::band);
    return study.proximity || study.filter.within || study.clusters || study.strip || trend;
}

/// Categories and colours are ranked in the whole file, and the windows around a date end where the file
/// does.
bool looks_beyond_the_filter(const Study& study) { return study.map || study.trend || study.before_after; }

/// A density that counts incidents, and nothing beside it, asks for no deaths.
bool asks_for_deaths(const Study& study) {
    const bool density_alone = study.density && !study.proximity && !study.hot_spots && !study.clusters &&
                               !study.district_counts && !study.trend && !study.before_after && !study.strip &&
                               !study.map;
    return !density_alone || study.density->weight != DensityWeight::incidents || study.all_columns;
}

Filter told_to_a_database(const Filter& filter) {
    Filter told;
    told.from = filter.from;
    told.to = filter.to;
    told.bbox = filter.bbox;
    told.where = filter.where;
    return told;
}

} // namespace

Snapshot Evaluation::evaluate() {
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

void Evaluation::read() {
    const bool narrow =
        options_.only_what_passes && is_database(study_.source.path) && !looks_beyond_the_filter(study_);
    const Snapshot::SourceKey wanted{study_.source, columns_asked(study_),
                                     narrow ? told_to_a_database(study_.filter) : Filter{}};
    const auto& have = now_.incidents;
    // A table read with more columns than asked for serves as well.
    if (have.value && have.params.covers(wanted))
        return require_incidents(*have.value); // an empty table stays as useless as it was
    update(now_.incidents, "read", wanted, {}, [&] {
        return load_incidents(wanted.source, wanted.columns, options_.threads, progress_, wanted.only);
    });
    require_incidents(*now_.incidents.value); // after it was published: the report says why there is none
}

void Evaluation::require_incidents(const LoadedIncidents& loaded) const {
    const bool by_district = study_.district_counts || (study_.hot_spots && study_.hot_spots->by_district());
    if (!(loaded.counts && (by_district || options_.take_counts))) geo::require_incidents(loaded);
}

void Evaluation::load_reference() {
    update(now_.provinces, "areas", {}, {}, [] { return load_provinces(); });
    update(now_.chosen_area, "areas", study_.filter.area, {now_.provinces.value},
           [&] { return area_named(study_.filter.area, *now_.provinces.value); });
    update(now_.border, "border", study_.border, {},
           [&] { return load_border_set(study_.border.set, study_.border.neighbours); });
}

void Evaluation::find_places() {
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

void Evaluation::measure() {
    if (needs_proximity(study_)) {
        update(now_.prepared_border, "border", study_.border, {now_.border.value},
               [&] { return PreparedBorder(*now_.border.value); });
        update(now_.proximity, "distance", study_.border,
               {now_.incidents.value, now_.prepared_border.value, now_.supports.value}, [&] {
                   return compute_proximity(table(), supports().uncertainty_m, *now_.prepared_border.value,
                                            options_.threads, progress_);
               });
    }
    if (study_.proximity) {
        update(now_.province_finder, "province", {}, {now_.provinces.value},
               [&] { return province_finder_of(*now_.provinces.value); });
        update(now_.area_of_row, "province", {}, {now_.incidents.value, now_.province_finder.value}, [&] {
            return provinces_of_rows(table(), *now_.province_finder.value, options_.threads, progress_);
        });
    }
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

void Evaluation::find_rows_inside() {
    update(now_.area_finder, "area", study_.filter.area, {now_.chosen_area.value},
           [&] { return finder_of(*now_.chosen_area.value); });
    update(now_.in_area, "area", study_.filter.area, {now_.incidents.value, now_.area_finder.value},
           [&] { return rows_inside(table(), *now_.area_finder.value, options_.threads, progress_); });
}

template <typename Select>
void Evaluation::count_days_beyond_time(const Stage<Filter, DayCounts>::Inputs& inputs, Select&& select) {
    Filter timeless = study_.filter;
    timeless.from.reset();
    timeless.to.reset();
    update(now_.days, "filter", timeless, inputs, [&] {
        const bool limited = study_.filter.from || study_.filter.to;
        return count_days(table(), limited ? select(timeless) : now_.selected.value->rows);
    });
}

void Evaluation::select() {
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
    update(now_.selected, "filter", filter, inputs, [&] {
        return select_rows(table(), supports(), filter, in_area, in_polygon, by_where, proximity);
    });
    if (options_.count_days)
        count_days_beyond_time(inputs, [&](const Filter& timeless) {
            return select_rows(table(), supports(), timeless, in_area, in_polygon, by_where, proximity).rows;
        });
    if (study_.proximity)
        update(now_.bands, "bands", *study_.proximity, {now_.selected.value, now_.proximity.value}, [&] {
            return count_bands(table(), supports().uncertainty_m, now_.selected.value->rows,
                               *now_.proximity.value, *study_.proximity);
        });
}

Snapshot evaluate(const Study& study, const Snapshot& previous, Progress& progress,
                  const EvaluateOptions& options) {
    return Evaluation(study, previous, progress, options).evaluate();
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
    request.deaths = asks_for_deaths(study);
    if (!study.filter.where.empty()) request.names = Expression::parse(study.filter.where).names();
    if (study.clusters) request.names.insert(request.names.end(), {"id", "actor"});
    const bool by_category = study.trend && study.trend->by == TrendBy::category;
    if (by_category || (study.map && study.map->color_by.kind == ColorBy::Kind::category))
        request.names.emplace_back("category");
    if (study.map && study.map->color_by.kind == ColorBy::Kind::column)
        request.names.push_back(study.map->color_by.column);
    return request;
}

} // namespace geo
