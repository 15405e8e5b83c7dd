#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/layer/colored_points.hpp"
#include "geo/layer/date_scale.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/location_support.hpp"
#include "geo/table/selection.hpp"

namespace geo {

/// Discs of the located rows, larger ones first so that small ones stay visible on top. Colours by the values
/// of `color_by` (a kept column; empty: one colour), ranked over the whole table so that a filter never
/// changes what a colour means: the most frequent first, those beyond the palette "other". Area is
/// proportional to deaths_best with a floor when `size_by_deaths` and the file has deaths. Rows with an
/// uncertainty above 10 km or an area for a place are hollow. Cost: linear; many discs come with an index.
ColoredPoints color_points(const IncidentTable& table, const LocationSupports& supports, const Selection& rows,
                           const std::string& color_by, bool size_by_deaths);

/// The same in two steps: what does not depend on the selection, and the rest.
PointMarks point_marks(const IncidentTable& table, const std::string& color_by, bool size_by_deaths);
/// Coloured by the first day that each incident may have happened on, old to new over the whole table.
PointMarks point_marks_by_date(const IncidentTable& table, bool size_by_deaths);
ColoredPoints color_points(const IncidentTable& table, const LocationSupports& supports, const Selection& rows,
                           const PointMarks& marks);

/// Which colour of the scale of dates each row has: that of the first day that it may have happened on, old to new over
/// the whole table.
struct DateSteps {
    std::optional<DateScale> dates; ///< empty: no row has a date
    std::vector<std::uint8_t> step; ///< by row, into date_colors()
    std::uint64_t n_undated = 0;
};
DateSteps date_steps(const IncidentTable& table);
/// A disc that is drawn hollow: known to more than 10 km, or an area.
bool is_vague(const LocationSupports& supports, RowId row);

/// Values of a column with their number of rows, most frequent first, ties by value; as the file has them.
struct CategoryCount {
    std::string value;
    std::uint64_t count = 0;
};
std::vector<CategoryCount> count_categories(const Column& column, const Selection& rows);

/// Codes of a publisher in its own words (UCDP GED codebook, type_of_violence); other values as they are.
std::string category_in_words(const IncidentTable& table, const Column& column, const std::string& value);

} // namespace geo
