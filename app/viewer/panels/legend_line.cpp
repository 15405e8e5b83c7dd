#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/legend_choice.hpp"
#include "app/viewer/panels/legend_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"

namespace app {

namespace {

/// `lit`: how much of it is seen.
void swatch(ImDrawList& list, ImVec2 at, const geo::LegendItem& item, geo::Theme theme, float lit) {
    const ImVec2 middle{at.x + px(8), at.y + px(9)};
    const ImU32 tint = color(item.color, lit * static_cast<float>(item.color.a) / 255);
    using Symbol = geo::LegendItem::Symbol;
    switch (item.symbol) {
    case Symbol::disc:
        list.AddCircleFilled(middle, px(5), tint);
        list.AddCircle(middle, px(5), color(geo::map_colors(theme).rim, 0.7f * lit), 0, px(1));
        break;
    case Symbol::ring:
        list.AddCircle(middle, px(5), tint, 0, px(2));
        break;
    case Symbol::line:
        list.AddLine({at.x, middle.y}, {at.x + px(16), middle.y}, tint, px(2));
        break;
    case Symbol::dashed_line:
        list.AddLine({at.x, middle.y}, {at.x + px(6), middle.y}, tint, px(2));
        list.AddLine({at.x + px(10), middle.y}, {at.x + px(16), middle.y}, tint, px(2));
        break;
    case Symbol::outlined_area:
        list.AddRectFilled({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)},
                           color(item.color, 0.18f * lit), px(2));
        list.AddRect({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)}, tint, px(2), 0, px(1.5f));
        break;
    case Symbol::area:
        list.AddRectFilled({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)}, tint, px(2));
        break;
    }
}

/// What the mouse can do with a line, and what it says.
struct Line {
    std::string name; ///< for scripts
    std::string tip;
    float lit = 1;
    bool clickable = false;
};

std::string name_of(const geo::LegendValue& value) {
    return value.others ? "other" : value.value.empty() ? "(none)" : value.value;
}

Line line_of_value(const Model& model, const std::string& column, const geo::LegendItem& item) {
    const LegendShare share = share_chosen(model, column, *item.value);
    const std::string fault = why_not_chosen(model, column);
    Line line{"legend " + name_of(*item.value), item.text, 1, fault.empty()};
    line.lit = share == LegendShare::none ? 0.35f : share == LegendShare::some ? 0.65f : 1;
    if (item.value->others) line.tip = fmt::format(text::kLegendOthers, geo::kCategoryColors);
    line.tip += "\n" + fmt::format(text::kLegendCount, count_text(item.value->n_shown),
                                   count_text(item.value->n_all));
    line.tip += "\n" + (!fault.empty()               ? fault
                        : share == LegendShare::none ? std::string(text::kLegendShow)
                        : share == LegendShare::some ? std::string(text::kLegendHideRest)
                                                     : std::string(text::kLegendHide));
    return line;
}

Line line_of(const Model& model, const geo::LegendSection& section, const geo::LegendItem& item) {
    if (item.value) return line_of_value(model, section.column, item);
    if (layer_of(item)) {
        const char* what = item.shown ? text::kLegendHideLine : text::kLegendShowLine;
        return {"legend " + item.layer, item.text + "\n" + what, item.shown ? 1 : 0.35f, true};
    }
    const bool no_date = item.text.starts_with("no date");
    return {"legend " + item.text, no_date ? item.text + "\n" + text::kLegendNoDate : "", 1, false};
}

/// The second of two clicks takes back what the first one did, so that both are one step.
void click(const Model& model, const std::string& column, const geo::LegendItem& item, const Line& line,
           Commands& commands) {
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID last = ImGui::GetID("toggled last"), steps = ImGui::GetID("steps before");
    const auto mine = static_cast<int>(ImGui::GetID(line.name.c_str()));
    const auto n_steps = static_cast<int>(model.history.n_undo());
    const bool again = ImGui::GetIO().MouseClickedLastCount[0] > 1;
    const bool second = again && memory.GetInt(last) == mine;
    const bool only = ImGui::GetIO().KeyCtrl || second;
    if (again && !only) return; // the third
    if (second && n_steps == memory.GetInt(steps) + 1) commands.emplace_back(Undo{});
    memory.SetInt(last, only ? 0 : mine);
    memory.SetInt(steps, n_steps);
    if (only)
        commands.emplace_back(OnlyLegend{column, *item.value});
    else
        commands.emplace_back(ToggleLegend{column, *item.value});
}

} // namespace

void legend_line(const Model& model, const geo::LegendSection& section, const geo::LegendItem& item,
                 ImVec2 at, float width, Commands& commands) {
    const Line line = line_of(model, section, item);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = px(kLegendLine);
    ImGui::SetCursorScreenPos(at);
    const bool pressed = ImGui::InvisibleButton(line.name.c_str(), {width, height});
    ui::name_item(line.name);
    if (line.clickable && ImGui::IsItemHovered())
        list.AddRectFilled({at.x - px(4), at.y - px(1)}, {at.x + width + px(4), at.y + height - px(1)},
                           color(palette().hover), px(4));
    if (!line.tip.empty()) ui::tooltip(line.tip.c_str());
    swatch(list, at, item, model.scene.theme, line.lit);
    ui::text_at(list, ui_fonts().caption, {at.x + px(24), at.y + px(1)},
                color(line.lit < 1 ? palette().faint : palette().text),
                ui::fitted(item.text, width - px(24)));
    if (!pressed || !line.clickable) return;
    if (item.value)
        click(model, section.column, item, line, commands);
    else
        commands.emplace_back(ToggleLayer{*layer_of(item)});
}

} // namespace app
