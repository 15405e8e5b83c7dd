#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/table_cells.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

// Rows are placed by their number, not by a scrolled height: with a million of them pixels as floats would
// jump.

constexpr float kHeadRow = 28, kRow = 24, kBar = 12, kEdge = 6, kPad = 8;
constexpr float kLeastWidth = 64, kMostWidth = 280, kCharacter = 8.2f, kDigit = 9.2f;
constexpr double kWheelRows = 3;

struct GridColumn {
    TableColumn column;
    std::string title;
    bool number = false;
    float x = 0, width = 0; ///< x of the window, as scrolled
};

/// Where everything stands in this frame.
struct Grid {
    const Model& model;
    const TableOrder& order;
    std::vector<GridColumn> columns; ///< the first one does not move sideways
    ImVec2 low, high;                ///< of rows and head, without the scroll bars
    float frozen = 0;                ///< where the first column ends
    float content = 0;               ///< width of all columns

    float rows_top() const { return low.y + px(kHeadRow); }
    std::size_t n_rows() const {
        return static_cast<std::size_t>(std::max(1.0f, std::floor((high.y - rows_top()) / px(kRow))));
    }
    float y_of(std::size_t at) const {
        return rows_top() + static_cast<float>((static_cast<double>(at) - model.view.table.top) *
                                               static_cast<double>(px(kRow)));
    }
    std::size_t first() const { return static_cast<std::size_t>(model.view.table.top); }
    std::size_t last() const { return std::min(order.rows.size(), first() + n_rows() + 2); }
    /// The row of the order under the mouse.
    std::optional<std::size_t> under(float y) const {
        if (y < rows_top() || y >= high.y) return std::nullopt;
        const double at = model.view.table.top + static_cast<double>((y - rows_top()) / px(kRow));
        if (at < 0 || at >= static_cast<double>(order.rows.size())) return std::nullopt;
        return static_cast<std::size_t>(at);
    }
    float left_of(std::size_t i) const { return i == 0 ? columns[i].x : std::max(columns[i].x, frozen); }
    float right_of(std::size_t i) const { return std::min(columns[i].x + columns[i].width, high.x); }
};

float width_of(const Model& model, const TableOrder& order, TableColumn column, std::size_t n_title) {
    for (const auto& [known, width] : model.view.table.widths)
        if (known == column) return px(width);
    const std::vector<TableColumn> all = columns_of(order.question);
    const auto at = static_cast<std::size_t>(std::find(all.begin(), all.end(), column) - all.begin());
    const std::size_t n = at < order.n_characters.size() ? order.n_characters[at] : 0;
    const float values = static_cast<float>(n) * (is_number(order.question, column) ? kDigit : kCharacter);
    const float wanted = std::max(values, static_cast<float>(n_title + 2) * kCharacter) + 2 * kPad;
    return px(std::clamp(wanted, kLeastWidth, kMostWidth));
}

Grid grid_of(const Model& model, const TableOrder& order) {
    Grid grid{model, order, {}, ImGui::GetCursorScreenPos(), {}, 0, 0};
    const ImVec2 window = ImGui::GetWindowPos();
    grid.high = {window.x + ImGui::GetWindowWidth() - px(kBar), window.y + ImGui::GetWindowHeight()};
    float x = 0;
    for (const TableColumn column : columns_shown(order.question, model.view.table.hidden)) {
        std::string title = title_of(order.question, column);
        const float width = width_of(model, order, column, title.size());
        grid.columns.push_back({column, std::move(title), is_number(order.question, column), x, width});
        x += width;
    }
    grid.content = x;
    const float view = grid.high.x - grid.low.x;
    if (grid.content > view) grid.high.y -= px(kBar);
    const float left = std::clamp(model.view.table.left, 0.0f, std::max(0.0f, grid.content - view));
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
        grid.columns[i].x += grid.low.x - (i == 0 ? 0 : left);
    grid.frozen = grid.columns.empty() ? grid.low.x : grid.low.x + grid.columns.front().width;
    return grid;
}

