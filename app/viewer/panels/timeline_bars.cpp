#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/timeline_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

using std::chrono::days;

constexpr float kOutside = 0.42f; // opacity of bars outside the brush
constexpr std::size_t kMostSpans = 4;

bool is_limited(const Model& model) { return model.study.filter.from || model.study.filter.to; }

void bar(const TimelinePlot& plot, const TimeBin& bin, std::uint64_t n, std::uint64_t top, ImU32 tint) {
    if (n == 0) return;
    const float left = plot.x(bin.days.first);
    const float right = std::max(left + 1, plot.x(bin.days.last) - px(1));
    const float share = static_cast<float>(n) / static_cast<float>(std::max<std::uint64_t>(top, 1));
    const float height = std::max(px(1), (plot.bottom - plot.top) * share);
    ImGui::GetWindowDrawList()->AddRectFilled({left, plot.bottom - height}, {right, plot.bottom}, tint);
}

void bars_of_filter(const Model& model, const TimelinePlot& plot, float opacity) {
    for (const TimeBin& bin : model.timeline.bins)
        bar(plot, bin, bin.n_shown, model.timeline.top, color(palette().bars, opacity));
}

/// Full colour inside the brush, paler outside; a bin that the brush cuts is both.
void filtered_bars(const Model& model, const TimelinePlot& plot) {
    const geo::DayWindow range = timeline_range(model);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!is_limited(model)) return bars_of_filter(model, plot, 1);
    const float left = plot.x(range.first), right = plot.x(range.last);
    const auto clipped = [&](float from, float to, float opacity) {
        if (to <= from) return;
        list.PushClipRect({from, plot.top}, {to, plot.bottom}, true);
        bars_of_filter(model, plot, opacity);
        list.PopClipRect();
    };
    clipped(plot.left(), left, kOutside);
    clipped(left, right, 1);
    clipped(right, plot.right(), kOutside);
}

/// Spans of days that vague incidents may lie in: the more, the darker. Never a bar, which would look exact.
void vague_strip(const Model& model, const TimelinePlot& plot) {
    if (plot.strip_bottom <= plot.bottom) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    std::uint64_t most = 1;
    for (const VagueCount& vague : model.run.summary->vague) most = std::max(most, vague.n_all);
    const auto strength = [&](std::uint64_t n) {
        return 0.25f + 0.6f * std::sqrt(static_cast<float>(n) / static_cast<float>(most));
    };
    const float top = plot.bottom + px(3);
    const auto spans = [&](auto n_of, geo::Rgba tint) {
        for (const VagueCount& vague : model.run.summary->vague) {
            if (n_of(vague) == 0) continue;
            const float left = std::max(plot.left(), plot.x(vague.days.first));
            const float right =
                std::min(plot.right(), std::max(left + px(2), plot.x(vague.days.last) - px(1)));
            list.AddRectFilled({left, top}, {right, plot.strip_bottom}, color(tint, strength(n_of(vague))),
                               px(2));
        }
    };
    spans([](const VagueCount& vague) { return vague.n_all; }, palette().bars_faint);
    spans([](const VagueCount& vague) { return vague.n_shown; }, palette().faint);
}

std::string words_of_bin(const Model& model, const TimeBin& bin) {
    const Summary& summary = *model.run.summary;
    const bool limited = is_limited(model);
    std::string words = fmt::format(text::kBinDays, geo::iso_from_day(bin.days.first),
                                    geo::iso_from_day(bin.days.last - days{1}));
    if (bin.days.days() == 1) words = geo::iso_from_day(bin.days.first);
    const auto line = [&](const char* format, std::uint64_t n) {
        words += "\n" + fmt::format(fmt::runtime(format), count_text(n));
    };
    if (limited) {
        const geo::DayWindow range = timeline_range(model);
        const geo::DayWindow both{std::max(range.first, bin.days.first), std::min(range.last, bin.days.last)};
        line(text::kBinInRange,
             both.days() > 0 ? count_within(summary.shown_by_day, summary.first_day, both) : 0);
    }
    line(limited ? text::kBinPassTimeless : text::kBinPass, bin.n_shown);
    line(text::kBinInFile, bin.n_all);
    if (bin.n_lasting > 0) line(text::kBinLasting, bin.n_lasting);
    return words;
}

