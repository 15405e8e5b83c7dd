#include <imgui.h>

#include <imgui_stdlib.h>

#include <array>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/write_picture.hpp"
#include "app/viewer/panels/export_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

constexpr std::array<int, 6> kResolutions{96, 144, 150, 200, 300, 600};

/// A field with its name left of it; call before the field.
void labelled(const char* words) {
    ImGui::TableNextRow(0, px(32));
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ImGui::TextUnformatted(words);
    ImGui::PopStyleColor();
    ImGui::TableNextColumn();
}

void folder_listing(const ExportDraft& draft, Commands& commands) {
    const std::filesystem::path folder = draft.folder;
    ImGui::BeginChild("folders", {0, 4 * ImGui::GetTextLineHeightWithSpacing()}, true,
                      ImGuiWindowFlags_NavFlattened);
    const auto entry = [&](const char* sign, const std::string& name, const std::filesystem::path& target) {
        if (ImGui::Selectable((std::string(sign) + "  " + name + "##" + name).c_str()))
            commands.emplace_back(EditExportFolder{target.string()});
        ui::name_item("folder " + name);
    };
    if (folder.has_parent_path() && folder != folder.root_path())
        entry(icon_or(icon::up, "^"), text::kParentFolder, folder.parent_path());
    for (const std::string& name : draft.facts.folders)
        entry(icon_or(icon::folder, "/"), name, folder / name);
    ImGui::EndChild();
}

void folder_row(const ExportDraft& draft, Commands& commands) {
    labelled(text::kFolder);
    std::string folder = draft.folder;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - px(96 + 8));
    if (ImGui::InputText("##export folder", &folder)) commands.emplace_back(EditExportFolder{folder});
    ui::name_item("export folder");
    ImGui::SameLine(0, px(8));
    if (ui::button("browse folder", text::kBrowse, ui::Look::plain, true, px(96)))
        commands.emplace_back(BrowseExport{!draft.browsing});
    if (draft.browsing) folder_listing(draft, commands);
}

constexpr std::array<geo::CoarseGrid, 6> kCells{{{0.1, geo::CoarseGrid::Unit::degrees},
                                                 {0.5, geo::CoarseGrid::Unit::degrees},
                                                 {5, geo::CoarseGrid::Unit::km},
                                                 {10, geo::CoarseGrid::Unit::km},
                                                 {25, geo::CoarseGrid::Unit::km},
                                                 {50, geo::CoarseGrid::Unit::km}}};
constexpr std::array<int, 4> kMergeUnder{0, 3, 5, 10};

std::string cell_words(const geo::CoarseGrid& grid) {
    const bool km = grid.unit == geo::CoarseGrid::Unit::km;
    return fmt::format(text::kPlacesInCells, fmt::format("{}{}", grid.side, km ? " km" : "\xc2\xb0"));
}

void cell_choice(geo::PublishSpec spec, Commands& commands) {
    std::vector<std::string> words{text::kPlacesExact};
    int current = 0;
    for (const geo::CoarseGrid& grid : kCells) {
        if (spec.coarsen == grid) current = static_cast<int>(words.size());
        words.push_back(cell_words(grid));
    }
    const auto chosen = ui::choice("places kept", words, current);
    ui::tooltip(text::kPlacesHint);
    if (!chosen) return;
    spec.coarsen.reset();
    if (*chosen > 0) spec.coarsen = kCells[static_cast<std::size_t>(*chosen) - 1];
    commands.emplace_back(PublishAs{spec});
}

void merge_choice(geo::PublishSpec spec, Commands& commands) {
    std::vector<std::string> words;
    int current = 0;
    for (const int least : kMergeUnder) {
        if (spec.merge_under == least) current = static_cast<int>(words.size());
        words.push_back(least == 0 ? text::kMergeAny : fmt::format(text::kMergeUnder, least));
    }
    const auto chosen = ui::choice("merge under", words, current);
    ui::tooltip(text::kMergeHint);
    if (!chosen) return;
    spec.merge_under = kMergeUnder[static_cast<std::size_t>(*chosen)];
    commands.emplace_back(PublishAs{spec});
}

/// How exactly places leave; the merging is asked for cells only.
void places_row(const ExportDraft& draft, Commands& commands) {
    labelled(text::kPlacesKept);
    if (!ImGui::BeginTable("places", 2)) return;
    ImGui::TableNextColumn();
    cell_choice(draft.publish, commands);
    ImGui::TableNextColumn();
    if (draft.publish.coarsen) merge_choice(draft.publish, commands);
    ImGui::EndTable();
}

