#include "app/viewer/timeline_marks.hpp"

#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

geo::Day day(const char* iso) { return *geo::day_from_iso(iso); }

Model marked_model() {
    Model model = test::sample_model();
    TimelineBins bins;
    bins.period = bins.window = {day("2020-01-01"), day("2023-01-01")};
    apply(model, TimelineMade{bins});
    apply(model, EventsRead{{{day("2021-08-15"), day("2021-08-15"), "In it", "", "S", ""},
                             {day("2019-12-30"), day("2020-01-02"), "Reaches in", "", "S", ""},
                             {day("2025-10-18"), day("2025-10-19"), "After it", "", "S", ""}}});
    return model;
}

} // namespace

TEST_CASE("marks within the period are shown in order, own and bundled, and can be switched off") {
    Model model = marked_model();
    apply(model, AddMark{{day("2021-01-01"), day("2021-01-31"), "Mine"}});
    auto marks = marks_shown(model);
    REQUIRE(marks.size() == 3);
    CHECK(marks[0].title == "Reaches in");
    CHECK(marks[1].title == "Mine");
    CHECK(marks[1].own == 0);
    apply(model, ShowEvents{false});
    marks = marks_shown(model);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].title == "Mine");
}

TEST_CASE("own marks are added, changed, removed and come back by undo; they compute nothing") {
    Model model = marked_model();
    const geo::Study asked = study_to_compute(model.study);
    apply(model, DraftMark{"2021-03-01", "B"});
    apply(model, AddMark{{day("2021-03-01"), day("2021-03-01"), "B"}});
    CHECK(model.view.mark_draft.text.empty());
    apply(model, EndStep{});
    apply(model, AddMark{{day("2020-03-05"), day("2020-03-01"), "A"}});
    apply(model, EndStep{});
    const auto& marks = model.study.timeline.marks;
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].text == "A");
    CHECK(marks[0].first == day("2020-03-01")); // put in order
    apply(model, EditMark{1, {day("2021-03-02"), day("2021-03-02"), "C"}});
    apply(model, EndStep{});
    CHECK(marks[1].text == "C");
    apply(model, RemoveMark{0});
    apply(model, EndStep{});
    CHECK(marks.size() == 1);
    apply(model, EditMark{7, {}});
    apply(model, RemoveMark{7});
    apply(model, AddMark{{day("2021-03-01"), day("2021-03-01"), ""}});
    CHECK(marks.size() == 1);
    CHECK(study_to_compute(model.study) == asked);
    for (int i = 0; i < 4; ++i) apply(model, Undo{});
    CHECK(model.study.timeline.marks.empty());
}

TEST_CASE("labels never overlap and never leave the timeline") {
    std::vector<MarkWish> wishes;
    for (int i = 0; i < 60; ++i) wishes.push_back({i * 13.7, 40.0 + (i * 37) % 90, i % 9 == 0});
    const double gap = 8, left = 0, right = 800, least = 30;
    const auto places = placed_labels(wishes, left, right, gap, least);
    std::size_t n = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (!places[i]) continue;
        ++n;
        CHECK(places[i]->x >= left);
        CHECK(places[i]->x + places[i]->width <= right + 1e-9);
        CHECK(places[i]->width <= wishes[i].width);
        CHECK((places[i]->width == wishes[i].width || places[i]->width >= least));
        for (std::size_t j = 0; j < i; ++j) {
            if (!places[j]) continue;
            const auto &a = *places[i], &b = *places[j];
            CHECK((a.x >= b.x + b.width + gap - 1e-9 || b.x >= a.x + a.width + gap - 1e-9));
        }
    }
    CHECK(n > 4);
    CHECK(places[0]); // the user's own go first
}

TEST_CASE("a label without room at the right stands at the left, or is cut") {
    const auto placed = [](MarkWish wish) {
        return placed_labels(std::vector<MarkWish>{wish}, 0, 100, 5, 30)[0];
    };
    REQUIRE(placed({95, 50, false}));
    CHECK(placed({95, 50, false})->x == 40);
    REQUIRE(placed({40, 80, false}));
    CHECK(placed({40, 80, false})->x == 45);
    CHECK(placed({40, 80, false})->width == 55);
    CHECK_FALSE(placed_labels(std::vector<MarkWish>{{50, 80, false}}, 30, 70, 5, 30)[0]);
}

TEST_CASE("the days of a mark are typed as they are shown") {
    for (const char* text : {"2021-08-15", "2021-08", "2021", "2021-08-15 to 2021-08-20"}) {
        const auto days = mark_days_from(text);
        REQUIRE(days);
        CHECK(mark_days_text(*days) == text);
    }
    CHECK(mark_days_from("2021 to 2022")->days() == 730);
    for (const char* bad : {"", "soon", "2021-13", "2021-08-20 to 2021-08-15", "2021-08-20 to"})
        CHECK_FALSE(mark_days_from(bad));
}
