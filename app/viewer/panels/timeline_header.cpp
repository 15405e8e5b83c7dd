#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/icons_time.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

void typed_date(const char* name, std::optional<geo::Day> day, bool last, float width, const Model& model,
                Commands& commands) {
    const geo::DayWindow period = model.timeline.period;
    const std::string end = geo::iso_from_day(last ? period.last - days{1} : period.first);
    const auto typed = ui::text_field(name, day ? geo::iso_from_day(*day) : "", end.c_str(), width);
    if (!typed) return;
    const auto window = geo::window_from_text(*typed);
    if (!typed->empty() && !window) {
        commands.emplace_back(Tell{{fmt::format(text::kNotADate, *typed), true}});
        return;
    }
    std::optional<geo::Day> wanted;
    if (window) wanted = last ? window->last - days{1} : window->first;
    const geo::Filter& filter = model.study.filter;
    commands.emplace_back(last ? SetTimeRange{filter.from, wanted} : SetTimeRange{wanted, filter.to});
    commands.emplace_back(Tell{});
}

/// Sizes that fit the width: words go first, then letters get smaller, then the steps go.
struct HeaderFit {
    bool title, short_words, words, small, steps;
    float field, dates;
};

HeaderFit fit_of(float width, bool limited) {
    HeaderFit fit{};
    fit.small = width < px(500);
    fit.field = fit.small ? px(86) : px(108);
    fit.dates = 2 * fit.field + (fit.small ? px(16) : px(92)) + (limited ? px(28) : 0) + 2 * px(28) + px(8);
    const float left = width - fit.dates;
    fit.steps = left >= px(4 * 28 + 4);
    fit.title = left >= px(4 * 28 + 90);
    fit.short_words = left >= px(4 * 28 + 90 + 72);
    fit.words = left >= px(4 * 28 + 90 + 220);
    return fit;
}

void dates(const Model& model, const HeaderFit& fit, Commands& commands) {
    const geo::Filter& filter = model.study.filter;
    ImGui::PushFont(fit.small ? ui_fonts().caption : ui_fonts().text);
    if (!fit.small) {
        ui::caption(text::kFrom);
        ImGui::SameLine(0, px(6));
    }
    typed_date("from", filter.from, false, fit.field, model, commands);
    ImGui::SameLine(0, fit.small ? px(4) : px(8));
    ui::caption(fit.small ? "\xe2\x80\x93" : text::kTo);
    ImGui::SameLine(0, fit.small ? px(4) : px(6));
    typed_date("to", filter.to, true, fit.field, model, commands);
    ImGui::PopFont();
}

/// "90 days, by month" while nothing plays, which frame it is when one is shown.
std::string playing_words(const Model& model, bool whole) {
    const Playback& playback = model.view.playback;
    if (!whole) {
        const auto frame = frame_shown(model);
        return frame ? fmt::format(text::kFrameOf, *frame + 1, frames_of(model).size()) : "";
    }
    const std::string step(geo::name_of(playback.spec.step));
    std::string words = playback.spec.cumulative
                            ? fmt::format(text::kCumulativeWords, step)
                            : fmt::format(text::kPlayWords, in_words(playback.spec.window), step);
    if (const auto frame = frame_shown(model))
        words += "  \xc2\xb7  " + fmt::format(text::kFrameOf, *frame + 1, frames_of(model).size());
    return words;
}

} // namespace

void timeline_header(const Model& model, Commands& commands) {
    const bool limited = model.study.filter.from || model.study.filter.to;
    const float width = ImGui::GetContentRegionAvail().x;
    const HeaderFit fit = fit_of(width, limited);
    const float row = ImGui::GetCursorPosY(), left = ImGui::GetCursorPosX();
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{fit.small ? px(6) : px(8), px(3)});
    ImGui::AlignTextToFramePadding();
    if (fit.title) {
        ui::section(text::kTimeline);
        ImGui::SameLine(0, px(12));
    }
    ImGui::SetCursorPosY(row - px(3));
    playback_controls(model, fit.steps, commands);
    if (fit.short_words) {
        ImGui::SameLine(0, px(8));
        ImGui::SetCursorPosY(row);
        ImGui::AlignTextToFramePadding();
        ui::caption(playing_words(model, fit.words));
    }
    ImGui::SameLine();
    ImGui::SetCursorPos({std::max(ImGui::GetCursorPosX(), left + width - fit.dates), row - px(3)});
    marks_menu(model, commands);
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosY(row - px(3));
    period_menu(model, commands);
    ImGui::SameLine(0, px(8));
    ImGui::SetCursorPosY(row);
    dates(model, fit, commands);
    ImGui::PopStyleVar();
    if (!limited) return;
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosY(row - px(3));
    if (ui::icon_button("whole period", icon_or(icon::close, "x"), text::kWholePeriod))
        commands.emplace_back(SetTimeRange{});
}

} // namespace app
