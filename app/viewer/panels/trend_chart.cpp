#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/study/trend_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr float kLeastPitch = 3; // of a bar, in pixels of the design

struct Plot {
    const geo::Trend& trend;
    bool deaths = false;
    ImVec2 low, high; ///< of all bars; a part of it is seen
    double top = 0;   ///< at the upper edge
    float pitch() const { return (high.x - low.x) / static_cast<float>(trend.periods.size()); }
    float x(std::size_t period) const { return low.x + static_cast<float>(period) * pitch(); }
    float y(double value) const {
        return high.y - static_cast<float>(std::min(1.0, value / top)) * (high.y - low.y);
    }
    double value(const geo::TrendCount& count) const { return deaths ? count.deaths_best : double(count.n); }
    bool stacked() const { return !trend.series.empty(); }
};

/// What the whiskers reach to, above and below the bar; equal where there are none.
geo::Interval whiskers(const Plot& plot, const geo::TrendCount& count) {
    if (!plot.deaths) return count.interval;
    const bool known = plot.trend.has_low && plot.trend.has_high;
    return known ? geo::Interval{count.deaths_low, count.deaths_high}
                 : geo::Interval{count.deaths_best, count.deaths_best};
}

double top_of(const geo::Trend& trend, bool deaths) {
    Plot plot{trend, deaths, {}, {}, 1};
    double top = 1;
    for (std::size_t i = 0; i < trend.periods.size(); ++i)
        if (trend.periods[i].state != geo::PeriodState::missing)
            top = std::max({top, plot.value(trend.all.counts[i]), whiskers(plot, trend.all.counts[i]).high});
    return top * 1.04;
}

/// 1, 2 or 5 times a power of ten, some three of which reach the top.
double step_of(double top) {
    const double rough = std::max(1.0, top / 3.5), power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double round : {1.0, 2.0, 5.0})
        if (rough <= round * power) return round * power;
    return 10 * power;
}

/// Lines across, with numbers left of the bars.
void value_axis(const Plot& plot, float left, float right) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    const double step = step_of(plot.top);
    for (double value = 0; value <= plot.top; value += step) {
        const float y = plot.y(value);
        const std::string words = count_text(static_cast<std::uint64_t>(value));
        list.AddLine({left, y}, {right, y}, color(palette().line, value == 0 ? 1 : 0.5f));
        ui::text_at(list, font, {left - ui::text_size(font, words).x - px(4), y - px(8)},
                    color(palette().faint), words);
    }
}

geo::Rgba series_color(const geo::Trend& trend, std::size_t series) {
    constexpr std::size_t kFirstNeighbour = 4; // as in the histogram of distance
    if (trend.by == geo::TrendBy::neighbour) series += kFirstNeighbour;
    return geo::category_color(series < geo::kCategoryColors ? series : geo::kCategoryColors);
}

void stack(const Plot& plot, std::size_t period, float left, float right) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    double sum = 0;
    for (std::size_t s = 0; s < plot.trend.series.size(); ++s) {
        const double value = plot.value(plot.trend.series[s].counts[period]);
        if (value <= 0) continue;
        list.AddRectFilled({left, plot.y(sum + value)}, {right, plot.y(sum)},
                           color(series_color(plot.trend, s)));
        sum += value;
    }
}

/// The bar, paler where the date is too vague, and its interval.
void bar(const Plot& plot, std::size_t period, float left, float right) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const geo::TrendCount& count = plot.trend.all.counts[period];
    const double value = plot.value(count);
    const double sure = plot.deaths ? value : double(count.n - count.n_elsewhere);
    list.AddRectFilled({left, plot.y(value)}, {right, plot.y(sure)}, color(palette().bars, 0.45f));
    list.AddRectFilled({left, plot.y(sure)}, {right, plot.high.y}, color(palette().bars));
    const geo::Interval reach = whiskers(plot, count);
    if (!(reach.high > reach.low)) return;
    const float middle = (left + right) / 2, half = std::max(0.5f, std::min(px(1), (right - left) / 4));
    list.AddRectFilled({middle - half, plot.y(reach.high)}, {middle + half, plot.y(reach.low)},
                       color(palette().text, 0.55f));
}

