#include "geo/study/part_totals.hpp"

#include <algorithm>
#include <utility>

#include "geo/study/stages.hpp"

namespace geo {

namespace {

template <typename Stage, typename Value>
void set(Stage& stage, Value value) {
    stage.value = std::make_shared<const Value>(std::move(value));
}

} // namespace

Snapshot without_incidents(const Snapshot& snapshot) {
    Snapshot kept;
    kept.border = snapshot.border;
    kept.prepared_border = snapshot.prepared_border;
    kept.province_finder = snapshot.province_finder;
    kept.area_finder = snapshot.area_finder;
    kept.provinces = snapshot.provinces;
    kept.chosen_area = snapshot.chosen_area;
    kept.districts = snapshot.districts;
    kept.zones = snapshot.zones;
    kept.edge_window = snapshot.edge_window;
    return kept;
}

void PartTotals::add_read(const LoadedIncidents& part) {
    report_.append(part.report);
    if (!origin_) origin_ = part.table->origin;
    stamp_ = part.stamp;
    if (part.table->size() > 0) all_synthetic_ = all_synthetic_ && part.table->origin.synthetic;
    if (all_synthetic_ && part.table->origin.synthetic) origin_ = part.table->origin;
}

void PartTotals::add(const Snapshot& part) {
    last_ = without_incidents(part);
    add_selected(part);
    add_supports(*part.supports.value);
    if (part.bands.value) add_bands(*part.bands.value);
    if (part.interval_bands.value) add_intervals(part);
    if (!part.density.value) return;
    if (density_)
        add_surface(*density_, *part.density.value);
    else
        density_ = *part.density.value;
}

void PartTotals::add_selected(const Snapshot& part) {
    const Selected& theirs = *part.selected.value;
    selected_.n += theirs.n;
    selected_.unlocated += theirs.unlocated;
    selected_.n_reaching_past_window += theirs.n_reaching_past_window;
    // Where nobody has a day the window says nothing.
    const bool dated = std::any_of(theirs.beyond_area.begin(), theirs.beyond_area.end(),
                                   [&](RowId row) { return part.table()->first_day[row] != kNoDay; });
    if (dated && any_dated_)
        selected_.window = {std::min(selected_.window.first, theirs.window.first),
                            std::max(selected_.window.last, theirs.window.last)};
    else if (!any_dated_)
        selected_.window = theirs.window;
    any_dated_ = any_dated_ || dated;
}

void PartTotals::add_supports(const LocationSupports& part) {
    supports_.n_without_polygon += part.n_without_polygon;
    supports_.codes.insert(supports_.codes.end(), part.codes.begin(), part.codes.end());
    supports_.codes = united_precision_counts(std::move(supports_.codes));
    for (const SupportArea& area : part.areas) {
        const bool known = std::any_of(supports_.areas.begin(), supports_.areas.end(), [&](const SupportArea& ours) {
            return ours.name == area.name && ours.source == area.source && ours.radius_m == area.radius_m;
        });
        if (!known) supports_.areas.push_back(area);
    }
}

void PartTotals::add_bands(const BandTable& part) {
    if (!bands_) {
        bands_ = part;
        return;
    }
    bands_->total += part.total;
    bands_->unlocated += part.unlocated;
    for (std::size_t i = 0; i < part.bands.size(); ++i) {
        bands_->bands[i].count += part.bands[i].count;
        bands_->bands[i].deaths += part.bands[i].deaths;
        bands_->bands[i].vaguer += part.bands[i].vaguer;
    }
}

void PartTotals::add_intervals(const Snapshot& part) {
    const IntervalBands& theirs = *part.interval_bands.value;
    accuracy_m_ = part.intervals.value->accuracy_m;
    if (!intervals_) {
        intervals_ = theirs;
        return;
    }
    intervals_->n_not_stated += theirs.n_not_stated;
    intervals_->n_not_usable += theirs.n_not_usable;
    for (std::size_t i = 0; i < theirs.bands.size(); ++i) {
        intervals_->bands[i].certainly += theirs.bands[i].certainly;
        intervals_->bands[i].expected += theirs.bands[i].expected;
        intervals_->bands[i].possibly += theirs.bands[i].possibly;
    }
}

Snapshot PartTotals::snapshot(const Study& study) && {
    report_.note_what_was_skipped();
    IncidentTable table;
    if (origin_) table.origin = std::move(*origin_);
    table.origin.synthetic = all_synthetic_ && table.origin.synthetic;
    LoadedIncidents loaded;
    loaded.table = std::make_shared<const IncidentTable>(std::move(table));
    loaded.report = std::move(report_);
    loaded.stamp = std::move(stamp_);
    if (loaded.report.incidents == 0) require_incidents(loaded);

    Snapshot totals = std::move(last_);
    totals.of_parts = true;
    set(totals.incidents, std::move(loaded));
    set(totals.supports, std::move(supports_));
    if (bands_) set(totals.bands, std::move(*bands_));
    if (intervals_) {
        set(totals.interval_bands, std::move(*intervals_));
        set(totals.intervals, BorderIntervals{{}, accuracy_m_});
    }
    if (density_) {
        finish_surface(*density_, *study.density, selected_.window);
        set(totals.density, std::move(*density_));
    }
    set(totals.selected, std::move(selected_));
    return totals;
}

} // namespace geo
