#pragma once

#include <string>
#include <vector>

#include "geo/study/publish_spec.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/selection.hpp"

namespace geo {

/// Incidents as they are published: their cells instead of their places.
struct PublishedRows {
    Selection rows; ///< by cell, then by day: the order of the file would tell one from the other
    std::vector<double> lon, lat; ///< by row of the table: the centre of its cell
    std::vector<double> side;     ///< of that cell, in the grid's unit
    std::size_t n_merged = 0, n_withheld = 0, n_unplaced = 0;
};

/// The rows in cells (geo/analysis/coarse_cells.hpp says how they are merged). Those without a place are left
/// out. `spec.coarsen` is given.
PublishedRows published_rows(const IncidentTable& table, const Selection& rows, const PublishSpec& spec);

/// The columns that tell neither a place nor a person: dates, category, actor and deaths, in the order of the
/// file. An allow-list: what else a file says (identifiers, notes, names of places, districts, sources, codes
/// of precision) is left out, whatever it is.
std::vector<const Column*> publishable_columns(const IncidentTable& table);

/// "cell_km" or "cell_deg".
std::string cell_column_name(const CoarseGrid& grid);

/// The provenance with what was done: cells, merging, how many are withheld and left out, which columns
/// stayed.
std::string with_publishing(const std::string& provenance, const PublishSpec& spec,
                            const PublishedRows& published, const IncidentTable& table);

} // namespace geo
