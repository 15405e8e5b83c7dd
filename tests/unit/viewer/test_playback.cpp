#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using geo::CalendarUnit;

namespace {

geo::Day day(const char* iso) { return *geo::day_from_iso(iso); }

/// The sample with a timeline of two years.
Model timed_model() {
    Model model = test::sample_model();
    TimelineBins bins;
    bins.period = bins.window = {day("2020-01-01"), day("2022-01-01")};
    bins.bins.push_back({bins.window, 5, 5, 0});
    apply(model, TimelineMade{bins});
    return model;
}

/// What the session does when the computation has answered: the map shows the study's own range.
void answer(Model& model) {
    auto snapshot = std::make_shared<geo::Snapshot>(*model.run.snapshot);
    snapshot->selected.params = model.study.filter;
    snapshot->selected.value = std::make_shared<geo::Selected>();
    EvaluatorState run = model.run;
    run.snapshot = snapshot;
    apply(model, Arrived{run});
    apply(model, SceneMade{model.scene, true, true});
}

void set(Model& model, geo::PlaybackSpec spec, double frames_per_s = 2, bool loop = false) {
    apply(model, SetPlayback{spec, frames_per_s, loop});
}

const geo::PlaybackSpec kQuarters{CalendarUnit::quarter, {1, CalendarUnit::quarter}, false, {}};

} // namespace

TEST_CASE("playing goes through every frame, once each, and stops at the last") {
    Model model = timed_model();
    set(model, kQuarters);
    apply(model, PlayPause{});
    std::vector<geo::Day> seen{*model.study.filter.from};
    for (int tick = 0; tick < 1000 && model.view.playback.playing; ++tick) {
        if (tick % 3 == 2) answer(model);
        apply(model, Tick{0.2});
        if (*model.study.filter.from != seen.back()) seen.push_back(*model.study.filter.from);
    }
    CHECK_FALSE(model.view.playback.playing);
    CHECK(seen.size() == 8);
    CHECK(model.view.playback.n_shown == 8);
    CHECK(frame_shown(model) == 7);
    CHECK(*model.study.filter.to == day("2021-12-31"));
}

TEST_CASE("no frame is left before its own incidents were shown, however long that takes") {
    Model model = timed_model();
    set(model, kQuarters, 30);
    apply(model, PlayPause{});
    for (int tick = 0; tick < 100; ++tick) apply(model, Tick{1});
    CHECK(frame_shown(model) == 0);
    answer(model);
    apply(model, Tick{1});
    CHECK(frame_shown(model) == 1);
    apply(model, Tick{1}); // the map still shows the frame before
    CHECK(frame_shown(model) == 1);
}

TEST_CASE("a whole run is one undo step, and other changes in it keep their own") {
    Model model = timed_model();
    set(model, kQuarters);
    const geo::Study before = model.study;
    apply(model, PlayPause{});
    for (int i = 0; i < 3; ++i) answer(model), apply(model, Tick{1});
    CHECK(model.history.n_undo() == 1);
    apply(model, SetWithin{geo::kilometres(20)});
    apply(model, EndStep{});
    for (int i = 0; i < 2; ++i) answer(model), apply(model, Tick{1});
    apply(model, PlayPause{});
    CHECK(model.history.n_undo() == 2);
    apply(model, Undo{});
    CHECK_FALSE(model.study.filter.within);
    apply(model, Undo{});
    CHECK(model.study == before);
}

TEST_CASE("playing goes on from where it was, and from the beginning after the end") {
    Model model = timed_model();
    set(model, kQuarters);
    apply(model, SetTimeRange{day("2021-01-01"), day("2021-03-31")});
    apply(model, PlayPause{});
    CHECK(frame_shown(model) == 4);
    apply(model, PlayPause{});
    apply(model, ShowEnd{true});
    CHECK(frame_shown(model) == 7);
    apply(model, PlayPause{});
    CHECK(frame_shown(model) == 0);
}

TEST_CASE("a loop begins again") {
    Model model = timed_model();
    set(model, {CalendarUnit::year, {1, CalendarUnit::year}, false, {}}, 2, true);
    apply(model, PlayPause{});
    for (int i = 0; i < 5; ++i) answer(model), apply(model, Tick{1});
    CHECK(model.view.playback.playing);
    CHECK(frame_shown(model) == 1);
    CHECK(model.history.n_undo() == 1);
}

TEST_CASE("cumulative playing only moves the end") {
    Model model = timed_model();
    set(model, {CalendarUnit::year, {}, true, {}});
    apply(model, PlayPause{});
    CHECK(*model.study.filter.from == day("2020-01-01"));
    CHECK(*model.study.filter.to == day("2020-12-31"));
    answer(model);
    apply(model, Tick{1});
    CHECK(*model.study.filter.from == day("2020-01-01"));
    CHECK(*model.study.filter.to == day("2021-12-31"));
}

