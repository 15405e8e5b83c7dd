#include "geo/study/trend.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/evaluate.hpp"
#include "geo/study/trend_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

const std::string kUcdp = BORDERLENS_SHARED_DIR "/data/incidents/ucdp_ged_pakistan.csv";

Snapshot evaluated(const Study& study, const Snapshot& before = {}) {
    NoProgress progress;
    return evaluate(study, before, progress, {});
}

Study study_of(const std::string& path, const TrendSpec& spec) {
    Study study;
    study.source.path = path;
    study.trend = spec;
    return study;
}

std::string written(TemporaryFolder& folder, const std::string& rows,
                    const std::string& header = "date,longitude,latitude,deaths,event_type") {
    const std::string path = folder.file("incidents.csv");
    std::ofstream(path) << header << '\n' << rows;
    return path;
}

Day day(const char* text) { return *day_from_iso(text); }

const char* kRows = "2020-01-10,71,34,3,A\n2020-01-31,71,34,1,B\n2020-03-05,71,34,,A\n2021-01-02,,,2,A\n"
                    "2021-03-20,66,30,4,B\n";

std::uint64_t sum_of(const TrendSeries& series) {
    std::uint64_t sum = 0;
    for (const TrendCount& count : series.counts) sum += count.n;
    return sum;
}

} // namespace

TEST_CASE("a month without incidents is zero within the file's days and missing outside them") {
    TemporaryFolder folder;
    Study study = study_of(written(folder, kRows), {});
    study.filter.from = day("2019-12-01");
    study.filter.to = day("2021-05-15");
    const Snapshot snapshot = evaluated(study);
    const Trend& trend = *snapshot.trend.value;
    REQUIRE(trend.periods.size() == 18);
    CHECK(trend.periods[0].state == PeriodState::missing);
    CHECK(trend.periods[1].state == PeriodState::partial); // the file begins on the 10th
    CHECK(trend.periods[1].n_covered == 22);
    CHECK(trend.all.counts[1].n == 2);
    CHECK(trend.periods[2].state == PeriodState::complete);
    CHECK(trend.all.counts[2].n == 0);
    CHECK(trend.all.counts[2].interval.high == Approx(3.688879454));
    CHECK(trend.periods[15].state == PeriodState::partial); // and ends on the 20th of March
    CHECK(trend.periods[15].n_covered == 20);
    CHECK(trend.periods[16].state == PeriodState::missing);
    CHECK(trend.n_missing == 3);
    CHECK(trend.n_partial == 2);
    CHECK(trend.n_zero == 11);
    CHECK(trend.all.counts[1].deaths_best == 4);
    CHECK(trend.all.counts[3].n_without_deaths == 1);
    CHECK(trend.n_incidents == 5);
}

TEST_CASE("a year ago is the same period, per day that both cover; none of a missing one") {
    TemporaryFolder folder;
    const Snapshot snapshot = evaluated(study_of(written(folder, kRows), {}));
    const Trend& trend = *snapshot.trend.value;
    REQUIRE(trend.periods.size() == 15);
    CHECK_FALSE(trend.all.counts[11].year_on_year);
    const RateRatio& january = *trend.all.counts[12].year_on_year; // 1 of 31 days against 2 of 22
    CHECK(january.ratio == Approx((1 / 31.0) / (2 / 22.0)));
    const RateRatio wanted = rate_ratio(1, 31, 2, 22);
    CHECK(january.interval.low == wanted.interval.low);
    CHECK(january.p == wanted.p);
    CHECK(std::isnan(trend.all.counts[13].year_on_year->ratio)); // none in either February
    CHECK(year_on_year_words(trend.all.counts[13]) == "–");
}

