#include "app/viewer/frame_wait.hpp"
#include "tests/support/catch.hpp"

using namespace app;

TEST_CASE("a still window sleeps until something happens") { CHECK(wait_s({}) == kForEver); }

TEST_CASE("a window sleeps only as long as the most impatient of its parts") {
    CHECK(wait_s({.n_settling = 1}) == 0);
    CHECK(wait_s({.flying = true}) == 0);
    CHECK(wait_s({.computing = true}) == Approx(1.0 / 30));
    CHECK(wait_s({.typing = true}) == Approx(0.5));
    CHECK(wait_s({.drawing_s = 0.2}) == Approx(0.2));
    CHECK(wait_s({.drawing_s = -0.1}) == 0);
    CHECK(wait_s({.drawing_s = 0.2, .computing = true, .typing = true}) == Approx(1.0 / 30));
    CHECK(wait_s({.n_settling = 2, .drawing_s = 0.2, .computing = true}) == 0);
}

TEST_CASE("a window with work that is not kept yet wakes to keep it") {
    CHECK(wait_s({.keeping_s = 1.5}) == Approx(1.5));
    CHECK(wait_s({.keeping_s = -0.1}) == 0);
    CHECK(wait_s({.typing = true, .keeping_s = 1.5}) == Approx(0.5));
}
