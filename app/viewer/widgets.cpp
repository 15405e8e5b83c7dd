#include "app/viewer/widgets.hpp"

#include <imgui_stdlib.h>

#include <cmath>

#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"

namespace app::ui {

namespace {

std::string id_of(const char* name) { return std::string("##") + name; }

void name_window(const char* name) {
    const ImVec2 low = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    name_box(name, low, {low.x + size.x, low.y + size.y});
}

std::string label_of(const char* label, const char* name) { return std::string(label) + "##" + name; }

void push_button_colors(Look look) {
    const Palette& p = palette();
    const bool primary = look == Look::primary;
    ImGui::PushStyleColor(ImGuiCol_Button, primary               ? color(p.accent)
                                           : look == Look::quiet ? 0u
                                                                 : color(p.raised));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, primary ? color(p.accent, 0.88f) : color(p.hover));
    ImGui::PushStyleColor(ImGuiCol_Text, primary ? color(p.on_accent) : color(p.text));
}

} // namespace

bool button(const char* name, const char* label, Look look, bool enabled, float width) {
    push_button_colors(look);
    ImGui::BeginDisabled(!enabled);
    const bool pressed = ImGui::Button(label_of(label, name).c_str(), {width, px(28)});
    ImGui::EndDisabled();
    ImGui::PopStyleColor(3);
    name_item(name);
    return pressed;
}

bool icon_button(const char* name, const char* icon, const char* words, bool enabled, bool lit) {
    push_button_colors(Look::quiet);
    if (lit) ImGui::PushStyleColor(ImGuiCol_Text, color(palette().accent));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{0, 0});
    ImGui::BeginDisabled(!enabled);
    const bool pressed = ImGui::Button(label_of(icon, name).c_str(), {px(28), px(28)});
    ImGui::EndDisabled();
    ImGui::PopStyleVar();
    if (lit) ImGui::PopStyleColor();
    ImGui::PopStyleColor(3);
    name_item(name);
    tooltip(words);
    return pressed;
}

bool checkbox(const char* name, const char* label, bool* value) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{px(2), px(2)});
    const bool changed = ImGui::Checkbox(label_of(label, name).c_str(), value);
    ImGui::PopStyleVar();
    name_item(name);
    return changed;
}

bool text_button(const char* name, const char* label) {
    const ImVec2 size = ImGui::CalcTextSize(label);
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(name, size);
    const bool hovered = ImGui::IsItemHovered();
    name_item(name);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText(place, color(palette().accent), label);
    if (hovered)
        list.AddLine({place.x, place.y + size.y}, {place.x + size.x, place.y + size.y},
                     color(palette().accent));
    return pressed;
}

bool slider(const char* name, float* value, float low, float high, const char* format, bool logarithmic) {
    ImGui::SetNextItemWidth(-FLT_MIN);
    const ImGuiSliderFlags flags =
        ImGuiSliderFlags_AlwaysClamp | (logarithmic ? ImGuiSliderFlags_Logarithmic : ImGuiSliderFlags_None);
    const bool changed = ImGui::SliderFloat(id_of(name).c_str(), value, low, high, format, flags);
    name_item(name);
    return changed;
}

std::optional<int> choice(const char* name, const std::vector<std::string>& items, int current) {
    std::optional<int> chosen;
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool known = current >= 0 && current < static_cast<int>(items.size());
    const bool open =
        ImGui::BeginCombo(id_of(name).c_str(), known ? items[static_cast<std::size_t>(current)].c_str() : "");
    name_item(name);
    if (!open) return chosen;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        if (ImGui::Selectable(items[static_cast<std::size_t>(i)].c_str(), i == current)) chosen = i;
        name_item(std::string(name) + "/" + items[static_cast<std::size_t>(i)]);
    }
    ImGui::EndCombo();
    return chosen;
}

std::optional<std::string> text_field(const char* name, const std::string& current, const char* words,
                                      float width) {
    // The text being typed, of the one field that has the keyboard.
    static ImGuiID active = 0;
    static std::string typed;
    const std::string id = id_of(name);
    const bool mine = active == ImGui::GetID(id.c_str());
    std::string shown = mine ? typed : current;
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint(id.c_str(), words, &shown);
    name_item(name);
    if (ImGui::IsItemActivated()) active = ImGui::GetID(id.c_str());
    if (ImGui::IsItemActive() || ImGui::IsItemDeactivated()) typed = shown;
    if (!ImGui::IsItemDeactivated()) return std::nullopt;
    active = 0;
    if (typed == current) return std::nullopt;
    return typed;
}

void begin_region(const char* name, const Box& box, geo::Rgba ground, bool padded, bool scrolls) {
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.width, box.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, color(ground));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padded ? ImVec2{px(12), px(12)} : ImVec2{0, 0});
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                             ImGuiWindowFlags_NoNavFocus;
    if (scrolls) flags &= ~ImGuiWindowFlags_NoScrollbar;
    if (!scrolls) flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    name_window(name);
}

void end_region() { ImGui::End(); }

} // namespace app::ui