TEST_CASE("series add up to all, whatever they are told apart by and however long the periods are") {
    TemporaryFolder folder;
    const std::string path = written(folder, kRows);
    Snapshot snapshot;
    for (const CalendarUnit per : {CalendarUnit::day, CalendarUnit::week, CalendarUnit::month,
                                   CalendarUnit::quarter, CalendarUnit::year})
        for (const TrendBy by : {TrendBy::none, TrendBy::category, TrendBy::neighbour, TrendBy::band}) {
            snapshot = evaluated(study_of(path, {per, by}), snapshot);
            const Trend& trend = *snapshot.trend.value;
            CHECK(sum_of(trend.all) == 5);
            CHECK(trend.series.empty() == (by == TrendBy::none));
            for (std::size_t i = 0; i < trend.periods.size() && by != TrendBy::none; ++i) {
                std::uint32_t sum = 0;
                for (const TrendSeries& series : trend.series) sum += series.counts[i].n;
                CHECK(sum == trend.all.counts[i].n);
            }
        }
    const Trend& bands = *snapshot.trend.value; // the last: by band
    CHECK(bands.series.back().name == "without a place");
    CHECK(bands.series.back().n == 1);
    const Trend neighbours =
        *evaluated(study_of(path, {CalendarUnit::year, TrendBy::neighbour}), snapshot).trend.value;
    CHECK(neighbours.series[0].name == "AFG");
    CHECK(neighbours.series[0].n == 4);
}

TEST_CASE("other bands make another trend by band, and leave one by category as it is") {
    TemporaryFolder folder;
    Study study = study_of(written(folder, kRows), {CalendarUnit::year, TrendBy::band});
    const Snapshot first = evaluated(study);
    study.proximity.emplace().band_edges_m = {0, 1000};
    const Snapshot second = evaluated(study, first);
    CHECK(first.trend.value != second.trend.value);
    CHECK(second.trend.value->series.size() == 3);
    study.trend->by = TrendBy::none;
    const Snapshot third = evaluated(study, second);
    study.proximity->band_edges_m = {0, 2000};
    CHECK(evaluated(study, third).trend.value == third.trend.value);
}

TEST_CASE("dates too vague for the period, and events that outlast it, are told apart") {
    TemporaryFolder folder;
    const std::string header =
        "event_id_cnty,event_date,time_precision,latitude,longitude,geo_precision,event_type,"
        "sub_event_type,disorder_type,fatalities";
    const std::string path =
        written(folder,
                "P1,2020-05-15,3,34,71,1,Battles,x,y,1\nP2,2020-05-20,2,34,71,1,Battles,x,y,1\n"
                "P3,2020-05-21,1,34,71,1,Battles,x,y,1\n",
                header);
    const auto elsewhere = [&](CalendarUnit per) {
        return evaluated(study_of(path, {per, TrendBy::none})).trend.value->n_elsewhere;
    };
    CHECK(elsewhere(CalendarUnit::day) == 2);
    CHECK(elsewhere(CalendarUnit::week) == 2); // a week around the 20th reaches out of its own
    CHECK(elsewhere(CalendarUnit::month) == 0);
    const std::string lasting = written(folder, "2020-01-30,2020-02-02,71,34\n2020-01-30,2020-01-31,71,34\n",
                                        "date,date_end,longitude,latitude");
    const Snapshot snapshot = evaluated(study_of(lasting, {}));
    CHECK(snapshot.trend.value->n_lasting == 1);
    CHECK(snapshot.trend.value->all.counts[0].n == 2);
}

TEST_CASE("no dates, no incidents, one incident, all on one day") {
    TemporaryFolder folder;
    const std::string no_dates = written(folder, "71,34\n71,34\n", "longitude,latitude");
    const Trend undated = *evaluated(study_of(no_dates, {})).trend.value;
    const auto trend_of = [&](const std::string& rows, const TrendSpec& spec = {}) {
        return *evaluated(study_of(written(folder, rows), spec)).trend.value;
    };
    CHECK(undated.periods.empty());
    CHECK(undated.n_undated == 2);
    const Trend one = trend_of("2020-05-05,71,34,1,A\n", {CalendarUnit::year, TrendBy::category});
    REQUIRE(one.periods.size() == 1);
    CHECK(one.periods[0].n_covered == 1);
    CHECK(one.all.counts[0].n == 1);
    CHECK(std::isnan(one.all.dispersion));
    const Trend same =
        trend_of("2020-05-05,71,34,1,A\n2020-05-05,71,34,1,A\n", {CalendarUnit::day, TrendBy::none});
    CHECK(same.periods.size() == 1);
    CHECK(same.periods[0].state == PeriodState::complete);
    Study none = study_of(written(folder, kRows), {});
    none.filter.where = "event_type = 'Z'";
    const Trend nothing = *evaluated(none).trend.value;
    CHECK(nothing.n_incidents == 0);
    CHECK(nothing.n_zero == nothing.periods.size()); // covered, and none passes: zero, not missing
}

