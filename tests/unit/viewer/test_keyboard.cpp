#include "app/viewer/any_command.hpp"
#include "app/viewer/keyboard.hpp"
#include "app/viewer/shortcuts.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

const std::vector<Region> kAllButTable{Region::top,     Region::layers,   Region::filter, Region::map,
                                       Region::details, Region::timeline, Region::edges};

void press(Model& model, const char* key, const KeyTarget& target) {
    for (const Command& command : commands_of_key(model, *key_from_text(key), target)) apply(model, command);
}

KeyTarget window() {
    KeyTarget target;
    target.regions = kAllButTable;
    return target;
}

KeyTarget control() {
    KeyTarget target = window();
    target.control = true;
    return target;
}

template <typename T>
bool asks_for(const Model& model, const char* key, const KeyTarget& target) {
    for (const Command& command : commands_of_key(model, *key_from_text(key), target))
        if (std::holds_alternative<T>(command.any().noun)) return true;
    return false;
}

} // namespace

TEST_CASE("the regions are walked around the window, without those that are not there") {
    CHECK(next_region(Region::map, 1, kAllButTable) == Region::details);
    CHECK(next_region(Region::timeline, 1, kAllButTable) == Region::edges);
    CHECK(next_region(Region::edges, 1, kAllButTable) == Region::top);
    CHECK(next_region(Region::top, -1, kAllButTable) == Region::edges);
    CHECK(next_region(Region::table, 1, {Region::top}) == Region::top);
    CHECK(next_region(Region::map, 1, {}) == Region::map);
}

TEST_CASE("Tab goes around the controls, from none to the first or the last") {
    CHECK(next_stop(3, std::nullopt, 1) == 0);
    CHECK(next_stop(3, std::nullopt, -1) == 2);
    CHECK(next_stop(3, 2, 1) == 0);
    CHECK(next_stop(3, 0, -1) == 2);
    CHECK(next_stop(1, 0, 1) == 0);
    CHECK(next_stop(2, 7, 1) == 0); // of a list that has become shorter
}

TEST_CASE("an arrow moves a slider by a twentieth of its range, and never out of it") {
    CHECK(stepped(50, 0, 100, false, 1) == 55);
    CHECK(stepped(98, 0, 100, false, 1) == 100);
    CHECK(stepped(5, 5, 100, false, -3) == 5);
    CHECK(stepped(1.0f, 0.5f, 1.5f, false, 1) == Approx(1.05));
    CHECK(stepped(50, 1, 500, true, 1) == 55);
    CHECK(stepped(2, 1, 500, true, 1) == 3); // a tenth would be lost in rounding
    CHECK(stepped(2, 1, 500, true, -5) == 1);
}

TEST_CASE("F6 gives the keyboard to the next region, Escape to the map") {
    Model model = test::sample_model();
    CHECK(region_of(model) == Region::map);
    press(model, "F6", window());
    CHECK(model.view.keys_in == Region::details);
    press(model, "F6", control());
    CHECK(model.view.keys_in == Region::timeline);
    press(model, "Escape", control());
    CHECK_FALSE(model.view.keys_in);
    press(model, "Shift+F6", window());
    CHECK(model.view.keys_in == Region::filter);
    press(model, "Shift+F6", control()); // the layers have keys of their own
    CHECK(model.view.focused_layer);
    CHECK(region_of(model) == Region::layers);
    press(model, "Tab", window()); // and controls
    CHECK(model.view.keys_in == Region::layers);
    CHECK_FALSE(model.view.focused_layer);
    press(model, "Tab", control()); // within the region: not ours
    CHECK(model.view.keys_in == Region::layers);
}

TEST_CASE("keys of a control do nothing else") {
    Model model = test::sample_model();
    for (const char* key : {"Left", "Up", "Space", "Enter", "Home", "PageDown", "Tab"}) {
        apply(model, KeysTo{Region::filter});
        INFO(key);
        CHECK(commands_of_key(model, *key_from_text(key), control()).empty());
    }
    CHECK(asks_for<FitMap>(model, "F", control())); // letters stay shortcuts
    CHECK(asks_for<SaveNow>(model, "Ctrl+S", control()));
    apply(model, KeysTo{});
    CHECK(asks_for<AimBy>(model, "Left", window()));
    CHECK(asks_for<PlayPause>(model, "Space", window()));
}

