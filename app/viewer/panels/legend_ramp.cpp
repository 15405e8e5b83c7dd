#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/legend_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"

namespace app {

namespace {

constexpr float kBar = 10, kTicks = 18, kWords = 17, kGap = 5; // heights, from the top down

ImU32 color_at(const geo::LegendSection& section, double share) {
    if (section.dates) return color(geo::date_color(share));
    return color(section.scale->at(share * section.scale->top));
}

std::vector<geo::DateTick> ticks_of(const geo::LegendSection& section) {
    if (section.dates) return geo::date_ticks(*section.dates);
    const geo::ColorScale& scale = *section.scale;
    std::vector<double> values = scale.breaks;
    if (values.empty() || values.back() < scale.top) values.push_back(scale.top);
    std::vector<geo::DateTick> ticks;
    for (const double value : values)
        if (value <= scale.top) ticks.push_back({value / scale.top, with_digits(value, 2)});
    return ticks;
}

void bar(ImDrawList& list, const geo::LegendSection& section, ImVec2 at, float width) {
    constexpr int kSteps = 48;
    const auto x_at = [&](int i) { return at.x + width * static_cast<float>(i) / kSteps; };
    for (int i = 0; i < kSteps; ++i) {
        const ImU32 left = color_at(section, static_cast<double>(i) / kSteps);
        const ImU32 right = color_at(section, (i + 1.0) / kSteps);
        list.AddRectFilledMultiColor({x_at(i), at.y}, {x_at(i + 1), at.y + px(kBar)}, left, right, right,
                                     left);
    }
    list.AddRect(at, {at.x + width, at.y + px(kBar)}, color(palette().line));
}

/// From the right: the last is always told, the others where they do not touch it.
void ticks(ImDrawList& list, const geo::LegendSection& section, ImVec2 at, float width) {
    ImFont* font = ui_fonts().caption;
    const std::vector<geo::DateTick> all = ticks_of(section);
    float free_x = at.x + width + px(6);
    for (auto tick = all.rbegin(); tick != all.rend(); ++tick) {
        const float text_width = ui::text_size(font, tick->text).x;
        const float x = at.x + static_cast<float>(tick->share) * width;
        const float left = std::clamp(x - text_width / 2, at.x, at.x + width - text_width);
        if (left + text_width + px(6) > free_x) continue;
        list.AddLine({x, at.y}, {x, at.y + px(3)}, color(palette().faint));
        ui::text_at(list, font, {left, at.y + px(4)}, color(palette().faint), tick->text);
        free_x = left;
    }
}

/// Which day the colour under the mouse is.
void day_under_mouse(const geo::DateScale& dates, ImVec2 at, float width) {
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("legend dates", {width, px(kBar + kTicks)});
    ui::name_item("legend dates");
    const auto share = static_cast<double>((ImGui::GetIO().MousePos.x - at.x) / width);
    ui::tooltip(fmt::format(text::kLegendDay, geo::iso_from_day(dates.day_at(share))).c_str());
}

} // namespace

std::vector<std::string> ramp_words(const geo::LegendSection& section) {
    if (section.dates) return geo::in_words(*section.dates);
    if (!section.scale) return {};
    std::vector<std::string> words{section.scale->unit};
    words.insert(words.end(), section.notes.begin(), section.notes.end());
    return words;
}

float legend_ramp_height(const geo::LegendSection& section) {
    const auto n = static_cast<float>(ramp_words(section).size());
    return n > 0 ? px(kBar + kTicks + kGap + kWords * n) : 0;
}

void legend_ramp(const geo::LegendSection& section, ImVec2 at, float width) {
    if (!section.dates && !section.scale) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    bar(list, section, at, width);
    ticks(list, section, {at.x, at.y + px(kBar)}, width);
    if (section.dates) day_under_mouse(*section.dates, at, width);
    at.y += px(kBar + kTicks + 1);
    for (const std::string& words : ramp_words(section)) {
        ui::text_at(list, ui_fonts().caption, at, color(palette().faint), ui::fitted(words, width));
        at.y += px(kWords);
    }
}

} // namespace app