TEST_CASE("whoever takes the time range in the hand stops the playing") {
    const auto stops = [](const auto& command) {
        Model model = timed_model();
        set(model, kQuarters);
        apply(model, PlayPause{});
        REQUIRE(model.view.playback.playing);
        apply(model, command);
        CHECK_FALSE(model.view.playback.playing);
    };
    stops(SetTimeRange{day("2020-02-01"), day("2020-03-01")});
    stops(GrabBrush{});
    stops(StepTime{1});
    stops(ShowEnd{true});
    stops(Undo{});
    stops(ClearFilter{});
    stops(OpenPath{"/data/other.csv"});
    stops(PlayPause{});
    stops(SetPlayback{{CalendarUnit::day, {7, CalendarUnit::day}, false, {}}, 2, false});
}

TEST_CASE("playing stops when the computation fails or is given up") {
    Model model = timed_model();
    set(model, kQuarters);
    apply(model, PlayPause{});
    EvaluatorState run = model.run;
    run.error = "cannot read";
    apply(model, Arrived{run});
    apply(model, Tick{0.1});
    CHECK_FALSE(model.view.playback.playing);
}

TEST_CASE("nothing plays without dates or without a file") {
    Model model = test::sample_model();
    apply(model, PlayPause{});
    CHECK_FALSE(model.view.playback.playing);
    apply(model, StepTime{1});
    CHECK_FALSE(model.study.filter.from);
    Model empty;
    apply(empty, PlayPause{});
    apply(empty, ShowEnd{true});
    CHECK(empty.history.n_undo() == 0);
}

TEST_CASE("steps go from frame to frame, stop at the ends, and move a range of any length") {
    Model model = timed_model();
    set(model, kQuarters);
    apply(model, StepTime{1});
    CHECK(frame_shown(model) == 0);
    apply(model, StepTime{-1});
    CHECK(frame_shown(model) == 0);
    apply(model, StepTime{1});
    CHECK(*model.study.filter.from == day("2020-04-01"));
    apply(model, SetTimeRange{day("2020-05-10"), day("2020-06-08")});
    apply(model, StepTime{1});
    CHECK(*model.study.filter.from == day("2020-08-10"));
    CHECK(*model.study.filter.to == day("2020-09-08"));
    apply(model, ShowEnd{true});
    CHECK(*model.study.filter.to == day("2021-12-31"));
    CHECK(*model.study.filter.to - *model.study.filter.from == std::chrono::days{29});
    apply(model, ShowEnd{false});
    CHECK(*model.study.filter.from == day("2020-01-01"));
}

TEST_CASE("a window that moves keeps its length and stays within the period") {
    const geo::DayWindow limits{day("2020-01-01"), day("2021-01-01")};
    const geo::DayWindow may{day("2020-05-01"), day("2020-06-01")};
    CHECK(moved_window(may, {1, CalendarUnit::year}, limits).last == limits.last);
    CHECK(moved_window(may, {-1, CalendarUnit::year}, limits).first == limits.first);
    CHECK(moved_window(may, {-1, CalendarUnit::year}, limits).days() == may.days());
}

TEST_CASE("an export of a playback asks for a free path and runs once") {
    Model model = timed_model();
    set(model, kQuarters);
    apply(model, ShowPlaybackDialog{true});
    CHECK(model.view.playback_dialog.path == "/data/sample-playback.webp");
    PlaybackDialog dialog = model.view.playback_dialog;
    dialog.format = PlaybackFormat::pictures;
    apply(model, EditPlaybackDialog{dialog});
    CHECK(model.view.playback_dialog.path == "/data/sample-playback/");
    PathFacts facts;
    facts.exists = facts.is_folder = true;
    apply(model, PathSeen{"/data/sample-playback/", facts});
    CHECK_FALSE(model.view.playback_dialog.path_exists); // an empty folder is free
    facts.entries.push_back({"a.png", false});
    apply(model, PathSeen{"/data/sample-playback/", facts});
    apply(model, AcceptPlaybackDialog{});
    CHECK_FALSE(model.playback_export.running);
    apply(model, PathSeen{"/data/sample-playback/", {}});
    apply(model, AcceptPlaybackDialog{});
    CHECK(model.playback_export.running);
    CHECK(std::get<ExportPlayback>(model.outbox.back()).settings.path == "/data/sample-playback/");
    const std::size_t n = model.outbox.size();
    apply(model, AcceptPlaybackDialog{});
    CHECK(model.outbox.size() == n);
    apply(model, PlaybackExported{true, "Wrote it"});
    CHECK_FALSE(model.view.playback_dialog.open);
    CHECK(model.notice.text == "Wrote it");
}

TEST_CASE("the colours' scale is fitted to the period when asked, and forgotten with its unit") {
    Model model = test::sample_model();
    auto snapshot = std::make_shared<geo::Snapshot>(*model.run.snapshot);
    auto surface = std::make_shared<geo::DensitySurface>();
    surface->peak = 0.013;
    snapshot->density.value = surface;
    EvaluatorState run = model.run;
    run.snapshot = snapshot;
    apply(model, Arrived{run});
    apply(model, FitScale{});
    CHECK(model.study.density->scale_top == 0.02);
    geo::DensitySpec spec = *model.study.density;
    spec.bandwidth = geo::kilometres(40);
    apply(model, SetDensity{spec});
    CHECK(model.study.density->scale_top == 0.02);
    spec.unit = geo::DensityUnit::per_km2;
    apply(model, SetDensity{spec});
    CHECK_FALSE(model.study.density->scale_top);
}
