#include <algorithm>
#include <cmath>
#include <limits>

#include "app/viewer/change.hpp"
#include "app/viewer/table_cells.hpp"

namespace app {

namespace {

constexpr float kLeastHeight = 120, kMostHeight = 4000;
constexpr float kLeastWidth = 40, kMostWidth = 1000;

void keep_in_range(Model& model) {
    TableView& table = model.view.table;
    const auto* rows = model.listed();
    const std::size_t n = rows ? rows->size() : 0;
    const double last = std::max(0.0, static_cast<double>(n) - static_cast<double>(table.n_rows));
    table.top = std::isfinite(table.top) ? std::clamp(table.top, 0.0, last) : 0;
    table.cursor = n == 0 ? 0 : std::min(table.cursor, n - 1);
}

void bring_into_view(Model& model, std::size_t at) {
    TableView& table = model.view.table;
    const auto row = static_cast<double>(at);
    const auto n = static_cast<double>(table.n_rows);
    if (row < table.top) table.top = row;
    if (row > table.top + n - 1) table.top = row - n + 1;
    keep_in_range(model);
}

/// A picked row far from what is in view is shown in the middle.
void bring_to_middle(Model& model, std::size_t at) {
    TableView& table = model.view.table;
    const auto row = static_cast<double>(at);
    const auto n = static_cast<double>(table.n_rows);
    if (row >= table.top && row <= table.top + n - 1) return;
    table.top = row - std::floor((n - 1) / 2);
    keep_in_range(model);
}

geo::Mercator nowhere() {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan};
}

} // namespace

void pick_row(Model& model, geo::RowId row) {
    const geo::PointGeometry* points = incident_points(model.scene);
    auto found = points ? stack_of_row(*points, row) : std::nullopt;
    if (!found) found = StackOfRow{{nowhere(), 0, {row}}, 0}; // without a place, or not drawn
    model.view.picked = Picked{std::move(found->stack), found->at};
    model.view.tab = Tab::incident;
    fly_into_view(model, model.view.picked->stack.place);
}

void reveal_in_table(Model& model) {
    const auto* rows = model.listed();
    if (!rows || !model.view.picked || !model.view.table.open) return;
    const auto found = std::find(rows->begin(), rows->end(), model.view.picked->row());
    if (found == rows->end()) return;
    model.view.table.cursor = static_cast<std::size_t>(found - rows->begin());
    bring_to_middle(model, model.view.table.cursor);
}

void change(Model& model, const OpenTable& open) {
    if (open.open && !model.table()) return;
    model.view.table.open = open.open;
    model.view.focus = open.open ? Focus::table : Focus::map;
    reveal_in_table(model);
}

void change(Model& model, const DragTable& drag) {
    model.view.table.height = std::clamp(drag.height, kLeastHeight, kMostHeight);
}

void change(Model& model, const ResizeTable& resize) {
    if (model.view.table.n_rows == std::max<std::size_t>(1, resize.n_rows)) return;
    model.view.table.n_rows = std::max<std::size_t>(1, resize.n_rows);
    keep_in_range(model);
}

void change(Model& model, const SortTable& sort) {
    TableView& table = model.view.table;
    table.ascending = table.sort == sort.column ? !table.ascending : true;
    table.sort = sort.column;
    model.view.focus = Focus::table;
}

void change(Model& model, const SearchTable& search) { model.view.table.search = search.words; }

void change(Model& model, const ScrollTable& scroll) {
    model.view.table.top = scroll.top;
    model.view.table.left = std::max(0.0f, scroll.left);
    keep_in_range(model);
}

void change(Model& model, const WidenColumn& widen) {
    auto& widths = model.view.table.widths;
    std::erase_if(widths, [&](const auto& entry) { return entry.first == widen.column; });
    widths.emplace_back(widen.column, std::clamp(widen.width, kLeastWidth, kMostWidth));
}

void change(Model& model, const ShowColumn& show) {
    auto& hidden = model.view.table.hidden;
    std::erase(hidden, show.column);
    if (!show.visible) hidden.push_back(show.column);
}

void change(Model& model, const ShowColumns& show) {
    TableView& table = model.view.table;
    table.hidden.clear();
    table.left = 0;
    if (show.all) {
        table.widths.clear();
        return;
    }
    for (const TableColumn column : columns_of(model.table_question()))
        if (column.kind == TableColumn::Kind::file) table.hidden.push_back(column);
}

void change(Model& model, const MoveCursor& move) {
    const auto* rows = model.listed();
    if (!rows || rows->empty()) return;
    TableView& table = model.view.table;
    const auto last = static_cast<long>(rows->size()) - 1;
    const long at = static_cast<long>(table.cursor);
    // By more than there is means to the end, without overflowing.
    table.cursor = static_cast<std::size_t>(
        move.by > last - at ? last : std::max(0L, move.by < -at ? 0L : at + move.by));
    bring_into_view(model, table.cursor);
}

void change(Model& model, const MarkUpTo& to) {
    const auto* rows = model.listed();
    if (!rows || to.at >= rows->size()) return;
    TableView& table = model.view.table;
    const auto first = static_cast<std::ptrdiff_t>(std::min(table.cursor, to.at));
    const auto last = static_cast<std::ptrdiff_t>(std::max(table.cursor, to.at)) + 1;
    change(model, MarkRows{{rows->begin() + first, rows->begin() + last}, MarkMode::add});
    model.view.focus = Focus::table;
}

void change(Model& model, const MarkListed&) {
    if (const auto* rows = model.listed()) change(model, MarkRows{*rows, MarkMode::add});
}

void change(Model& model, const PickInTable& pick) {
    const auto* rows = model.listed();
    if (!rows || pick.at >= rows->size()) return;
    model.view.table.cursor = pick.at;
    bring_into_view(model, pick.at);
    pick_row(model, (*rows)[pick.at]);
    model.view.focus = Focus::table;
}

void change(Model& model, const PickFromStack& pick) {
    if (!model.view.picked || model.view.picked->stack.rows.empty()) return;
    Picked& picked = *model.view.picked;
    picked.at = std::min(pick.at, picked.stack.rows.size() - 1);
    model.view.focus = Focus::stack;
    reveal_in_table(model);
}

void change(Model& model, const TableOrdered& ordered) {
    const bool other = !model.order || model.order->question.sort != ordered.order->question.sort ||
                       model.order->question.ascending != ordered.order->question.ascending ||
                       model.order->question.search != ordered.order->question.search ||
                       model.order->question.table != ordered.order->question.table;
    model.order = ordered.order;
    if (other) {
        model.view.table.top = 0;
        model.view.table.cursor = 0;
        reveal_in_table(model);
    }
    keep_in_range(model);
}

void forget_rows(Model& model) {
    ViewState& view = model.view;
    view.picked.reset();
    view.hovered.reset();
    view.here.reset();
    view.drawing.reset();
    view.marked = {};
    TableView& table = view.table;
    table.sort = {};
    table.ascending = true;
    table.search.clear();
    table.hidden.clear();
    table.widths.clear();
    table.top = 0;
    table.left = 0;
    table.cursor = 0;
}

} // namespace app
