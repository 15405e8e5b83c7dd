#include <fmt/format.h>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace app {

void shape_limit(const Model& model, Commands& commands) {
    const geo::Filter& filter = model.study.filter;
    if (!filter.bbox && filter.polygon.empty()) return;
    std::string words = filter.bbox ? text::kShapeBox : "";
    if (!filter.polygon.empty()) words = fmt::format(text::kShapePolygon, count_text(filter.polygon.size()));
    const float right = ImGui::GetContentRegionMax().x;
    ImGui::AlignTextToFramePadding();
    ui::fitted_text(words, right - ImGui::GetCursorPosX() - px(36));
    ui::name_item("shape");
    ImGui::SameLine(right - px(28));
    if (ui::icon_button("clear shape", icon_or(icon::close, "x"), text::kShapeClear))
        commands.emplace_back(ClearShape{});
    if (geo::crosses_itself(filter.polygon)) ui::hint(text::kShapeCrosses);
}

} // namespace app
