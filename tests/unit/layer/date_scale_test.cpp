#include "geo/layer/color_by.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/layer/contrast.hpp"
#include "geo/layer/date_scale.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdlib>
#include <set>

using namespace geo;

namespace {

Day day(const char* iso) { return *day_from_iso(iso); }

/// One row per date; an empty one is undated, "2021-08" and "2021" are known to the month and year.
IncidentTable table_of(const std::vector<std::string>& dates) {
    IncidentTable table;
    for (const std::string& text : dates) {
        const auto window = window_from_text(text);
        table.first_day.push_back(window ? number_from_day(window->first) : kNoDay);
        table.last_day.push_back(window ? number_from_day(window->last) - 1 : kNoDay);
        table.date_precision.push_back(text.size() == 4   ? DatePrecision::year
                                       : text.size() == 7 ? DatePrecision::month
                                                          : DatePrecision::day);
        table.lon_deg.push_back(70);
        table.lat_deg.push_back(32);
        table.place_code.push_back(0);
    }
    table.place_codes = {{"", false}};
    return table;
}

Selection rows_of(const IncidentTable& table) {
    Selection rows;
    for (RowId row = 0; row < table.size(); ++row) rows.push_back(row);
    return rows;
}

} // namespace

TEST_CASE("days take all the colours from old to new, and the day of a colour is found again") {
    const DateScale scale{day("1989-01-14"), day("2024-12-30"), 0};
    CHECK(scale.step_of(scale.first) == 0);
    CHECK(scale.step_of(scale.last) == DateScale::kSteps - 1);
    std::set<int> used;
    int before = 0;
    for (Day at = scale.first; at <= scale.last; at += std::chrono::days{7}) {
        const int step = scale.step_of(at);
        CHECK(step >= before);
        used.insert(before = step);
        CHECK(std::abs((scale.day_at(scale.share_of(at)) - at).count()) <= 1);
    }
    CHECK(used.size() == DateScale::kSteps);
    CHECK(scale.step_of(day("1900-01-01")) == 0);
    CHECK(scale.step_of(day("2100-01-01")) == DateScale::kSteps - 1);
}

TEST_CASE("the colours of dates look continuous, are seen on both grounds, and no date is apart") {
    const std::vector<Rgba> colors = date_colors();
    REQUIRE(colors.size() == DateScale::kSteps + 1U);
    for (std::size_t i = 1; i < DateScale::kSteps; ++i) {
        CHECK(std::abs(lightness(colors[i]) - lightness(colors[i - 1])) < 1.2);
        CHECK(std::abs(colors[i].r - colors[i - 1].r) <= 4);
        CHECK(std::abs(colors[i].g - colors[i - 1].g) <= 4);
        CHECK(std::abs(colors[i].b - colors[i - 1].b) <= 4);
    }
    for (std::size_t i = 0; i < DateScale::kSteps; ++i) {
        const Rgba c = colors[i];
        const int spread = std::max({c.r, c.g, c.b}) - std::min({c.r, c.g, c.b});
        CHECK(spread > 60); // none is near the grey of no date
    }
    CHECK(lightness(colors.front()) < lightness(map_colors(Theme::light).study_land) - 8);
    CHECK(lightness(colors[DateScale::kSteps - 1]) > lightness(map_colors(Theme::dark).study_land) + 2);
}

TEST_CASE("ticks are round days in their order, as fine as seven allow") {
    const auto words = [](const char* first, const char* last) {
        std::vector<std::string> texts;
        double before = -1;
        for (const DateTick& tick : date_ticks({day(first), day(last), 0})) {
            CHECK(tick.share > before);
            CHECK(tick.share >= 0);
            CHECK(tick.share < 1);
            before = tick.share;
            texts.push_back(tick.text);
        }
        CHECK(texts.size() <= 7);
        return texts;
    };
    CHECK(words("2021-05-05", "2021-05-07") ==
          std::vector<std::string>{"2021-05-05", "2021-05-06", "2021-05-07"});
    CHECK(words("2021-05-05", "2021-09-30") ==
          std::vector<std::string>{"2021-06", "2021-07", "2021-08", "2021-09"});
    CHECK(words("2018-01-01", "2023-12-31") ==
          std::vector<std::string>{"2018", "2019", "2020", "2021", "2022", "2023"});
    CHECK(words("1989-01-14", "2024-12-30") ==
          std::vector<std::string>{"1990", "1995", "2000", "2005", "2010", "2015", "2020"});
    CHECK(words("0001-01-01", "9999-12-31").size() >= 2);
}

