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

/// A file with more than 255 different codes of precision has none that mean anything: the rest share this one.
constexpr std::uint8_t kOtherPlaceCode = 255;

/// How exactly the date is known. UCDP date_prec 1-5, ACLED time_precision 1, 2, 3 = day, week, month.
enum class DatePrecision : std::uint8_t { day, days, week, month, year };

/// How exactly a place is known, in the publisher's code (geo/table/location_support.hpp reads it).
struct PlaceCode {
    std::string code; ///< as the file writes it; empty: not stated
    bool admin2_named = false;
    bool operator==(const PlaceCode&) const = default;
};

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

/// Index of the code among those known, which gain it where there is room for one more.
std::uint8_t added_place_code(std::vector<PlaceCode>& known, const PlaceCode& code);

/// The incidents of one file: columns of equal length, sorted by (first_day, row in the file), immutable once
/// built; undated incidents come first. Or a part of a file, in the order of the file. NaN stands for "not given" in every column of doubles.
struct IncidentTable {
    TableOrigin origin;
    bool by_day = true; ///< sorted; false: in the order of the file

    std::vector<double> lon_deg; ///< NaN without a place
    std::vector<double> lat_deg;
    std::vector<DayNumber> first_day; ///< kNoDay without a date
    std::vector<DayNumber> last_day;  ///< included; equals first_day for one-day incidents
    std::vector<DatePrecision> date_precision;
    std::vector<std::uint8_t> place_code; ///< index into place_codes; kOtherPlaceCode: one of too many
    std::vector<PlaceCode> place_codes;   ///< that occur, in the order of the file
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
    /// Rows [first, last) whose first_day lies in the window, by binary search; only of a sorted table.
    std::pair<RowId, RowId> rows_within(DayWindow window) const;
    /// First and last day of dated incidents, last included as half-open end; nullopt when none is dated.
    std::optional<DayWindow> period() const;
    LonLatBox extent() const;
};

} // namespace geo
