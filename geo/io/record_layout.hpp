#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/io/incident_source.hpp"
#include "geo/table/incident_builder.hpp"

namespace geo {

/// What all readers share between the header and the table.

/// Decides roles and kept columns; asked names are columns of the file first, then roles. Notes a file
/// without dates and repeated column names. Throws as recognise_schema.
RecordLayout layout_of(std::vector<std::string> header, const SourceSpec& source,
                       const ColumnRequest& columns, bool has_geometry, Report& report);

/// Name, attribution and notice; a name that holds "synthetic" or "incidents_sample" marks synthetic data.
TableOrigin origin_of(const RecordLayout& layout, const std::string& file, const std::string& layer);

/// True when the records must be read again with the order that is now set in `layout`: some were read day
/// first although the column turned out to be month first. Throws Error{Format} when the column does not
/// decide.
bool must_read_again(const DayOrderEvidence& evidence, RecordLayout& layout);

/// What the dates of all pieces of a file say about the order of day and month.
DayOrderEvidence evidence_of(std::span<const IncidentBuilder> builders);

/// Numbers the records of pieces that follow one another, the first of them `first_row`.
void number_records(std::span<IncidentBuilder> builders, std::uint64_t first_row);

/// True for an HXL tag row: at least one field is filled, and every filled field starts with '#' and a
/// letter.
bool is_hxl_tag_row(std::span<const std::string_view> fields);

/// What the parts of a file before this one tell of it.
struct PartsBefore {
    RepeatedIds* ids = nullptr;                             ///< of merged_table
    std::function<void(std::vector<Column>&)> settle_types; ///< those of the whole file
};

/// A part of a file, in its order: `finished` without the notes that count over the whole of it.
LoadedIncidents finished_part(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                              Report report, const PartsBefore& before);

/// Merges the builders; says "synthetic sample data" where it applies. Throws Error{Empty} when no incident
/// is left.
LoadedIncidents finished(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                         Report report);

} // namespace geo
