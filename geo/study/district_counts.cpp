#include "geo/study/district_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>

#include <fmt/format.h>

#include "geo/analysis/class_breaks.hpp"
#include "geo/core/units.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/layer/map_paths.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kClasses = 5;

DistrictCounts empty_counts(const Districts& districts, bool has_deaths) {
    DistrictCounts counts;
    for (std::size_t i = 0; i < districts.areas.areas.size(); ++i) {
        const Area& area = districts.areas.areas[i];
        DistrictCount district;
        district.name = area.name.empty() ? area.id : area.name;
        district.id = area.id;
        district.deaths = has_deaths ? 0 : kNotKnown;
        district.area_km2 = geodesic_area_m2(area.polygons) / 1e6;
        district.residents = i < districts.population.size() ? districts.population[i] : kNotKnown;
        for (const Polygon& polygon : area.polygons)
            for (const LonLat place : polygon.exterior) district.box.add(place);
        counts.districts.push_back(std::move(district));
    }
    return counts;
}

/// Whether the place stands for more than the district that holds it.
bool is_too_vague(const LocationSupports& supports, RowId row, double district_radius_m) {
    switch (supports.kind[row]) {
    case SupportKind::admin1:
    case SupportKind::country:
        return true;
    case SupportKind::admin2:
        return false;
    default:
        return double{supports.uncertainty_m[row]} >
               district_radius_m; // NaN: not stated, not known to be vague
    }
}

void count_incidents(const IncidentTable& table, const LocationSupports& supports, const Selection& rows,
                     const std::vector<std::int32_t>& district_of_row, bool pin_vague,
                     DistrictCounts& counts) {
    const DistrictHolders holders(counts, district_of_row);
    for (const RowId row : rows) {
        const DistrictHolders::Holder holder = holders.of(table, supports, row);
        if (!holder.district) {
            ++(table.located(row) && supports.usable(row) ? counts.n_outside : counts.n_unusable);
            continue;
        }
        DistrictCount& district = counts.districts[*holder.district];
        counts.n_vague += holder.too_vague;
        district.vague += holder.too_vague;
        if (holder.too_vague && !pin_vague) continue;
        ++counts.n_incidents;
        ++district.incidents;
        if (!table.deaths_best.empty() && !std::isnan(table.deaths_best[row]))
            district.deaths += table.deaths_best[row];
    }
}

DayWindow window_of(const CountTable& table, const Filter& filter) {
    DayWindow window;
    for (const CountRow& row : table.rows) {
        if (window.days() == 0) window = row.period;
        window.first = std::min(window.first, row.period.first);
        window.last = std::max(window.last, row.period.last);
    }
    if (filter.from) window.first = *filter.from;
    if (filter.to) window.last = *filter.to + std::chrono::days{1};
    if (window.last < window.first) window.last = window.first;
    return window;
}

void take_counts(const CountTable& table, const Districts& districts, DistrictCounts& counts) {
    const DistrictNames names(districts.areas);
    for (const CountRow& row : table.rows) {
        const bool beyond = row.period.last <= counts.window.first || row.period.first >= counts.window.last;
        if (beyond) continue;
        if (row.period.first < counts.window.first || row.period.last > counts.window.last) {
            counts.n_reaching_past += row.incidents;
            continue;
        }
        const auto at = names.find(row.district);
        if (!at) {
            counts.n_unknown_names += row.incidents;
            if (std::find(counts.unknown_names.begin(), counts.unknown_names.end(), row.district) ==
                counts.unknown_names.end())
                counts.unknown_names.push_back(row.district);
            continue;
        }
        DistrictCount& district = counts.districts[*at];
        counts.n_incidents += row.incidents;
        district.incidents += row.incidents;
        if (!std::isnan(row.deaths)) district.deaths += row.deaths;
    }
}

void find_rates(DistrictCounts& counts) {
    counts.years = counts.window.days() / kDaysPerYear;
    for (DistrictCount& district : counts.districts) {
        const double per_year = counts.years > 0 ? district.incidents / counts.years : kNotKnown;
        district.per_km2_year = district.area_km2 > 0 ? per_year / district.area_km2 : kNotKnown;
        district.per_resident_year = district.residents > 0 ? per_year / district.residents : kNotKnown;
    }
}

void classify(const DistrictCountSpec& spec, const std::vector<double>& kept, DistrictCounts& counts) {
    std::vector<double> values;
    for (const DistrictCount& district : counts.districts) values.push_back(value_of(district, spec.measure));
    counts.breaks = !spec.breaks.empty() ? spec.breaks
                    : !kept.empty()      ? kept
                                         : quantile_breaks(values, kClasses);
    counts.n_by_class.assign(n_classes_with(counts.breaks), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        counts.districts[i].map_class = class_of_value(counts.breaks, values[i]);
        ++counts.n_by_class[counts.districts[i].map_class];
    }
    counts.by_value.resize(values.size());
    std::iota(counts.by_value.begin(), counts.by_value.end(), 0u);
    std::stable_sort(counts.by_value.begin(), counts.by_value.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (std::isnan(values[a]) || std::isnan(values[b]))
            return !std::isnan(values[a]) && std::isnan(values[b]);
        return values[a] > values[b];
    });
}

