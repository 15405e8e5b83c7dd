#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/where_parts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"

namespace app {

namespace {

struct AreaName {
    const char* id;
    const char* name;
};
constexpr std::array<AreaName, 6> kAreas{{{"", text::kEverywhere},
                                          {"study", text::kStudyArea},
                                          {"kp", text::kKp},
                                          {"kp-without-fata", text::kKpWithoutFata},
                                          {"fata", text::kFata},
                                          {"balochistan", text::kBalochistan}}};

void title(const Model& model, Commands& commands) {
    ui::section(text::kFilter);
    if (model.study.filter == geo::Filter{}) return;
    ImGui::PushFont(ui_fonts().caption);
    ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(text::kClearFilter).x);
    if (ui::text_button("clear filter", text::kClearFilter)) commands.emplace_back(ClearFilter{});
    ImGui::PopFont();
}

void category_row(const CategoryCount& category, std::optional<geo::Rgba> tint, bool chosen,
                  Commands& commands) {
    const char* shown_name = category.value.empty() ? text::kNotGiven : category.words.c_str();
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    bool ticked = chosen;
    if (ui::checkbox(("tick " + category.value).c_str(), "", &ticked))
        commands.emplace_back(ToggleCategory{category.value});
    const std::string count = count_text(category.n_beyond);
    const float count_width = ImGui::CalcTextSize(count.c_str()).x;
    ImGui::SameLine(0, px(4));
    float taken = px(40);
    if (tint) { // the colour that the map gives it
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + px(6), at.y + px(12)}, px(5),
                                                    color(*tint, chosen ? 1 : 0.4f));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(16));
        taken += px(16);
    }
    const std::string cut = ui::fitted(shown_name, width - count_width - taken - px(4));
    ImGui::PushStyleColor(ImGuiCol_Text, color(chosen ? palette().text : palette().faint));
    if (ui::shaped_selectable(cut, "only " + category.value, false, 0, {width - count_width - taken, px(22)}))
        commands.emplace_back(OnlyCategory{category.value});
    ui::name_item("only " + category.value);
    if (ImGui::IsItemHovered()) ui::tooltip(fmt::format("{}\n{}", shown_name, text::kOnlyThis).c_str());
    ImGui::SameLine(left + width - count_width);
    ImGui::TextUnformatted(count.c_str());
    ImGui::PopStyleColor();
}

bool holds_words(const CategoryCount& category, const std::string& words) {
    return words.empty() || geo::lowered(category.words).find(geo::lowered(words)) != std::string::npos;
}

