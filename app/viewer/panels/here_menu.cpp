#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr double kCloser = 4;

bool item(const char* name, const std::string& words, const char* tip = nullptr) {
    const bool pressed = ImGui::Selectable((words + "##" + name).c_str());
    ui::name_item(name);
    if (tip) ui::tooltip(tip);
    return pressed;
}

void distance(const Here& here) {
    if (!here.measured)
        ui::caption(text::kHereMeasuring);
    else if (!here.border)
        ui::caption(text::kHereNoBorder);
    else
        ui::caption(fmt::format(text::kHereBorder, length_text(here.border->distance_m),
                                neighbour_name(here.border->neighbour)));
}

void items(const Here& here, Commands& commands) {
    const std::string degrees = fmt::format("{:.6f}, {:.6f}", here.place.lat_deg, here.place.lon_deg);
    ImGui::TextUnformatted(place_text(here.place.lon_deg, here.place.lat_deg).c_str());
    distance(here);
    ImGui::Separator();
    if (item("here copy", fmt::format(text::kHereCopy, degrees), text::kHereCopyTip))
        commands.emplace_back(CopyText{degrees});
    if (item("here zoom", text::kHereZoom)) commands.emplace_back(CentreOn{here.place, kCloser});
    if (item("here centre", text::kHereCentre)) commands.emplace_back(CentreOn{here.place, 1});
    if (item("here measure", text::kHereMeasure)) commands.emplace_back(MeasureFrom{here.place});
    if (!here.stack) return;
    const std::size_t n = here.stack->rows.size();
    const std::string mark =
        n == 1 ? std::string(text::kHereMark) : fmt::format(text::kHereMarkMany, count_text(n));
    if (item("here mark", mark)) commands.emplace_back(MarkRows{here.stack->rows, MarkMode::add});
}

} // namespace

void here_menu(const Model& model, Commands& commands) {
    constexpr const char* kPopup = "here";
    static unsigned long opened = 0; // Dear ImGui keeps the popup; each menu of the model opens it once
    if (!model.view.here) {
        opened = 0;
        return;
    }
    const Here& here = *model.view.here;
    if (opened != here.serial) ImGui::OpenPopup(kPopup);
    opened = here.serial;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(12), px(10)});
    if (ImGui::BeginPopup(kPopup)) {
        items(here, commands);
        ImGui::EndPopup();
    } else {
        commands.emplace_back(CloseHere{}); // a click elsewhere, or on one of its lines
    }
    ImGui::PopStyleVar();
}

} // namespace app
