#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// Rows taken out of the selection by hand, and that in words for the provenance: "37 rows marked by hand (box)".
struct RowsByHand {
    std::shared_ptr<const Selection> rows;
    std::string words;
};

/// Writes the selected incidents of an evaluated study to `output.path` with their computed columns
/// (border_distance_m, area, ...) in the format of the path's ending (.geojson .geojsonl .csv .gpkg .fgb
/// .shp; "-" is GeoJSON on standard output), with provenance inside or beside it. Atomic: a failed or
/// interrupted write leaves an old file whole. Throws Error{Output} or Error{Argument} (unknown ending; the
/// message lists the known ones). With `by_hand` only those rows are written, and the provenance says so. For
/// `output.what` clusters (the snapshot has them) `cluster` and `cluster_role` are among the computed
/// columns. With `output.publish.coarsen` places are cells (publish_safe.hpp), and no column is written that
/// tells more. Returns what the user should know: columns of the input whose name a computed column has
/// taken, what was withheld.
std::vector<std::string> write_incidents(const Study& study, const Snapshot& snapshot,
                                         const OutputSpec& output, unsigned threads, Progress& progress,
                                         const RowsByHand* by_hand = nullptr);

/// The incidents on the strip along the border with their computed columns, border_km and border_signed_distance_m among
/// them, in the order along each line: formats of write_incidents. Its picture is drawn by app/render.
std::vector<std::string> write_strip(const Study& study, const Snapshot& snapshot, const OutputSpec& output,
                                     unsigned threads, Progress& progress);

/// Writes the density as GeoTIFF (.tif), filled contours (.geojson ...). Pictures are drawn by app/render.
void write_density(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);

/// The zones of the border as polygons with distance_min_m and distance_max_m.
void write_zones(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);

/// The cells of the area, or the districts with their names, with count, Gi*, p, q and class as polygons or a table
/// (.csv); with emerging hot spots also hot and cold steps, trend and class over time; a GeoTIFF of Gi* for square
/// cells (hot_spots_text.cpp). Throws Argument for a GeoTIFF of hexagons or districts, and without polygons of districts.
void write_hot_spots(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);

/// The clusters with their numbers (geo/study/clusters_text.hpp): hulls as polygons, a line or a place where the
/// incidents span no area (a Shapefile, which holds one kind only, then has no geometry); .csv: the table alone.
void write_cluster_hulls(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);

/// The cells before and after the date (geo/study/before_after_text.hpp) as polygons, .csv, or for square cells a GeoTIFF
/// of the shrunken log ratio. Throws Argument for a GeoTIFF of hexagons, and where nothing can be compared.
void write_change(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);
/// The same by district. Throws Argument without districts.
void write_change_districts(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress);

/// Writes the counts by period (geo/study/trend_text.hpp): .csv with the provenance beside it, else JSON. Atomic.
void write_trend(const Study& study, const Snapshot& snapshot, const std::string& path);

/// Writes the table of distance bands: .csv with the provenance beside it, else JSON. Atomic.
void write_bands(const Study& study, const Snapshot& snapshot, const std::string& path);

} // namespace geo
