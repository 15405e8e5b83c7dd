#include "app/viewer/widgets.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/viewer/key_stops.hpp"
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

/// A thin track, filled up to the knob.
void track(ImVec2 at, float width, float height, float share, bool lit) {
    const float grab = ImGui::GetStyle().GrabMinSize + px(4); // where Dear ImGui puts the middle of its grab
    const float y = at.y + height / 2;
    const float x = at.x + grab / 2 + (width - grab) * std::clamp(share, 0.0f, 1.0f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, y - px(2)}, {at.x + width, y + px(2)}, color(palette().hover), px(2));
    list.AddRectFilled({at.x, y - px(2)}, {x, y + px(2)}, color(palette().accent), px(2));
    list.AddCircleFilled({x, y}, lit ? px(8) : px(7), color(palette().accent));
}

} // namespace

bool button(const char* name, const char* label, Look look, bool enabled, float width) {
    push_button_colors(look);
    ImGui::BeginDisabled(!enabled);
    const bool pressed = ImGui::Button(label_of(label, name).c_str(), {width, px(28)});
    ImGui::EndDisabled();
    ImGui::PopStyleColor(3);
    name_item(name);
    if (look == Look::primary) mark_default_stop();
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

bool slider(const char* name, float* value, float low, float high, const char* format, bool logarithmic,
            float room) {
    char words[48];
    std::snprintf(words, sizeof words, format, static_cast<double>(*value));
    if (room <= 0) room = ImGui::GetContentRegionAvail().x;
    const float width = std::max(px(40), room - std::max(px(44), ImGui::CalcTextSize(words).x) - px(12));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Dear ImGui's slider does the work (mouse, keyboard, Ctrl+click to type), unseen but while a number is
    // typed.
    for (const ImGuiCol part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive,
                                ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive})
        ImGui::PushStyleColor(part, 0u);
    ImGui::SetNextItemWidth(width);
    const ImGuiSliderFlags flags =
        ImGuiSliderFlags_AlwaysClamp | (logarithmic ? ImGuiSliderFlags_Logarithmic : ImGuiSliderFlags_None);
    bool changed = ImGui::SliderFloat(id_of(name).c_str(), value, low, high, "", flags);
    ImGui::PopStyleColor(5);
    name_item(name);
    mark_slider_stop();
    if (const int steps = arrow_steps(true); steps != 0) {
        *value = stepped(*value, low, high, logarithmic, steps);
        changed = true;
    }
    const bool lit = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const float share =
        logarithmic ? std::log(*value / low) / std::log(high / low) : (*value - low) / (high - low);
    track(at, width, ImGui::GetItemRectSize().y, share, lit);
    const ImVec2 words_at{at.x + room - ImGui::CalcTextSize(words).x,
                          at.y + (ImGui::GetItemRectSize().y - ImGui::GetTextLineHeight()) / 2};
    ImGui::GetWindowDrawList()->AddText(words_at, ImGui::GetColorU32(ImGuiCol_Text), words);
    return changed;
}

std::optional<int> choice(const char* name, const std::vector<std::string>& items, int current,
                          const char* help) {
    std::optional<int> chosen;
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool known = current >= 0 && current < static_cast<int>(items.size());
    const std::string preview = known ? items[static_cast<std::size_t>(current)] : std::string();
    const bool set = needs_shaping(*ImGui::GetFont(), preview);
    const bool open = ImGui::BeginCombo(id_of(name).c_str(), set ? "" : preview.c_str());
    name_item(name);
    if (help && !open) tooltip(help);
    if (set && !open) { // words that Dear ImGui cannot write, over its empty box
        const ImVec2 low = ImGui::GetItemRectMin(), pad = ImGui::GetStyle().FramePadding;
        const float room = ImGui::GetItemRectSize().x - ImGui::GetFrameHeight() - 2 * pad.x;
        text_at(*ImGui::GetWindowDrawList(), ImGui::GetFont(), {low.x + pad.x, low.y + pad.y},
                ImGui::GetColorU32(ImGuiCol_Text), fitted(preview, room));
    }
    if (!open) return chosen;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const std::string& item = items[static_cast<std::size_t>(i)];
        if (shaped_selectable(item, std::to_string(i), i == current)) chosen = i;
        if (i == current) ImGui::SetItemDefaultFocus();
        name_item(std::string(name) + "/" + item);
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

std::optional<std::string> search_field(const char* name, const std::string& current, const char* words) {
    std::string typed = current;
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool changed = ImGui::InputTextWithHint(id_of(name).c_str(), words, &typed);
    name_item(name);
    if (!changed) return std::nullopt;
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

void begin_card(const char* name, const Box& box) {
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.width, box.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, color(palette().panel));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(12), px(12)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(4));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
    // Unlike a region it may come to the front, where it stays: regions never do.
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNavFocus | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor();
    name_window(name);
}

bool begin_dialog(const char* name, float width) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y * 0.5f}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(px(width), screen.x - px(32)), 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.x - px(32), screen.y - px(32)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(20), px(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
    const bool open = ImGui::BeginPopupModal(name, nullptr,
                                             ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                                 ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(3);
    if (open) name_window(name);
    return open;
}

void end_dialog() { ImGui::EndPopup(); }

void edge_line(const Box& box, Edge edge) {
    const float right = box.x + box.width, bottom = box.y + box.height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 tint = color(palette().line);
    switch (edge) {
    case Edge::left:
        list.AddRectFilled({box.x, box.y}, {box.x + 1, bottom}, tint);
        break;
    case Edge::right:
        list.AddRectFilled({right - 1, box.y}, {right, bottom}, tint);
        break;
    case Edge::top:
        list.AddRectFilled({box.x, box.y}, {right, box.y + 1}, tint);
        break;
    case Edge::bottom:
        list.AddRectFilled({box.x, bottom - 1}, {right, bottom}, tint);
        break;
    }
}

} // namespace app::ui
