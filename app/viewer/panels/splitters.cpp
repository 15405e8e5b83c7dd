#include <algorithm>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr float kKeyStep = 16; // of one press of an arrow, in pixels of the design

/// A strip over an edge; tells where the mouse has dragged it, as the part's size in pixels of the design.
struct Splitter {
    const char* name = "";
    Part part{};
    Box strip;
    float edge_fixed = 0; ///< the part's other edge
    bool across = false;  ///< the mouse moves sideways
    float least = 0, most = 0;
    float size = 0; ///< now, in pixels of the design
};

void splitter(const Splitter& splitter, Commands& commands) {
    ImGui::SetNextWindowPos({splitter.strip.x, splitter.strip.y});
    ImGui::SetNextWindowSize({splitter.strip.width, splitter.strip.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::Begin(splitter.name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNavFocus |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar();
    ImGui::InvisibleButton("edge", {splitter.strip.width, splitter.strip.height});
    ui::name_item(splitter.name);
    const int steps = ui::arrow_steps(splitter.across);
    if (ui::has_ring() || ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        if (!ui::has_ring())
            ImGui::SetMouseCursor(splitter.across ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
        const Box& box = splitter.strip;
        const float middle_x = box.x + box.width / 2, middle_y = box.y + box.height / 2;
        const ImVec2 low =
            splitter.across ? ImVec2{middle_x - px(1), box.y} : ImVec2{box.x, middle_y - px(1)};
        const ImVec2 high = splitter.across ? ImVec2{middle_x + px(1), box.y + box.height}
                                            : ImVec2{box.x + box.width, middle_y + px(1)};
        ImGui::GetWindowDrawList()->AddRectFilled(low, high, color(palette().accent));
    }
    if (steps != 0) {
        // The arrow moves the edge, which is at the part's right end or at its beginning.
        const bool at_end = splitter.part == Part::left;
        const float size = splitter.size + kKeyStep * static_cast<float>(at_end ? steps : -steps);
        commands.emplace_back(ResizePart{splitter.part, std::clamp(size, splitter.least, splitter.most)});
    }
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const float size =
            std::abs((splitter.across ? mouse.x : mouse.y) - splitter.edge_fixed) / design_scale();
        commands.emplace_back(ResizePart{splitter.part, std::clamp(size, splitter.least, splitter.most)});
    }
    ImGui::End();
}

} // namespace

void splitters(const Model& model, const Layout& layout, Commands& commands) {
    if (!model.table() || model.view.dialog.kind != PathDialog::Kind::none || model.view.sheet != Sheet::none)
        return;
    const float half = px(3);
    if (const Box& left = layout.left; left.width > 0)
        splitter({"left edge",
                  Part::left,
                  {left.x + left.width - half, left.y, 2 * half, left.height},
                  left.x,
                  true,
                  kLeastSide,
                  kMostSide,
                  left.width / design_scale()},
                 commands);
    if (const Box& right = layout.right; right.width > 0)
        splitter({"right edge",
                  Part::right,
                  {right.x - half, right.y, 2 * half, right.height},
                  right.x + right.width,
                  true,
                  kLeastSide,
                  kMostSide,
                  right.width / design_scale()},
                 commands);
    if (const Box& line = layout.timeline; line.height > 0)
        splitter({"timeline edge",
                  Part::timeline,
                  {line.x, line.y - half, line.width, 2 * half},
                  line.y + line.height,
                  false,
                  kLeastTimeline,
                  kMostTimeline,
                  line.height / design_scale()},
                 commands);
}

} // namespace app
