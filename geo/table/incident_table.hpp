#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/core/civil.hpp"
#include "geo/core/places.hpp"
#include "geo/table/column.hpp"
#include "geo/table/schema.hpp"

namespace geo {

using RowId = std::uint32_t;

/// How exactly the date is known. UCDP date_prec 1-5, ACLED time_precision 1, 2, 3 = day, week, month.
enum class DatePrecision : std::uint8_t { day, days, week, month, year };

/// What the place stands for (METHODS: location precision). A disc has a radius; an area is a district or a
/// province that is stood for by a disc of stated size until its polygon is loaded.
enum class SupportKind : std::uint8_t { disc, admin2, admin1, country, not_usable };

/// Where the table came from, as every export must be able to say.
struct TableOrigin {
    std::string file;  ///< file name without its folder
    std::string layer; ///< for formats that have layers
    Schema schema;
    std::vector<std::string> header; ///< names of all columns of the file, kept or not; Roles index it
    std::string attribution;         ///< who to name
    std::string notice;              ///< licence notice, or "synthetic sample data"
    bool synthetic = false;
};

/// The incidents of one file: columns of equal length, sorted by (first_day, row in the file), immutable once
/// built. Undated incidents come first. NaN stands for "not given" in every column of doubles.
struct IncidentTable {
    TableOrigin origin;

    std::vector<double> lon_deg; ///< NaN without a place
    std::vector<double> lat_deg;
    std::vector<DayNumber> first_day; ///< kNoDay without a date
    std::vector<DayNumber> last_day;  ///< included; equals first_day for one-day incidents
    std::vector<DatePrecision> date_precision;
    std::vector<SupportKind> support;
    std::vector<float>
        uncertainty_m; ///< radius of the support, or of the disc of equal area; NaN when not stated
    std::vector<double> deaths_best; ///< empty vectors when the file has no such role
    std::vector<double> deaths_low;
    std::vector<double> deaths_high;
    std::vector<std::uint64_t> input_row; ///< record number in the file, the header is row 1

    std::vector<Column> columns; ///< the file's own columns that were asked for, in file order

    std::size_t size() const { return lon_deg.size(); }
    bool located(RowId row) const { return !std::isnan(lon_deg[row]); }
    LonLat place(RowId row) const { return {lon_deg[row], lat_deg[row]}; }

    /// The kept column of that name; nullptr when the file has none or it was not asked for.
    const Column* column(std::string_view name) const;
    /// The kept column that plays the role, or nullptr.
    const Column* column(Role role) const;
    /// Rows [first, last) whose first_day lies in the window, by binary search.
    std::pair<RowId, RowId> rows_within(DayWindow window) const;
    /// First and last day of dated incidents, last included as half-open end; nullopt when none is dated.
    std::optional<DayWindow> period() const;
    LonLatBox extent() const;
};

} // namespace geo
