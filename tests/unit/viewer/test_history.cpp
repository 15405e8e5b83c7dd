#include "app/viewer/history.hpp"
#include "tests/support/catch.hpp"

using app::History;

namespace {

geo::Study named(const std::string& name) {
    geo::Study study;
    study.name = name;
    return study;
}

} // namespace

TEST_CASE("undo and redo walk the same way back and forth") {
    History history;
    history.changed_from(named("a"));
    history.end_step();
    history.changed_from(named("b"));
    history.end_step();
    CHECK(history.undo(named("c"))->name == "b");
    CHECK(history.undo(named("b"))->name == "a");
    CHECK_FALSE(history.undo(named("a")));
    CHECK(history.redo(named("a"))->name == "b");
    CHECK(history.redo(named("b"))->name == "c");
    CHECK_FALSE(history.redo(named("c")));
}

TEST_CASE("changes of one drag are one step") {
    History history;
    for (const char* name : {"a", "b", "c"}) history.changed_from(named(name));
    CHECK(history.n_undo() == 1);
    CHECK(history.undo(named("d"))->name == "a");
}

TEST_CASE("a new change forgets what was undone") {
    History history;
    history.changed_from(named("a"));
    (void)history.undo(named("b"));
    CHECK(history.n_redo() == 1);
    history.changed_from(named("a"));
    CHECK(history.n_redo() == 0);
}

TEST_CASE("the history is bounded") {
    History history;
    for (int i = 0; i < 1000; ++i) {
        history.changed_from(named(std::to_string(i)));
        history.end_step();
    }
    CHECK(history.n_undo() == History::kMaxSteps);
    CHECK(history.undo(named("now"))->name == "999");
}
