#include <algorithm>
#include <exception>
#include <utility>

#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/study/bandwidth_advice.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/evaluation.hpp"
#include "geo/study/support_outlines.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

/// The column that colours the discs: the one asked for, else the category, else none.
std::string color_column(const ColorBy& color_by, const IncidentTable& table) {
    if (color_by.kind != ColorBy::Kind::category) return color_by.column;
    const Column* category = table.column(Role::category);
    return category ? category->name : "";
}

} // namespace

void Evaluation::draw() {
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

void Evaluation::require_color_column() const {
    if (!study_.map || study_.map->color_by.kind != ColorBy::Kind::column) return;
    const std::string& name = study_.map->color_by.column;
    if (table().column(name)) return;
    throw Error(ErrorKind::Argument, "cannot colour by '" + name +
                                         "', which is no column of the file; the columns are " +
                                         listed(table().origin.header));
}

void Evaluation::draw_own_layers() {
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

void Evaluation::advise() {
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
    update(now_.repeated_places, "bandwidth rules", {}, {now_.local.value, now_.selected.value},
           [&] { return repeated_places(*now_.local.value, *now_.selected.value); });
}

} // namespace geo
