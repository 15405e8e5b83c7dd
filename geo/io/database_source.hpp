#pragma once

// Seen by the .cpp files of geo/io only: GDAL's types are in it.

#include <string>

#include <ogrsf_frmts.h>

#include "geo/io/gdal_scope.hpp"
#include "geo/table/filter.hpp"
#include "geo/table/incident_record.hpp"

namespace geo {

/// Rows of a PostgreSQL database, by a cursor of the server that gives some thousand at a time: a table
/// ("name" or "schema.name") or a query ("SELECT ..."), sent as a sub-query. The connection is made read-only
/// first: a query that a study names changes nothing. The order of the rows is the server's: incidents of one
/// day may come in another order than from a file.
class DatabaseRows {
  public:
    /// `layer`: table or query; empty: the only table that has a geometry. Throws Argument when there is
    /// none, several, or the server refuses the query (with its words).
    DatabaseRows(GDALDataset& dataset, const std::string& layer, const GdalScope& scope);
    ~DatabaseRows();
    DatabaseRows(const DatabaseRows&) = delete;
    DatabaseRows& operator=(const DatabaseRows&) = delete;

    OGRLayer& layer() const { return *layer_; }
    const std::string& name() const { return name_; } ///< of the table; "query"

    /// Asks again, for what can be of use alone: rows that `only` lets through as far as the database can
    /// tell (days, a year wider where dates have a precision; the box; the expression, see
    /// expression_sql.hpp), and columns that play a role or are kept; others come empty. The fields keep
    /// their places. Every row that passes `only` comes.
    void narrow(const Filter& only, const RecordLayout& layout, const GdalScope& scope);

  private:
    void ask(const std::string& sql, const GdalScope& scope);

    GDALDataset& dataset_;
    std::string from_; ///< table or sub-query, in SQL
    std::string name_;
    OGRLayer* layer_ = nullptr;
};

} // namespace geo
