#include <fmt/format.h>

#include <algorithm>

#include "app/viewer/icons_time.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/timeline_marks.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

constexpr float kWidth = 460, kDays = 176;

geo::DayWindow days_of(const geo::TimeMark& mark) { return {mark.first, mark.last + days{1}}; }

/// The days that were typed, or a sentence in the status bar.
std::optional<geo::DayWindow> read_days(const std::string& typed, Commands& commands) {
    const auto window = mark_days_from(typed);
    commands.emplace_back(window ? Tell{} : Tell{{fmt::format(text::kNotMarkDays, typed), true}});
    return window;
}

void bundled(const Model& model, Commands& commands) {
    bool shown = model.study.timeline.show_events;
    if (ui::checkbox("show events", text::kShowEvents, &shown)) commands.emplace_back(ShowEvents{shown});
    const geo::DayWindow window = model.timeline.window;
    const auto here = std::count_if(model.events.begin(), model.events.end(), [&](const auto& event) {
        return event.first < window.last && event.last >= window.first;
    });
    ui::hint(fmt::format(text::kMarksHere, here, model.events.size()));
    if (!shown) return;
    for (const geo::TimelineEvent& event : model.events) {
        ui::caption(mark_days_text({event.first, event.last + days{1}}));
        ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + px(kDays + 8));
        ui::fitted_text(event.title, ImGui::GetContentRegionAvail().x);
        ui::tooltip((event.title + "\n" + event.note + "\n" + event.source +
                     (event.url.empty() ? "" : "\n" + event.url))
                        .c_str());
    }
}

void own_mark(std::size_t index, const geo::TimeMark& mark, Commands& commands) {
    const std::string id = std::to_string(index + 1);
    const float text_width = ImGui::GetContentRegionAvail().x - px(kDays + 8 + 32);
    if (const auto typed = ui::text_field(("mark days " + id).c_str(), mark_days_text(days_of(mark)),
                                          text::kMarkDays, px(kDays)))
        if (const auto window = read_days(*typed, commands))
            commands.emplace_back(EditMark{index, {window->first, window->last - days{1}, mark.text}});
    ImGui::SameLine(0, px(8));
    if (const auto typed =
            ui::text_field(("mark text " + id).c_str(), mark.text, text::kMarkText, text_width))
        commands.emplace_back(EditMark{index, {mark.first, mark.last, *typed}});
    ImGui::SameLine(0, px(4));
    if (ui::icon_button(("remove mark " + id).c_str(), icon_or(icon::remove, "x"), text::kRemoveMark))
        commands.emplace_back(RemoveMark{index});
}

void add_draft(const MarkDraft& draft, Commands& commands) {
    if (draft.days.empty() || draft.text.empty()) {
        commands.emplace_back(Tell{{text::kMarkNeedsWords, true}});
        return;
    }
    if (const auto window = read_days(draft.days, commands))
        commands.emplace_back(AddMark{{window->first, window->last - days{1}, draft.text}});
}

void new_mark(const Model& model, Commands& commands) {
    const MarkDraft& draft = model.view.mark_draft;
    const float text_width = ImGui::GetContentRegionAvail().x - px(kDays + 8 + 64);
    if (const auto typed = ui::text_field("new mark days", draft.days, text::kMarkDays, px(kDays)))
        commands.emplace_back(DraftMark{*typed, draft.text});
    ImGui::SameLine(0, px(8));
    const auto typed = ui::text_field("new mark text", draft.text, text::kMarkText, text_width);
    const bool entered = typed && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
    if (typed) commands.emplace_back(DraftMark{draft.days, *typed});
    ImGui::SameLine(0, px(8));
    // Always to be pressed: the press itself ends the typing of the text.
    const bool pressed = ui::button("add mark", text::kAddMark, ui::Look::primary, true, px(56));
    if (pressed || entered) add_draft({draft.days, typed.value_or(draft.text)}, commands);
}

} // namespace

void marks_menu(const Model& model, Commands& commands) {
    if (ui::icon_button("marks", icon_or(icon::flag, "!"), text::kMarks)) ImGui::OpenPopup(kMarksMenu);
    const float width = std::min(px(kWidth), ImGui::GetIO().DisplaySize.x - px(16));
    menu_above(width);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, px(400)});
    if (!ImGui::BeginPopup(kMarksMenu)) return;
    close_on_escape();
    bundled(model, commands);
    ImGui::Separator();
    ui::section(text::kOwnMarks);
    const auto& marks = model.study.timeline.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) own_mark(i, marks[i], commands);
    new_mark(model, commands);
    ui::hint(text::kOwnMarksHint);
    ImGui::EndPopup();
}

} // namespace app
