#include "geo/study/bandwidth_advice.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/analysis/cell_coverage.hpp"
#include "geo/study/density_contributions.hpp"

namespace geo {

namespace {

double median_of(std::vector<float>& values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double{*middle};
}

/// Coordinates of some rows.
struct Places {
    std::vector<double> x_m, y_m;
};

Places places_of(const LocalPlaces& local, const std::vector<RowId>& rows) {
    Places places;
    places.x_m.reserve(rows.size());
    places.y_m.reserve(rows.size());
    for (const RowId row : rows) {
        places.x_m.push_back(local.x_m[row]);
        places.y_m.push_back(local.y_m[row]);
    }
    return places;
}

} // namespace

AxisSigmas at_least_the_error(AxisSigmas sigmas, const BandwidthAdvice& advice) {
    return {at_least_the_error(sigmas.x_m, advice), at_least_the_error(sigmas.y_m, advice)};
}

double at_least_the_error(double sigma_m, const BandwidthAdvice& advice) {
    return sigma_m > 0 ? std::max(sigma_m, advice.median_error_m) : sigma_m;
}

RepeatedPlaces repeated_places(const LocalPlaces& local, const Selected& selected) {
    std::vector<RowId> located;
    for (const RowId row : selected.rows)
        if (!std::isnan(local.x_m[row])) located.push_back(row);
    const Places places = places_of(local, located);
    return {located.size(), count_repeated_places(places.x_m, places.y_m)};
}

BandwidthAdvice advise_bandwidth(const LocationSupports& supports, const Selected& selected,
                                 const LocalPlaces& local, const RowFlags& in_area, const AreaSet& area,
                                 const AnalysisCrs& crs, unsigned threads, Progress& progress) {
    BandwidthAdvice advice;
    std::vector<RowId> used;
    for (const RowId row : selected.beyond_area)
        if (!std::isnan(local.x_m[row]) && supports.usable(row)) used.push_back(row);
    {
        const Places all = places_of(local, used);
        advice.scott = scott_rule(all.x_m, all.y_m);
    }
    std::vector<float> errors_m;
    for (const RowId row : used)
        if (!std::isnan(supports.uncertainty_m[row])) errors_m.push_back(supports.uncertainty_m[row]);
    advice.n_stated = errors_m.size();
    advice.median_error_m = median_of(errors_m);
    std::erase_if(used, [&](RowId row) { return !in_area.passes[row]; });
    const Places inside = places_of(local, used);
    const double area_m2 = outline_of(local_polygons(area, crs)).area_m2;
    advice.cronie_sigma_m = cronie_van_lieshout_sigma(inside.x_m, inside.y_m, area_m2, threads, progress);
    return advice;
}

} // namespace geo
