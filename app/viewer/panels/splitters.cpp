#include <algorithm>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

/// A strip over an edge; tells where the mouse has dragged it, as the part's size in pixels of the design.
struct Splitter {
    const char* name;
    Part part;
    Box strip;
    float edge_fixed; ///< the part's other edge
    bool across;      ///< the mouse moves sideways
    float least, most;
};

void splitter(const Splitter& splitter, Commands& commands) {
    ImGui::SetNextWindowPos({splitter.strip.x, splitter.strip.y});
    ImGui::SetNextWindowSize({splitter.strip.width, splitter.strip.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::Begin(splitter.name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar();
    ImGui::InvisibleButton("edge", {splitter.strip.width, splitter.strip.height});
    ui::name_item(splitter.name);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(splitter.across ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
        const Box& box = splitter.strip;
        const float middle_x = box.x + box.width / 2, middle_y = box.y + box.height / 2;
        const ImVec2 low =
            splitter.across ? ImVec2{middle_x - px(1), box.y} : ImVec2{box.x, middle_y - px(1)};
        const ImVec2 high = splitter.across ? ImVec2{middle_x + px(1), box.y + box.height}
                                            : ImVec2{box.x + box.width, middle_y + px(1)};
        ImGui::GetWindowDrawList()->AddRectFilled(low, high, color(palette().accent));
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
                  kMostSide},
                 commands);
    if (const Box& right = layout.right; right.width > 0)
        splitter({"right edge",
                  Part::right,
                  {right.x - half, right.y, 2 * half, right.height},
                  right.x + right.width,
                  true,
                  kLeastSide,
                  kMostSide},
                 commands);
    if (const Box& line = layout.timeline; line.height > 0)
        splitter({"timeline edge",
                  Part::timeline,
                  {line.x, line.y - half, line.width, 2 * half},
                  line.y + line.height,
                  false,
                  kLeastTimeline,
                  kMostTimeline},
                 commands);
}

} // namespace app
