#include <fmt/format.h>

#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_points.hpp"

namespace app {

namespace {

constexpr double kWheelStep = 1.25;
constexpr float kClick_px = 4; // a press that moves less is a click

Pixel pixel_of(ImVec2 origin) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {double{mouse.x} - double{origin.x}, double{mouse.y} - double{origin.y}};
}

void point(const Model& model, bool hovered, Pixel pixel, Commands& commands) {
    const std::optional<Pixel>& known = model.view.pointer;
    if (!hovered) {
        if (known) commands.emplace_back(PointTo{std::nullopt});
        return;
    }
    if (!known || known->x != pixel.x || known->y != pixel.y) commands.emplace_back(PointTo{pixel});
}

void mouse(const Model& model, ImVec2 origin, Commands& commands) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool hovered = ImGui::IsItemHovered();
    const Pixel at = pixel_of(origin);
    point(model, hovered, at, commands);
    if (hovered && io.MouseWheel != 0)
        commands.emplace_back(ZoomAt{at, std::pow(kWheelStep, static_cast<double>(io.MouseWheel))});
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(kClick_px)) &&
        (io.MouseDelta.x != 0 || io.MouseDelta.y != 0))
        commands.emplace_back(PanBy{double{io.MouseDelta.x}, double{io.MouseDelta.y}});
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        commands.emplace_back(ZoomAt{at, 2});
    else if (ImGui::IsItemDeactivated() && hovered &&
             io.MouseDragMaxDistanceSqr[0] < px(kClick_px) * px(kClick_px))
        commands.emplace_back(PickAt{at});
}

void ring(const Model& model, const Stack& stack, ImVec2 origin, float width) {
    const Pixel centre = pixel_from_mercator(model.view.camera, model.view.map_size, stack.place);
    const ImVec2 at{origin.x + static_cast<float>(centre.x), origin.y + static_cast<float>(centre.y)};
    const float radius = px(stack.radius_px) + px(3);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircle(at, radius + px(1), color(palette().panel, 0.9f), 0, px(width + 2));
    list.AddCircle(at, radius, color(palette().accent), 0, px(width));
}

std::string_view value_of(const geo::Column* column, geo::RowId row) {
    return column ? (*column)[row] : std::string_view();
}

void incident_tooltip(const Model& model, const Stack& stack) {
    const geo::IncidentTable* table = model.table();
    const geo::RowId row = stack.rows.front();
    if (!table || row >= table->size()) return;
    ImGui::BeginTooltip();
    if (stack.rows.size() > 1) {
        ImGui::PushStyleColor(ImGuiCol_Text, color(palette().accent));
        ImGui::TextUnformatted(fmt::format(text::kStacked, count_text(stack.rows.size())).c_str());
        ImGui::PopStyleColor();
    }
    const std::string day = table->first_day[row] == geo::kNoDay
                                ? text::kNoDate
                                : geo::iso_from_day(geo::day_from_number(table->first_day[row]));
    const geo::Column* column = table->column(geo::Role::category);
    const std::string category =
        column ? geo::category_in_words(*table, *column, std::string((*column)[row])) : std::string();
    ui::shaped_text(category.empty() ? day : day + "  \xc2\xb7  " + category);
    const std::string_view district = value_of(table->column(geo::Role::admin2), row);
    const std::string_view province = value_of(table->column(geo::Role::admin1), row);
    std::string place(district);
    if (!province.empty()) place += (place.empty() ? "" : ", ") + std::string(province);
    if (!place.empty()) ui::caption(place);
    if (!table->deaths_best.empty() && !std::isnan(table->deaths_best[row]))
        ui::caption(fmt::format("{}: {}", text::kDeaths, with_digits(table->deaths_best[row], 6)));
    const geo::Proximity* proximity = model.run.snapshot->proximity.value.get();
    if (proximity && row < proximity->distance_m.size() && !std::isnan(proximity->distance_m[row]))
        ui::caption(fmt::format("{}: {}", text::kDistance, length_text(proximity->distance_m[row])));
    ImGui::EndTooltip();
}

} // namespace

void map_panel(const Model& model, ImTextureID map, Commands& commands) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (size.x < 1 || size.y < 1) return;
    // GL's rows run from the bottom up.
    ImGui::GetWindowDrawList()->AddImage(map, origin, {origin.x + size.x, origin.y + size.y}, {0, 1}, {1, 0});
    ImGui::SetItemAllowOverlap();
    ImGui::InvisibleButton("map", size);
    ImGui::SetItemAllowOverlap();
    ui::name_item("map");
    mouse(model, origin, commands);
    if (model.view.picked) ring(model, model.view.picked->stack, origin, 2.5f);
    if (model.view.hovered && model.view.pointer) {
        ring(model, *model.view.hovered, origin, 1.5f);
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) incident_tooltip(model, *model.view.hovered);
    }
}

void map_buttons(const Model& model, Commands& commands) {
    const float size = px(32);
    const ImVec2 window = ImGui::GetWindowPos();
    const ImVec2 corner{window.x + ImGui::GetWindowWidth() - size - px(12),
                        window.y + px(12) + banner_height(model)};
    if (ImGui::GetWindowHeight() < 4 * size || model.view.map_size.width < 1) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, {corner.x + size, corner.y + 3 * size}, color(palette().panel, 0.94f), px(6));
    list.AddRect(corner, {corner.x + size, corner.y + 3 * size}, color(palette().line), px(6));
    const auto button = [&](int i, const char* name, const char* sign, const char* words,
                            const Command& command) {
        ImGui::SetCursorScreenPos({corner.x + px(2), corner.y + static_cast<float>(i) * size + px(2)});
        if (ui::icon_button(name, sign, words)) commands.push_back(command);
    };
    button(0, "zoom in", icon_or(icon::plus, "+"), text::kZoomIn, ZoomCentre{1.5});
    button(1, "zoom out", icon_or(icon::minus, "-"), text::kZoomOut, ZoomCentre{1 / 1.5});
    button(2, "fit", icon_or(icon::expand, "F"), text::kFit, FitMap{});
}

} // namespace app
