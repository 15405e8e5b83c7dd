#include "geo/io/timeline_events.hpp"

#include <fstream>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

TEST_CASE("every bundled context mark names its source") {
    const auto events = load_timeline_events();
    REQUIRE(events.size() >= 3);
    for (const TimelineEvent& event : events) {
        CHECK_FALSE(event.title.empty());
        CHECK_FALSE(event.source.empty());
        CHECK(event.first <= event.last);
    }
    CHECK(iso_from_day(events[0].first) == "2021-08-15");
}

TEST_CASE("context marks come in any order, with quotes, and leave in order of their days") {
    TemporaryFolder folder;
    std::ofstream(folder.file("e.csv")) << "\xef\xbb\xbf"
                                           "title,date,date_end,source,url,note\n"
                                           "Later,2022-01-02,2022-01-05,S,,N\n"
                                           "\"First, then\",2021-01-01,,S,http://x,\"a \"\"b\"\"\"\n";
    const auto events = load_timeline_events(folder.file("e.csv"));
    REQUIRE(events.size() == 2);
    CHECK(events[0].title == "First, then");
    CHECK(events[0].note == "a \"b\"");
    CHECK(events[0].last == events[0].first);
    CHECK(iso_from_day(events[1].last) == "2022-01-05");
}

TEST_CASE("a fault in a file of context marks names the row") {
    TemporaryFolder folder;
    const auto says = [&](const char* text, const char* words) {
        std::ofstream(folder.file("bad.csv")) << text;
        CHECK_THROWS_WITH(load_timeline_events(folder.file("bad.csv")), Catch::Contains(words));
    };
    says("", "empty");
    says("date,title\n", "no column 'date_end'");
    says("date,date_end,title,note,source,url\nsoon,,T,N,S,U\n", "row 2: 'soon' is not a date");
    says("date,date_end,title,note,source,url\n2021-02-02,2021-02-01,T,N,S,U\n", "row 2: date_end");
    says("date,date_end,title,note,source,url\n2021-02-02,\n", "row 2: there are too few fields");
    CHECK_THROWS_AS(load_timeline_events(folder.file("none.csv")), Error);
}