TEST_CASE("more periods than make sense are refused, and none is made") {
    TemporaryFolder folder;
    const Trend trend = *evaluated(study_of(written(folder, "1800-01-01,71,34,1,A\n2020-01-01,71,34,1,A\n"),
                                            {CalendarUnit::day, TrendBy::none}))
                             .trend.value;
    CHECK(trend.periods.empty());
    CHECK(trend.n_too_many == 80'354);
    CHECK_THROWS_AS(require_periods(trend), Error);
}

TEST_CASE("constant counts vary less, bursts more than those of a constant rate") {
    TemporaryFolder folder;
    std::string even, burst;
    for (int month = 1; month <= 12; ++month)
        for (int i = 0; i < (month == 6 ? 24 : 2); ++i) {
            const std::string row =
                "2020-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-01,71,34,1,A\n";
            burst += row;
            if (i < 2) even += row;
        }
    for (std::string* rows : {&even, &burst}) *rows += "2019-12-01,71,34,1,A\n2021-01-31,71,34,1,A\n";
    CHECK(evaluated(study_of(written(folder, even), {})).trend.value->all.dispersion < 0.3);
    CHECK(evaluated(study_of(written(folder, burst), {})).trend.value->all.dispersion > 5);
}

TEST_CASE("the table has a row for each period and series, the JSON the same numbers") {
    TemporaryFolder folder;
    Study study = study_of(written(folder, kRows), {CalendarUnit::year, TrendBy::category});
    study.filter.from = day("2019-01-01");
    const Snapshot snapshot = evaluated(study);
    std::istringstream csv(trend_as_csv(*snapshot.trend.value));
    std::string line, header;
    std::getline(csv, header);
    const auto n_fields = std::count(header.begin(), header.end(), ',');
    std::vector<std::string> lines;
    while (std::getline(csv, line)) {
        CHECK(std::count(line.begin(), line.end(), ',') == n_fields);
        lines.push_back(line);
    }
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == "2019,2019-01-01,2019-12-31,365,0,missing,A,,,,,,,,,,,,,,,,");
    CHECK(
        lines[1].starts_with("2020,2020-01-01,2020-12-31,366,357,partial,A,2,0.242209,7.22469,0.00560224,"));
    const auto json = nlohmann::json::parse(trend_as_json(study, snapshot));
    CHECK(json["all"]["counts"][1]["incidents"] == 3);
    CHECK(json["series"][0]["counts"][0] == nlohmann::json{{"period", "2019"}, {"state", "missing"}});
    CHECK(json["file_covers"] == "2020-01-10 to 2021-03-20");
}

TEST_CASE("years of the real file are what its own column of years says") {
    if (!std::filesystem::exists(kUcdp)) {
        WARN("skipped: the real incident file is not here");
        return;
    }
    Study study = study_of(kUcdp, {CalendarUnit::year, TrendBy::category});
    study.all_columns = true;
    const Snapshot snapshot = evaluated(study);
    const Trend& trend = *snapshot.trend.value;
    const Column& year = *snapshot.table()->column("year");
    std::map<std::string, std::uint32_t> wanted;
    for (RowId row = 0; row < snapshot.table()->size(); ++row) ++wanted[std::string(year[row])];
    std::size_t n_other = 0;
    for (std::size_t i = 0; i < trend.periods.size(); ++i)
        n_other += trend.all.counts[i].n != wanted[trend.periods[i].label];
    CHECK(n_other == 0);
    CHECK(trend.n_incidents == snapshot.table()->size());
}
