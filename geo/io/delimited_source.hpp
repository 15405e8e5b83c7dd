#pragma once

#include <string>

#include "geo/io/incident_source.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/table_preview.hpp"

namespace geo {

/// Incidents from delimited text with a header. `name` is the file name that the table says it comes from.
/// A first line "sep=;" and an HXL tag row (every filled field starts with '#') are recognised and noted.
/// When a date column's order of day and month shows only after the whole column, the text is read twice.
LoadedIncidents load_delimited(InputBytes bytes, const std::string& name, const SourceSpec& source,
                               const ColumnRequest& columns, unsigned threads, Progress& progress);

/// Header and first records. Throws as load_delimited for what has no header.
TablePreview preview_delimited(InputBytes bytes, std::size_t n_rows);

} // namespace geo