void columns_row(const ExportDraft& draft, Commands& commands) {
    labelled(text::kColumnsKept);
    const std::vector<std::string> choices(std::begin(text::kColumnChoices), std::end(text::kColumnChoices));
    if (const auto chosen = ui::choice("columns kept", choices, static_cast<int>(draft.columns)))
        commands.emplace_back(KeepColumns{static_cast<geo::ColumnsKept>(*chosen)});
    ui::tooltip(text::kColumnsHint);
}

void size_field(PictureDraft picture, Commands& commands) {
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - px(28));
    if (ImGui::InputTextWithHint("##picture size", text::kSizeHint, &picture.size))
        commands.emplace_back(EditPicture{picture});
    ui::name_item("picture size");
    ImGui::SameLine(0, 0);
    if (ui::icon_button("picture sizes", icon_or(icon::caret, "v"), text::kPictureSize))
        ImGui::OpenPopup("sizes");
    if (!ImGui::BeginPopup("sizes")) return;
    for (const char* size : text::kPictureSizes) {
        if (ImGui::Selectable(size)) {
            picture.size = size;
            commands.emplace_back(EditPicture{picture});
        }
        ui::name_item(std::string("size ") + size);
    }
    ImGui::EndPopup();
}

void resolution_choice(PictureDraft picture, Commands& commands) {
    std::vector<std::string> words;
    int current = -1;
    for (const int dpi : kResolutions) {
        if (dpi == picture.dpi) current = static_cast<int>(words.size());
        words.push_back(fmt::format("{} {}", dpi, text::kDpi));
    }
    const auto chosen = ui::choice("picture dpi", words, current);
    if (!chosen) return;
    picture.dpi = kResolutions[static_cast<std::size_t>(*chosen)];
    commands.emplace_back(EditPicture{picture});
}

void picture_rows(const Model& model, Commands& commands) {
    PictureDraft picture = model.view.exporter.picture;
    labelled(text::kPictureSize);
    if (ImGui::BeginTable("picture", 4)) {
        for (const float width : {170.0f, 110.0f, 110.0f})
            ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, px(width));
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
        ImGui::TableNextColumn();
        size_field(picture, commands);
        ImGui::TableNextColumn();
        resolution_choice(picture, commands);
        ImGui::TableNextColumn();
        const auto theme = ui::choice("picture theme", {text::kThemes[0], text::kThemes[1]},
                                      picture.theme == geo::Theme::dark ? 1 : 0);
        if (theme) {
            picture.theme = *theme == 1 ? geo::Theme::dark : geo::Theme::light;
            commands.emplace_back(EditPicture{picture});
        }
        ImGui::TableNextColumn();
        ImGui::AlignTextToFramePadding();
        const auto options = options_of(picture);
        if (options) ui::caption(size_on_paper(*options));
        ImGui::EndTable();
    }
    labelled(text::kPictureTitle);
    ImGui::SetNextItemWidth(-FLT_MIN);
    if (ImGui::InputTextWithHint("##picture title", model.scene.text.title.c_str(), &picture.title))
        commands.emplace_back(EditPicture{picture});
    ui::name_item("picture title");
}

} // namespace

void export_options(const Model& model, Commands& commands) {
    const ExportDraft& draft = model.view.exporter;
    if (!ImGui::BeginTable("export options", 2)) return;
    ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthFixed, px(72));
    ImGui::TableSetupColumn("field", ImGuiTableColumnFlags_WidthStretch);
    folder_row(draft, commands);
    const TakeFile& strip = draft.file(Take::strip);
    const bool strip_picture = strip.wanted && is_picture_path(strip.name);
    const bool exact_incidents =
        draft.file(Take::incidents).wanted && !draft.publish.coarsen; // else columns are given
    const bool others = draft.file(Take::clusters).wanted || draft.file(Take::report).wanted;
    if (exact_incidents || others || (strip.wanted && !strip_picture))
        columns_row(draft, commands);
    if (draft.file(Take::incidents).wanted) places_row(draft, commands);
    if (draft.file(Take::picture).wanted || strip_picture) picture_rows(model, commands);
    ImGui::EndTable();
}

} // namespace app
