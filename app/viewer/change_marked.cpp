#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "app/viewer/change.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/where_parts.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace app {

namespace {

constexpr std::size_t kMostNamed = 500; // incidents in a condition: more cannot be read by anybody

const geo::Selection& rows_of(const Marked& marked) {
    static const geo::Selection none;
    return marked.rows ? *marked.rows : none;
}

void set_rows(Model& model, geo::Selection rows) {
    Marked& marked = model.view.marked;
    if (rows.empty()) {
        marked = {};
        model.marked_places.reset();
        return;
    }
    marked.rows = std::make_shared<const geo::Selection>(std::move(rows));
    refresh_marked(model);
}

/// Marks that were made in another way than by one shape are no filter.
void forget_shape(Marked& marked) {
    marked.shape.clear();
    marked.by_click = true;
}

std::string in_quotes(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) out += c == quote ? std::string(2, quote) : std::string(1, c);
    return out + quote;
}

/// "id in ('7', '12')" for the marked rows, when the file has an id that is theirs alone; else empty.
std::string condition_naming(const geo::IncidentTable& table, const geo::Selection& rows) {
    const geo::Column* id = table.column(geo::Role::id);
    if (!id || rows.empty() || rows.size() > kMostNamed) return "";
    std::unordered_set<std::string_view> ids;
    for (const geo::RowId row : rows)
        if ((*id)[row].empty() || !ids.insert((*id)[row]).second) return "";
    std::size_t n_having = 0;
    for (std::size_t row = 0; row < table.size(); ++row) n_having += ids.count((*id)[row]);
    if (n_having != rows.size()) return "";
    std::string list;
    for (const geo::RowId row : rows) {
        const bool number = id->type == geo::ColumnType::integer;
        list += (list.empty() ? "" : ", ") + (number ? std::string((*id)[row]) : in_quotes((*id)[row], '\''));
    }
    return in_quotes(id->name, '"') + " in (" + list + ")";
}

void add_condition(Model& model, const std::string& condition) {
    const std::string column = model.run.summary ? model.run.summary->category_column : "";
    const std::string rest =
        column.empty() ? model.study.filter.where : parts_of_where(model.study.filter.where, column).rest;
    change(model, SetWhereRest{rest.empty() ? condition : "(" + rest + ") and " + condition});
}

} // namespace

void refresh_marked(Model& model) {
    Marked& marked = model.view.marked;
    const auto selected = model.selected();
    if (!marked.rows || !selected) return;
    geo::Selection shown = both(*marked.rows, selected->rows);
    if (!marked.shown || *marked.shown != shown)
        marked.shown = std::make_shared<const geo::Selection>(std::move(shown));
}

void change(Model& model, const MarkedInside& found) {
    Marked& marked = model.view.marked;
    const bool alone = found.mode == MarkMode::replace || rows_of(marked).empty();
    if (found.mode == MarkMode::take_away && rows_of(marked).empty()) return;
    geo::Selection rows = gathered(rows_of(marked), *found.inside, found.mode);
    if (rows.empty()) model.notice = {text::kNothingInside, false};
    if (alone) marked = {};
    marked.shape = alone ? found.shape : std::vector<geo::LonLat>{};
    marked.shape_is_box = found.is_box;
    (found.is_box ? marked.by_box : marked.by_lasso) = true;
    set_rows(model, std::move(rows));
}

void change(Model& model, const MarkRows& mark) {
    geo::Selection rows = mark.rows;
    std::sort(rows.begin(), rows.end());
    if (mark.mode == MarkMode::replace) model.view.marked = {};
    forget_shape(model.view.marked);
    set_rows(model, gathered(rows_of(model.view.marked), rows, mark.mode));
}

void change(Model& model, const ToggleMarked& toggle) {
    forget_shape(model.view.marked);
    set_rows(model, toggled(rows_of(model.view.marked), toggle.row));
}

void change(Model& model, const ClearMarked&) { set_rows(model, {}); }

void change(Model& model, const MarkedPlaced& placed) { model.marked_places = placed.places; }

void change(Model& model, const ShowOnlyMarked&) {
    const Marked& marked = model.view.marked;
    if (!model.table() || marked.n_shown() == 0) return;
    if (!marked.shape.empty() && marked.shape_is_box) {
        model.study.filter.bbox = geo::box_of(marked.shape);
    } else if (!marked.shape.empty()) {
        model.study.filter.polygon = marked.shape;
    } else if (const std::string condition = condition_naming(*model.table(), *marked.shown);
               !condition.empty()) {
        add_condition(model, condition);
    } else {
        model.notice = {text::kCannotName, true};
        return;
    }
    if (model.view.tool == Tool::box || model.view.tool == Tool::lasso) model.view.tool = Tool::pan;
}

void change(Model& model, const ClearShape&) {
    model.study.filter.bbox.reset();
    model.study.filter.polygon.clear();
}

void change(Model& model, const CopyMarked&) {
    const Marked& marked = model.view.marked;
    if (!model.table()) return;
    if (marked.n_shown() > 0)
        model.outbox.emplace_back(CopyRows{marked.shown});
    else if (model.view.picked)
        model.outbox.emplace_back(
            CopyRows{std::make_shared<const geo::Selection>(geo::Selection{model.view.picked->row()})});
}

} // namespace app
