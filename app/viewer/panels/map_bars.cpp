#include <fmt/format.h>

#include <vector>

#include "app/viewer/format.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

struct BarButton {
    const char* name;
    const char* icon;
    const char* words;
    const char* tip;
    Command command;
    bool lit = false;
};

constexpr float kHeight = 40;
constexpr float kSources = 42;   // from the lower edge: the line of sources
constexpr float kScaleBar = 160; // from the right edge: the scale bar, which stands above the sources

float width_of(const BarButton& button, bool small) {
    return small ? px(28) : ImGui::CalcTextSize(button.words).x + px(16);
}

/// A bar over the lower edge of the map: words, then what can be done. Buttons are icons where the words have
/// no room. `above`: how much of the lower edge is taken already. Returns the same with this bar.
float bar(const char* name, const std::string& words, const char* tip, const std::vector<BarButton>& buttons,
          float above, Commands& commands) {
    const ImVec2 window = ImGui::GetWindowPos();
    const float room = ImGui::GetWindowWidth() - px(24);
    const float words_width = ImGui::CalcTextSize(words.c_str()).x;
    const auto total = [&](bool small) {
        float width = words_width + px(32);
        for (const BarButton& button : buttons) width += width_of(button, small) + px(4);
        return width;
    };
    const bool small = total(false) > room;
    const float width = std::min(total(small), room);
    // Beside the scale bar where there is room for both, else above it.
    const bool beside = width <= room - px(kScaleBar);
    const float bottom =
        window.y + ImGui::GetWindowHeight() - std::max(above, px(beside ? kSources : kSources + 34));
    const float free = beside ? room - px(kScaleBar) : room;
    const ImVec2 low{std::round(window.x + px(12) + (free - width) / 2), bottom - px(kHeight)};
    const ImVec2 high{low.x + width, bottom};
    if (low.y < window.y) return above;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, color(palette().panel, 0.97f), px(8));
    list.AddRect(low, high, color(palette().hover), px(8));
    // The bar takes the mouse, not the map under it.
    ImGui::SetCursorScreenPos(low);
    {
        const ui::MouseOnly mouse_only;
        ImGui::InvisibleButton(name, {width, px(kHeight)});
        ImGui::SetItemAllowOverlap();
        ui::name_item(name);
    }
    if (tip) ui::tooltip(tip);
    ImGui::PushClipRect(low, high, true);
    list.AddText({low.x + px(12), low.y + (px(kHeight) - ImGui::GetTextLineHeight()) / 2},
                 color(palette().text), words.c_str());
    float x = low.x + px(24) + words_width;
    for (const BarButton& button : buttons) {
        ImGui::SetCursorScreenPos({x, low.y + px(6)});
        const bool pressed =
            small ? ui::icon_button(button.name, button.icon,
                                    fmt::format("{}\n{}", button.words, button.tip).c_str())
                  : ui::button(button.name, button.words, button.lit ? ui::Look::primary : ui::Look::quiet,
                               true, width_of(button, false));
        if (!small) ui::tooltip(button.tip);
        if (pressed) commands.push_back(button.command);
        x += width_of(button, small) + px(4);
    }
    ImGui::PopClipRect();
    return window.y + ImGui::GetWindowHeight() - low.y + px(8);
}

float marked_bar(const Model& model, Commands& commands) {
    const Marked& marked = model.view.marked;
    if (marked.n() == 0) return 0;
    const std::size_t n_hidden = marked.n() - std::min(marked.n(), marked.n_shown());
    const std::string words = fmt::format(text::kMarked, count_text(marked.n_shown()));
    const std::string hidden =
        n_hidden > 0 ? fmt::format(text::kMarkedFilteredOut, count_text(n_hidden)) : std::string();
    std::vector<BarButton> buttons;
    if (marked.n_shown() > 0) {
        const char* tip = marked.shape.empty() ? text::kShowOnlyRows : text::kShowOnlyShape;
        buttons.push_back(
            {"show only marked", icon_or(icon::filter, "F"), text::kShowOnly, tip, ShowOnlyMarked{}, true});
        buttons.push_back({"marked table", icon_or(icon::table, "T"), text::kTable, text::kOpenTable,
                           OpenTable{!model.view.table.open}});
        buttons.push_back(
            {"copy marked", icon_or(icon::copy, "C"), text::kCopy, text::kCopyMarkedTip, CopyMarked{}});
        buttons.push_back(
            {"export marked", icon_or(icon::take, "E"), text::kExport, text::kExportMarkedTip,
             ShowDialog{PathDialog::Kind::export_layer, geo::OutputSpec::What::incidents, true}});
    }
    buttons.push_back(
        {"clear marked", icon_or(icon::close, "x"), text::kClear, text::kClearMarkedTip, ClearMarked{}});
    return bar("marked bar", n_hidden > 0 ? words + " *" : words, n_hidden > 0 ? hidden.c_str() : nullptr,
               buttons, 0, commands);
}

float measure_bar(const Model& model, float above, Commands& commands) {
    const Measuring& measuring = model.view.measuring;
    if (measuring.points.empty()) return above;
    const Measured now = measured(measuring, model.view.place);
    if (now.legs_m.empty()) return above;
    return bar(
        "measure bar", measured_text(now, measuring.closed), text::kMeasuredNote,
        {{"copy measured", icon_or(icon::copy, "C"), text::kCopy, text::kCopyMeasuredTip, CopyMeasured{}},
         {"clear measured", icon_or(icon::close, "x"), text::kClear, text::kClearMeasuredTip,
          ClearMeasuring{}}},
        above, commands);
}

} // namespace

float map_bars(const Model& model, Commands& commands) {
    if (!model.table() || model.view.map_size.width < 1) return 0;
    return measure_bar(model, marked_bar(model, commands), commands);
}

} // namespace app
