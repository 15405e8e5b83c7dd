#include <cmath>

#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app::ui {

namespace {

constexpr const char* kEllipsis = "\xe2\x80\xa6";

void unformatted(std::string_view text) { ImGui::TextUnformatted(text.data(), text.data() + text.size()); }

/// The beginning of the last whole UTF-8 character at or before `end`.
std::size_t character_start(std::string_view text, std::size_t end) {
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

void whole_text_tooltip(std::string_view text) {
    if (!ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(360));
    unformatted(text);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

} // namespace

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
    unformatted(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void hint(std::string_view text) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ImGui::PushTextWrapPos(0);
    unformatted(text);
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

std::string fitted(std::string_view text, float width) {
    const auto width_of = [](std::string_view part) {
        return ImGui::CalcTextSize(part.data(), part.data() + part.size()).x;
    };
    if (width_of(text) <= width) return std::string(text);
    const float room = width - ImGui::CalcTextSize(kEllipsis).x;
    std::size_t low = 0, high = text.size(); // binary search over bytes, then back to a character's beginning
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        (width_of(text.substr(0, middle)) <= room ? low : high) = middle;
    }
    return std::string(text.substr(0, character_start(text, low))) + kEllipsis;
}

void fitted_text(std::string_view text, float width) {
    const std::string cut = fitted(text, width);
    unformatted(cut);
    if (cut != text) whole_text_tooltip(text);
}

void row(std::string_view label, std::string_view value) {
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x;
    const float wanted = ImGui::CalcTextSize(value.data(), value.data() + value.size()).x;
    const float value_width = std::min(wanted, width * 0.6f);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    fitted_text(label, width - value_width - px(8));
    ImGui::PopStyleColor();
    ImGui::SameLine();
    const float room = width - ImGui::GetItemRectSize().x - px(8);
    ImGui::SetCursorPosX(left + width - std::min(room, wanted));
    fitted_text(value, room);
}

void tooltip(const char* words) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(320));
    ImGui::TextUnformatted(words);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void spinner(ImVec2 centre, float radius, ImU32 tint) {
    constexpr int kSteps = 24;
    const float start = static_cast<float>(std::fmod(ImGui::GetTime() * 5.0, 6.283185307));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PathClear();
    list.PathArcTo(centre, radius, start, start + 4.4f, kSteps);
    list.PathStroke(tint, 0, px(2));
}

void text_at(ImDrawList& list, ImFont* font, ImVec2 place, ImU32 tint, std::string_view text) {
    list.AddText(font, font->FontSize, place, tint, text.data(), text.data() + text.size());
}

ImVec2 text_size(ImFont* font, std::string_view text) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size());
}

} // namespace app::ui
