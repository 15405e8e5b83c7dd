#include <cmath>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr double kWheelStep = 1.25;
constexpr float kClick_px = 4; // a press that moves less is a click

/// Over a plate that lies on the map: the mouse is not for the map.
bool covered(ImVec2 mouse) {
    for (const char* plate :
         {"legend", "zoom buttons", "tool buttons", "marked bar", "measure bar", "banner"})
        if (ui::was_over(plate, mouse)) return true;
    return false;
}

Pixel pixel_of(ImVec2 origin) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {double{mouse.x} - double{origin.x}, double{mouse.y} - double{origin.y}};
}

bool moved() {
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    return delta.x != 0 || delta.y != 0;
}

/// The button has just come up, and the press was a click, not a drag.
bool clicked(bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    return ImGui::IsItemDeactivated() && hovered &&
           io.MouseDragMaxDistanceSqr[0] < px(kClick_px) * px(kClick_px);
}

/// The second click of a double one is a click too, but means nothing of its own.
bool second_click() { return ImGui::GetIO().MouseClickedLastCount[0] > 1; }

void point(const Model& model, bool hovered, Pixel at, Commands& commands) {
    const std::optional<Pixel>& known = model.view.pointer;
    if (model.view.aiming && !moved()) return; // the keyboard points
    if (!hovered) {
        if (known) commands.emplace_back(PointTo{std::nullopt});
        return;
    }
    if (!known || known->x != at.x || known->y != at.y) commands.emplace_back(PointTo{at});
}

MarkMode mark_mode() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.KeyShift ? MarkMode::add : io.KeyCtrl ? MarkMode::take_away : MarkMode::replace;
}

void draw(const Model& model, Drawing::Kind kind, Pixel at, Commands& commands) {
    if (ImGui::IsItemActivated() && !covered(ImGui::GetIO().MousePos))
        commands.emplace_back(GrabDrawing{kind, mark_mode(), at});
    else if (model.view.drawing && !ImGui::IsItemActive() &&
             !model.view.aiming) // also when something else took the mouse
        commands.emplace_back(ReleaseDrawing{});
    else if (ImGui::IsItemActive() && moved())
        commands.emplace_back(MoveDrawing{at});
}

void pan(Commands& commands) {
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    if (covered(ImGui::GetIO().MouseClickedPos[0])) return; // pressed on a plate
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(kClick_px)) && moved())
        commands.emplace_back(PanBy{double{delta.x}, double{delta.y}});
}

void look(bool hovered, Pixel at, Commands& commands) {
    pan(commands);
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        commands.emplace_back(ZoomAt{at, 2});
    else if (clicked(hovered) && !second_click())
        commands.emplace_back(PickAt{at});
}

void measure(bool hovered, Pixel at, Commands& commands) {
    pan(commands);
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        commands.emplace_back(EndMeasuring{});
    else if (clicked(hovered) && !second_click())
        commands.emplace_back(MeasureAt{at});
}

void left_button(const Model& model, bool hovered, Pixel at, Commands& commands) {
    const bool zooming = model.view.drawing && model.view.drawing->kind == Drawing::Kind::zoom_box;
    const bool shift_pressed = ImGui::GetIO().KeyShift && ImGui::IsItemActivated();
    switch (model.view.tool) {
    case Tool::box:
        return draw(model, Drawing::Kind::box, at, commands);
    case Tool::lasso:
        return draw(model, Drawing::Kind::lasso, at, commands);
    case Tool::measure:
        if (zooming || shift_pressed) return draw(model, Drawing::Kind::zoom_box, at, commands);
        return measure(hovered, at, commands);
    case Tool::pan:
        if (zooming || shift_pressed) return draw(model, Drawing::Kind::zoom_box, at, commands);
        return look(hovered, at, commands);
    }
}

} // namespace

void map_mouse(const Model& model, ImVec2 origin, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool hovered = ImGui::IsItemHovered() && (!covered(ImGui::GetIO().MousePos) || model.view.drawing);
    const Pixel at = pixel_of(origin);
    point(model, hovered, at, commands);
    if (hovered && io.MouseWheel != 0)
        commands.emplace_back(ZoomAt{at, std::pow(kWheelStep, static_cast<double>(io.MouseWheel))});
    left_button(model, hovered, at, commands);
    const bool right = ImGui::IsMouseReleased(ImGuiMouseButton_Right) &&
                       io.MouseDragMaxDistanceSqr[1] < px(kClick_px) * px(kClick_px);
    if (hovered && right) commands.emplace_back(OpenHere{at});
}

} // namespace app
