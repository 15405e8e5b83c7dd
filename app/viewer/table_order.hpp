#pragma once

#include <string>
#include <string_view>

#include "app/viewer/table_view.hpp"
#include "geo/core/progress.hpp"

namespace app {

/// The selected rows that have what is searched for, sorted by one column: numbers as numbers, dates as days,
/// text without regard to case; rows without a value last in either direction; equal ones in the order of the
/// table (by day, then by row of the file). A search looks for its words as they stand in the text columns
/// and the measured words, case aside; a number is also looked for, whole, in the columns of integers. Cost:
/// O(n log n), and for text the same for its different values; 1e6 rows: some 0.3 s, of another thread than
/// the window's. Throws Cancelled.
TableOrder order_table(const TableQuestion& question, geo::Progress& progress);

/// Lower case of ASCII and Latin-1, other characters as they are: for comparing, not for showing.
std::string folded_case(std::string_view text);
/// Whether `text` has `folded` in it, case aside.
bool contains_folded(std::string_view text, std::string_view folded);

} // namespace app
