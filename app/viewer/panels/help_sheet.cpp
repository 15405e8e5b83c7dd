#include <fmt/format.h>

#include <iterator>
#include <span>

#include "app/viewer/key_stops.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/text/help.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/core/version.hpp"
#include "geo/io/library_versions.hpp"

namespace app {

namespace {

/// Two columns: what is pressed, what it does.
void shortcuts(const char* id, std::span<const text::Shortcut> all) {
    if (!ImGui::BeginTable(id, 2)) return;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, px(124));
    ImGui::TableSetupColumn("words", ImGuiTableColumnFlags_WidthStretch);
    for (const text::Shortcut& shortcut : all) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(shortcut.keys);
        ImGui::TableNextColumn();
        ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(shortcut.words);
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
    }
    ImGui::EndTable();
}

void text_size(const Model& model, Commands& commands) {
    const float size = model.settings.text_size;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(fmt::format(text::kTextSizeIs, static_cast<int>(size * 100 + 0.5f)).c_str());
    ImGui::SameLine(0, px(12));
    if (ui::icon_button("smaller text", icon_or(icon::minus, "-"), text::kSmaller, size > kTextSizes[0]))
        commands.emplace_back(SetTextSize{next_text_size(size, -1)});
    ImGui::SameLine(0, px(4));
    if (ui::icon_button("larger text", icon_or(icon::plus, "+"), text::kLarger,
                        size < kTextSizes[std::size(kTextSizes) - 1]))
        commands.emplace_back(SetTextSize{next_text_size(size, 1)});
}

void about() {
    ui::section(text::kAbout);
    ui::hint(text::kAboutWords);
    ui::hint(fmt::format(text::kOwnLicence, geo::kVersion));
    ui::hint(geo::library_versions() + ", Dear ImGui " IMGUI_VERSION);
    ImGui::Spacing();
    ui::section(text::kDataLicences);
    for (const char* const line : text::kDataSources) ui::hint(line);
}

} // namespace

void help_sheet(const Model& model, Commands& commands) {
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kHelpTitle);
    ImGui::PopFont();
    ImGui::Spacing();
    ImGui::BeginChild("help", {0, std::min(px(520), ImGui::GetIO().DisplaySize.y - px(176))});
    ui::scroll_by_keys();
    if (ImGui::GetContentRegionAvail().x > px(560)) {
        if (ImGui::BeginTable("two", 2)) {
            ImGui::TableNextColumn();
            shortcuts("map keys", text::kMapShortcuts);
            ImGui::TableNextColumn();
            shortcuts("window keys", text::kWindowShortcuts);
            ImGui::EndTable();
        }
    } else {
        shortcuts("map keys", text::kMapShortcuts);
        shortcuts("window keys", text::kWindowShortcuts);
    }
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    about();
    ImGui::EndChild();
    ImGui::Spacing();
    text_size(model, commands);
    ImGui::SameLine(ImGui::GetContentRegionMax().x - px(96));
    if (ui::button("close sheet", text::kClose, ui::Look::primary, true, px(96)))
        commands.emplace_back(ShowSheet{Sheet::none});
}

} // namespace app
