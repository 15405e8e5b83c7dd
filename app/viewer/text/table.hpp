#pragma once

/// Words of the table of incidents. Part of text.hpp.
namespace app::text {

constexpr const char* kTableTitle = "INCIDENTS";
constexpr const char* kOpenTable = "Table of incidents (Ctrl+T)";
constexpr const char* kCloseTable = "Close the table (Ctrl+T)";
constexpr const char* kColumnRow = "Row";
constexpr const char* kColumnDistance = "To border, km";
constexpr const char* kColumnNeighbour = "Neighbour";
constexpr const char* kColumnSide = "Side";
constexpr const char* kColumnProvince = "Province";
constexpr const char* kRowTip = "Row of the file; the header is row 1";
constexpr const char* kListed = "{} shown";
constexpr const char* kHits = "{} of {}";
constexpr const char* kSearchHint = "Search in all text";
constexpr const char* kMarkHits = "Mark all";
constexpr const char* kMarkHitsTip = "Mark all rows that the table lists";
constexpr const char* kColumns = "Columns";
constexpr const char* kColumnsAll = "Show all, as they came";
constexpr const char* kColumnsMeasured = "Only what was measured";
constexpr const char* kNoRows = "No incident passes the filter.";
constexpr const char* kNoHits = "Nothing that passes the filter has \"{}\" in its text.";
constexpr const char* kTableDrag = "Drag to make the table higher or lower";

} // namespace app::text
