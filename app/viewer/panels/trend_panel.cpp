#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/border_parts.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/trend_text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostListed = 12;
constexpr int kPeriodsAtFirst = 60; ///< at most: that many bars are seen at once

/// Periods of a length that suits the file.
geo::TrendSpec first_spec(const Model& model) {
    geo::TrendSpec spec;
    if (const auto period = model.table() ? model.table()->period() : std::nullopt)
        spec.per = geo::unit_for_periods(*period, kPeriodsAtFirst);
    return spec;
}

void settings(const Model& model, Commands& commands) {
    geo::TrendSpec spec = *model.study.trend;
    const auto pick = [&](const char* name, const char* label, const auto& words, int current,
                          const char* tip) {
        ui::caption(label);
        return ui::choice(name, {std::begin(words), std::end(words)}, current, tip);
    };
    if (const auto per = pick("trend per", text::kPer, text::kPeriods, static_cast<int>(spec.per), nullptr)) {
        spec.per = static_cast<geo::CalendarUnit>(*per);
        commands.emplace_back(SetTrend{spec});
    }
    if (const auto by = pick("trend by", text::kTrendSeries, text::kTrendBy, static_cast<int>(spec.by),
                             text::kTrendByTip)) {
        spec.by = static_cast<geo::TrendBy>(*by);
        commands.emplace_back(SetTrend{spec});
    }
    if (const auto what =
            pick("trend of", text::kTrendShows, text::kTrendMeasures, model.view.trend_of_deaths, nullptr))
        commands.emplace_back(ShowTrendOf{*what == 1});
}

/// Why there is no chart; "" when there is one.
std::string fault_of(const Model& model, const geo::Trend& trend) {
    if (trend.n_too_many > 0) return fmt::format(text::kTooManyPeriods, count_text(trend.n_too_many));
    if (!trend.file) return text::kNoTrendDates;
    if (trend.periods.empty()) return text::kEmptyTrend;
    if (model.study.trend->by == geo::TrendBy::category && trend.column.empty())
        return text::kNoTrendCategory;
    return model.view.trend_of_deaths && !trend.has_deaths ? text::kNoTrendDeaths : "";
}

void in_all(const geo::Trend& trend) {
    std::string words =
        fmt::format(text::kTrendZero, count_text(trend.n_zero), count_text(trend.periods.size()));
    if (trend.n_partial > 0) words += ", " + fmt::format(text::kTrendPartial, count_text(trend.n_partial));
    if (trend.n_missing > 0) words += ", " + fmt::format(text::kTrendMissing, count_text(trend.n_missing));
    ui::hint(words + ".");
}

using Row = std::array<std::string, std::size(text::kTrendColumns)>;

Row row_of(const geo::TrendPeriod& period, const geo::TrendCount& count) {
    if (period.state == geo::PeriodState::missing) return {period.label, text::kMissing, "", ""};
    const char* partial = period.state == geo::PeriodState::partial ? "*" : "";
    const int decimals = count.interval.high < 10 ? 1 : 0;
    return {period.label + partial, count_text(count.n),
            fmt::format("{:.{}f}–{:.{}f}", count.interval.low, decimals, count.interval.high, decimals),
            geo::year_on_year_words(count)};
}

/// The first column takes what the others leave.
void set_columns(const std::vector<Row>& rows) {
    for (std::size_t column = 0; column < std::size(text::kTrendColumns); ++column) {
        float width = ImGui::CalcTextSize(text::kTrendColumns[column]).x;
        for (const Row& row : rows) width = std::max(width, ImGui::CalcTextSize(row[column].c_str()).x);
        ImGui::TableSetupColumn(text::kTrendColumns[column],
                                column == 0 ? ImGuiTableColumnFlags_WidthStretch
                                            : ImGuiTableColumnFlags_WidthFixed,
                                column == 0 ? 1 : width);
    }
}

void table_row(const Row& row) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(row[0].c_str());
    for (std::size_t column = 1; column < row.size(); ++column) {
        ImGui::TableNextColumn();
        right_aligned(row[column]);
    }
}

void latest_periods(const geo::Trend& trend) {
    ui::section(text::kLatestPeriods);
    std::vector<Row> rows;
    const std::size_t n = trend.periods.size();
    for (std::size_t i = n; i > n - std::min(n, kMostListed); --i)
        rows.push_back(row_of(trend.periods[i - 1], trend.all.counts[i - 1]));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{px(3), px(3)});
    ImGui::PushFont(ui_fonts().caption);
    if (ImGui::BeginTable("latest periods", static_cast<int>(std::size(text::kTrendColumns)))) {
        set_columns(rows);
        ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
        table_row(
            {text::kTrendColumns[0], text::kTrendColumns[1], text::kTrendColumns[2], text::kTrendColumns[3]});
        ui::name_item("trend year on year");
        ui::tooltip(text::kYearOnYearTip);
        ImGui::PopStyleColor();
        for (const Row& row : rows) table_row(row);
        ImGui::EndTable();
    }
    ImGui::PopFont();
    ImGui::PopStyleVar();
    if (trend.n_partial > 0) ui::hint(text::kTrendPartialMark);
    if (n > kMostListed) ui::hint(fmt::format(text::kMoreTrendPeriods, count_text(n - kMostListed)));
}

void remarks(const geo::Trend& trend) {
    if (trend.n_undated > 0) ui::hint(fmt::format(text::kTrendUndated, count_text(trend.n_undated)));
    if (trend.n_elsewhere > 0) ui::hint(fmt::format(text::kTrendElsewhere, count_text(trend.n_elsewhere)));
    if (trend.n_lasting > 0) ui::hint(fmt::format(text::kTrendLasting, count_text(trend.n_lasting)));
    if (!std::isnan(trend.all.dispersion))
        ui::hint(fmt::format(text::kTrendDispersion, geo::short_number(trend.all.dispersion)));
    ui::hint(text::kTrendMeaning);
}

} // namespace

void trend_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.trend.has_value();
    if (ui::checkbox("count by period", text::kCountPeriods, &wanted))
        commands.emplace_back(SetTrend{wanted ? std::optional(first_spec(model)) : std::nullopt});
    ui::tooltip(text::kCountPeriodsTip);
    if (!model.study.trend) return ui::hint(text::kTrendOff);
    settings(model, commands);
    if (!model.table() || !model.run.snapshot->trend.value) return;
    const geo::Trend& trend = *model.run.snapshot->trend.value;
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, trend_is_current(model) ? 1.0f : 0.5f);
    const std::string fault = fault_of(model, trend);
    if (fault.empty()) {
        trend_chart(trend, model.view.trend_of_deaths);
        in_all(trend);
        ImGui::Spacing();
        latest_periods(trend);
    } else {
        ui::hint(fault);
    }
    ImGui::Spacing();
    remarks(trend);
    ImGui::PopStyleVar();
}

} // namespace app