void sort_sign(ImDrawList& list, ImVec2 middle, bool ascending) {
    const float d = ascending ? -px(3) : px(3);
    list.AddTriangleFilled({middle.x - px(4), middle.y - d}, {middle.x + px(4), middle.y - d},
                           {middle.x, middle.y + d}, color(palette().accent));
}

void head_cell(const Grid& grid, std::size_t i, Commands& commands) {
    const GridColumn& column = grid.columns[i];
    const float left = grid.left_of(i), right = grid.right_of(i), width = right - left;
    if (width < px(8)) return;
    ImGui::PushID(static_cast<int>(column.column.kind) * 100000 + static_cast<int>(column.column.index));
    ImGui::SetCursorScreenPos({left, grid.low.y});
    const bool pressed = ImGui::InvisibleButton("head", {std::max(1.0f, width - px(kEdge)), px(kHeadRow)});
    ui::name_item("column " + column.title);
    const bool hovered = ImGui::IsItemHovered();
    if (pressed) commands.emplace_back(SortTable{column.column});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hovered) list.AddRectFilled({left, grid.low.y}, {right, grid.rows_top()}, color(palette().raised));
    const bool sorted = grid.model.view.table.sort == column.column;
    const float room = column.width - px(2 * kPad) - (sorted ? px(14) : 0);
    const std::string words = ui::fitted(column.title, room);
    if (hovered && words != column.title) ui::tooltip(column.title.c_str());
    if (hovered && column.column.kind == TableColumn::Kind::row_in_file) ui::tooltip(text::kRowTip);
    ImGui::PushClipRect({left, grid.low.y}, {right, grid.rows_top()}, true);
    const float words_width = ui::text_width(words);
    const float x = column.number ? column.x + column.width - px(kPad) - words_width : column.x + px(kPad);
    ui::text_at(list, ImGui::GetFont(), {x, grid.low.y + (px(kHeadRow) - ImGui::GetTextLineHeight()) / 2},
                color(sorted ? palette().text : palette().faint), words);
    const float sign = column.number ? x - px(10) : x + words_width + px(10);
    if (sorted) sort_sign(list, {sign, grid.low.y + px(14)}, grid.model.view.table.ascending);
    ImGui::PopClipRect();
    if (const int steps = ui::arrow_steps(true); steps != 0 && ImGui::GetIO().KeyShift)
        commands.emplace_back(
            WidenColumn{column.column, (column.width + px(16) * static_cast<float>(steps)) * 100 / px(100)});
    // The edge widens the column.
    const ui::MouseOnly mouse_only;
    ImGui::SetCursorScreenPos({right - px(kEdge), grid.low.y});
    ImGui::InvisibleButton("edge", {px(kEdge), px(kHeadRow)});
    ui::name_item("column edge " + column.title);
    const bool active = ImGui::IsItemActive();
    if (active || ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    list.AddLine({right - 1, grid.low.y + px(6)}, {right - 1, grid.rows_top() - px(6)},
                 color(active ? palette().accent : palette().line), active ? px(2) : px(1));
    const float dragged = ImGui::GetIO().MousePos.x - column.x;
    if (active && std::abs(dragged - column.width) >= 1)
        commands.emplace_back(WidenColumn{column.column, dragged * 100 / px(100)});
    ImGui::PopID();
}

void cell(const Grid& grid, const GridColumn& column, geo::RowId row, float y) {
    const std::string words = cell_text(grid.order.question, column.column, row);
    if (words.empty()) return;
    const std::string cut = ui::fitted(words, column.width - px(2 * kPad));
    const float width = column.number ? ui::text_width(cut) : 0;
    const float x = column.number ? column.x + column.width - px(kPad) - width : column.x + px(kPad);
    const bool quiet = column.column.kind == TableColumn::Kind::row_in_file;
    ui::text_at(*ImGui::GetWindowDrawList(), ImGui::GetFont(),
                {std::round(x), std::round(y + (px(kRow) - ImGui::GetTextLineHeight()) / 2)},
                color(quiet ? palette().faint : palette().text), cut);
}

