#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/timeline_marks.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/before_after_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostListed = 50;
constexpr float kLongestWindow = 1095;

void date_choice(const Model& model, const geo::BeforeAfterSpec& spec, Commands& commands) {
    ui::caption(text::kDateOfChange);
    if (const auto typed = ui::text_field("date of change", geo::iso_from_day(spec.date), text::kDateHint,
                                          ImGui::GetContentRegionAvail().x))
        commands.emplace_back(TypeDateOfChange{*typed});
    const std::vector<TimelineMark> marks = marks_shown(model);
    if (marks.empty()) return;
    std::vector<std::string> names;
    int current = -1;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        names.push_back(geo::iso_from_day(marks[i].days.first) + "  " + marks[i].title);
        if (marks[i].days.first == spec.date) current = static_cast<int>(i);
    }
    if (current < 0) {
        names.emplace_back(
            text::kChooseMark); // inserted in front, g++ 12 sees a copy out of bounds that is none
        std::rotate(names.begin(), names.end() - 1, names.end());
        current = 0;
    }
    const std::size_t n_before = names.size() - marks.size();
    ui::caption(text::kMarksAsDate);
    const auto chosen = ui::choice("mark of change", names, current, text::kMarksAsDateTip);
    if (!chosen || static_cast<std::size_t>(*chosen) < n_before) return;
    geo::BeforeAfterSpec changed = spec;
    changed.date = marks[static_cast<std::size_t>(*chosen) - n_before].days.first;
    commands.emplace_back(SetBeforeAfter{changed});
}

/// Treated and control, in the order of the words; a study file may name others.
constexpr std::array<std::pair<const char*, const char*>, 4> kDisplacements{
    {{"", ""}, {"kp", "balochistan"}, {"balochistan", "kp"}, {"fata", "kp-without-fata"}}};

std::optional<std::size_t> preset_of(const geo::BeforeAfterSpec& spec) {
    for (std::size_t i = 0; i < kDisplacements.size(); ++i)
        if (spec.treated == kDisplacements[i].first && spec.control == kDisplacements[i].second) return i;
    return std::nullopt;
}

std::string displacement_words(const geo::BeforeAfterSpec& spec) {
    if (const auto preset = preset_of(spec)) return text::kDisplacements[*preset];
    return fmt::format(text::kOwnDisplacement, spec.treated, spec.control);
}

void displacement_choice(geo::BeforeAfterSpec spec, Commands& commands) {
    std::vector<std::string> names{std::begin(text::kDisplacements), std::end(text::kDisplacements)};
    const auto preset = preset_of(spec);
    if (!preset) names.push_back(displacement_words(spec));
    const int current = static_cast<int>(preset.value_or(names.size() - 1));
    ui::caption(text::kDisplacementCaption);
    const auto chosen = ui::choice("displacement", names, current, text::kDisplacementTip);
    if (!chosen || static_cast<std::size_t>(*chosen) >= kDisplacements.size()) return;
    std::tie(spec.treated, spec.control) = kDisplacements[static_cast<std::size_t>(*chosen)];
    commands.emplace_back(SetBeforeAfter{spec});
}

void settings(const Model& model, Commands& commands) {
    geo::BeforeAfterSpec spec = *model.study.before_after;
    date_choice(model, spec, commands);
    ui::caption(text::kWindowDays);
    bool longest = !spec.window_days;
    if (!longest) {
        auto n_days = static_cast<float>(*spec.window_days);
        if (ui::slider("days of change", &n_days, 7, kLongestWindow, "%.0f days", true)) {
            spec.window_days = std::max(1, static_cast<int>(std::lround(n_days)));
            commands.emplace_back(SetBeforeAfter{spec});
        }
    }
    if (ui::checkbox("longest window", text::kLongestWindow, &longest)) {
        spec.window_days = longest ? std::nullopt : std::optional(180);
        commands.emplace_back(SetBeforeAfter{spec});
    }
    ui::caption(text::kChangeCells);
    auto km = static_cast<float>(geo::km_from(spec.cell));
    if (ui::slider("change cell", &km, 5, 100, "%.0f km", true)) {
        spec.cell = geo::kilometres(std::max(1.0, std::round(static_cast<double>(km))));
        commands.emplace_back(SetBeforeAfter{spec});
    }
    if (ui::checkbox("relative change", text::kRelativeChange, &spec.relative))
        commands.emplace_back(SetBeforeAfter{spec});
    ui::tooltip(text::kRelativeChangeTip);
    displacement_choice(spec, commands);
}

