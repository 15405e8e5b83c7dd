#pragma once

/// Words of the tools on the map, of what is marked and of places with several incidents. Part of text.hpp.
namespace app::text {

constexpr const char* kToolPan = "Move the map (Esc)";
constexpr const char* kToolBox = "Mark incidents in a box (B)";
constexpr const char* kToolLasso = "Mark incidents with a lasso (L)";
constexpr const char* kToolMeasure = "Measure lengths and areas (M)";
constexpr const char* kBoxHint = "Drag a box \xc2\xb7 Shift adds, Ctrl takes away \xc2\xb7 Esc leaves";
constexpr const char* kLassoHint =
    "Draw around them \xc2\xb7 Shift adds, Ctrl takes away \xc2\xb7 Esc leaves";
constexpr const char* kMeasureHint = "Click points \xc2\xb7 double-click or Enter ends \xc2\xb7 the first "
                                     "point closes an area \xc2\xb7 Esc clears";
constexpr const char* kMeasureAgainHint = "Click to measure anew \xc2\xb7 Esc clears";

constexpr const char* kIncidentsHidden = "The incidents are hidden: show their layer first";
constexpr const char* kNothingInside = "No incident lies in there";
constexpr const char* kNothingMarked = "No incident is marked";
constexpr const char* kMarked = "{} marked";
constexpr const char* kMarkedFilteredOut = "{} more of the marked incidents do not pass the filter";
constexpr const char* kShowOnly = "Show only these";
constexpr const char* kShowOnlyShape = "Makes the shape a part of the filter; Ctrl+Z takes it back";
constexpr const char* kShowOnlyRows = "Names these incidents in the filter's condition; Ctrl+Z takes it back";
constexpr const char* kTable = "Table";
constexpr const char* kCopy = "Copy";
constexpr const char* kCopyMarkedTip = "Copy the marked rows for a spreadsheet (Ctrl+C)";
constexpr const char* kExportMarkedTip = "Write the marked incidents to a file";
constexpr const char* kClear = "Clear";
constexpr const char* kClearMarkedTip = "Nothing is marked any more; the filter stays";
constexpr const char* kCannotName =
    "These were gathered by hand and have no id of their own to name: draw a box or a lasso, or export them";
constexpr const char* kByBox = "box";
constexpr const char* kByLasso = "lasso";
constexpr const char* kByClick = "one by one";
constexpr const char* kMarkedByHand = "{} rows marked by hand ({}) among those that pass the filter";
constexpr const char* kCopiedRows = "{} rows copied";
constexpr const char* kTooManyToCopy = "More than {} rows: export them to a file instead";
constexpr const char* kCopiedText = "Copied";

constexpr const char* kMeasuredLegs = "{} legs, {}";
constexpr const char* kMeasuredArea = "perimeter {}, area {}";
constexpr const char* kMeasuredCrossing = "perimeter {}, crosses itself: no area";
constexpr const char* kMeasuredHead = "point\tlongitude\tlatitude\tleg_m\ttotal_m\n";
constexpr const char* kMeasuredAreaRow = "area_m2";
constexpr const char* kCopiedMeasured = "The measured points and lengths were copied";
constexpr const char* kCopyMeasuredTip = "Copy points and lengths for a spreadsheet (Ctrl+C)";
constexpr const char* kClearMeasuredTip = "Measure something else (Esc)";
constexpr const char* kMeasuredNote = "Shortest paths on the WGS 84 ellipsoid";

constexpr const char* kHereCopy = "Copy {}";
constexpr const char* kHereCopyTip = "Latitude, longitude in decimal degrees";
constexpr const char* kHereBorder = "{} to the border with {}";
constexpr const char* kHereMeasuring = "Measuring the distance to the border";
constexpr const char* kHereNoBorder = "No border line to measure to";
constexpr const char* kHereZoom = "Zoom here";
constexpr const char* kHereCentre = "Centre here";
constexpr const char* kHereMeasure = "Measure from here";
constexpr const char* kHereMark = "Mark this incident";
constexpr const char* kHereMarkMany = "Mark these {} incidents";

constexpr const char* kStackMore = "and {} more: click for the list";
constexpr const char* kStackTitle = "{} incidents at this place";
constexpr const char* kStackHint = "\xe2\x86\x91 \xe2\x86\x93 step through them";
constexpr const char* kStackDeaths = "deaths";

constexpr const char* kShapeBox = "In a box on the map";
constexpr const char* kShapePolygon = "In a polygon of {} vertices";
constexpr const char* kShapeCrosses =
    "It crosses itself: what it goes round twice is outside (even-odd rule)";
constexpr const char* kShapeClear = "Everywhere again";

} // namespace app::text
