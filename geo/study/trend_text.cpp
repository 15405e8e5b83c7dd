#include "geo/study/trend_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/io/atomic_file.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"
#include "geo/study/write_outputs.hpp"

namespace geo {

namespace {

constexpr int kCountColumns = 16; // behind the series' name

using Json = nlohmann::ordered_json;

/// Six digits: more than a count of some thousand supports.
std::string digits(double value) {
    if (std::isnan(value)) return "";
    return std::isinf(value) ? "inf" : fmt::format("{:.6g}", value);
}

Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    return Json::parse(digits(value));
}

Day last_day_of(const TrendPeriod& period) { return period.days.last - std::chrono::days{1}; }

void append_count(std::string& text, const Trend& trend, const TrendPeriod& period, const TrendCount& count) {
    if (period.state == PeriodState::missing) {
        text += std::string(kCountColumns, ',') + "\n";
        return;
    }
    const double days = period.n_covered;
    text +=
        fmt::format(",{},{},{},{},{},{},{},{}", count.n, digits(count.interval.low),
                    digits(count.interval.high), digits(count.n / days), digits(count.interval.low / days),
                    digits(count.interval.high / days), count.n_elsewhere, count.n_lasting);
    const auto deaths = [&](bool there, double sum) { text += there ? fmt::format(",{}", sum) : ","; };
    deaths(trend.has_deaths, count.deaths_best);
    deaths(trend.has_low, count.deaths_low);
    deaths(trend.has_high, count.deaths_high);
    text += trend.has_deaths ? fmt::format(",{}", count.n_without_deaths) : ",";
    if (count.year_on_year) {
        const RateRatio& year = *count.year_on_year;
        text += fmt::format(",{},{},{},{}\n", digits(year.ratio), digits(year.interval.low),
                            digits(year.interval.high), digits(year.p));
    } else {
        text += ",,,,\n";
    }
}

void append_series(std::string& text, const Trend& trend, const TrendSeries& series) {
    for (std::size_t i = 0; i < trend.periods.size(); ++i) {
        const TrendPeriod& period = trend.periods[i];
        text += fmt::format("{},{},{},{},{},{},", period.label, iso_from_day(period.days.first),
                            iso_from_day(last_day_of(period)), period.days.days(), period.n_covered,
                            state_word(period, series.counts[i]));
        append_csv_text(text, series.name);
        append_count(text, trend, period, series.counts[i]);
    }
}

Json count_json(const Trend& trend, const TrendPeriod& period, const TrendCount& count) {
    Json json{{"period", period.label}, {"state", state_word(period, count)}};
    if (period.state == PeriodState::missing) return json;
    json["incidents"] = count.n;
    json["interval"] = {number(count.interval.low), number(count.interval.high)};
    json["per_day"] = number(count.n / double(period.n_covered));
    json["may_be_another_period"] = count.n_elsewhere;
    json["end_in_a_later_period"] = count.n_lasting;
    if (trend.has_deaths) json["deaths_best"] = count.deaths_best;
    if (trend.has_low) json["deaths_low"] = count.deaths_low;
    if (trend.has_high) json["deaths_high"] = count.deaths_high;
    if (trend.has_deaths) json["deaths_unknown"] = count.n_without_deaths;
    if (!count.year_on_year) return json;
    const RateRatio& year = *count.year_on_year;
    json["year_on_year"] = {{"ratio", number(year.ratio)},
                            {"interval", {number(year.interval.low), number(year.interval.high)}},
                            {"p", number(year.p)}};
    return json;
}

Json series_json(const Trend& trend, const TrendSeries& series) {
    Json json{{"series", series.name}, {"incidents", series.n}, {"dispersion", number(series.dispersion)}};
    if (!series.value.empty() && series.value != series.name) json["value"] = series.value;
    json["counts"] = Json::array();
    for (std::size_t i = 0; i < trend.periods.size(); ++i)
        json["counts"].push_back(count_json(trend, trend.periods[i], series.counts[i]));
    return json;
}

} // namespace

const char* state_word(const TrendPeriod& period, const TrendCount& count) {
    if (period.state == PeriodState::missing) return "missing";
    if (period.state == PeriodState::partial) return count.n == 0 ? "partial zero" : "partial";
    return count.n == 0 ? "zero" : "complete";
}

std::string year_on_year_words(const TrendCount& count) {
    if (!count.year_on_year || std::isnan(count.year_on_year->ratio)) return "–";
    const RateRatio& year = *count.year_on_year;
    if (std::isinf(year.ratio)) return "from 0";
    return fmt::format("{:.2f} ({:.2f}–{:.2f})", year.ratio, year.interval.low, year.interval.high);
}

std::string trend_as_csv(const Trend& trend) {
    std::string text =
        "period,first_day,last_day,days,days_covered,state,series,incidents,incidents_low,incidents_high,"
        "per_day,per_day_low,per_day_high,may_be_another_period,end_in_a_later_period,deaths_best,"
        "deaths_low,deaths_high,deaths_unknown,year_ratio,year_ratio_low,year_ratio_high,year_p\n";
    if (trend.series.empty()) append_series(text, trend, trend.all);
    for (const TrendSeries& series : trend.series) append_series(text, trend, series);
    return text;
}

std::string trend_as_json(const Study& study, const Snapshot& snapshot) {
    const Trend& trend = *snapshot.trend.value;
    Json json{{"method", trend_in_words(*study.trend)},   {"incidents", trend.n_incidents},
              {"without_date", trend.n_undated},          {"may_be_another_period", trend.n_elsewhere},
              {"end_in_a_later_period", trend.n_lasting}, {"missing_periods", trend.n_missing},
              {"partial_periods", trend.n_partial},       {"periods_without_incident", trend.n_zero}};
    if (trend.file) json["file_covers"] = window_in_words(*trend.file);
    if (!trend.column.empty()) json["column"] = trend.column;
    json["periods"] = Json::array();
    for (const TrendPeriod& period : trend.periods)
        json["periods"].push_back({{"period", period.label},
                                   {"first_day", iso_from_day(period.days.first)},
                                   {"last_day", iso_from_day(last_day_of(period))},
                                   {"days", period.days.days()},
                                   {"days_covered", period.n_covered}});
    json["all"] = series_json(trend, trend.all);
    json["series"] = Json::array();
    for (const TrendSeries& series : trend.series) json["series"].push_back(series_json(trend, series));
    return json.dump(2) + "\n";
}

void write_trend(const Study& study, const Snapshot& snapshot, const std::string& path) {
    require_periods(*snapshot.trend.value);
    if (ending_of(path) != ".csv") return write_file_atomically(path, trend_as_json(study, snapshot));
    write_with_provenance(path, trend_as_csv(*snapshot.trend.value), provenance_of(study, snapshot));
}

} // namespace geo