void numbers(const geo::BeforeAfter& found) {
    ui::hint(fmt::format(text::kChangeWindows, count_text(static_cast<std::uint64_t>(found.n_days)),
                         geo::window_in_words(found.before), geo::window_in_words(found.after)));
    ui::section(text::kChangeTotal);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kChangeBefore, count_text(found.total.n.before));
    ui::row(text::kChangeAfter, count_text(found.total.n.after));
    ui::row(text::kChangeRatio, geo::ratio_in_words(found.total.ratio), text::kChangeRatioTip);
    ImGui::PopStyleVar();
    ImGui::Spacing();
    ui::section(text::kChangeClasses);
    bool any = false;
    for (const geo::ChangeClass c :
         {geo::ChangeClass::more99, geo::ChangeClass::more95, geo::ChangeClass::more90,
          geo::ChangeClass::fewer90, geo::ChangeClass::fewer95, geo::ChangeClass::fewer99}) {
        const std::uint32_t n = found.of_cells.n_by_class[static_cast<std::size_t>(c)];
        if (n > 0) ui::row(geo::in_words(c), count_text(n));
        any = any || n > 0;
    }
    if (!any) ui::hint(text::kNoChange);
    const std::string n = count_text(found.of_cells.n_tested);
    ui::hint(found.of_cells.all_alike()
                 ? fmt::format(text::kChangeAlike, n)
                 : fmt::format(text::kChangeTested, n, geo::short_number(found.of_cells.likeness)));
}

/// Two lines: where, and the counts. A click moves the map there.
void change_row(const std::string& name, const std::string& title, const std::string& tip,
                const geo::Change& change, const geo::LonLatBox& box, Commands& commands) {
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, 2 * line + px(8)};
    if (ImGui::InvisibleButton(name.c_str(), size)) commands.emplace_back(FlyToBox{box});
    ui::name_item(name);
    if (!ImGui::IsItemVisible()) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(start, {start.x + size.x, start.y + size.y}, color(palette().hover), px(4));
    ui::tooltip(tip.c_str());
    list.PushClipRect(start, {start.x + size.x, start.y + size.y}, true);
    list.AddText({start.x + px(4), start.y + px(4)}, color(palette().text), title.c_str());
    const std::string words = fmt::format(text::kChangeRow, count_text(change.n.before),
                                          count_text(change.n.after), geo::in_words(change.change_class));
    list.AddText({start.x + px(4), start.y + px(4) + line}, color(palette().faint), words.c_str());
    list.PopClipRect();
}

std::string tip_of(const std::string& title, const geo::Change& change, std::uint32_t n_vague) {
    return fmt::format(text::kChangeTip, title, count_text(change.n.before), count_text(change.n.after),
                       geo::ratio_in_words(change.ratio), std::exp(change.log_ratio), change.p, change.q,
                       geo::in_words(change.change_class),
                       n_vague > 0 ? fmt::format(text::kChangeTipVague, count_text(n_vague)) : "");
}

void cell_list(const geo::BeforeAfter& found, Commands& commands) {
    if (found.ranked_cells.empty()) return;
    ui::section(text::kChangeList);
    for (std::size_t i = 0; i < std::min(kMostListed, found.ranked_cells.size()); ++i) {
        const geo::RankedChange& ranked = found.ranked_cells[i];
        const geo::ChangeCell& cell = found.cells[ranked.at];
        change_row(fmt::format("change {}", i + 1), ranked.name,
                   tip_of(ranked.name, cell.change, cell.n_vague), cell.change, ranked.box, commands);
    }
}

void district_list(const geo::BeforeAfter& found, Commands& commands) {
    if (found.ranked_districts.empty()) return;
    ui::section(text::kChangeDistricts);
    for (std::size_t i = 0; i < std::min(kMostListed, found.ranked_districts.size()); ++i) {
        const geo::RankedChange& ranked = found.ranked_districts[i];
        const geo::Change& change = found.districts[ranked.at].change;
        change_row(fmt::format("change of district {}", i + 1), ranked.name, tip_of(ranked.name, change, 0),
                   change, ranked.box, commands);
    }
}

void remarks(const Model& model, const geo::BeforeAfter& found) {
    const geo::BeforeAfterSpec& spec = *model.study.before_after;
    if (found.displacement)
        ui::hint(fmt::format(text::kChangeDisplacement, displacement_words(spec),
                             found.displacement->difference, found.displacement->low,
                             found.displacement->high));
    if (found.n_straddling > 0)
        ui::hint(fmt::format(text::kChangeStraddling, count_text(found.n_straddling)));
    if (found.n_left_out > 0) ui::hint(fmt::format(text::kChangeLeftOut, count_text(found.n_left_out)));
    if (found.n_vague > 0) ui::hint(fmt::format(text::kChangeVague, count_text(found.n_vague)));
    ui::hint(text::kChangeMeaning);
}

} // namespace

void before_after_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.before_after.has_value();
    if (ui::checkbox("compare a date", text::kCompareDate, &wanted))
        commands.emplace_back(
            SetBeforeAfter{wanted ? std::optional(usual_before_after(model)) : std::nullopt});
    ui::tooltip(text::kCompareDateTip);
    if (!model.study.before_after) return ui::hint(text::kCompareOff);
    settings(model, commands);
    if (!model.table() || !model.run.snapshot->before_after.value) return;
    const geo::BeforeAfter& found = *model.run.snapshot->before_after.value;
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, before_after_is_current(model) ? 1.0f : 0.5f);
    if (found.fault.empty()) {
        numbers(found);
        ImGui::Spacing();
        cell_list(found, commands);
        district_list(found, commands);
        ImGui::Spacing();
        remarks(model, found);
    } else {
        std::string sentence = found.fault;
        sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
        ui::hint(sentence + ".");
    }
    ImGui::PopStyleVar();
}

} // namespace app
