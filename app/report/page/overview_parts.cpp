#include <cmath>

#include <fmt/format.h>

#include "app/report/page/charts.hpp"
#include "app/report/page/html.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/trend.hpp"
#include "geo/study/trend_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using geo::grouped;

std::string figure(const std::string& words, const std::string& value, const std::string& more = "") {
    return fmt::format("<div><dt>{}</dt><dd>{}{}</dd></div>\n", html_escaped(words), html_escaped(value),
                       more.empty() ? "" : "<small>" + html_escaped(more) + "</small>");
}

/// Sum of what is stated, and how many rows state nothing.
struct Sum {
    double total = 0;
    std::uint64_t n_without = 0;
};

Sum sum_of(const std::vector<double>& column, const geo::Selection& rows) {
    Sum sum;
    for (const geo::RowId row : rows)
        if (std::isnan(column[row]))
            ++sum.n_without;
        else
            sum.total += column[row];
    return sum;
}

std::string deaths_figure(const geo::IncidentTable& table, const geo::Selection& rows) {
    if (table.deaths_best.empty()) return "";
    const Sum best = sum_of(table.deaths_best, rows);
    std::string more;
    if (!table.deaths_low.empty() && !table.deaths_high.empty())
        more = fmt::format("{} to {} by the low and high estimates",
                           count_words(sum_of(table.deaths_low, rows).total),
                           count_words(sum_of(table.deaths_high, rows).total));
    if (best.n_without > 0)
        more +=
            fmt::format("{}{} incidents state no number", more.empty() ? "" : "; ", grouped(best.n_without));
    return figure("Deaths, best estimates", count_words(best.total), more);
}

std::string border_figure(const PageContext& context) {
    if (!context.snapshot.bands.value || !context.snapshot.border.value) return "";
    const geo::BandTable& table = *context.snapshot.bands.value;
    if (table.bands.empty() || table.total == 0) return "";
    constexpr double kNear_m = 20'000; // the nearest edge of a band to it is taken
    std::uint64_t n = 0;
    double edge = 0;
    for (const geo::Band& band : table.bands)
        if (std::isfinite(band.to_m) && (band.to_m <= kNear_m || edge == 0))
            n += band.count, edge = band.to_m;
    if (!(edge > 0)) return "";
    return figure(fmt::format("Within {} km of the border", geo::short_number(edge / 1000)),
                  fmt::format("{} ({:.1f} %)", grouped(n), 100 * double(n) / double(table.total)),
                  geo::border_in_words(*context.snapshot.border.value));
}

std::string incidents_figure(const geo::Snapshot& snapshot) {
    const geo::Selected& selected = *snapshot.selected.value;
    std::string more = fmt::format("of {} in the file", grouped(snapshot.table()->size()));
    if (selected.unlocated > 0) more += fmt::format("; {} without a place", grouped(selected.unlocated));
    return figure("Incidents", grouped(selected.rows.size()), more);
}

std::string read_figure(const geo::Report& report) {
    const std::uint64_t n = report.rejected().size(), other = report.rows_read - n - report.incidents;
    std::string more =
        n == 0 ? "none rejected"
               : fmt::format("{} rejected, each with its reason in tables/rejected.csv", grouped(n));
    if (other > 0)
        more += fmt::format("; {} no incident (see the notes below)",
                            other == 1 ? "1 is" : grouped(other) + " are");
    return figure("Rows read", grouped(report.rows_read), more);
}

/// "1 period is", "3 periods are".
std::string periods_are(std::size_t n) { return n == 1 ? "1 period is" : grouped(n) + " periods are"; }