/// Marked, picked, under the mouse: the ground of a row.
void row_ground(const Grid& grid, std::size_t at, bool hovered) {
    const geo::RowId row = grid.order.rows[at];
    const ViewState& view = grid.model.view;
    const ImVec2 low{grid.low.x, grid.y_of(at)}, high{grid.high.x, low.y + px(kRow)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool picked = view.picked && view.picked->row() == row;
    if (hovered) list.AddRectFilled(low, high, color(palette().raised));
    if (view.marked.has(row)) {
        list.AddRectFilled(low, high, color(palette().accent, 0.14f));
        list.AddRectFilled(low, {low.x + px(3), high.y}, color(palette().accent));
    }
    if (picked) list.AddRectFilled(low, high, color(palette().accent, 0.26f));
    if (view.focus == Focus::table && view.table.cursor == at)
        list.AddRect({low.x + 1, low.y}, {high.x - 1, high.y}, color(palette().accent, 0.8f));
    list.AddLine({low.x, high.y - 1}, {high.x, high.y - 1}, color(palette().line, 0.6f));
}

void cells(const Grid& grid, std::optional<std::size_t> hovered) {
    ImGui::PushClipRect({grid.low.x, grid.rows_top()}, grid.high, true);
    for (std::size_t at = grid.first(); at < grid.last(); ++at) {
        row_ground(grid, at, hovered == at);
        ui::name_box(fmt::format("row {}", at - grid.first() + 1), {grid.low.x, grid.y_of(at)},
                     {grid.high.x, grid.y_of(at) + px(kRow)});
    }
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const float left = grid.left_of(i), right = grid.right_of(i);
        if (right - left < 1) continue;
        ImGui::PushClipRect({left, grid.rows_top()}, {right, grid.high.y}, true);
        for (std::size_t at = grid.first(); at < grid.last(); ++at)
            cell(grid, grid.columns[i], grid.order.rows[at], grid.y_of(at));
        ImGui::PopClipRect();
    }
    ImGui::PopClipRect();
    if (grid.model.view.table.left > 0)
        ImGui::GetWindowDrawList()->AddLine({grid.frozen, grid.low.y}, {grid.frozen, grid.high.y},
                                            color(palette().hover));
}

/// The whole of a cell that was cut.
void cell_tooltip(const Grid& grid, std::size_t at) {
    const float x = ImGui::GetIO().MousePos.x;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const GridColumn& column = grid.columns[i];
        if (x < grid.left_of(i) || x >= grid.right_of(i)) continue;
        const std::string words = cell_text(grid.order.question, column.column, grid.order.rows[at]);
        if (ImGui::CalcTextSize(words.c_str()).x > column.width - px(2 * kPad)) ui::tooltip(words.c_str());
        return;
    }
}

void click_row(const Grid& grid, std::size_t at, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    commands.emplace_back(FocusOn{Focus::table});
    if (io.KeyShift)
        commands.emplace_back(MarkUpTo{at});
    else if (io.KeyCtrl)
        commands.emplace_back(ToggleMarked{grid.order.rows[at]});
    else
        commands.emplace_back(PickInTable{at});
}

void wheel(const Grid& grid, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel == 0 && io.MouseWheelH == 0) return;
    const TableView& table = grid.model.view.table;
    const float most = std::max(0.0f, grid.content - (grid.high.x - grid.low.x));
    const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
    const double down = io.KeyShift ? 0 : -static_cast<double>(io.MouseWheel) * kWheelRows;
    commands.emplace_back(
        ScrollTable{table.top + down, std::clamp(table.left - sideways * px(60), 0.0f, most)});
}