TEST_CASE("a menu keeps its keys, and Escape in it closes nothing else") {
    Model model = test::sample_model();
    KeyTarget target = window();
    target.menu = true;
    apply(model, ShowDialog{PathDialog::Kind::export_layer});
    for (const char* key : {"Escape", "Enter", "Up", "Space", "F6", "F1", "F"})
        CHECK(commands_of_key(model, *key_from_text(key), target).empty());
    apply(model, CloseDialog{});
    CHECK(asks_for<Undo>(model, "Ctrl+Z", target));
}

TEST_CASE("Enter in a dialog is the focused button's, else it accepts") {
    Model model = test::sample_model();
    apply(model, ShowDialog{PathDialog::Kind::open});
    CHECK(asks_for<AcceptDialog>(model, "Enter", window()));
    CHECK_FALSE(asks_for<AcceptDialog>(model, "Enter", control()));
    KeyTarget typing = control();
    typing.typing = true;
    CHECK(asks_for<AcceptDialog>(model, "Enter", typing));
    CHECK(commands_of_key(model, *key_from_text("F6"), control()).empty());
}

TEST_CASE("arrows move the map under a cross, the mouse takes it away") {
    Model model = test::sample_model();
    apply(model, ResizeMap{{800, 600}});
    press(model, "Right", window());
    CHECK(model.view.aiming);
    REQUIRE(model.view.pointer);
    CHECK(model.view.pointer->x == 400);
    CHECK(model.view.pointer->y == 300);
    apply(model, PointTo{Pixel{10, 10}});
    CHECK_FALSE(model.view.aiming);
}

TEST_CASE("a box is drawn with the keyboard: a corner, the way, the other corner") {
    Model model = test::sample_model();
    apply(model, ResizeMap{{800, 600}});
    apply(model, ChooseTool{Tool::box});
    press(model, "Space", window());
    REQUIRE(model.view.drawing);
    press(model, "Right", window());
    press(model, "Down", window());
    const geo::LonLatBox box = box_of(*model.view.drawing);
    CHECK(box.east > box.west);
    CHECK(box.north > box.south);
    press(model, "Space", window());
    CHECK_FALSE(model.view.drawing);
    apply(model, ChooseTool{Tool::measure});
    press(model, "Space", window());
    press(model, "Right", window());
    press(model, "Space", window());
    CHECK(model.view.measuring.points.size() == 2);
    press(model, "Enter", window());
    CHECK(model.view.measuring.ended);
}

TEST_CASE("an end of the time range moves by a bar or a day, never over the other one") {
    Model model = test::sample_model();
    const geo::DayWindow window_days{*geo::day_from_iso("2020-01-01"), *geo::day_from_iso("2022-04-01")};
    model.timeline.window = model.timeline.period = window_days;
    model.timeline.unit = BinUnit::month;
    apply(model, MoveRangeEnd{false, 1, true});
    REQUIRE(model.study.filter.from);
    CHECK(*model.study.filter.from == window_days.first + std::chrono::days{1});
    CHECK_FALSE(model.study.filter.to);
    CHECK(model.history.n_undo() == 1);
    apply(model, EndStep{});
    apply(model, MoveRangeEnd{false, -1, true}); // the whole period again
    CHECK_FALSE(model.study.filter.from);
    apply(model, MoveRangeEnd{true, -100000, true});
    CHECK(model.study.filter.to == window_days.first);
    apply(model, MoveRangeEnd{false, 5, false});
    CHECK_FALSE(model.study.filter.from);
    apply(model, MoveRangeEnd{true, 1, false});
    CHECK(model.study.filter.to == *geo::day_from_iso("2020-01-31")); // the end of the month
    apply(model, MoveRangeEnd{true, 1, false});
    CHECK(model.study.filter.to == *geo::day_from_iso("2020-02-29"));
    apply(model, MoveRangeEnd{false, 1, false});
    CHECK(model.study.filter.from == *geo::day_from_iso("2020-02-01"));
}

TEST_CASE("the table's arrows, Space and Enter are the rows' while they have the keyboard") {
    Model model = test::sample_model();
    apply(model, OpenTable{true});
    CHECK(region_of(model) == Region::table);
    CHECK(asks_for<MoveCursor>(model, "Down", window()));
    CHECK(asks_for<ScrollTable>(model, "Shift+Right", window()));
    press(model, "Tab", window());
    CHECK(model.view.keys_in == Region::table);
    CHECK_FALSE(asks_for<MoveCursor>(model, "Down", control()));
}
