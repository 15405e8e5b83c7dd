#pragma once

#include <string>

#include "geo/io/incident_source.hpp"
#include "geo/io/table_preview.hpp"

namespace geo {

/// Incidents from a layer of any format that gdal_scope.hpp opens. Point geometries are the places
/// (transformed to WGS 84 when the layer has another CRS; a missing CRS is noted and taken for WGS 84), a
/// multipoint of one point counts as a point, features without geometry are unlocated, other geometries are
/// rejected. Formats without geometry (spreadsheets) need place columns. `path` is what GDAL opens, `name`
/// the file name for messages. Throws Error: Format when fewer features can be read than the file says it
/// holds or geometries are unreadable; Argument for a layer that does not exist or must be chosen; Crs for a
/// CRS that PROJ cannot transform. Of a database ("PG:...") the layer is a table or a query, and what `only` lets through
/// is asked for alone (database_source.hpp).
LoadedIncidents load_vector(const std::string& path, const std::string& name, const SourceSpec& source,
                            const ColumnRequest& columns, unsigned threads, Progress& progress,
                            const Filter& only = {});

/// Fields and first features of the layer that load_vector would read. Throws as it does.
TablePreview preview_vector(const std::string& path, const std::string& layer, std::size_t n_rows);

} // namespace geo