void make_geometry(const Districts& districts, DistrictCounts& counts) {
    std::vector<std::shared_ptr<AreaGeometry>> by_class(counts.n_by_class.size());
    auto outlines = std::make_shared<LineGeometry>();
    for (std::size_t i = 0; i < counts.districts.size(); ++i) {
        auto& areas = by_class[counts.districts[i].map_class];
        if (!areas) areas = std::make_shared<AreaGeometry>();
        add_areas(*areas, districts.areas.areas[i].polygons);
        add_outlines(*outlines, districts.areas.areas[i].polygons);
    }
    counts.geometry.assign(by_class.begin(), by_class.end());
    counts.outlines = std::move(outlines);
}

} // namespace

std::string_view name_of(DistrictMeasure measure) {
    constexpr std::array<std::string_view, 4> kNames{"incidents", "deaths", "per-area", "per-resident"};
    return kNames[static_cast<std::size_t>(measure)];
}

std::optional<DistrictMeasure> district_measure_from_name(std::string_view name) {
    for (const DistrictMeasure measure : {DistrictMeasure::incidents, DistrictMeasure::deaths,
                                          DistrictMeasure::per_area, DistrictMeasure::per_resident})
        if (name_of(measure) == name) return measure;
    return std::nullopt;
}

std::string fault_of_breaks(const std::vector<double>& breaks) {
    if (breaks.size() > kMostDistrictBreaks)
        return fmt::format("must be at most {} numbers", kMostDistrictBreaks);
    for (std::size_t i = 0; i < breaks.size(); ++i)
        if (!(breaks[i] > (i > 0 ? breaks[i - 1] : 0)) || std::isinf(breaks[i]))
            return "must be numbers above 0, each greater than the one before";
    return "";
}

double value_of(const DistrictCount& district, DistrictMeasure measure) {
    switch (measure) {
    case DistrictMeasure::incidents:
        return district.incidents;
    case DistrictMeasure::deaths:
        return district.deaths;
    case DistrictMeasure::per_area:
        return district.per_km2_year * kPerAreaUnit_km2;
    case DistrictMeasure::per_resident:
        break;
    }
    return district.per_resident_year * kPerResidentUnit;
}

DistrictHolders::DistrictHolders(const DistrictCounts& counts, const std::vector<std::int32_t>& district_of_row)
    : district_of_row_(&district_of_row) {
    for (const DistrictCount& district : counts.districts)
        radius_m_.push_back(std::sqrt(district.area_km2 * 1e6 / std::numbers::pi));
}

DistrictHolders::Holder DistrictHolders::of(const IncidentTable& table, const LocationSupports& supports,
                                            RowId row) const {
    const std::int32_t at = (*district_of_row_)[row];
    if (!table.located(row) || !supports.usable(row) || at == PointInAreas::kNone) return {};
    const auto district = static_cast<std::size_t>(at);
    return {district, is_too_vague(supports, row, radius_m_[district])};
}

DistrictCounts tally_districts(const LoadedIncidents& loaded, const LocationSupports& supports,
                               const Selected& selected, const std::vector<std::int32_t>& district_of_row,
                               const Districts& districts, const Filter& filter, bool pin_vague) {
    const CountTable* const given = loaded.counts.get();
    DistrictCounts counts =
        empty_counts(districts, given ? !given->deaths_column.empty() : !loaded.table->deaths_best.empty());
    counts.from_counts = given != nullptr;
    counts.window = given ? window_of(*given, filter) : selected.window;
    if (given)
        take_counts(*given, districts, counts);
    else
        count_incidents(*loaded.table, supports, selected.rows, district_of_row, pin_vague, counts);
    return counts;
}

DistrictCounts count_by_district(const LoadedIncidents& loaded, const LocationSupports& supports,
                                 const Selected& selected, const std::vector<std::int32_t>& district_of_row,
                                 const Districts& districts, const Filter& filter,
                                 const DistrictCountSpec& spec, const std::vector<double>& kept) {
    DistrictCounts counts =
        tally_districts(loaded, supports, selected, district_of_row, districts, filter, spec.pin_vague);
    find_rates(counts);
    classify(spec, kept, counts);
    make_geometry(districts, counts);
    return counts;
}

std::string in_words(DistrictMeasure measure) {
    switch (measure) {
    case DistrictMeasure::incidents:
        return "incidents";
    case DistrictMeasure::deaths:
        return "deaths (best estimate)";
    case DistrictMeasure::per_area:
        return "incidents per 1,000 km² and year";
    case DistrictMeasure::per_resident:
        break;
    }
    return "incidents per 100,000 residents and year";
}

std::string class_in_words(const std::vector<double>& breaks, std::size_t at) {
    if (at == 0) return "none";
    if (at > breaks.size() + 1) return "not known";
    if (breaks.empty()) return "above 0";
    if (at == 1) return "below " + short_number(breaks.front());
    if (at > breaks.size()) return "≥ " + short_number(breaks.back());
    return short_number(breaks[at - 2]) + "–" + short_number(breaks[at - 1]);
}

} // namespace geo
