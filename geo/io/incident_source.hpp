#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/core/report.hpp"
#include "geo/io/file_digest.hpp"
#include "geo/io/table_preview.hpp"
#include "geo/table/count_table.hpp"
#include "geo/table/filter.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/schema.hpp"

namespace geo {

/// Which file to read incidents from, and what the user said about it.
struct SourceSpec {
    std::string path;  ///< a file, "-" for delimited text on standard input, or "PG:..." for a database
    std::string layer; ///< for formats with layers; empty: the only one. Of a database: a table or a query
    RoleOptions roles;
    bool operator==(const SourceSpec&) const = default;
};

/// Which of the file's own columns to keep. Roles are always read, and judged; other columns only when the Study asks for
/// them.
struct ColumnRequest {
    bool all = false;
    std::vector<std::string> names;
    bool deaths = true; ///< keep the numbers of deaths; without them the table is as of a file that has none
    bool covers(const ColumnRequest& other) const; ///< a table read with this one has what `other` wants
};

struct LoadedIncidents {
    std::shared_ptr<const IncidentTable> table;
    Report report;
    std::shared_ptr<const CountTable> counts = nullptr; ///< the file holds these; the table has no incident then
    FileStamp stamp = {}; ///< of the file when it was opened
};

/// Reads incidents by the file's content and name: delimited text (also .gz, .zip, UTF-16, Windows-1252) with
/// the reader of our own, everything else through GDAL with the allow-list of geo/io/gdal_scope.hpp. Delimited
/// text that counts by district and period (geo/io/count_records.hpp) is read as such. Throws
/// Error: Io (cannot be opened), Format (not a readable table, no place columns), Empty (no incident in it).
/// `only`: incidents that do not pass its days, box and expression are of no use. A database leaves out what it can tell;
/// files give all.
LoadedIncidents load_incidents(const SourceSpec& source, const ColumnRequest& columns, unsigned threads,
                               Progress& progress, const Filter& only = {});

/// The first records of the file as they stand, whether or not a place can be found in them. Throws Error:
/// Io, Format.
TablePreview preview_incidents(const SourceSpec& source, std::size_t n_rows);

/// Throws Error{Empty} with the most frequent reason when there is no incident; for a table of counts it says what it
/// is.
void require_incidents(const LoadedIncidents& loaded);

} // namespace geo
