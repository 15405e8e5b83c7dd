#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"

namespace app {

namespace {

constexpr float kMaxWidth = 368, kMaxShare = 0.68f, kLine = 20, kPad = 10, kRamp = 46;

void swatch(ImDrawList& list, ImVec2 at, const geo::LegendItem& item, geo::Theme theme) {
    const ImVec2 middle{at.x + px(8), at.y + px(9)};
    const ImU32 tint = color(item.color);
    using Symbol = geo::LegendItem::Symbol;
    switch (item.symbol) {
    case Symbol::disc:
        list.AddCircleFilled(middle, px(5), tint);
        list.AddCircle(middle, px(5), color(geo::map_colors(theme).rim), 0, px(1));
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
        list.AddRectFilled({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)}, color(item.color, 0.18f),
                           px(2));
        list.AddRect({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)}, tint, px(2), 0, px(1.5f));
        break;
    case Symbol::area:
        list.AddRectFilled({at.x, at.y + px(3)}, {at.x + px(16), at.y + px(15)}, tint, px(2));
        break;
    }
}

void ramp(ImDrawList& list, ImVec2 at, float width, const geo::ColorScale& scale) {
    constexpr int kSteps = 48;
    const auto x_at = [&](int i) { return at.x + width * static_cast<float>(i) / kSteps; };
    for (int i = 0; i < kSteps; ++i) {
        const ImU32 left = color(scale.at(static_cast<double>(i) / kSteps * scale.top));
        const ImU32 right = color(scale.at((i + 1.0) / kSteps * scale.top));
        list.AddRectFilledMultiColor({x_at(i), at.y}, {x_at(i + 1), at.y + px(10)}, left, right, right, left);
    }
    list.AddRect(at, {at.x + width, at.y + px(10)}, color(palette().line));
    std::vector<double> ticks = scale.breaks;
    if (ticks.empty() || ticks.back() < scale.top) ticks.push_back(scale.top);
    ImFont* font = ui_fonts().caption;
    // From the right: the top is always told, the others where they do not touch it.
    float free_x = at.x + width + px(6);
    for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
        const std::string words = with_digits(*tick, 2);
        const float text_width = ui::text_size(font, words).x;
        const float x = at.x + static_cast<float>(*tick / scale.top) * width;
        const float left = std::clamp(x - text_width / 2, at.x, at.x + width - text_width);
        if (*tick > scale.top || left + text_width + px(6) > free_x) continue;
        list.AddLine({x, at.y + px(10)}, {x, at.y + px(13)}, color(palette().faint));
        ui::text_at(list, font, {left, at.y + px(14)}, color(palette().faint), words);
        free_x = left;
    }
    ui::text_at(list, font, {at.x, at.y + px(29)}, color(palette().faint), ui::fitted(scale.unit, width));
}

float height_of(const geo::LegendSection& section) {
    const float ramp_height = section.scale ? kRamp + 4 : 0;
    const float title = section.title.empty() ? 0 : kLine;
    return px(title + ramp_height + kLine * static_cast<float>(section.items.size()));
}

/// Draws the section from `y` down; returns where it ends.
float draw_section(ImDrawList& list, const geo::LegendSection& section, ImVec2 at, float width,
                   float beside_title, const Model& model) {
    ImFont* font = ui_fonts().caption;
    if (!section.title.empty()) {
        ui::text_at(list, font, at, color(palette().text), ui::fitted(section.title, width - beside_title));
        at.y += px(kLine);
    }
    if (section.scale) {
        ramp(list, at, width, *section.scale);
        at.y += px(kRamp + 4);
    }
    for (const geo::LegendItem& item : section.items) {
        swatch(list, at, item, model.scene.theme);
        ui::text_at(list, font, {at.x + px(24), at.y + px(1)}, color(palette().text),
                    ui::fitted(item.text, width - px(24)));
        at.y += px(kLine);
    }
    return at.y;
}

/// The sections from the top that fit into `room`, and the height they take.
std::pair<std::size_t, float> sections_within(const Model& model, float room) {
    float height = px(2 * kPad - 8);
    std::size_t n = 0;
    for (const geo::LegendSection& section : model.scene.legend) {
        const float taller = height + height_of(section) + px(8);
        if (taller > room) break;
        height = taller;
        ++n;
    }
    return {n, height};
}

/// As wide as its longest line, within reason.
float width_of(const Model& model, float most) {
    ImFont* font = ui_fonts().caption;
    float widest = px(180);
    for (const geo::LegendSection& section : model.scene.legend) {
        widest = std::max(widest, ui::text_size(font, section.title).x + px(24));
        for (const geo::LegendItem& item : section.items)
            widest = std::max(widest, ui::text_size(font, item.text).x + px(24));
    }
    return std::min(widest + px(2 * kPad), most);
}

void plate(ImDrawList& list, ImVec2 low, ImVec2 high) {
    list.AddRectFilled(low, high, color(palette().panel, 0.94f), px(6));
    list.AddRect(low, high, color(palette().line), px(6));
    ui::name_box("legend", low, high);
}

void folded(ImVec2 corner, Commands& commands) {
    const ImVec2 words = ImGui::CalcTextSize(text::kLegend);
    plate(*ImGui::GetWindowDrawList(), corner, {corner.x + words.x + px(16), corner.y + px(28)});
    ImGui::SetCursorScreenPos(corner);
    if (ui::button("show legend", text::kLegend, ui::Look::quiet)) commands.emplace_back(ShowLegend{true});
}

} // namespace

void legend_panel(const Model& model, Commands& commands) {
    if (model.scene.legend.empty()) return;
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    // In the upper left corner: the study area lies in the lower right of its surroundings.
    const float above = banner_height(model) + chips_height(model, size.x);
    const ImVec2 low{window.x + px(12), window.y + px(12) + above};
    const bool asked_for = model.view.legend_open.value_or(false);
    const float room = size.y - px(24) - above;
    const auto [n_sections, height] =
        sections_within(model, asked_for ? room : std::min(room, size.y * kMaxShare));
    if (n_sections == 0 || !model.view.legend_open.value_or(size.x >= px(560))) {
        folded(low, commands);
        return;
    }
    const float width = width_of(model, std::min(px(kMaxWidth), size.x - px(24)));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    plate(list, low, {low.x + width, low.y + height});
    ImGui::SetCursorScreenPos({low.x + width - px(30), low.y + px(4)});
    if (ui::icon_button("hide legend", icon_or(icon::close, "x"), text::kHideLegend))
        commands.emplace_back(ShowLegend{false});
    ImGui::PushFont(ui_fonts().caption);
    ImVec2 at{low.x + px(kPad), low.y + px(kPad)};
    for (std::size_t i = 0; i < n_sections; ++i) {
        const geo::LegendSection& section = model.scene.legend[i];
        const bool stale = section.scale && !model.density_current;
        if (stale) ui::spinner({low.x + width - px(44), at.y + px(8)}, px(5), color(palette().accent));
        const float taken = i == 0 ? px(24) : stale ? px(40) : 0;
        at.y = draw_section(list, section, at, width - px(2 * kPad), taken, model) + px(8);
    }
    ImGui::PopFont();
}

} // namespace app