/// The ground of the days that the file or the time limits do not cover.
void uncovered(const Plot& plot, std::size_t period) {
    const geo::TrendPeriod& p = plot.trend.periods[period];
    if (p.state == geo::PeriodState::complete) return;
    const float share = 1 - static_cast<float>(p.n_covered) / static_cast<float>(p.days.days());
    const bool at_start = period == 0; // the uncovered days are before the first or after the last
    const float left = at_start ? plot.x(period) : plot.x(period + 1) - share * plot.pitch();
    ImGui::GetWindowDrawList()->AddRectFilled({left, plot.low.y}, {left + share * plot.pitch(), plot.high.y},
                                              color(palette().line, 0.6f));
}

int year_of(const geo::TrendPeriod& period) {
    return static_cast<int>(std::chrono::year_month_day{period.days.first}.year());
}

/// Labelled periods: the first of every so many-th year, or every so many-th where there are not two years.
void time_axis(const Plot& plot, std::size_t first, std::size_t last) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    const std::vector<geo::TrendPeriod>& periods = plot.trend.periods;
    const int n_years = year_of(periods.back()) - year_of(periods.front());
    const float wide =
        plot.pitch() * static_cast<float>(periods.size()) / static_cast<float>(std::max(1, n_years));
    const int every = std::max(1, static_cast<int>(std::ceil(px(42) / wide)));
    const auto step = static_cast<std::size_t>(std::ceil(px(74) / plot.pitch()));
    for (std::size_t i = first; i < last; ++i) {
        const bool new_year = i > 0 && year_of(periods[i]) != year_of(periods[i - 1]);
        const bool year_labelled = n_years >= 2 && new_year && year_of(periods[i]) % every == 0;
        if (!year_labelled && !(n_years < 2 && i % step == 0)) continue;
        const std::string words = n_years >= 2 ? std::to_string(year_of(periods[i])) : periods[i].label;
        const float x = plot.x(i), width = ui::text_size(font, words).x;
        list.AddLine({x, plot.high.y}, {x, plot.high.y + px(3)}, color(palette().faint));
        ui::text_at(list, font, {std::min(x, plot.high.x - width), plot.high.y + px(4)},
                    color(palette().faint), words);
    }
}

std::string count_words(const Plot& plot, std::size_t period) {
    const geo::TrendCount& count = plot.trend.all.counts[period];
    const auto rounded = [](double value) {
        return count_text(static_cast<std::uint64_t>(std::llround(value)));
    };
    std::string words =
        fmt::format(text::kTrendTipCount, count_text(count.n), geo::short_number(count.interval.low),
                    geo::short_number(count.interval.high),
                    geo::short_number(count.n / double(plot.trend.periods[period].n_covered)));
    if (plot.trend.has_deaths) words += fmt::format(text::kTrendTipDeaths, rounded(count.deaths_best));
    if (plot.trend.has_low && plot.trend.has_high)
        words += fmt::format(text::kTrendTipRange, rounded(count.deaths_low), rounded(count.deaths_high));
    if (count.n_elsewhere > 0) words += fmt::format(text::kTrendTipElsewhere, count_text(count.n_elsewhere));
    if (count.year_on_year) words += fmt::format(text::kTrendTipYear, geo::year_on_year_words(count));
    return words;
}

void tip(const Plot& plot, std::size_t period) {
    const geo::TrendPeriod& p = plot.trend.periods[period];
    if (p.state == geo::PeriodState::missing)
        return ui::tooltip(fmt::format(text::kTrendTipMissing, p.label).c_str());
    std::string words = p.state == geo::PeriodState::complete
                            ? fmt::format(text::kTrendTipDays, p.label, p.days.days())
                            : fmt::format(text::kTrendTipCovered, p.label, p.n_covered, p.days.days());
    words += count_words(plot, period);
    std::size_t n_told = 0;
    for (const geo::TrendSeries& series : plot.trend.series) {
        const double value = plot.value(series.counts[period]);
        if (value > 0 && n_told++ < geo::kCategoryColors)
            words += fmt::format("\n   {}: {}", series.name, count_text(static_cast<std::uint64_t>(value)));
    }
    ui::tooltip(words.c_str());
}

