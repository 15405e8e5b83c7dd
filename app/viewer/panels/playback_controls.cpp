#include <fmt/format.h>

#include <array>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/icons_time.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/timeline_marks.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

constexpr const char* kMenu = "playback menu";
constexpr std::array kSpeeds{0.5, 1.0, 2.0, 4.0, 8.0, 15.0};
constexpr float kLabel = 64, kWidth = 296;

/// The settings as a command, with one of them changed.
struct Settings {
    SetPlayback now;
    Commands& commands;
    void send() { commands.emplace_back(now); }
};

void label(const char* words) {
    ImGui::AlignTextToFramePadding();
    ui::caption(words);
    ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + px(kLabel));
}

void step_choice(Settings& settings) {
    static const std::vector<std::string> names{"day", "week", "month", "quarter", "year"};
    label(text::kStep);
    if (const auto chosen = ui::choice("play step", names, static_cast<int>(settings.now.spec.step))) {
        settings.now.spec.step = static_cast<geo::CalendarUnit>(*chosen);
        settings.send();
    }
}

void mode_choice(Settings& settings) {
    label(text::kMode);
    if (const auto chosen = ui::choice("play mode", {text::kMoving, text::kCumulative},
                                       settings.now.spec.cumulative ? 1 : 0)) {
        settings.now.spec.cumulative = *chosen == 1;
        settings.send();
    }
}

/// Lengths to choose from; the range on the timeline is one of them.
std::vector<geo::CalendarSpan> spans_offered(const Model& model) {
    using geo::CalendarUnit;
    std::vector<geo::CalendarSpan> spans{{7, CalendarUnit::day},   {30, CalendarUnit::day},
                                         {90, CalendarUnit::day},  {365, CalendarUnit::day},
                                         {1, CalendarUnit::month}, {1, CalendarUnit::quarter},
                                         {1, CalendarUnit::year}};
    if (const auto range = range_of_study(model);
        range && range->days() > 0 && range->days() <= geo::kLongestSpan)
        spans.push_back({range->days(), CalendarUnit::day});
    return spans;
}

void typed_length(Settings& settings) {
    label("");
    const auto typed = ui::text_field("play length", "", text::kOtherLength, -FLT_MIN);
    if (!typed || typed->empty()) return;
    const auto span = geo::span_from_text(*typed);
    if (!span) {
        settings.commands.emplace_back(Tell{{fmt::format(text::kNotALength, *typed), true}});
        return;
    }
    settings.now.spec.window = *span;
    settings.send();
    settings.commands.emplace_back(Tell{});
}

void length_choice(const Model& model, Settings& settings) {
    const std::vector<geo::CalendarSpan> spans = spans_offered(model);
    std::vector<std::string> names;
    int current = -1;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        names.push_back(i < 7 ? in_words(spans[i]) : fmt::format(text::kAsChosen, spans[i].n));
        if (spans[i] == settings.now.spec.window && current < 0) current = static_cast<int>(i);
    }
    if (current < 0) { // typed
        current = static_cast<int>(names.size());
        names.push_back(in_words(settings.now.spec.window));
    }
    label(text::kLength);
    const auto chosen = ui::choice("play window", names, current);
    if (chosen && static_cast<std::size_t>(*chosen) < spans.size()) {
        settings.now.spec.window = spans[static_cast<std::size_t>(*chosen)];
        settings.send();
    }
    typed_length(settings);
}

void speed_choice(Settings& settings) {
    std::vector<std::string> names;
    int current = -1;
    for (const double speed : kSpeeds) {
        if (speed == settings.now.frames_per_s) current = static_cast<int>(names.size());
        names.push_back(fmt::format(text::kPerSecond, speed));
    }
    label(text::kSpeed);
    if (const auto chosen = ui::choice("play speed", names, current)) {
        settings.now.frames_per_s = kSpeeds[static_cast<std::size_t>(*chosen)];
        settings.send();
    }
}

/// The whole period, or the part of it that is chosen now.
void within_choice(const Model& model, Settings& settings) {
    const auto& within = settings.now.spec.within;
    std::vector<std::string> names{text::kWholePeriod};
    if (within) names.push_back(mark_days_text(*within));
    const auto range = range_of_study(model);
    const bool other = range && range->days() > 0 && range != within;
    if (other) names.emplace_back(text::kUseChosen);
    label(text::kWithinPeriod);
    const auto chosen = ui::choice("play within", names, within ? 1 : 0);
    if (!chosen) return;
    if (*chosen == 0) settings.now.spec.within.reset();
    if (other && *chosen == static_cast<int>(names.size()) - 1) settings.now.spec.within = range;
    settings.send();
}

bool leaves_gaps(const geo::PlaybackSpec& spec) {
    const geo::Day start = geo::unit_from_index(1, spec.step); // of 1970: any will do
    return !spec.cumulative &&
           geo::day_after(start, spec.window) < geo::day_after(start, {1, spec.step}) - days{3};
}

void plan(const Model& model) {
    const std::size_t n = frames_of(model).size();
    const double seconds = std::ceil(static_cast<double>(n) / model.view.playback.frames_per_s);
    const std::string time =
        seconds < 120 ? fmt::format(text::kSeconds, seconds) : fmt::format(text::kMinutes, seconds / 60);
    ui::hint(fmt::format(text::kFramesLast, count_text(n), time));
    if (leaves_gaps(model.view.playback.spec)) ui::hint(text::kGaps);
}

void menu(const Model& model, Commands& commands) {
    menu_above(px(kWidth));
    ImGui::SetNextWindowSize({px(kWidth), 0});
    if (!ImGui::BeginPopup(kMenu)) return;
    close_on_escape();
    const Playback& playback = model.view.playback;
    Settings settings{{playback.spec, playback.frames_per_s, playback.loop}, commands};
    step_choice(settings);
    mode_choice(settings);
    if (!playback.spec.cumulative) length_choice(model, settings);
    within_choice(model, settings);
    speed_choice(settings);
    bool loop = playback.loop;
    if (ui::checkbox("play loop", text::kLoop, &loop)) {
        settings.now.loop = loop;
        settings.send();
    }
    plan(model);
    if (ui::button("export playback", text::kExportPlayback, ui::Look::plain, true, -FLT_MIN)) {
        commands.emplace_back(ShowPlaybackDialog{true});
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

} // namespace

void playback_controls(const Model& model, bool with_steps, Commands& commands) {
    const bool playing = model.view.playback.playing;
    const bool possible = !frames_of(model).empty();
    if (with_steps) {
        if (ui::icon_button("step back", icon_or(icon::step_back, "<"), text::kStepBack, possible))
            commands.emplace_back(StepTime{-1});
        ImGui::SameLine(0, 0);
    }
    if (ui::icon_button("play", playing ? icon_or(icon::pause, "||") : icon_or(icon::play, ">"),
                        playing ? text::kPause : text::kPlay, possible, playing))
        commands.emplace_back(PlayPause{});
    ImGui::SameLine(0, 0);
    if (with_steps) {
        if (ui::icon_button("step on", icon_or(icon::step_on, ">"), text::kStepOn, possible))
            commands.emplace_back(StepTime{1});
        ImGui::SameLine(0, 0);
    }
    if (ui::icon_button("play settings", icon_or(icon::settings, "="), text::kPlaySettings, possible))
        ImGui::OpenPopup(kMenu);
    menu(model, commands);
}

} // namespace app
