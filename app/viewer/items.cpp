#include <map>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/widgets.hpp"

namespace app::ui {

namespace {

// Like Dear ImGui's own context, this lives as long as the window and belongs to its thread.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): of the one window
std::map<std::string, Box, std::less<>> g_items, g_items_before;
std::string g_wanted; ///< to be scrolled into sight
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

bool in_sight(ImVec2 low, ImVec2 high) {
    const ImVec2 middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
    return ImGui::IsRectVisible(middle, {middle.x + 1, middle.y + 1});
}

} // namespace

void forget_items() {
    g_items_before.swap(g_items);
    g_items.clear();
    forget_stops();
}

bool was_over(std::string_view name, ImVec2 place) {
    const auto it = g_items_before.find(name);
    return it != g_items_before.end() && it->second.contains(place.x, place.y);
}

void name_box(std::string_view name, ImVec2 low, ImVec2 high) {
    g_items[std::string(name)] = {low.x, low.y, high.x - low.x, high.y - low.y};
}

void name_item(std::string_view name) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    if (name == g_wanted && !in_sight(low, high)) ImGui::SetScrollHereY();
    name_box(name, low, high);
    note_stop(std::string(name));
}

void bring_into_sight(std::string_view name) { g_wanted = name; }

std::optional<Box> item_box(std::string_view name) {
    const auto it = g_items.find(name);
    if (it == g_items.end()) return std::nullopt;
    return it->second;
}

std::vector<std::string> item_names() {
    std::vector<std::string> names;
    names.reserve(g_items.size());
    for (const auto& [name, box] : g_items) names.push_back(name);
    return names;
}

} // namespace app::ui
