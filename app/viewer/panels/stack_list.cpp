#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_points.hpp"

namespace app {

namespace {

constexpr float kRow = 24;
constexpr std::size_t kMostRows = 8; // in view

void head(const Picked& picked, Commands& commands) {
    if (ui::icon_button("previous at place", icon_or(icon::left, "<"), text::kPreviousAtPlace))
        commands.emplace_back(PickNext{-1});
    ImGui::SameLine(0, px(4));
    ImGui::AlignTextToFramePadding();
    const Stack& stack = picked.stack;
    ImGui::TextUnformatted(fmt::format(fmt::runtime(stack.one_place ? text::kStackAt : text::kStackNear),
                                       count_text(picked.at + 1), count_text(stack.n))
                               .c_str());
    ImGui::SameLine(0, px(4));
    if (ui::icon_button("next at place", icon_or(icon::right, ">"), text::kNextAtPlace))
        commands.emplace_back(PickNext{1});
    if (stack.n > stack.rows.size()) ui::hint(fmt::format(text::kFirstListed, count_text(stack.rows.size())));
}

std::string deaths_text(const geo::IncidentTable& table, geo::RowId row) {
    if (table.deaths_best.empty() || std::isnan(table.deaths_best[row])) return "";
    return with_digits(table.deaths_best[row], 6);
}

void line(const geo::IncidentTable& table, geo::RowId row, ImVec2 at, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = at.y + (px(kRow) - ImGui::GetTextLineHeight()) / 2;
    const std::string day = table.first_day[row] == geo::kNoDay
                                ? text::kNoDate
                                : geo::iso_from_day(geo::day_from_number(table.first_day[row]));
    list.AddText({at.x + px(6), y}, color(palette().text), day.c_str());
    const std::string deaths = deaths_text(table, row);
    const float deaths_width = ImGui::CalcTextSize(deaths.c_str()).x;
    list.AddText({at.x + width - deaths_width - px(6), y}, color(palette().text), deaths.c_str());
    const geo::Column* column = table.column(geo::Role::category);
    if (!column) return;
    const float left = px(96), room = width - left - px(44);
    const std::string category = geo::category_in_words(table, *column, std::string((*column)[row]));
    ui::text_at(list, ImGui::GetFont(), {at.x + left, y}, color(palette().faint), ui::fitted(category, room));
}

void rows(const Model& model, const geo::IncidentTable& table, Commands& commands) {
    const Picked& picked = *model.view.picked;
    const std::vector<geo::RowId>& all = picked.stack.rows;
    const float shown = static_cast<float>(std::min(all.size(), kMostRows));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
    ImGui::BeginChild("stack", {0, shown * px(kRow)}, false, ImGuiWindowFlags_NavFlattened);
    // The picked one is brought into view when another is picked, not when the user scrolls.
    static std::pair<const geo::RowId*, std::size_t> last;
    if (last != std::pair{all.data(), picked.at}) {
        const float top = static_cast<float>(picked.at) * px(kRow);
        if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
        if (top + px(kRow) > ImGui::GetScrollY() + shown * px(kRow))
            ImGui::SetScrollY(top + px(kRow) - shown * px(kRow));
        last = {all.data(), picked.at};
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(all.size()), px(kRow));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const ImVec2 place = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            ImGui::PushID(i);
            const bool chosen = ImGui::Selectable("##row", at == picked.at, 0, {width, px(kRow)});
            ImGui::PopID();
            ui::name_item(fmt::format("stack {}", at + 1));
            if (chosen) commands.emplace_back(PickFromStack{at});
            if (all[at] < table.size()) line(table, all[at], place, width);
        }
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace

void stack_list(const Model& model, Commands& commands) {
    if (!model.view.picked || model.view.picked->stack.rows.size() < 2 || !model.table()) return;
    head(*model.view.picked, commands);
    rows(model, *model.table(), commands);
    if (model.view.focus == Focus::stack) ui::caption(text::kStackHint);
    ImGui::Dummy({0, px(4)});
}

} // namespace app
