#include <atomic>
#include <chrono>
#include <thread>

#include "app/viewer/evaluator.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using app::Evaluator;
using Clock = std::chrono::steady_clock;

namespace {

geo::Study named(const std::string& name) {
    geo::Study study;
    study.name = name;
    return study;
}

/// A computation of `length` that cancels about every millisecond. The result names its study in the area
/// stage.
struct Fake {
    std::chrono::milliseconds length{0};
    std::atomic<int> n_started{0}, n_finished{0}, n_cancelled{0};

    geo::Snapshot operator()(const geo::Study& study, const geo::Snapshot& previous, geo::Progress& progress,
                             const geo::EvaluateOptions& options) {
        ++n_started;
        progress.stage(study.name);
        geo::Snapshot result = previous;
        result.selected.params.area = study.name; // the first stage: at once
        options.publish(result);
        try {
            for (const auto end = Clock::now() + length; Clock::now() < end;) {
                std::this_thread::sleep_for(1ms);
                progress.at(0, 1);
            }
        } catch (const geo::Cancelled&) {
            ++n_cancelled;
            throw;
        }
        if (study.name == "broken")
            throw geo::Error(geo::ErrorKind::Format, "cannot load broken.csv: no columns");
        result.density.params.area = study.name; // the slow stage
        ++n_finished;
        return result;
    }
};

Evaluator::Evaluate call(Fake& fake) {
    return [&fake](auto&&... args) { return fake(args...); };
}

void wait_idle(const Evaluator& evaluator) {
    const auto end = Clock::now() + 20s;
    while (!evaluator.idle() && Clock::now() < end) std::this_thread::sleep_for(1ms);
    REQUIRE(evaluator.idle());
}

} // namespace

TEST_CASE("the last study submitted is the one that is shown") {
    Fake fake;
    fake.length = 5ms;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    for (int i = 0; i <= 200; ++i) evaluator.submit(named(std::to_string(i)));
    wait_idle(evaluator);
    CHECK(evaluator.state().snapshot->density.params.area == "200");
    CHECK(fake.n_started < 201); // the mailbox holds one
}

TEST_CASE("submit never waits for the computation") {
    Fake fake;
    fake.length = 500ms;
    Evaluator evaluator(call(fake), {.grace = 10s, .threads = 1, .wake = {}});
    evaluator.submit(named("slow"));
    while (fake.n_started == 0) std::this_thread::yield();
    const auto start = Clock::now();
    for (int i = 0; i < 100; ++i) evaluator.submit(named("next"));
    CHECK(Clock::now() - start < 250ms);
    evaluator.cancel();
}

TEST_CASE("a superseded run may finish within the grace period, so that a drag shows something") {
    Fake fake;
    fake.length = 20ms;
    Evaluator evaluator(call(fake), {.grace = 5s, .threads = 1, .wake = {}});
    for (int i = 0; i < 20; ++i) {
        evaluator.submit(named(std::to_string(i)));
        std::this_thread::sleep_for(10ms);
    }
    wait_idle(evaluator);
    CHECK(fake.n_cancelled == 0);
    CHECK(fake.n_finished >= 2);
}

TEST_CASE("a superseded run older than the grace period is cancelled, its finished stages stay") {
    Fake fake;
    fake.length = 10s;
    Evaluator evaluator(call(fake), {.grace = 20ms, .threads = 1, .wake = {}});
    evaluator.submit(named("old"));
    while (!evaluator.state().snapshot) std::this_thread::yield();
    std::this_thread::sleep_for(40ms);
    CHECK(fake.n_cancelled == 0); // nobody wants anything newer yet
    evaluator.submit(named("new"));
    const auto end = Clock::now() + 5s;
    while (fake.n_cancelled == 0 && Clock::now() < end) std::this_thread::sleep_for(1ms);
    CHECK(fake.n_cancelled == 1);
    CHECK(evaluator.state().snapshot != nullptr);
    evaluator.cancel();
}

TEST_CASE("stages are shown as they finish") {
    Fake fake;
    fake.length = 300ms;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    evaluator.submit(named("a"));
    while (!evaluator.state().snapshot) std::this_thread::yield();
    const app::EvaluatorState state = evaluator.state();
    CHECK(state.busy);
    CHECK(state.snapshot->selected.params.area == "a");
    CHECK(state.snapshot->density.params.area.empty());
    wait_idle(evaluator);
    CHECK(evaluator.state().snapshot->density.params.area == "a");
}

TEST_CASE("cancel stops the run and keeps what was published") {
    Fake fake;
    fake.length = 10s;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    evaluator.submit(named("a"));
    while (!evaluator.state().snapshot) std::this_thread::yield();
    evaluator.cancel();
    wait_idle(evaluator);
    const app::EvaluatorState state = evaluator.state();
    CHECK(state.cancelled);
    CHECK(state.error.empty());
    CHECK(state.snapshot->selected.params.area == "a");
}

TEST_CASE("an error is told and the next study runs") {
    Fake fake;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    evaluator.submit(named("broken"));
    wait_idle(evaluator);
    CHECK(evaluator.state().error == "cannot load broken.csv: no columns");
    evaluator.submit(named("whole"));
    wait_idle(evaluator);
    CHECK(evaluator.state().error.empty());
    CHECK(evaluator.state().snapshot->density.params.area == "whole");
}

TEST_CASE("an export waits for the study and gets its snapshot") {
    Fake fake;
    fake.length = 30ms;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    evaluator.submit(named("a"));
    evaluator.submit_task([](const geo::Snapshot& snapshot, geo::Progress&) {
        return "wrote " + snapshot.density.params.area;
    });
    wait_idle(evaluator);
    const auto result = evaluator.take_task_result();
    REQUIRE(result);
    CHECK(result->done);
    CHECK(result->text == "wrote a");
    CHECK_FALSE(evaluator.take_task_result());
}

TEST_CASE("every export gives a result in its turn, also those that were given up before they began") {
    Fake fake;
    fake.length = 10s;
    Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
    evaluator.submit(named("a"));
    while (fake.n_started == 0) std::this_thread::yield();
    const auto write = [](const geo::Snapshot&, geo::Progress&) { return std::string("wrote"); };
    for (const char* path : {"one", "two"}) evaluator.submit_task(write, path);
    evaluator.cancel();
    wait_idle(evaluator);
    for (const char* path : {"one", "two"}) {
        const auto result = evaluator.take_task_result();
        REQUIRE(result);
        CHECK(result->subject == path);
        CHECK_FALSE(result->done);
    }
    CHECK_FALSE(evaluator.take_task_result());
}

TEST_CASE("an evaluator can be destroyed in the middle of a run") {
    Fake fake;
    fake.length = 10s;
    const auto start = Clock::now();
    {
        Evaluator evaluator(call(fake), {.grace = 150ms, .threads = 1, .wake = {}});
        evaluator.submit(named("a"));
        while (fake.n_started == 0) std::this_thread::yield();
    }
    CHECK(Clock::now() - start < 5s);
}