std::optional<std::size_t> rows_mouse(const Grid& grid, Commands& commands) {
    ImGui::SetCursorScreenPos({grid.low.x, grid.rows_top()});
    const ui::MouseOnly mouse_only;
    ImGui::InvisibleButton("table rows", {std::max(1.0f, grid.high.x - grid.low.x),
                                          std::max(1.0f, grid.high.y - grid.rows_top())});
    ui::name_item("table rows");
    if (!ImGui::IsItemHovered()) return std::nullopt;
    wheel(grid, commands);
    const auto at = grid.under(ImGui::GetIO().MousePos.y);
    if (at && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) click_row(grid, *at, commands);
    return at;
}

/// A bar along [low, high): `view` of `all` are in view, from `first` on. Returns the new first one while
/// dragged.
std::optional<double> scroll_bar(const char* name, ImVec2 low, ImVec2 high, bool down, double first,
                                 double view, double all) {
    if (all <= view || high.x - low.x < 2 || high.y - low.y < 2) return std::nullopt;
    const float track = down ? high.y - low.y : high.x - low.x;
    const float thumb = std::min(track, std::max(px(24), track * static_cast<float>(view / all)));
    const float at = (track - thumb) * static_cast<float>(first / (all - view));
    ImGui::SetCursorScreenPos(low);
    const ui::MouseOnly mouse_only;
    ImGui::InvisibleButton(name, {high.x - low.x, high.y - low.y});
    ui::name_item(name);
    const bool lit = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const ImVec2 from{low.x + (down ? px(3) : at), low.y + (down ? at : px(3))};
    const ImVec2 to{down ? high.x - px(3) : from.x + thumb, down ? from.y + thumb : high.y - px(3)};
    ImGui::GetWindowDrawList()->AddRectFilled(from, to, color(lit ? palette().faint : palette().hover),
                                              px(3));
    if (!ImGui::IsItemActive() || track <= thumb) return std::nullopt;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float along = (down ? mouse.y - low.y : mouse.x - low.x) - thumb / 2;
    return std::clamp(static_cast<double>(along / (track - thumb)), 0.0, 1.0) * (all - view);
}

void scroll_bars(const Grid& grid, Commands& commands) {
    const TableView& table = grid.model.view.table;
    const float view = grid.high.x - grid.low.x;
    const auto top = scroll_bar(
        "table scroll", {grid.high.x, grid.rows_top()}, {grid.high.x + px(kBar), grid.high.y}, true,
        table.top, static_cast<double>(grid.n_rows()), static_cast<double>(grid.order.rows.size()));
    const auto left = scroll_bar(
        "table sideways", {grid.frozen, grid.high.y}, {grid.high.x, grid.high.y + px(kBar)}, false,
        static_cast<double>(table.left), static_cast<double>(view), static_cast<double>(grid.content));
    if (top || left)
        commands.emplace_back(ScrollTable{
            top.value_or(table.top), static_cast<float>(left.value_or(static_cast<double>(table.left)))});
}

} // namespace

void table_grid(const Model& model, Commands& commands) {
    if (!model.listed()) return;
    const std::shared_ptr<const TableOrder> order = model.order;
    const Grid grid = grid_of(model, *order);
    if (grid.columns.empty() || grid.high.y - grid.rows_top() < px(kRow) / 2) return;
    if (grid.n_rows() != model.view.table.n_rows) commands.emplace_back(ResizeTable{grid.n_rows()});
    const auto hovered = rows_mouse(grid, commands);
    cells(grid, hovered);
    const std::size_t first = ui::n_stops(); // the first column is drawn last, over the others
    for (std::size_t i = grid.columns.size(); i-- > 0;) head_cell(grid, i, commands);
    ui::reverse_stops(first);
    const float most = std::max(0.0f, grid.content - (grid.high.x - grid.low.x));
    if (model.view.table.left > most) commands.emplace_back(ScrollTable{model.view.table.top, most});
    ImGui::GetWindowDrawList()->AddLine({grid.low.x, grid.rows_top()}, {grid.high.x, grid.rows_top()},
                                        color(palette().line));
    scroll_bars(grid, commands);
    if (hovered) cell_tooltip(grid, *hovered);
}

} // namespace app
