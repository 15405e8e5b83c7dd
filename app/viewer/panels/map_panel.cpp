#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/viewer/format.hpp"
#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_points.hpp"

namespace app {

namespace {

void pictures(const Model& model, const ShownMap& map, ImVec2 origin, ImVec2 size) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{origin.x + size.x, origin.y + size.y};
    if (!is_covered(map)) list.AddRectFilled(origin, end, color(geo::map_colors(model.scene.theme).water));
    list.PushClipRect(origin, end, true);
    for (const MapImage& image : map.images) {
        const ImVec2 low{origin.x + static_cast<float>(image.left), origin.y + static_cast<float>(image.top)};
        const ImVec2 high{low.x + static_cast<float>(image.width), low.y + static_cast<float>(image.height)};
        list.AddImage(texture_of(image), low, high, {0, 1}, {1, 0}); // GL's rows run from the bottom up
    }
    list.PopClipRect();
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

std::string day_text(const geo::IncidentTable& table, geo::RowId row) {
    return table.first_day[row] == geo::kNoDay
               ? text::kNoDate
               : geo::iso_from_day(geo::day_from_number(table.first_day[row]));
}

std::string day_and_category(const geo::IncidentTable& table, geo::RowId row) {
    const geo::Column* column = table.column(geo::Role::category);
    const std::string category =
        column ? geo::category_in_words(table, *column, std::string((*column)[row])) : std::string();
    return category.empty() ? day_text(table, row) : day_text(table, row) + "  \xc2\xb7  " + category;
}

/// The latest of those at one place, and how many there are.
void stack_lines(const geo::IncidentTable& table, const Stack& stack) {
    constexpr std::size_t kListed = 5;
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().accent));
    ImGui::TextUnformatted(fmt::format(text::kStacked, count_text(stack.n)).c_str());
    ImGui::PopStyleColor();
    std::vector<geo::RowId> latest(std::min(kListed, stack.rows.size()));
    std::partial_sort_copy(stack.rows.begin(), stack.rows.end(), latest.begin(), latest.end(),
                           std::greater<>{});
    for (const geo::RowId row : latest)
        if (row < table.size()) ImGui::TextUnformatted(day_and_category(table, row).c_str());
    if (stack.n > latest.size())
        ui::caption(fmt::format(text::kStackMore, count_text(stack.n - latest.size())));
}

void incident_lines(const Model& model, const geo::IncidentTable& table, geo::RowId row) {
    ImGui::TextUnformatted(day_and_category(table, row).c_str());
    if (!table.deaths_best.empty() && !std::isnan(table.deaths_best[row]))
        ui::caption(fmt::format("{}: {}", text::kDeaths, with_digits(table.deaths_best[row], 6)));
    const geo::Proximity* proximity = model.run.snapshot->proximity.value.get();
    if (proximity && row < proximity->distance_m.size() && !std::isnan(proximity->distance_m[row]))
        ui::caption(fmt::format("{}: {}", text::kDistance, length_text(proximity->distance_m[row])));
}

void disc_tooltip(const Stack& stack) {
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(fmt::format(text::kInDisc, count_text(stack.n)).c_str());
    ui::caption(text::kDiscHint);
    ImGui::EndTooltip();
}

void incident_tooltip(const Model& model, const Stack& stack) {
    const geo::IncidentTable* table = model.table();
    const geo::RowId row = stack.rows.front();
    if (!table || row >= table->size()) return;
    ImGui::BeginTooltip();
    const std::string_view district = value_of(table->column(geo::Role::admin2), row);
    const std::string_view province = value_of(table->column(geo::Role::admin1), row);
    std::string place(district);
    if (!province.empty()) place += (place.empty() ? "" : ", ") + std::string(province);
    if (stack.rows.size() > 1)
        stack_lines(*table, stack);
    else
        incident_lines(model, *table, row);
    if (!place.empty()) ui::caption(place);
    ImGui::EndTooltip();
}

} // namespace

void map_panel(const Model& model, const ShownMap& map, Commands& commands) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (size.x < 1 || size.y < 1) return;
    pictures(model, map, origin, size);
    ImGui::SetItemAllowOverlap();
    const ui::MouseOnly mouse_only; // its keys are shortcuts
    ImGui::InvisibleButton("map", size);
    ImGui::SetItemAllowOverlap();
    ui::name_item("map");
    map_mouse(model, origin, commands);
    if (model.view.picked && std::isfinite(model.view.picked->stack.place.x_m))
        ring(model, model.view.picked->stack, origin, 2.5f);
    if (model.view.hovered && model.view.pointer) {
        const Stack& stack = *model.view.hovered;
        ring(model, stack, origin, 1.5f);
        if (ImGui::IsMouseDown(ImGuiMouseButton_Left) || model.view.here) return;
        if (model.view.aiming) // beside the cross, not the mouse
            ImGui::SetNextWindowPos({origin.x + static_cast<float>(model.view.pointer->x) + px(20),
                                     origin.y + static_cast<float>(model.view.pointer->y) + px(20)});
        if (stack.one_place || stack.n == 1)
            incident_tooltip(model, stack);
        else
            disc_tooltip(stack);
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
    ui::name_box("zoom buttons", corner, {corner.x + size, corner.y + 3 * size});
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
