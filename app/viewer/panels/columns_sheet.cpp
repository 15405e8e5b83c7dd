#include <fmt/format.h>

#include <array>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using geo::Role;

struct RoleWords {
    Role role;
    const char* words;
};
/// What people correct; the rest follows from the layout.
constexpr std::array<RoleWords, 16> kRoles{{{Role::lon, "Longitude"},
                                            {Role::lat, "Latitude"},
                                            {Role::date, "Date"},
                                            {Role::date_end, "Last day"},
                                            {Role::year, "Year"},
                                            {Role::month, "Month"},
                                            {Role::day, "Day of the month"},
                                            {Role::category, "Category"},
                                            {Role::deaths_best, "Deaths, best estimate"},
                                            {Role::deaths_low, "Deaths, low"},
                                            {Role::deaths_high, "Deaths, high"},
                                            {Role::place_precision, "Precision of the place"},
                                            {Role::date_precision, "Precision of the date"},
                                            {Role::id, "Identifier"},
                                            {Role::actor, "Actor"},
                                            {Role::notes, "Description"}}};

constexpr std::array<std::optional<geo::SchemaKind>, 5> kLayouts{
    std::nullopt, geo::SchemaKind::acled, geo::SchemaKind::ucdp_ged, geo::SchemaKind::gtd,
    geo::SchemaKind::generic};

void labelled(const char* words, float label_width) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words);
    ImGui::SameLine(label_width);
}

/// "(guessed) event_date", "(none)", then the columns of the file.
void role_choice(const RoleWords& role, const ColumnsDraft& draft, const geo::Schema& guess,
                 float label_width, Commands& commands) {
    const geo::TablePreview& preview = *draft.preview;
    const auto guessed = geo::column_of(guess.roles, role.role);
    std::vector<std::string> items{guessed ? std::string(text::kGuessed) + "  " + preview.header[*guessed]
                                           : std::string(text::kNoColumn)};
    const auto set = draft.roles.columns.find(role.role);
    int current = 0;
    for (const std::string& name : preview.header) {
        items.push_back(name);
        if (set != draft.roles.columns.end() && set->second == name)
            current = static_cast<int>(items.size()) - 1;
    }
    labelled(role.words, label_width);
    const auto chosen = ui::choice(fmt::format("role {}", geo::name_of(role.role)).c_str(), items, current);
    if (!chosen) return;
    geo::RoleOptions changed = draft.roles;
    changed.columns.erase(role.role);
    if (*chosen > 0) changed.columns[role.role] = preview.header[static_cast<std::size_t>(*chosen) - 1];
    commands.emplace_back(EditRoles{std::move(changed)});
}

void layout_choice(const ColumnsDraft& draft, float label_width, Commands& commands) {
    int current = 0;
    for (std::size_t i = 0; i < kLayouts.size(); ++i)
        if (kLayouts[i] == draft.roles.schema) current = static_cast<int>(i);
    labelled(text::kLayoutChoice, label_width);
    const auto chosen =
        ui::choice("layout", {text::kAutomatic, "ACLED", "UCDP GED", "GTD", text::kPlainFile}, current);
    geo::RoleOptions changed = draft.roles;
    if (chosen) {
        changed.schema = kLayouts[static_cast<std::size_t>(*chosen)];
        commands.emplace_back(EditRoles{changed});
    }
    labelled(text::kDayOrder, label_width);
    const std::vector<std::string> orders(std::begin(text::kDayOrders), std::end(text::kDayOrders));
    if (const auto order = ui::choice("day order", orders, static_cast<int>(draft.roles.day_order))) {
        changed.day_order = static_cast<geo::DayOrder>(*order);
        commands.emplace_back(EditRoles{changed});
    }
}

void first_rows(const geo::TablePreview& preview) {
    ImGui::Spacing();
    ui::section(text::kFirstRows);
    constexpr int kMostColumns = 60; // Dear ImGui has at most 64
    const int n_columns = std::min(kMostColumns, static_cast<int>(preview.header.size()));
    const float row_height = ImGui::GetTextLineHeight() + px(6);
    const float height = row_height * static_cast<float>(preview.rows.size() + 1) + px(14);
    const ImGuiTableFlags flags =
        ImGuiTableFlags_ScrollX | ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_Resizable;
    if (n_columns == 0 || !ImGui::BeginTable("first rows", n_columns, flags, {0, height})) return;
    for (int i = 0; i < n_columns; ++i)
        ImGui::TableSetupColumn(preview.header[static_cast<std::size_t>(i)].c_str(),
                                ImGuiTableColumnFlags_WidthFixed, px(112));
    ImGui::TableHeadersRow();
    for (const std::vector<std::string>& row : preview.rows) {
        ImGui::TableNextRow();
        for (int i = 0; i < n_columns; ++i) {
            ImGui::TableNextColumn();
            const std::string& cell = row[static_cast<std::size_t>(i)];
            ui::fitted_text(cell.substr(0, cell.find_first_of("\r\n")), ImGui::GetContentRegionAvail().x);
        }
    }
    ImGui::EndTable();
}

void buttons(const ColumnsDraft& draft, Commands& commands) {
    ImGui::Spacing();
    if (ui::button("guess all", text::kGuessAll, ui::Look::quiet, !(draft.roles == geo::RoleOptions{})))
        commands.emplace_back(EditRoles{{}});
    ImGui::SameLine(ImGui::GetContentRegionMax().x - px(96 + 112 + 8));
    if (ui::button("close sheet", text::kCancel, ui::Look::plain, true, px(96)))
        commands.emplace_back(ShowSheet{Sheet::none});
    ImGui::SameLine(0, px(8));
    if (ui::button("apply columns", text::kApply, ui::Look::primary, draft.preview.has_value(), px(112)))
        commands.emplace_back(ApplyRoles{});
}

} // namespace

void columns_sheet(const Model& model, Commands& commands) {
    const ColumnsDraft& draft = model.view.columns;
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kColumnsTitle);
    ImGui::PopFont();
    if (draft.preview) {
        ui::hint(text::kColumnsWords);
        ImGui::Spacing();
        // What would be guessed for a role if nothing were said about it.
        const float label_width = px(190);
        ImGui::BeginChild("roles", {0, std::min(px(330), ImGui::GetIO().DisplaySize.y - px(380))}, false,
                          ImGuiWindowFlags_NavFlattened);
        layout_choice(draft, label_width, commands);
        geo::RoleOptions unsaid = draft.roles;
        unsaid.columns.clear();
        const geo::Schema guess = draft.preview->guessed(unsaid);
        for (const RoleWords& role : kRoles) role_choice(role, draft, guess, label_width, commands);
        ImGui::EndChild();
        first_rows(*draft.preview);
    } else if (draft.error.empty()) {
        ui::hint("\xe2\x80\xa6");
    } else {
        ui::hint(fmt::format(text::kNoPreview, draft.error));
    }
    buttons(draft, commands);
}

} // namespace app