/// The bars in sight; the period under the mouse.
std::optional<std::size_t> bars(const Plot& plot, float left, float right) {
    const auto at = [&](float x) {
        return static_cast<std::size_t>(std::clamp((x - plot.low.x) / plot.pitch(), 0.0f,
                                                   static_cast<float>(plot.trend.periods.size() - 1)));
    };
    const std::size_t first = at(left), last = at(right) + 1;
    const float gap = plot.pitch() > px(5) ? px(1) : 0;
    for (std::size_t i = first; i < last; ++i) {
        uncovered(plot, i);
        if (plot.trend.periods[i].state == geo::PeriodState::missing) continue;
        if (plot.stacked())
            stack(plot, i, plot.x(i) + gap, plot.x(i + 1) - gap);
        else
            bar(plot, i, plot.x(i) + gap, plot.x(i + 1) - gap);
    }
    time_axis(plot, first, last);
    if (!ImGui::IsItemHovered()) return std::nullopt;
    const std::size_t under = at(ImGui::GetIO().MousePos.x);
    ImGui::GetWindowDrawList()->AddRectFilled({plot.x(under), plot.low.y}, {plot.x(under + 1), plot.high.y},
                                              color(palette().accent, 0.14f));
    return under;
}

std::string of_neighbour(const geo::Trend& trend, const std::string& name) {
    return trend.by == geo::TrendBy::neighbour && name.size() == 3 ? neighbour_name(name) : name;
}

void series_names(const geo::Trend& trend) {
    ImGui::PushFont(ui_fonts().caption);
    for (std::size_t s = 0; s < trend.series.size(); ++s) {
        const bool rest = s >= geo::kCategoryColors && trend.series.size() > geo::kCategoryColors + 1;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + px(4)}, {at.x + px(10), at.y + px(14)},
                                                  color(series_color(trend, s)), px(2));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(16));
        std::uint64_t n = trend.series[s].n;
        if (rest)
            for (std::size_t other = s + 1; other < trend.series.size(); ++other) n += trend.series[other].n;
        const std::string& name = trend.series[s].name;
        ui::row(rest ? text::kTrendOther : of_neighbour(trend, name), count_text(n));
        if (rest) break;
    }
    ImGui::PopFont();
}

/// The chart has just appeared, or has other periods than in the last frame.
bool is_another(std::size_t n_periods) {
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("periods shown");
    const bool other = ImGui::IsWindowAppearing() || kept.GetInt(id) != static_cast<int>(n_periods);
    kept.SetInt(id, static_cast<int>(n_periods));
    return other;
}

} // namespace

void trend_chart(const geo::Trend& trend, bool deaths) {
    const auto unit = static_cast<std::size_t>(trend.per);
    ui::section(fmt::format(fmt::runtime(text::kTrendTitles[unit]), text::kTrendWhat[deaths]).c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float margin = px(34), width = ImGui::GetContentRegionAvail().x - margin, height = px(130);
    const float wide = std::max(width, px(kLeastPitch) * static_cast<float>(trend.periods.size()));
    const float bottom = at.y + height, scrollbar = wide > width ? ImGui::GetStyle().ScrollbarSize : 0;
    Plot plot{
        trend, deaths, {at.x + margin, at.y + px(8)}, {at.x + margin + wide, bottom}, top_of(trend, deaths)};
    value_axis(plot, at.x + margin, at.x + margin + width);
    ImGui::SetCursorScreenPos({at.x + margin, at.y});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImVec4{0, 0, 0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::BeginChild("trend bars", {width, height + px(22) + scrollbar}, false,
                      ImGuiWindowFlags_HorizontalScrollbar);
    if (is_another(trend.periods.size())) ImGui::SetScrollX(wide); // the latest first
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("bars of the trend", {wide, height + px(22)});
    plot.low.x = start.x;
    plot.high.x = start.x + wide;
    const std::optional<std::size_t> under = bars(plot, at.x + margin, at.x + margin + width);
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (under) tip(plot, *under);
    ui::name_box("trend chart", {at.x + margin, at.y + px(8)}, {at.x + margin + width, bottom});
    series_names(trend);
}

} // namespace app