std::vector<std::string> time_notes(const geo::Trend& trend) {
    std::vector<std::string> notes;
    if (trend.n_partial > 0)
        notes.push_back(fmt::format("{} covered in part only (paler): a count of fewer days.",
                                    periods_are(trend.n_partial)));
    if (trend.n_missing > 0)
        notes.push_back(fmt::format(
            "{} outside the days of the file (hatched): nothing is known of it, which is not the same as no "
            "incident.",
            periods_are(trend.n_missing)));
    if (trend.n_undated > 0)
        notes.push_back(
            fmt::format("{} incidents have no date and are in no period.", grouped(trend.n_undated)));
    if (trend.n_elsewhere > 0)
        notes.push_back(fmt::format(
            "{} incidents have a date too vague to say that it was this period; they count on the "
            "first day that the file gives.",
            grouped(trend.n_elsewhere)));
    notes.emplace_back(
        "An incident belongs to the period that it begins in. Intervals are exact ones of a Poisson count "
        "(Garwood): they know of chance alone, and are too narrow where one incident brings others with it.");
    return notes;
}

std::string period_table(const geo::Trend& trend) {
    HtmlTable table({{"period"},
                     {"incidents", true},
                     {"95 % interval", true},
                     {"deaths, best", true},
                     {"against a year before", true},
                     {"days covered", true}});
    for (std::size_t i = 0; i < trend.periods.size(); ++i) {
        const geo::TrendPeriod& period = trend.periods[i];
        const geo::TrendCount& count = trend.all.counts[i];
        if (period.state == geo::PeriodState::missing) {
            table.add({period.label, "not covered", "", "", "", "0"});
            continue;
        }
        table.add({period.label, grouped(count.n),
                   fmt::format("{:.0f}–{:.0f}", count.interval.low, count.interval.high),
                   trend.has_deaths ? count_words(count.deaths_best) : "", geo::year_on_year_words(count),
                   std::to_string(period.n_covered)});
    }
    return table.html(fmt::format("Incidents per {}", geo::name_of(trend.per)));
}

/// Whose the incidents are, and what their publisher asks.
std::string terms_words(const geo::TableOrigin& origin) {
    return (origin.attribution.empty() ? origin.file : origin.attribution) + ": " + origin.notice;
}

} // namespace

std::string header_part(const PageContext& context) {
    const geo::Snapshot& snapshot = context.snapshot;
    const geo::TableOrigin& origin = snapshot.table()->origin;
    const std::string title =
        context.study.name.empty() ? geo::map_title(context.study, snapshot) : context.study.name;
    std::string html = fmt::format("<h1>{}</h1>\n", html_escaped(title));
    for (const std::string& line : geo::map_subtitle(context.study, snapshot))
        html += fmt::format("<p class=\"lead\">{}</p>\n", html_escaped(line));
    if (!origin.notice.empty())
        html += fmt::format("<p class=\"notice\">{}</p>\n", html_escaped(terms_words(origin)));
    for (const std::string& note : context.notes)
        html += fmt::format("<p class=\"notice\">{}</p>\n", html_escaped(note));
    if (snapshot.incidents.value->counts)
        return html + "<dl class=\"figures\">\n" + read_figure(snapshot.incidents.value->report) + "</dl>\n";
    html += "<dl class=\"figures\">\n" + incidents_figure(snapshot) +
            figure("Period", geo::window_in_words(snapshot.selected.value->window)) +
            deaths_figure(*snapshot.table(), snapshot.selected.value->rows) + border_figure(context) +
            read_figure(snapshot.incidents.value->report) + "</dl>\n";
    return html;
}

std::string map_part(const PageContext& context) {
    return picture_part(context, "map", "Map of the incidents and the border", ""); // its sources stand in it
}

std::string time_part(const PageContext& context) {
    if (!context.study.trend || !context.snapshot.trend.value) return "";
    const geo::Trend& trend = *context.snapshot.trend.value;
    if (trend.n_too_many > 0)
        return paragraph(
            fmt::format("{} periods are too many to count: ask for longer ones.", grouped(trend.n_too_many)));
    if (trend.periods.empty()) return paragraph("No incident of the file has a date.");
    std::string html = paragraph(fmt::format("Incidents {}.", geo::trend_in_words(*context.study.trend))) +
                       trend_chart(trend) + bullets(time_notes(trend));
    constexpr std::size_t kMostRows = 60; // a page of figures; more are in the table beside
    if (trend.periods.size() <= kMostRows) return html + period_table(trend);
    return html + paragraph(fmt::format("The counts of all {} periods are in tables/trend.csv.",
                                        grouped(trend.periods.size())));
}

} // namespace app