TEST_CASE("the words of colours come back, a column called date is told from the date") {
    using Kind = ColorBy::Kind;
    for (const ColorBy& by :
         {ColorBy{}, ColorBy{Kind::date, ""}, ColorBy{Kind::column, "admin1"}, ColorBy{Kind::column, "date"},
          ColorBy{Kind::column, "DATE"}, ColorBy{Kind::column, "column:x"}, ColorBy{Kind::column, "خیبر"}})
        CHECK(color_by_from_text(text_of(by)) == by);
    CHECK(text_of({Kind::date, ""}) == "date");
    CHECK(text_of({Kind::column, "admin1"}) == "admin1");
    CHECK(text_of({Kind::column, "Date"}) == "column:Date");
    CHECK(color_by_from_text("Date").kind == Kind::date);
    CHECK(color_by_from_text("column:admin1") == ColorBy{Kind::column, "admin1"});
    CHECK(color_by_from_text("column:") == ColorBy{});
}

TEST_CASE("a filter never changes the colour of a date") {
    const IncidentTable table = table_of({"", "2018-01-01", "2019-06-01", "2020-06-01", "2023-12-31"});
    const PointMarks marks = point_marks_by_date(table, false);
    const ColoredPoints all = color_points(table, supports_from_codes(table, {}), rows_of(table), marks),
                        two = color_points(table, supports_from_codes(table, {}), {2, 3}, marks);
    REQUIRE(all.dates);
    CHECK(all.dates == two.dates);
    CHECK(all.dates->first == day("2018-01-01"));
    CHECK(all.dates->last == day("2023-12-31"));
    REQUIRE(two.geometry->row == std::vector<std::uint32_t>{2, 3});
    CHECK(two.geometry->color_index[0] == all.geometry->color_index[2]);
    CHECK(two.geometry->color_index[1] == all.geometry->color_index[3]);
    CHECK(two.geometry->color_index[0] < two.geometry->color_index[1]);
    CHECK(two.geometry->graded);
    CHECK(all.geometry->color_index[0] == DateScale::kSteps); // grey
    REQUIRE(all.legend.size() == 1);
    CHECK(all.legend[0].text == "no date (1)");
    CHECK(two.legend[0].text == "no date (0)");
}

TEST_CASE("a date known to the month or the year is coloured as the first day that it may be") {
    IncidentTable table = table_of({"2018", "2020-01-01", "2020-08", "2021-12-31"});
    table.date_precision.push_back(DatePrecision::month); // a publisher's middle of the month
    table.first_day.push_back(number_from_day(day("2022-03-15")));
    table.last_day.push_back(number_from_day(day("2022-03-15")));
    table.lon_deg.push_back(70);
    table.lat_deg.push_back(32);
    table.place_code.push_back(0);
    const PointMarks marks = point_marks_by_date(table, false);
    REQUIRE(marks.dates);
    CHECK(marks.dates->first == day("2018-01-01"));
    CHECK(marks.dates->last == day("2022-03-01"));
    CHECK(marks.dates->n_month_or_year == 3);
    CHECK(marks.color[2] == marks.dates->step_of(day("2020-08-01")));
    CHECK(in_words(*marks.dates).size() == 2);
    CHECK(in_words({day("2018-01-01"), day("2019-01-01"), 0}).size() == 1);
}

TEST_CASE("no date at all, one day, and nothing at all have colours too") {
    const IncidentTable none = table_of({"", ""}), one = table_of({"2021-05-05", "2021-05-05"}), empty;
    const ColoredPoints undated = color_points(none, supports_from_codes(none, {}), rows_of(none), point_marks_by_date(none, true));
    CHECK(undated.by_date);
    CHECK_FALSE(undated.dates);
    CHECK(undated.legend.at(0).text == "no date (2)");
    const ColoredPoints same = color_points(one, supports_from_codes(one, {}), rows_of(one), point_marks_by_date(one, true));
    REQUIRE(same.dates);
    CHECK(same.dates->one_day());
    CHECK(same.geometry->color_index == std::vector<std::uint8_t>(2, DateScale::kSteps - 1));
    CHECK(color_points(empty, supports_from_codes(empty, {}), {}, point_marks_by_date(empty, true)).geometry->places.empty());
}
