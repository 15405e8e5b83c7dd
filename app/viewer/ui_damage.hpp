#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace app {

/// Pixels of the window, [x0, x1) by [y0, y1), y down.
struct UiRect {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool empty() const { return x0 >= x1 || y0 >= y1; }
    bool operator==(const UiRect&) const = default;
};
UiRect union_of(const UiRect& a, const UiRect& b);

/// What Dear ImGui drew for one of its windows, kept until the next frame.
struct UiList {
    std::string name;
    std::vector<ImDrawVert> vertices;
    std::vector<ImDrawIdx> indices;
    std::vector<ImDrawCmd> commands;
};
UiList copy_of(const ImDrawList& list);

/// Where two frames differ: around every triangle that is not in both with the same corners, colours, texture
/// and clipping. Everything when their windows stand in another order. A texture counts as the same as long
/// as its name is the same: what is drawn into another picture needs another name. A few rectangles that
/// do not overlap; linear in the vertices.
std::vector<UiRect> damage_between(const std::vector<UiList>& before, const std::vector<UiList>& now,
                                   const UiRect& window);

} // namespace app
