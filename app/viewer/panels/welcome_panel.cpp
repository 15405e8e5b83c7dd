#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

/// A column of things in the middle of the region.
struct Column {
    float width;
    float left;

    explicit Column(float height) {
        const ImVec2 size = ImGui::GetWindowSize();
        width = std::min(px(420), size.x - px(32));
        left = (size.x - width) / 2;
        ImGui::SetCursorPosY(std::max(px(16), (size.y - height) * 0.42f));
    }
    void words(ImFont* font, geo::Rgba tint, const std::string& text) const {
        ImGui::PushFont(font);
        ImGui::PushStyleColor(ImGuiCol_Text, color(tint));
        ImGui::SetCursorPosX(left);
        ui::shaped_paragraph(text, width);
        ImGui::PopStyleColor();
        ImGui::PopFont();
    }
    void gap(float design) const { ImGui::Dummy({1, px(design)}); }
    void start_row() const { ImGui::SetCursorPosX(left); }
};

void open_button(const Column& column, ui::Look look, Commands& commands) {
    column.start_row();
    if (ui::button("open file", text::kOpenFile, look, true, px(140)))
        commands.emplace_back(ShowDialog{PathDialog::Kind::open});
}

/// One line of a list: the file's name, then where it lies; true when it was clicked.
bool path_line(const Column& column, const std::string& item, const std::string& name,
               const std::string& where) {
    column.start_row();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = px(28);
    const bool pressed = ImGui::Selectable(("##" + item).c_str(), false, 0, {column.width, height});
    ui::name_item(item);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = at.y + (height - ImGui::GetTextLineHeight()) / 2;
    const std::string shown = ui::fitted(name, column.width * 0.55f);
    ui::text_at(list, ImGui::GetFont(), {at.x + px(8), y}, color(palette().text), shown);
    const float x = at.x + px(8) + ui::text_width(shown) + px(12);
    ImGui::PushFont(ui_fonts().caption);
    const std::string folder = ui::fitted(where, at.x + column.width - px(8) - x);
    ui::text_at(list, ImGui::GetFont(), {x, y + px(2)}, color(palette().faint), folder);
    ImGui::PopFont();
    return pressed;
}

void unsaved_list(const Model& model, const Column& column, Commands& commands) {
    if (model.unsaved.empty()) return;
    column.gap(8);
    column.words(ui_fonts().caption, palette().faint, text::kUnsaved);
    for (const UnsavedStudy& study : model.unsaved) {
        const std::string name =
            study.name.empty() ? std::filesystem::path(study.data_path).filename().string() : study.name;
        if (path_line(column, "unsaved " + name, name, study.when))
            commands.emplace_back(ContinueUnsaved{study.file});
        ui::tooltip(fmt::format(text::kUnsavedTip, study.when, study.data_path).c_str());
    }
}

void recent_list(const Model& model, const Column& column, std::size_t most, Commands& commands) {
    if (model.settings.recent.empty()) return;
    column.gap(8);
    column.words(ui_fonts().caption, palette().faint, text::kRecent);
    for (std::size_t i = 0; i < std::min(most, model.settings.recent.size()); ++i) {
        const std::string& path = model.settings.recent[i];
        const std::filesystem::path parts = path;
        const std::string name = parts.filename().string();
        if (path_line(column, "recent " + name, name, parts.parent_path().string()))
            commands.emplace_back(OpenPath{path});
        ui::tooltip(path.c_str());
        if (ui::has_ring() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Delete)))
            commands.emplace_back(ForgetRecent{path});
        if (ImGui::BeginPopupContextItem(("forget " + path).c_str())) {
            if (ImGui::Selectable(text::kForgetRecent)) commands.emplace_back(ForgetRecent{path});
            ui::name_item("forget " + name);
            ImGui::EndPopup();
        }
    }
}

void welcome(const Model& model, Commands& commands) {
    const UiFonts& fonts = ui_fonts();
    // As many recent files as the window has room for.
    const float lines =
        (ImGui::GetWindowHeight() - px(300)) / px(32) - static_cast<float>(model.unsaved.size());
    const auto n_recent = static_cast<std::size_t>(std::clamp(lines, 1.0f, 8.0f));
    const std::size_t n_lines = std::min(n_recent, model.settings.recent.size()) + model.unsaved.size();
    const Column column(px(200) + px(32) * static_cast<float>(n_lines));
    column.words(fonts.title, palette().text, text::kWelcome);
    column.words(fonts.text, palette().faint, text::kWelcomeWords);
    column.gap(8);
    open_button(column, ui::Look::primary, commands);
    ImGui::SameLine();
    if (ui::button("open sample", text::kOpenSample, ui::Look::plain, true, px(140)))
        commands.emplace_back(OpenSample{});
    column.gap(0);
    column.words(fonts.caption, palette().faint, text::kDropHere);
    unsaved_list(model, column, commands);
    recent_list(model, column, n_recent, commands);
    if (model.notice.is_error) {
        column.gap(8);
        column.words(fonts.text, palette().error, model.notice.text);
    }
}

void reading(const Model& model, Commands& commands) {
    const UiFonts& fonts = ui_fonts();
    const Column column(px(140));
    const std::string file = std::filesystem::path(model.study.source.path).filename().string();
    column.words(fonts.title, palette().text, fmt::format(text::kReading, file));
    column.gap(0);
    column.start_row();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float share =
        model.run.total > 0
            ? static_cast<float>(static_cast<double>(model.run.done) / static_cast<double>(model.run.total))
            : 0;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + column.width, at.y + px(6)}, color(palette().raised), px(3));
    if (share > 0)
        list.AddRectFilled(at, {at.x + column.width * std::min(1.0f, share), at.y + px(6)},
                           color(palette().accent), px(3));
    column.gap(14);
    column.words(fonts.caption, palette().faint, model.run.stage);
    column.start_row();
    if (ui::button("cancel", text::kCancel)) commands.emplace_back(CancelRun{});
}

void failure(const Model& model, Commands& commands) {
    const UiFonts& fonts = ui_fonts();
    const bool cancelled = model.run.error.empty();
    const Column column(px(180));
    column.words(fonts.title, palette().text, cancelled ? text::kCancelled : text::kCannot);
    if (!cancelled) column.words(fonts.text, palette().error, model.run.error);
    column.gap(8);
    open_button(column, ui::Look::primary, commands);
    ImGui::SameLine();
    if (ui::button("try again", text::kTryAgain)) commands.emplace_back(Retry{});
    ImGui::SameLine();
    if (ui::button("choose columns", text::kColumnsOf)) commands.emplace_back(ShowSheet{Sheet::columns});
    if (cancelled) return;
    ImGui::SameLine();
    if (ui::button("copy error", text::kCopyText, ui::Look::quiet))
        ImGui::SetClipboardText(model.run.error.c_str());
}

} // namespace

bool shows_welcome(const Model& model) {
    if (!model.table() || model.scene.layers.empty()) return true;
    return model.table()->size() == 0 && !model.run.error.empty(); // there is nothing to show but why
}

void welcome_panel(const Model& model, Commands& commands) {
    if (!model.has_file())
        welcome(model, commands);
    else if (!model.run.busy && (!model.run.error.empty() || model.run.cancelled))
        failure(model, commands);
    else
        reading(model, commands);
}

} // namespace app
