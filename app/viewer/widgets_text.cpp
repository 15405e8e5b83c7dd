#include <algorithm>
#include <cmath>

#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app::ui {

void section(const char* title) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ImGui::TextUnformatted(title);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void caption(std::string_view text) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    shaped_text(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void hint(std::string_view text) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    shaped_paragraph(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void fitted_text(std::string_view text, float width) { shaped_text(text, std::max(width, 1.0f)); }

void row(std::string_view label, std::string_view value) {
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x;
    const float wanted = text_width(value);
    const float value_width = std::min(wanted, width * 0.6f);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    fitted_text(label, width - value_width - px(8));
    ImGui::PopStyleColor();
    ImGui::SameLine();
    const float room = width - ImGui::GetItemRectSize().x - px(8);
    ImGui::SetCursorPosX(left + width - std::min(room, wanted));
    fitted_text(value, room);
}

void row(std::string_view label, std::string_view value, const char* help) {
    ImGui::BeginGroup();
    row(label, value);
    ImGui::EndGroup();
    name_item("measure " + std::string(label));
    tooltip(help);
}

void tooltip(const char* words) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::BeginTooltip();
    shaped_paragraph(words, px(320), true);
    ImGui::EndTooltip();
}

void spinner(ImVec2 centre, float radius, ImU32 tint) {
    constexpr int kSteps = 24;
    const auto start = static_cast<float>(std::fmod(ImGui::GetTime() * 5.0, 6.283185307));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PathClear();
    list.PathArcTo(centre, radius, start, start + 4.4f, kSteps);
    list.PathStroke(tint, 0, px(2));
}

} // namespace app::ui
