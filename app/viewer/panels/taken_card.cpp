#include <imgui.h>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using State = TakenFile::State;

constexpr std::size_t kMostRows = 6;

std::size_t n_of(const Model& model, State state) {
    return static_cast<std::size_t>(
        std::count_if(model.view.taken.begin(), model.view.taken.end(),
                      [state](const TakenFile& file) { return file.state == state; }));
}

std::string files_words(std::size_t n) { return n == 1 ? text::kOneFile : fmt::format(text::kManyFiles, n); }

std::string headline(const Model& model) {
    const std::size_t n = model.view.taken.size(), n_done = n_of(model, State::done);
    const std::size_t n_over = n_done + n_of(model, State::failed);
    if (n_over < n) return fmt::format(text::kExportRunning, n_over + 1, files_words(n));
    return n_done == n ? fmt::format(text::kExportAll, files_words(n))
                       : fmt::format(text::kExportSome, n_done, files_words(n));
}

/// Whole files count most, the one being written by what is done of it.
float share_done(const Model& model) {
    const auto n_over = static_cast<float>(n_of(model, State::done) + n_of(model, State::failed));
    const float part =
        model.run.total > 0 ? static_cast<float>(model.run.done) / static_cast<float>(model.run.total) : 0;
    return (n_over + std::clamp(part, 0.0f, 1.0f)) / static_cast<float>(model.view.taken.size());
}

void progress_bar(float share) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = px(4);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, color(palette().hover), px(2));
    list.AddRectFilled(at, {at.x + width * share, at.y + height}, color(palette().accent), px(2));
    ImGui::Dummy({width, height});
}

void file_row(const TakenFile& file) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    const bool failed = file.state == State::failed;
    const char* sign = failed                      ? icon_or(icon::warning, "!")
                       : file.state == State::done ? icon_or(icon::check, "+")
                                                   : "";
    ImGui::PushStyleColor(ImGuiCol_Text, color(failed                      ? palette().error
                                               : file.state == State::done ? palette().accent
                                                                           : palette().faint));
    ImGui::TextUnformatted(sign);
    ImGui::PopStyleColor();
    ImGui::SameLine(px(36));
    const std::string words = failed ? name + ": " + file.text : name;
    ui::fitted_text(words, ImGui::GetContentRegionAvail().x);
    if (file.state == State::done) ui::tooltip(file.path.c_str());
}

void copy_paths(const Model& model, Commands& commands) {
    std::string paths;
    for (const TakenFile& file : model.view.taken)
        if (file.state == State::done) paths += (paths.empty() ? "" : "\n") + file.path;
    ImGui::SetClipboardText(paths.c_str());
    commands.emplace_back(CopiedWords{paths, text::kPathCopied});
}

void buttons(const Model& model, Commands& commands) {
    const std::size_t n_done = n_of(model, State::done);
    if (model.exporting) {
        if (ui::button("cancel export", text::kCancel)) commands.emplace_back(CancelRun{});
        return;
    }
    if (ui::button("copy path", n_done > 1 ? text::kCopyPaths : text::kCopyPath, ui::Look::plain, n_done > 0))
        copy_paths(model, commands);
    ImGui::SameLine(0, px(8));
    if (ui::button("close export", text::kClose, ui::Look::quiet)) commands.emplace_back(DismissTaken{});
}

} // namespace

void taken_card(const Model& model, const Box& map, float bars, Commands& commands) {
    if (model.view.taken.empty() || map.width < px(240) || map.height < px(160)) return;
    const std::size_t n_rows = std::min(model.view.taken.size(), kMostRows);
    const float line = ImGui::GetTextLineHeightWithSpacing();
    const float width = std::min(px(340), map.width - px(24));
    const float height = px(24) + line + px(12) + static_cast<float>(n_rows) * line + px(36);
    // Above the line of sources, where the legend does not reach.
    const Box box{map.x + px(12), map.y + map.height - height - std::max(bars, px(48)), width, height};
    ui::begin_card("taken card", box);
    ImGui::TextUnformatted(headline(model).c_str());
    if (model.exporting)
        progress_bar(share_done(model));
    else
        ImGui::Dummy({0, px(4)});
    for (std::size_t i = model.view.taken.size() - n_rows; i < model.view.taken.size(); ++i)
        file_row(model.view.taken[i]);
    buttons(model, commands);
    ui::end_region();
}

} // namespace app
