#include <fmt/format.h>
#include <imgui.h>

#include <imgui_stdlib.h>

#include <algorithm>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

constexpr const char* kPopup = "playback export";
constexpr float kLabel = 128;

void label(const char* words) {
    ImGui::AlignTextToFramePadding();
    ui::caption(words);
    ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + px(kLabel));
}

void format_buttons(PlaybackDialog dialog, Commands& commands) {
    const auto button = [&](const char* name, const char* words, PlaybackFormat format) {
        const bool chosen = dialog.format == format;
        if (!ui::button(name, words, chosen ? ui::Look::primary : ui::Look::plain, true, px(136))) return;
        dialog.format = format;
        commands.emplace_back(EditPlaybackDialog{dialog});
    };
    const bool webp = dialog.format == PlaybackFormat::webp;
    button("playback webp", text::kAsWebp, PlaybackFormat::webp);
    ImGui::SameLine();
    button("playback pictures", text::kAsPictures, PlaybackFormat::pictures);
    ui::hint(webp ? text::kAsWebpWords : text::kAsPicturesWords);
}

void size_and_time(PlaybackDialog dialog, Commands& commands) {
    std::vector<std::string> sizes;
    sizes.reserve(kFrameSizes.size());
    for (const FrameSize& size : kFrameSizes) sizes.emplace_back(size.words);
    label(text::kFrameSize);
    if (const auto chosen = ui::choice("frame size", sizes, static_cast<int>(dialog.size))) {
        dialog.size = static_cast<std::size_t>(*chosen);
        commands.emplace_back(EditPlaybackDialog{dialog});
    }
    if (dialog.format != PlaybackFormat::webp) return;
    label(text::kFrameTime);
    auto ms = static_cast<float>(dialog.frame_ms);
    if (ui::slider("frame time", &ms, 50, 3000, text::kFrameTimeFormat, true)) {
        dialog.frame_ms = static_cast<int>(ms / 10 + 0.5f) * 10;
        commands.emplace_back(EditPlaybackDialog{dialog});
    }
    if (ui::checkbox("playback repeats", text::kRepeats, &dialog.repeats))
        commands.emplace_back(EditPlaybackDialog{dialog});
}

void step_choice(const Model& model, Commands& commands) {
    static const std::vector<std::string> names{"day", "week", "month", "quarter", "year"};
    const Playback& playback = model.view.playback;
    label(text::kStep);
    if (const auto chosen = ui::choice("export step", names, static_cast<int>(playback.spec.step))) {
        SetPlayback set{playback.spec, playback.frames_per_s, playback.loop};
        set.spec.step = static_cast<geo::CalendarUnit>(*chosen);
        commands.emplace_back(set);
    }
}

/// What will be drawn, in words.
void plan(const Model& model) {
    const geo::PlaybackFrames frames = frames_of(model);
    const geo::PlaybackSpec& spec = model.view.playback.spec;
    if (frames.empty()) return;
    ui::hint(fmt::format(text::kPlaybackPlan, count_text(frames.size()),
                         spec.cumulative ? text::kCumulative : in_words(spec.window),
                         "by " + std::string(geo::name_of(spec.step)),
                         geo::iso_from_day(frames.period().first),
                         geo::iso_from_day(frames.period().last - days{1})));
    const auto& surface = model.run.snapshot->density.value;
    if (study_to_compute(model.study).density && surface)
        ui::hint(fmt::format(text::kSameScale, surface->scale.top));
}

bool is_in_the_way(const PlaybackDialog& dialog) {
    return dialog.format == PlaybackFormat::pictures && dialog.path_exists;
}

void path_field(PlaybackDialog dialog, Commands& commands) {
    ImGui::SetNextItemWidth(-FLT_MIN);
    if (ImGui::InputTextWithHint("##playback path", text::kPath, &dialog.path))
        commands.emplace_back(EditPlaybackDialog{dialog});
    ui::name_item("playback path");
    ui::caption(is_in_the_way(dialog) ? text::kFolderInTheWay
                : dialog.path_exists  ? text::kWillReplace
                                      : " ");
}

void buttons(const PlaybackDialog& dialog, bool possible, Commands& commands) {
    ImGui::SetCursorPosX(ImGui::GetContentRegionMax().x - 2 * px(96) - px(8));
    if (ui::button("playback cancel", text::kCancel, ui::Look::plain, true, px(96)))
        commands.emplace_back(ShowPlaybackDialog{false});
    ImGui::SameLine(0, px(8));
    const bool ready = possible && !dialog.path.empty() && !is_in_the_way(dialog);
    if (ui::button("playback accept", text::kExport, ui::Look::primary, ready, px(96)))
        commands.emplace_back(AcceptPlaybackDialog{});
}

void settings(const Model& model, Commands& commands) {
    const PlaybackDialog& dialog = model.view.playback_dialog;
    format_buttons(dialog, commands);
    size_and_time(dialog, commands);
    step_choice(model, commands);
    path_field(dialog, commands);
    plan(model);
    buttons(dialog, !frames_of(model).empty(), commands);
}

void progress(const Model& model, Commands& commands) {
    const PlaybackExport& state = model.playback_export;
    ImGui::TextUnformatted(playback_export_words(model).c_str());
    const float share =
        state.total > 0 ? static_cast<float>(state.done) / static_cast<float>(state.total) : 0;
    ImGui::ProgressBar(share, {-FLT_MIN, px(8)}, "");
    ImGui::Spacing();
    if (ui::button("playback hide", text::kGoOnBehind, ui::Look::plain, true, px(200)))
        commands.emplace_back(ShowPlaybackDialog{false});
    ImGui::SameLine(0, px(8));
    if (ui::button("playback stop", text::kStopExport, ui::Look::plain, true, px(96)))
        commands.emplace_back(StopPlaybackExport{});
}

} // namespace

std::string playback_export_words(const Model& model) {
    const PlaybackExport& state = model.playback_export;
    if (state.stage == "frames")
        return fmt::format(text::kDrawing, std::min(state.done + 1, state.total), state.total);
    return state.stage == "write" ? text::kWriting : text::kPreparing;
}

void playback_export_panel(const Model& model, Commands& commands) {
    const bool wanted = model.view.playback_dialog.open;
    if (wanted && !ImGui::IsPopupOpen(kPopup)) ImGui::OpenPopup(kPopup);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y * 0.45f}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(px(480), screen.x - px(32)), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{px(20), px(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0f);
    const ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    if (ImGui::BeginPopupModal(kPopup, nullptr, flags)) {
        ImGui::PushFont(ui_fonts().title);
        ImGui::TextUnformatted(text::kPlaybackTitle);
        ImGui::PopFont();
        if (model.playback_export.running)
            progress(model, commands);
        else
            settings(model, commands);
        if (!wanted) ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
}

} // namespace app
