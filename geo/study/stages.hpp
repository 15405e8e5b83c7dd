#pragma once

#include "geo/core/progress.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/study/prepared_border.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// The computations behind evaluate, one per stage: values in, value out. evaluate.cpp decides which to call.

/// What each row's place stands for: a district or a province that holds the place where one does. `districts` may be
/// null.
LocationSupports find_supports(const IncidentTable& table, const PrecisionSpec& spec, const AreaSet& provinces,
                               const AreaSet* districts, unsigned threads, Progress& progress);

/// `uncertainty_m` by row: within it of the line the side is undetermined.
Proximity compute_proximity(const IncidentTable& table, const std::vector<float>& uncertainty_m,
                            const PreparedBorder& border, unsigned threads, Progress& progress);
/// The areas ready to be asked what they hold: edges are geodesics, as those of the border.
PointInAreas finder_of(const AreaSet& areas);
/// The two provinces alone, in the order of kProvinceIds where both are there.
PointInAreas province_finder_of(const AreaSet& provinces);
/// Index of the area that each row lies in, or PointInAreas::kNone. Edges are geodesics, as those of the border.
std::vector<std::int32_t> areas_of_rows(const IncidentTable& table, const AreaSet& areas, unsigned threads,
                                        Progress& progress);

AreaOfRow provinces_of_rows(const IncidentTable& table, const PointInAreas& provinces, unsigned threads,
                            Progress& progress);
RowFlags rows_inside(const IncidentTable& table, const PointInAreas& areas, unsigned threads,
                     Progress& progress);
/// By the even-odd rule, edges straight in longitude and latitude.
RowFlags rows_inside_polygon(const IncidentTable& table, const std::vector<LonLat>& polygon, unsigned threads,
                             Progress& progress);

/// True for the words that mean bundled polygons, and for no word at all; else Filter::area is a file.
bool is_area_word(const std::string& area);
/// The polygons that Filter::area means; empty text is the study area. Throws Error{Argument} for an unknown
/// word that is no file either.
AreaSet area_named(const std::string& area, const AreaSet& provinces);

/// `in_area`, `in_polygon`, `by_where`, `proximity` may be null when the filter does not use them.
Selected select_rows(const IncidentTable& table, const LocationSupports& supports, const Filter& filter,
                     const RowFlags* in_area,
                     const RowFlags* in_polygon, const RowFlags* by_where, const Proximity* proximity);

/// `uncertainty_m` by row.
BandTable count_bands(const IncidentTable& table, const std::vector<float>& uncertainty_m, const Selection& rows,
                      const Proximity& proximity, const ProximitySpec& spec);

/// The box of its outlines in the analysis CRS.
LocalBox local_box_of(const AreaSet& area, const Transformer& transformer);
AnalysisCrs crs_for(const AreaSet& area);
LocalPlaces local_places(const IncidentTable& table, const AnalysisCrs& crs, unsigned threads);
/// `window` and `in_area` (flags of all rows) for an edge correction; null without one.
DensitySurface compute_density(const IncidentTable& table, const LocationSupports& supports,
                               const Selected& selected, const LocalPlaces& local, const AreaSet& area,
                               const AnalysisCrs& crs, const DensitySpec& spec, const EdgeWindow* window,
                               const RowFlags* in_area, unsigned threads, Progress& progress);
/// The surface of both parts' incidents: the same grid and spec, without an adaptive bandwidth. What follows from
/// the whole (rate, peak, scale) is left to finish_surface.
void add_surface(DensitySurface& sum, const DensitySurface& part);
/// Years and rate of the window, peak, scale.
void finish_surface(DensitySurface& surface, const DensitySpec& spec, DayWindow window);
EdgeWindow compute_edge_window(const AreaSet& area, const AnalysisCrs& crs, const DensitySpec& spec,
                               unsigned threads, Progress& progress);
/// 1, 2 or 5 times a power of ten at or above the value, so that legends read well; 1 when it is not positive.
double round_scale_top(double value);
DrawnReference read_reference(const Snapshot::ReferenceKey& asked, Progress& progress);
RasterImage read_backdrop_image(const std::string& path, Progress& progress);
GridGeometry mesh_of(const DensitySurface& surface, const AnalysisCrs& crs);

} // namespace geo
