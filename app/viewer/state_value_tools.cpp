#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "app/viewer/shortcuts.hpp"
#include "app/viewer/state_value.hpp"
#include "app/viewer/state_words.hpp"
#include "app/viewer/table_cells.hpp"

namespace app {

namespace {

/// The row of the file that stands at this place of the table's order; 0 without one.
double row_in_file(const Model& model, std::size_t at) {
    const auto* rows = model.listed();
    if (!rows || at >= rows->size() || model.table()->input_row.empty()) return 0;
    return static_cast<double>(model.table()->input_row[(*rows)[at]]);
}

std::string sort_word(const Model& model) {
    const TableQuestion question = model.table_question();
    if (!question.table) return "none";
    return title_of(question, question.sort) + (question.ascending ? " up" : " down");
}

std::string tool_word(const Model& model) {
    constexpr std::array<const char*, 4> kWords{"pan", "box", "lasso", "measure"};
    return kWords[static_cast<std::size_t>(model.view.tool)];
}

std::string focus_word(const Model& model) {
    constexpr std::array<const char*, 3> kWords{"map", "table", "stack"};
    return kWords[static_cast<std::size_t>(model.view.focus)];
}

const geo::BorderHere* border_of(const Model& model) {
    return model.view.here && model.view.here->border ? &*model.view.here->border : nullptr;
}

double copied_lines(const Model& model) {
    if (!model.clipboard) return 0;
    return static_cast<double>(std::count(model.clipboard->begin(), model.clipboard->end(), '\n'));
}

using Read = std::function<StateValue(const Model&)>;

const std::map<std::string, Read>& readers() {
    static const std::map<std::string, Read> known{
        {"table", [](auto& m) { return on_off(m.view.table.open); }},
        {"listed", [](auto& m) { return m.listed() ? number(m.listed()->size()) : 0; }},
        {"listed_first", [](auto& m) { return row_in_file(m, 0); }},
        {"listed_last", [](auto& m) { return m.listed() ? row_in_file(m, m.listed()->size() - 1) : 0; }},
        {"cursor", [](auto& m) { return row_in_file(m, m.view.table.cursor); }},
        {"table_top", [](auto& m) { return m.view.table.top; }},
        {"table_height", [](auto& m) { return static_cast<double>(m.view.table.height); }},
        {"sort", sort_word},
        {"columns",
         [](auto& m) { return number(columns_shown(m.table_question(), m.view.table.hidden).size()); }},
        {"marked", [](auto& m) { return number(m.view.marked.n_shown()); }},
        {"marked_out", [](auto& m) { return number(m.view.marked.n() - m.view.marked.n_shown()); }},
        {"marked_places", [](auto& m) { return m.marked_places ? number(m.marked_places->size()) : 0; }},
        {"tool", tool_word},
        {"drawing", [](auto& m) { return on_off(m.view.drawing.has_value()); }},
        {"stack", [](auto& m) { return m.view.picked ? number(m.view.picked->stack.rows.size()) : 0; }},
        {"stack_at", [](auto& m) { return m.view.picked ? number(m.view.picked->at + 1) : 0; }},
        {"stacks", [](auto& m) { return m.stacks ? number(m.stacks->size()) : 0; }},
        {"measure_points", [](auto& m) { return number(m.view.measuring.points.size()); }},
        {"measure_m", [](auto& m) { return measured(m.view.measuring, std::nullopt).total_m; }},
        {"measure_m2", [](auto& m) { return measured(m.view.measuring, std::nullopt).area_m2.value_or(0); }},
        {"polygon", [](auto& m) { return number(m.study.filter.polygon.size()); }},
        {"box", [](auto& m) { return on_off(m.study.filter.bbox.has_value()); }},
        {"here", [](auto& m) { return on_off(m.view.here.has_value()); }},
        {"here_border_m", [](auto& m) { return border_of(m) ? border_of(m)->distance_m : 0; }},
        {"here_neighbour",
         [](auto& m) { return border_of(m) ? border_of(m)->neighbour : std::string("none"); }},
        {"copied_lines", copied_lines},
        {"focus", focus_word},
        {"region", [](auto& m) { return std::string(name_of(region_of(m))); }},
        {"keys_in", [](auto& m) { return m.view.keys_in ? std::string(name_of(*m.view.keys_in)) : "none"; }},
        {"aiming", [](auto& m) { return on_off(m.view.aiming); }},
    };
    return known;
}

} // namespace

std::optional<StateValue> tool_value(const Model& model, const std::string& name) {
    const auto it = readers().find(name);
    if (it == readers().end()) return std::nullopt;
    return it->second(model);
}

} // namespace app
