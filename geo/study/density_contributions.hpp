#pragma once

#include <cstdint>
#include <vector>

#include "geo/analysis/spread_supports.hpp"
#include "geo/border/reference.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// The incidents that contribute to a density, and how many that pass do not: each for the first reason that
/// holds.
struct DensityContributions {
    std::vector<double> x_m, y_m;
    std::vector<double> weight;         ///< empty: all 1
    std::vector<SupportShape> support;  ///< empty unless vague places are spread
    double vague_weight = 0;            ///< Σ of the contributing that are vaguer than vague_limit
    std::uint64_t n_left_out = 0;       ///< no place, or one that is of no use for density
    std::uint64_t n_without_weight = 0; ///< no number of deaths is given: they add nothing
    std::uint64_t n_vague = 0;          ///< left out as vague
    std::uint64_t n_outside = 0;        ///< edge correction: outside the area, which is all that counts then
    std::uint64_t n_not_stated = 0;     ///< of those that contribute, of unstated location precision
};

/// `in_area` flags all rows; null without an edge correction. Throws Argument when the file has no such
/// deaths.
DensityContributions density_contributions(const IncidentTable& table, const LocationSupports& supports,
                                           const Selected& selected, const LocalPlaces& local,
                                           const DensitySpec& spec, const RowFlags* in_area);

/// Where the incident may lie: in the polygon of its district or province where one is loaded, else in the
/// disc that stands for it.
SupportShape support_of(const LocationSupports& supports, RowId row);

/// The polygons that supports are read as, in the analysis CRS and in their order.
std::vector<LocalMultiPolygon> local_supports(const LocationSupports& supports, const AnalysisCrs& crs);

/// The areas' outlines in the analysis CRS. Edges are straight in longitude and latitude: long ones get
/// corners on the way.
LocalMultiPolygon local_polygons(const AreaSet& areas, const AnalysisCrs& crs);

} // namespace geo
