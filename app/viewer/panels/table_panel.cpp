#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/table_cells.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

#include <imgui_stdlib.h>

namespace app {

namespace {

constexpr float kHead = 40, kGrip = 6;

/// The upper edge drags the height.
void grip(const Model& model, Commands& commands) {
    const ImVec2 window = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth(), height = ImGui::GetWindowHeight();
    ImGui::SetCursorScreenPos(window);
    ImGui::InvisibleButton("table edge", {width, px(kGrip)});
    ui::name_item("table edge");
    const bool active = ImGui::IsItemActive();
    if (active || ImGui::IsItemHovered() || ui::has_ring()) {
        if (!ui::has_ring()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
        ImGui::GetWindowDrawList()->AddRectFilled(window, {window.x + width, window.y + px(2)},
                                                  color(palette().accent));
    }
    const float scale = px(100) / 100;
    if (const int steps = ui::arrow_steps(false); steps != 0)
        commands.emplace_back(DragTable{height / scale - 16 * static_cast<float>(steps)});
    const float wanted = window.y + height - ImGui::GetIO().MousePos.y;
    if (active && wanted != model.view.table.height * scale) commands.emplace_back(DragTable{wanted / scale});
}

std::string counts(const Model& model) {
    const auto* rows = model.listed();
    if (!rows || !model.selected()) return "";
    const std::string n = count_text(rows->size());
    if (model.order->question.search.empty()) return fmt::format(text::kListed, n);
    return fmt::format(text::kHits, n, count_text(model.order->question.selected->rows.size()));
}

/// Emits every letter: the search runs elsewhere and the newest counts.
void search_field(const Model& model, float width, Commands& commands) {
    std::string words = model.view.table.search;
    ImGui::SetNextItemWidth(width);
    if (ImGui::InputTextWithHint("##table search", text::kSearchHint, &words))
        commands.emplace_back(SearchTable{words});
    ui::name_item("table search");
}

void column_boxes(const Model& model, const TableQuestion& question, Commands& commands) {
    const auto& hidden = model.view.table.hidden;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ImGui::BeginChild("column boxes", {px(240), px(264)}, false, ImGuiWindowFlags_NavFlattened);
    for (const TableColumn column : columns_of(question)) {
        const std::string title = title_of(question, column);
        bool visible = std::find(hidden.begin(), hidden.end(), column) == hidden.end();
        ImGui::PushID(static_cast<int>(column.kind) * 100000 + static_cast<int>(column.index));
        if (ui::checkbox(("column box " + title).c_str(), title.c_str(), &visible))
            commands.emplace_back(ShowColumn{column, visible});
        ImGui::PopID();
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void column_menu(const Model& model, bool narrow, Commands& commands) {
    constexpr const char* kPopup = "column menu";
    const std::string words = narrow ? icon_or(icon::columns, "|||")
                                     : std::string(icon_or(icon::columns, "")) + "  " + text::kColumns;
    if (ui::button("columns", words.c_str(), ui::Look::plain, true, px(narrow ? 36 : 108)))
        ImGui::OpenPopup(kPopup);
    if (narrow) ui::tooltip(text::kColumns);
    if (!ImGui::BeginPopup(kPopup)) return;
    close_on_escape();
    if (ui::text_button("all columns", text::kColumnsAll)) commands.emplace_back(ShowColumns{true});
    if (ui::text_button("measured columns", text::kColumnsMeasured))
        commands.emplace_back(ShowColumns{false});
    ImGui::Separator();
    column_boxes(model, model.table_question(), commands);
    ImGui::EndPopup();
}

void header(const Model& model, Commands& commands) {
    const float y = px(8), width = ImGui::GetWindowWidth();
    ImGui::SetCursorPos({px(16), y});
    ImGui::AlignTextToFramePadding();
    if (width >= px(560)) { // else the count must do
        ui::section(text::kTableTitle);
        ImGui::SameLine(0, px(12));
    }
    const std::string words = counts(model);
    ui::caption(words);
    const bool stale = !model.order || !(model.order->question == model.table_question());
    if (stale) {
        ImGui::SameLine(0, px(14));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ui::spinner({at.x, at.y + px(9)}, px(5), color(palette().accent));
    }
    const bool narrow = width < px(560);
    const float columns = px(narrow ? 36 : 108);
    const float taken = px(narrow ? 120 : 200) + columns + px(12 + 28 + 8 + 8);
    const float search = std::clamp(width - taken, px(60), px(220));
    const bool searching = !model.view.table.search.empty();
    const bool room_for_mark = searching && width > px(640);
    const float mark = room_for_mark ? ImGui::CalcTextSize(text::kMarkHits).x + px(16) : 0;
    ImGui::SetCursorPos({width - px(12 + 28 + 8 + 8) - columns - search - mark, y});
    if (room_for_mark) {
        ImGui::SetCursorPosY(y + px(4));
        if (ui::text_button("mark hits", text::kMarkHits)) commands.emplace_back(MarkListed{});
        ui::tooltip(text::kMarkHitsTip);
        ImGui::SameLine(0, px(16));
        ImGui::SetCursorPosY(y);
    }
    search_field(model, search, commands);
    ImGui::SameLine(0, px(8));
    column_menu(model, narrow, commands);
    ImGui::SameLine(0, px(8));
    if (ui::icon_button("close table", icon_or(icon::close, "x"), text::kCloseTable))
        commands.emplace_back(OpenTable{false});
}

} // namespace

void table_panel(const Model& model, Commands& commands) {
    if (!model.table()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{px(8), px(3)});
    header(model, commands);
    ImGui::PopStyleVar();
    ImGui::SetCursorPos({0, px(kHead)});
    table_grid(model, commands);
    grip(model, commands);
    const auto* rows = model.listed();
    if (!rows || !rows->empty()) return;
    ImGui::SetCursorPos({px(16), px(kHead + 44)});
    const std::string& words = model.order->question.search;
    ui::hint(words.empty() ? std::string(text::kNoRows) : fmt::format(text::kNoHits, words));
}

} // namespace app
