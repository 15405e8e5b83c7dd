#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/border_comparison.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/evaluation.hpp"

namespace geo {

void Evaluation::find_intervals() {
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

void Evaluation::compare_with_chance() {
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

void Evaluation::unroll() {
    if (!study_.strip) return;
    if (!(study_.strip->reach.value > 0))
        throw Error(ErrorKind::Argument, "the reach of the strip along the border must be above 0");
    update(now_.places, "places", {}, {}, [] { return load_reference_places(); });
    update(now_.strip, "strip", *study_.strip, {now_.proximity.value, now_.places.value, now_.selected.value}, [&] {
        return unroll_border(table(), *now_.selected.value, *now_.proximity.value, *now_.border.value,
                             *now_.places.value, *study_.strip);
    });
}

void Evaluation::compare_lines() {
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

void Evaluation::find_zones() {
    if (!study_.proximity || !study_.proximity->zones || study_.proximity->band_edges_m.size() < 2) return;
    update(now_.zones, "zones", study_.proximity->band_edges_m, {now_.border.value}, [&] {
        return border_zones(*now_.border.value, study_.proximity->band_edges_m, options_.threads, progress_);
    });
}

} // namespace geo
