#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"

namespace app {

namespace {

using geo::SupportKind;
using geo::SupportRule;

constexpr SupportRule kRules[] = {{SupportKind::disc, geo::kilometres(25), false}, // first: not stated
                                  {SupportKind::disc, geo::kilometres(25), false},
                                  {SupportKind::admin2, {}, false},
                                  {SupportKind::admin2, geo::kilometres(25), true},
                                  {SupportKind::admin1, {}, false},
                                  {SupportKind::country, {}, false},
                                  {SupportKind::not_usable, {}, false}};

std::optional<SupportRule> rule_of(const Model& model, const std::string& code) {
    const auto own = model.study.precision.codes.find(code);
    if (own != model.study.precision.codes.end()) return own->second;
    return geo::usual_support_rule(model.table()->origin.schema.kind, code);
}

int index_of(const std::optional<SupportRule>& rule) {
    if (!rule) return 0;
    for (int i = 1; i < static_cast<int>(std::size(kRules)); ++i)
        if (kRules[i].kind == rule->kind && kRules[i].only_if_named == rule->only_if_named) return i;
    return 0;
}

void set_rule(const Model& model, const std::string& code, const SupportRule& rule, Commands& commands) {
    geo::PrecisionSpec changed = model.study.precision;
    changed.codes[code] = rule;
    // What the publisher's table says anyway is not kept as the user's own word.
    if (geo::usual_support_rule(model.table()->origin.schema.kind, code) == rule) changed.codes.erase(code);
    commands.emplace_back(SetPrecision{std::move(changed)});
}

/// A length in kilometres, typed.
std::optional<geo::Metres> typed_km(const std::string& name, geo::Metres current, float width,
                                    Commands& commands) {
    const auto typed = ui::text_field(name.c_str(), fmt::format("{:g}", geo::km_from(current)), "km", width);
    if (!typed) return std::nullopt;
    const auto km = geo::number_from_text(geo::trimmed(*typed));
    if (km && *km > 0 && *km <= 20'000) return geo::kilometres(*km);
    commands.emplace_back(Tell{{fmt::format(text::kNotALengthKm, *typed), true}});
    return std::nullopt;
}

void code_row(const Model& model, const geo::PrecisionCount& count, Commands& commands) {
    const std::string& code = count.code.code;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    const std::string words = code.empty()              ? text::kNoCode
                              : count.code.admin2_named ? fmt::format(text::kCodeWithDistrict, code)
                                                        : code;
    ui::fitted_text(words, ImGui::GetContentRegionAvail().x);
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(count_text(count.n).c_str());
    ImGui::TableNextColumn();
    if (code.empty()) return; // nothing was said, so nothing stands for it
    const auto rule = rule_of(model, code);
    const std::string id = code + (count.code.admin2_named ? " district" : "");
    const std::vector<std::string> names(std::begin(text::kSupportNames), std::end(text::kSupportNames));
    const int current = index_of(rule);
    const auto chosen = ui::choice(("stands for " + id).c_str(), names, current);
    if (chosen && *chosen > 0 && *chosen != current) {
        SupportRule next = kRules[*chosen];
        if (rule && rule->radius.value > 0 && next.radius.value > 0) next.radius = rule->radius;
        set_rule(model, code, next, commands);
    }
    ImGui::TableNextColumn();
    if (!rule || !(rule->radius.value > 0)) return;
    if (const auto radius = typed_km("radius " + id, rule->radius, px(84), commands)) {
        SupportRule next = *rule;
        next.radius = *radius;
        set_rule(model, code, next, commands);
    }
}

void codes(const Model& model, Commands& commands) {
    const auto counts = geo::count_precision_codes(*model.table(), model.study.precision);
    const float row_height = ImGui::GetFrameHeight() + px(8);
    const float wanted = row_height * static_cast<float>(counts.size()) + px(36);
    const float height = std::min(wanted, std::max(px(140), ImGui::GetIO().DisplaySize.y - px(470)));
    if (!ImGui::BeginTable("precision codes", 4, ImGuiTableFlags_ScrollY, {0, height})) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(text::kCode, ImGuiTableColumnFlags_WidthFixed, px(130));
    ImGui::TableSetupColumn(text::kCount, ImGuiTableColumnFlags_WidthFixed, px(80));
    ImGui::TableSetupColumn(text::kStandsForColumn, ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(text::kRadius, ImGuiTableColumnFlags_WidthFixed, px(92));
    ImGui::TableHeadersRow();
    for (const geo::PrecisionCount& count : counts) code_row(model, count, commands);
    ImGui::EndTable();
}

void area_discs(const Model& model, Commands& commands) {
    ImGui::Spacing();
    ui::section(text::kAreaDiscs);
    const auto field = [&](const char* name, const char* label, geo::Metres geo::PrecisionSpec::*length,
                           bool first) {
        if (!first) ImGui::SameLine(0, px(20));
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(label);
        ImGui::SameLine(0, px(8));
        const auto radius = typed_km(name, model.study.precision.*length, px(72), commands);
        ImGui::SameLine(0, px(4));
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted("km");
        if (!radius) return;
        geo::PrecisionSpec changed = model.study.precision;
        changed.*length = *radius;
        commands.emplace_back(SetPrecision{std::move(changed)});
    };
    field("admin2 radius", text::kAdmin2Radius, &geo::PrecisionSpec::admin2, true);
    field("admin1 radius", text::kAdmin1Radius, &geo::PrecisionSpec::admin1, false);
    field("country radius", text::kCountryRadius, &geo::PrecisionSpec::country, false);
}

void population(const geo::Districts& districts) {
    if (!districts.has_population()) return;
    const auto known = std::count_if(districts.population.begin(), districts.population.end(),
                                     [](double people) { return !std::isnan(people); });
    ui::hint(fmt::format(text::kPopulationLoaded, known, districts.population.size(),
                         districts.population_column));
    if (districts.unknown_names.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(districts.unknown_names.size(), 8); ++i)
        names += (i > 0 ? ", " : "") + districts.unknown_names[i];
    if (districts.unknown_names.size() > 8) names += "\xe2\x80\xa6";
    ui::hint(fmt::format(text::kPopulationUnknown, districts.unknown_names.size(), names));
}

void districts(const Model& model, Commands& commands) {
    ImGui::Spacing();
    ui::section(text::kDistricts);
    const geo::Snapshot& snapshot = *model.run.snapshot;
    const std::string& path = model.study.districts.path;
    if (path.empty())
        ui::hint(text::kNoDistricts);
    else if (snapshot.districts.value && snapshot.supports.value)
        ui::hint(fmt::format(text::kDistrictsLoaded, std::filesystem::path(path).filename().string(),
                             count_text(snapshot.districts.value->areas.areas.size()),
                             count_text(snapshot.supports.value->areas.size())));
    if (snapshot.districts.value) population(*snapshot.districts.value);
    if (snapshot.supports.value && snapshot.supports.value->n_without_polygon > 0)
        ui::hint(fmt::format(text::kWithoutPolygon, count_text(snapshot.supports.value->n_without_polygon)));
    if (ui::button("load districts", text::kLoadDistricts))
        commands.emplace_back(ShowDialog{PathDialog::Kind::districts});
    if (path.empty()) return;
    ImGui::SameLine(0, px(8));
    if (ui::button("load population", text::kLoadPopulation))
        commands.emplace_back(ShowDialog{PathDialog::Kind::population});
    ImGui::SameLine(0, px(8));
    if (!ui::button("remove districts", text::kRemoveDistricts, ui::Look::quiet)) return;
    commands.emplace_back(SetDistricts{});
}

} // namespace

void precision_sheet(const Model& model, Commands& commands) {
    ImGui::PushFont(ui_fonts().title);
    ImGui::TextUnformatted(text::kPrecisionTitle);
    ImGui::PopFont();
    if (!model.table()) return;
    ui::hint(text::kPrecisionWords);
    if (model.table()->origin.schema.kind == geo::SchemaKind::generic) ui::hint(text::kPrecisionGeneric);
    ImGui::Spacing();
    codes(model, commands);
    area_discs(model, commands);
    districts(model, commands);
    ImGui::Spacing();
    const geo::PrecisionSpec& spec = model.study.precision;
    if (ui::button("usual precision", text::kUsualPrecision, ui::Look::quiet,
                   !(spec == geo::PrecisionSpec{})))
        commands.emplace_back(SetPrecision{});
    ImGui::SameLine(ImGui::GetContentRegionMax().x - px(96));
    if (ui::button("close sheet", text::kClose, ui::Look::primary, true, px(96)))
        commands.emplace_back(ShowSheet{Sheet::none});
}

} // namespace app
