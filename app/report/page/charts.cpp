#include "app/report/page/charts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/render/picture/axis_step.hpp"
#include "app/report/page/html.hpp"
#include "geo/core/number_words.hpp"

namespace app {

namespace {

// px of the drawing; the page scales it as a whole.
constexpr double kWidth = 960, kHeight = 260, kLeft = 56, kRight = 12, kTop = 14, kBottom = 34;
constexpr std::size_t kMostIntervals = 60; ///< thinner bars would be hidden by theirs
constexpr int kMostTicks = 5, kMostLabels = 12;

/// Where counts and periods are in the drawing.
struct Axes {
    double top = 1; ///< count at the upper end
    std::size_t n = 1;
    double step() const { return (kWidth - kLeft - kRight) / double(n); }
    double x(std::size_t period) const { return kLeft + step() * double(period); }
    double y(double count) const { return kHeight - kBottom - (kHeight - kTop - kBottom) * count / top; }
};

double highest(const geo::Trend& trend, bool with_intervals) {
    double top = 1;
    for (const geo::TrendCount& count : trend.all.counts)
        top = std::max(top, with_intervals ? count.interval.high : double(count.n));
    return top;
}

std::string count_axis(const Axes& axes) {
    std::string svg;
    const double step = std::max(1.0, axis_step(axes.top, kMostTicks));
    for (double count = 0; count <= axes.top; count += step)
        svg += fmt::format("<line class=\"grid\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>"
                           "<text class=\"n\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
                           kLeft, kWidth - kRight, axes.y(count), axes.y(count), kLeft - 6, axes.y(count) + 4,
                           geo::grouped(static_cast<std::uint64_t>(count)));
    return svg;
}

/// Every so many-th period has its label, so that they stay apart.
std::string period_axis(const geo::Trend& trend, const Axes& axes) {
    const std::size_t every = (axes.n + kMostLabels - 1) / kMostLabels;
    std::string svg;
    for (std::size_t i = 0; i < axes.n; i += every)
        svg += fmt::format("<text class=\"m\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
                           axes.x(i) + axes.step() / 2, kHeight - kBottom + 18,
                           html_escaped(trend.periods[i].label));
    return svg;
}

std::string bar(const geo::TrendPeriod& period, const geo::TrendCount& count, const Axes& axes,
                std::size_t at, bool with_interval) {
    const double gap = std::min(2.0, axes.step() * 0.15), x = axes.x(at) + gap / 2, width = axes.step() - gap;
    if (period.state == geo::PeriodState::missing)
        return fmt::format(
            "<rect class=\"missing\" x=\"{:.2f}\" y=\"{:.1f}\" width=\"{:.2f}\" height=\"{:.1f}\">"
            "<title>{}: the file has no day of it</title></rect>\n",
            x, kTop, width, kHeight - kTop - kBottom, html_escaped(period.label));
    std::string svg = fmt::format(
        "<rect class=\"{}\" x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"><title>{}: {}, 95 % "
        "{} to "
        "{}{}</title></rect>\n",
        period.state == geo::PeriodState::partial ? "bar part" : "bar", x, axes.y(count.n), width,
        axes.y(0) - axes.y(count.n), html_escaped(period.label), geo::grouped(count.n),
        fmt::format("{:.1f}", count.interval.low), fmt::format("{:.1f}", count.interval.high),
        period.state == geo::PeriodState::partial ? fmt::format(", {} days of it covered", period.n_covered)
                                                  : "");
    if (with_interval)
        svg += fmt::format(
            "<line class=\"interval\" x1=\"{:.2f}\" x2=\"{:.2f}\" y1=\"{:.2f}\" y2=\"{:.2f}\"/>\n",
            x + width / 2, x + width / 2, axes.y(count.interval.low), axes.y(count.interval.high));
    return svg;
}

} // namespace

std::string trend_chart(const geo::Trend& trend) {
    if (trend.periods.empty()) return "";
    const bool with_intervals = trend.periods.size() <= kMostIntervals;
    const Axes axes{highest(trend, with_intervals) * 1.04, trend.periods.size()};
    std::string svg =
        fmt::format("<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Incidents by "
                    "period\">\n<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
                    "patternUnits=\"userSpaceOnUse\"><path d=\"M0 6L6 0\" class=\"hatch\"/></pattern>"
                    "</defs>\n",
                    kWidth, kHeight);
    svg += count_axis(axes);
    for (std::size_t i = 0; i < trend.periods.size(); ++i)
        svg += bar(trend.periods[i], trend.all.counts[i], axes, i, with_intervals);
    return "<figure>" + svg + period_axis(trend, axes) + "</svg></figure>\n";
}

std::string share_bar(double share) {
    const double length = 120 * std::clamp(share, 0.0, 1.0);
    return fmt::format("<svg class=\"share\" viewBox=\"0 0 120 10\"><rect class=\"bar\" width=\"{:.1f}\" "
                       "height=\"10\"/></svg>",
                       length);
}

} // namespace app