std::string words_of_vague(const Model& model, geo::Day day) {
    std::string words;
    std::size_t n = 0;
    for (const VagueCount& vague : model.run.summary->vague) {
        if (!vague.days.contains(day) || ++n > kMostSpans) continue;
        words += fmt::format(text::kVagueTip, geo::iso_from_day(vague.days.first),
                             geo::iso_from_day(vague.days.last - days{1}), count_text(vague.n_all),
                             count_text(vague.n_shown)) +
                 "\n";
    }
    if (n > kMostSpans) words += fmt::format(text::kVagueMore, n - kMostSpans) + "\n";
    return words + (words.empty() ? "" : "\n") + text::kVagueWords;
}

} // namespace

void timeline_bars(const Model& model, const TimelinePlot& plot) {
    for (const TimeBin& bin : model.timeline.bins)
        bar(plot, bin, bin.n_all, model.timeline.top, color(palette().bars_faint));
    filtered_bars(model, plot);
    vague_strip(model, plot);
    ImGui::GetWindowDrawList()->AddLine({plot.left(), plot.bottom}, {plot.right(), plot.bottom},
                                        color(palette().line));
    if (plot.strip_bottom > plot.bottom)
        ui::name_box("vague strip", {plot.left(), plot.bottom + px(2)}, {plot.right(), plot.strip_bottom});
}

float timeline_captions(const Model& model, const TimelinePlot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    const std::string most = fmt::format(text::kUpTo, count_text(model.timeline.top),
                                         text::kPerBin[static_cast<int>(model.timeline.unit)]);
    float x = plot.left();
    ui::text_at(list, font, {x, plot.labels_top}, color(palette().faint), most);
    x += ui::text_size(font, most).x + px(16);
    if (model.run.summary->n_vague == 0) return x;
    const std::string count = count_text(model.run.summary->n_vague_shown);
    std::string vague = fmt::format(text::kVagueLegend, count);
    if (x + ui::text_size(font, vague).x >
        (plot.left() + plot.right()) / 2 + px(40)) // names of marks need room too
        vague = fmt::format(text::kVagueShort, count);
    const float width = px(16) + ui::text_size(font, vague).x;
    if (x + width > plot.right()) return x;
    const float middle = plot.labels_top + font->FontSize / 2;
    list.AddRectFilled({x, middle - px(3)}, {x + px(10), middle + px(3)}, color(palette().faint, 0.85f),
                       px(2));
    ui::text_at(list, font, {x + px(16), plot.labels_top}, color(palette().faint), vague);
    return x + width + px(16);
}

void timeline_ticks_below(const TimelinePlot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const TimeTick& tick : timeline_ticks(plot.axis, double{px(56)})) {
        const float x = plot.x(tick.day);
        if (x + ui::text_size(ui_fonts().caption, tick.text).x > plot.right()) continue;
        list.AddLine({x, plot.strip_bottom}, {x, plot.strip_bottom + px(4)}, color(palette().faint));
        ui::text_at(list, ui_fonts().caption, {x, plot.strip_bottom + px(4)}, color(palette().faint),
                    tick.text);
    }
}

void timeline_bars_tooltip(const Model& model, const TimelinePlot& plot) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const geo::Day day = plot.axis.day_from_x(std::floor(static_cast<double>(mouse.x)));
    if (mouse.y >= plot.bottom + px(1) && plot.strip_bottom > plot.bottom)
        return tooltip_above(plot, words_of_vague(model, day));
    for (const TimeBin& bin : model.timeline.bins) {
        const auto x = static_cast<double>(mouse.x);
        if (x < plot.axis.x_from_day(bin.days.first) || x >= plot.axis.x_from_day(bin.days.last)) continue;
        return tooltip_above(plot, words_of_bin(model, bin));
    }
}

} // namespace app
