#include "app/viewer/any_command.hpp"
#include "app/viewer/script.hpp"
#include "app/viewer/shortcuts.hpp"
#include "app/viewer/state_value.hpp"
#include "geo/core/error.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

using namespace app;

TEST_CASE("a script is lines of a verb and words, comments and blanks aside") {
    const auto lines = parse_script("# a comment\n\nopen \"/a b.csv\"\r\n  drag timeline 0 0.5 1 0.5 \nwait");
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].number == 3);
    CHECK(lines[0].words == std::vector<std::string>{"/a b.csv"});
    CHECK(lines[1].verb == "drag");
    CHECK(lines[1].words.size() == 5);
    CHECK(lines[2].number == 5);
}

TEST_CASE("a script that is wrong names the line") {
    for (const char* wrong : {"wait\nfly map", "wait\ndrag map 1 2", "wait\nopen \"x", "wait\nopen"}) try {
            (void)parse_script(wrong);
            FAIL(wrong);
        } catch (const geo::Error& error) {
            CHECK(std::string(error.what()).starts_with("line 2: "));
        }
}

TEST_CASE("keys by name") {
    CHECK(*key_from_text("Ctrl+Z") == KeyPress{Key::z, true, false});
    CHECK(*key_from_text("Ctrl+Shift+Z") == KeyPress{Key::z, true, true});
    CHECK(*key_from_text("+") == KeyPress{Key::plus, false, false});
    CHECK_FALSE(key_from_text("Ctrl+"));
    CHECK_FALSE(key_from_text("Hyper"));
}

TEST_CASE("letters are commands only when nobody types") {
    const Model model = test::sample_model();
    CHECK(commands_of_key(model, {Key::f, false, false}, false).size() == 1);
    CHECK(commands_of_key(model, {Key::f, false, false}, true).empty());
    CHECK(commands_of_key(model, {Key::z, true, false}, true).empty()); // the field has its own undo
    CHECK(commands_of_key(model, {Key::o, true, false}, true).size() == 1);
}

TEST_CASE("escape leaves the dialog first, then what is picked") {
    Model model = test::sample_model();
    apply(model, ShowDialog{PathDialog::Kind::open});
    CHECK(std::holds_alternative<CloseDialog>(
        commands_of_key(model, {Key::escape, false, false}, true).at(0).any().noun));
    apply(model, CloseDialog{});
    CHECK(commands_of_key(model, {Key::escape, false, false}, false).empty());
}

TEST_CASE("scripts read the state by name") {
    Model model = test::sample_model();
    CHECK(std::get<std::string>(*state_value(model, "density")) == "on");
    CHECK(std::get<std::string>(*state_value(model, "from")) == "none");
    apply(model, SetTimeRange{geo::day_from_iso("2020-02-01"), std::nullopt});
    CHECK(std::get<std::string>(*state_value(model, "from")) == "2020-02-01");
    CHECK_FALSE(state_value(model, "weather"));
}
