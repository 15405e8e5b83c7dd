#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "geo/io/incident_source.hpp"

namespace geo {

/// Incidents from the text of a GeoJSON FeatureCollection (RFC 7946) on WGS 84, on several threads. Values
/// are kept in the words of the file: numbers and truth values as they are written, objects and arrays as
/// JSON, null and what is missing as empty. Columns are the members of `properties`, in the order in which
/// the file first names them. Places as load_vector has them, but for positions that are not two numbers,
/// which are rejected. Nothing for text that is something else or damaged, which load_vector then reads or
/// explains: another CRS, another layer's name than the one asked for, a first feature without a geometry,
/// features with an `id` that is no integer. `default_name` is the layer's where the file gives none. Read in
/// pieces of about `piece_bytes`, which change nothing.
/// Cost: O(bytes); some five times `piece_bytes` a thread beside the table.
constexpr std::size_t kUsualPiece = std::size_t{4} << 20;
std::optional<LoadedIncidents> load_geojson(std::string_view text, const std::string& default_name,
                                            const std::string& file_name, const SourceSpec& source,
                                            const ColumnRequest& columns, unsigned threads,
                                            Progress& progress,
                                            std::size_t piece_bytes = kUsualPiece);

} // namespace geo