void categories(const Model& model, Commands& commands) {
    if (!model.run.summary) return;
    const Summary& summary = *model.run.summary;
    if (summary.categories.empty()) {
        ui::hint(text::kNoCategories);
        return;
    }
    const WhereParts parts = parts_of_where(model.study.filter.where, summary.category_column);
    ui::caption(summary.category_column);
    if (!parts.categories.empty()) {
        ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(text::kAllCategories).x);
        if (ui::text_button("all categories", text::kAllCategories)) commands.emplace_back(AllCategories{});
    }
    constexpr std::size_t kMostRows = 8;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < summary.categories.size(); ++i)
        if (holds_words(summary.categories[i], model.view.category_search)) found.push_back(i);
    if (summary.categories.size() > kMostRows) {
        const std::string hint = fmt::format(text::kSearchCategories, count_text(summary.categories.size()));
        if (const auto typed =
                ui::search_field("search categories", model.view.category_search, hint.c_str()))
            commands.emplace_back(SearchCategories{*typed});
    }
    if (found.empty()) ui::hint(text::kNoCategoryFound);
    const float rows = static_cast<float>(std::min(found.size(), kMostRows));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(4), px(4)});
    ImGui::BeginChild("categories", {0, rows * (ImGui::GetTextLineHeight() + px(8))}, false,
                      ImGuiWindowFlags_NavFlattened);
    const geo::ColoredPoints* points = model.run.snapshot->points.value.get();
    const bool colored = points && points->color_by == summary.category_column;
    const ChosenValues shown = categories_of(parts);
    for (const std::size_t i : found) {
        const CategoryCount& category = summary.categories[i];
        const auto tint = colored ? std::optional(geo::category_color(i)) : std::nullopt;
        category_row(category, tint, shown.holds(category.value), commands);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void length_limit(const char* name, const char* label, const char* format, std::optional<geo::Metres> limit,
                  double preset_km, const std::function<Command(std::optional<geo::Metres>)>& command,
                  Commands& commands) {
    bool on = limit.has_value();
    if (ui::checkbox(name, label, &on))
        commands.push_back(command(on ? std::optional(geo::kilometres(preset_km)) : std::nullopt));
    if (!limit) return;
    auto km = static_cast<float>(geo::km_from(*limit));
    if (ui::slider((std::string(name) + " km").c_str(), &km, 1, 500, format, true))
        commands.push_back(command(geo::kilometres(std::round(static_cast<double>(km)))));
}

void area_choice(const Model& model, Commands& commands) {
    ui::caption(text::kArea);
    std::vector<std::string> names;
    int current = -1;
    for (std::size_t i = 0; i < kAreas.size(); ++i) {
        names.emplace_back(kAreas[i].name);
        if (model.study.filter.area == kAreas[i].id) current = static_cast<int>(i);
    }
    if (current < 0) { // a file of the user's own, from a study
        names.push_back(std::filesystem::path(model.study.filter.area).filename().string());
        current = static_cast<int>(names.size()) - 1;
    }
    const auto chosen = ui::choice("area", names, current);
    if (chosen && *chosen < static_cast<int>(kAreas.size()))
        commands.emplace_back(SetArea{kAreas[static_cast<std::size_t>(*chosen)].id});
}

/// A number that may be left out; what is none is told and changes nothing.
std::optional<std::optional<double>> typed_number(const char* name, const char* hint,
                                                  std::optional<double> current, float width,
                                                  Commands& commands) {
    const auto typed = ui::text_field(name, current ? fmt::format("{}", *current) : "", hint, width);
    if (!typed) return std::nullopt;
    if (geo::trimmed(*typed).empty()) return std::optional<double>();
    const auto number = geo::number_from_text(geo::trimmed(*typed));
    if (number && *number >= 0) return std::optional<double>(*number);
    commands.emplace_back(Tell{{fmt::format(text::kNotANumber, *typed), true}});
    return std::nullopt;
}

void deaths_range(const Model& model, const WhereParts& parts, Commands& commands) {
    if (!model.table() || model.table()->deaths_best.empty()) return;
    ui::caption(text::kDeathsRange);
    const float width = (ImGui::GetContentRegionAvail().x - px(8)) / 2;
    if (const auto from = typed_number("deaths from", text::kAtLeast, parts.deaths_from, width, commands))
        commands.emplace_back(SetDeathsRange{*from, parts.deaths_to});
    ImGui::SameLine(0, px(8));
    if (const auto to = typed_number("deaths to", text::kAtMost, parts.deaths_to, width, commands))
        commands.emplace_back(SetDeathsRange{parts.deaths_from, *to});
}

} // namespace

void filter_panel(const Model& model, Commands& commands) {
    const geo::Filter& filter = model.study.filter;
    const WhereParts parts =
        parts_of_where(filter.where, model.run.summary ? model.run.summary->category_column : "");
    title(model, commands);
    categories(model, commands);
    ImGui::Spacing();
    length_limit(
        "within", text::kWithin, text::kWithinFormat, filter.within, 50,
        [](auto limit) -> Command { return SetWithin{limit}; }, commands);
    length_limit(
        "exact", text::kMaxUncertainty, text::kMaxUncertaintyFormat, filter.max_uncertainty, 25,
        [](auto limit) -> Command { return SetMaxUncertainty{limit}; }, commands);
    if (model.table() && ui::text_button("precision", text::kPrecision))
        commands.emplace_back(ShowSheet{Sheet::precision});
    area_choice(model, commands);
    deaths_range(model, parts, commands);
    if (model.table() && model.table()->column(geo::Role::notes)) {
        ui::caption(text::kSearchNotes);
        if (const auto typed = ui::text_field("search notes", parts.notes, text::kSearchNotesHint, -FLT_MIN))
            commands.emplace_back(SearchNotes{*typed});
    }
    shape_limit(model, commands);
    ui::caption(text::kWhere);
    if (const auto typed = ui::text_field("where", parts.rest, text::kWhereHint, -FLT_MIN))
        commands.emplace_back(SetWhereRest{*typed});
}

} // namespace app
