#include <fmt/format.h>

#include <filesystem>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

std::string where_text(const Model& model) {
    if (!model.table()) return "";
    const double scale = scale_number(ground_metres_per_pixel(model.view.camera), 1);
    std::string words = fmt::format(text::kScale, count_text(static_cast<std::uint64_t>(scale)));
    if (model.view.place)
        words = place_text(model.view.place->lon_deg, model.view.place->lat_deg) + "    " + words;
    return words;
}

std::string counts_text(const Model& model) {
    if (!model.table() || !model.run.summary) return "";
    const Summary& summary = *model.run.summary;
    std::string words = fmt::format(text::kShownOf, count_text(summary.n_shown), count_text(summary.n_all));
    if (summary.n_unlocated > 0)
        words += "  \xc2\xb7  " + fmt::format(text::kWithoutPlace, count_text(summary.n_unlocated));
    return words;
}

std::string tool_text(const Model& model) {
    const Measuring& measuring = model.view.measuring;
    if (measuring.points.empty()) return "";
    const Measured now = measured(measuring, model.view.place);
    return now.legs_m.empty() ? "" : measured_text(now, measuring.closed);
}

std::string border_text(const Model& model) {
    const std::string& set = model.study.border.set;
    if (!model.table()) return "";
    if (set == "osm") return text::kOsm;
    if (set == "ne10m") return text::kNe10m;
    if (set == "ne110m") return text::kNe110m;
    return std::filesystem::path(set).filename().string();
}

std::string state_text(const Model& model) {
    if (model.run.busy)
        return (model.exporting ? text::kExporting : model.run.stage) + std::string("\xe2\x80\xa6");
    if (!model.run.error.empty()) return model.run.error;
    if (model.playback_export.running) return playback_export_words(model);
    if (!model.notice.text.empty()) return model.notice.text;
    if (model.run.cancelled) return text::kCancelled;
    return model.table() ? text::kReady : "";
}

bool state_is_bad(const Model& model) {
    return !model.run.busy && (!model.run.error.empty() || model.notice.is_error);
}

} // namespace

void status_panel(const Model& model, Commands&) {
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    const float y = (ImGui::GetWindowHeight() - ImGui::GetTextLineHeight()) / 2;
    const float width = ImGui::GetWindowWidth();
    float x = px(16);
    const auto part = [&](const std::string& words, float at_least) {
        const float wide = std::max(ui::text_width(words), at_least);
        if (words.empty() || x + wide > width - px(80)) return; // the state must always have room
        ImGui::SetCursorPos({x, y});
        ui::shaped_text(words);
        x += wide + px(24);
    };
    part(counts_text(model), 0);
    part(where_text(model), model.view.place ? px(270) : 0);
    part(tool_text(model), 0);
    part(border_text(model), 0);
    ImGui::PopStyleColor();
    const std::string state = ui::fitted(state_text(model), width - x - px(16));
    const float state_x = width - px(16) - ui::text_width(state);
    ImGui::SetCursorPos({state_x, y});
    ImGui::PushStyleColor(ImGuiCol_Text, color(state_is_bad(model) ? palette().error : palette().faint));
    ui::shaped_text(state);
    ImGui::PopStyleColor();
    if (state != state_text(model)) ui::tooltip(state_text(model).c_str());
    if (model.run.busy)
        ui::spinner({ImGui::GetWindowPos().x + state_x - px(14),
                     ImGui::GetWindowPos().y + ImGui::GetWindowHeight() / 2},
                    px(5), color(palette().accent));
    ImGui::PopFont();
}

} // namespace app
