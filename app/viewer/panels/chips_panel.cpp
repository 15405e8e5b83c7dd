#include "app/viewer/chips.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr float kHeight = 26, kGap = 6, kMostWidth = 260;

std::vector<Chip> chips_in(const Model& model) {
    std::vector<std::pair<std::string, std::string>> words;
    std::string column;
    if (model.run.summary) {
        column = model.run.summary->category_column;
        for (const CategoryCount& category : model.run.summary->categories)
            words.emplace_back(category.value, category.words);
    }
    return chips_of(model.study.filter, column, words);
}

/// Where each chip stands, left to right, in as many lines as it takes.
struct Row {
    ImVec2 start;
    float right = 0;
    ImVec2 at;
    ImVec2 place(float width) {
        if (at.x > start.x && at.x + width > right) at = {start.x, at.y + px(kHeight + kGap)};
        const ImVec2 here = at;
        at.x += width + px(kGap);
        return here;
    }
};

void chip(const Chip& chip, Row& row, Commands& commands) {
    const std::string words = ui::fitted(chip.words, px(kMostWidth) - px(44));
    const float width = ui::text_width(words) + px(38);
    const ImVec2 low = row.place(width), high{low.x + width, low.y + px(kHeight)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, color(palette().panel, 0.96f), px(kHeight / 2));
    list.AddRect(low, high, color(palette().accent, 0.55f), px(kHeight / 2));
    ui::text_at(list, ImGui::GetFont(),
                {low.x + px(12), low.y + (px(kHeight) - ImGui::GetTextLineHeight()) / 2},
                color(palette().text), words);
    ImGui::SetCursorScreenPos({high.x - px(25), low.y});
    if (ImGui::InvisibleButton(("chip " + chip.name).c_str(), {px(25), px(kHeight)}))
        commands.emplace_back(SetFilter{chip.without});
    ui::name_item("chip " + chip.name);
    const bool hovered = ImGui::IsItemHovered();
    const char* sign = icon_or(icon::close, "x");
    const ImVec2 size = ImGui::CalcTextSize(sign);
    list.AddText({high.x - px(13) - size.x / 2, low.y + (px(kHeight) - size.y) / 2},
                 color(hovered ? palette().accent : palette().faint), sign);
    ui::tooltip(text::kRemoveChip);
    if (words == chip.words && chip.tip.empty()) return;
    ImGui::SetCursorScreenPos(low);
    const ui::MouseOnly mouse_only;
    ImGui::InvisibleButton(("chip words " + chip.name).c_str(), {width - px(25), px(kHeight)});
    ui::tooltip((chip.tip.empty() ? chip.words : chip.tip).c_str());
}

float right_end(float width) { return width - px(64); } // beside the zoom buttons

} // namespace

float chips_height(const Model& model, float width) {
    ImGui::PushFont(ui_fonts().caption);
    Row row{{px(12), 0}, right_end(width), {px(12), 0}};
    float bottom = 0;
    for (const Chip& one : chips_in(model)) {
        const std::string words = ui::fitted(one.words, px(kMostWidth) - px(44));
        bottom = row.place(ui::text_width(words) + px(38)).y + px(kHeight + kGap);
    }
    ImGui::PopFont();
    return bottom;
}

float one_row_of_chips() { return px(kHeight + kGap); }

void chips_panel(const Model& model, Commands& commands) {
    const ImVec2 window = ImGui::GetWindowPos();
    ImGui::PushFont(ui_fonts().caption);
    const ImVec2 start{window.x + px(12), window.y + px(12) + banner_height(model)};
    Row row{start, window.x + right_end(ImGui::GetWindowWidth()), start};
    for (const Chip& one : chips_in(model)) chip(one, row, commands);
    ImGui::PopFont();
}

} // namespace app
