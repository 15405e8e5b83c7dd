#include <fmt/format.h>

#include <filesystem>

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

void welcome(Commands& commands) {
    const UiFonts& fonts = ui_fonts();
    const Column column(px(200));
    column.words(fonts.title, palette().text, text::kWelcome);
    column.words(fonts.text, palette().faint, text::kWelcomeWords);
    column.gap(8);
    open_button(column, ui::Look::primary, commands);
    ImGui::SameLine();
    if (ui::button("open sample", text::kOpenSample, ui::Look::plain, true, px(140)))
        commands.emplace_back(OpenSample{});
    column.gap(0);
    column.words(fonts.caption, palette().faint, text::kDropHere);
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
    if (cancelled) return;
    ImGui::SameLine();
    if (ui::button("copy error", text::kCopyText, ui::Look::quiet))
        ImGui::SetClipboardText(model.run.error.c_str());
}

} // namespace

bool shows_welcome(const Model& model) { return !model.table() || model.scene.layers.empty(); }

void welcome_panel(const Model& model, Commands& commands) {
    if (!model.has_file())
        welcome(commands);
    else if (!model.run.busy && (!model.run.error.empty() || model.run.cancelled))
        failure(model, commands);
    else
        reading(model, commands);
}

} // namespace app
