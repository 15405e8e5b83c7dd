#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/viewer/marked.hpp"
#include "app/viewer/model.hpp"
#include "app/viewer/places.hpp"
#include "app/viewer/table_view.hpp"
#include "app/viewer/tool.hpp"

namespace app {

// Commands of the table, of the tools on the map and of the marked rows: part of command.hpp.

// The tools.
struct ChooseTool {
    Tool tool;
};
struct GrabDrawing {
    Drawing::Kind kind{};
    MarkMode mode{};
    Pixel pixel;
};
struct MoveDrawing {
    Pixel pixel;
};
struct ReleaseDrawing {};
struct CancelDrawing {};
struct MeasureAt {
    Pixel pixel;
};
struct MeasureFrom {
    geo::LonLat place;
};
struct EndMeasuring {};
struct ClearMeasuring {};
struct CopyMeasured {};
struct FocusOn {
    Focus focus;
};

// Here.
struct OpenHere {
    Pixel pixel;
};
struct CloseHere {};
struct HereMeasured {
    geo::LonLat place;
    std::optional<geo::BorderHere> border;
};
struct CentreOn {
    geo::LonLat place;
    double factor = 1; ///< closer by this
};
struct CopyText {
    std::string text;
};

// What is marked.
struct MarkRows {
    std::vector<geo::RowId> rows;
    MarkMode mode;
};
struct ToggleMarked {
    geo::RowId row;
};
struct MarkedInside { ///< from outside: what a shape holds
    Rows inside;
    MarkMode mode;
    std::vector<geo::LonLat> shape;
    bool is_box;
};
struct ClearMarked {};
struct ShowOnlyMarked {};
struct CopyMarked {};
struct ClearShape {}; ///< the filter's box and polygon

// The table.
struct OpenTable {
    bool open;
};
struct DragTable {
    float height;
};
struct ResizeTable {
    std::size_t n_rows;
};
struct SortTable {
    TableColumn column;
};
struct SearchTable {
    std::string words;
};
struct ScrollTable {
    double top;
    float left;
};
struct WidenColumn {
    TableColumn column;
    float width = 0;
};
struct ShowColumn {
    TableColumn column;
    bool visible = false;
};
struct ShowColumns { ///< all of them at the width they come in, or only the first ones
    bool all;
};
struct MoveCursor {
    long by;
};
struct MarkUpTo { ///< from the cursor to this place of the table's order
    std::size_t at;
};
struct MarkListed {}; ///< all rows that the table lists
struct PickInTable {
    std::size_t at; ///< in the table's order
};
struct PickFromStack {
    std::size_t at;
};

// From outside.
struct TableOrdered {
    std::shared_ptr<const TableOrder> order;
};
struct PlacesCounted {
    PlacesOfMap places;
};
struct MarkedPlaced {
    PlacesOfMap places;
};
struct Copied {
    std::shared_ptr<const std::string> text;
    std::string notice;
};

} // namespace app
