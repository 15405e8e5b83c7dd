#include "geo/analysis/bandwidth_rules.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

nlohmann::json redwoods() {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/bandwidth_rules.json");
    return nlohmann::json::parse(file);
}

} // namespace

TEST_CASE("Scott's rule is that of spatstat") {
    const nlohmann::json kept = redwoods();
    const auto x = kept["x"].get<std::vector<double>>(), y = kept["y"].get<std::vector<double>>();
    const double shrink = std::pow(static_cast<double>(x.size()), -1.0 / 6);
    const AxisSigmas plain = scott_rule(x, y).standard;
    CHECK(plain.x_m == Approx(kept["scott"][0].get<double>()).epsilon(1e-12));
    CHECK(plain.y_m == Approx(kept["scott"][1].get<double>()).epsilon(1e-12));
    CHECK(plain.x_m == Approx(0.13620214).margin(5e-9)); // as METHODS prints it
    CHECK(plain.y_m == Approx(0.13786264).margin(5e-9));
    const AxisSigmas robust = scott_rule(x, y).robust;
    CHECK(robust.x_m == Approx(kept["robust_spread"][0].get<double>() * shrink).epsilon(1e-12));
    CHECK(robust.y_m == Approx(kept["robust_spread"][1].get<double>() * shrink).epsilon(1e-12));
}

TEST_CASE("the robust spread does not follow a few far places") {
    std::vector<double> x, y;
    for (int i = 0; i < 101; ++i) {
        x.push_back(i);
        y.push_back(0);
    }
    x.back() = 1e6;
    const double shrink = std::pow(101.0, -1.0 / 6);
    CHECK(scott_rule(x, y).robust.x_m == Approx(50 / 1.34 * shrink)); // quartiles 25 and 75
    CHECK(scott_rule(x, y).standard.x_m > 1e4);
    CHECK(scott_rule(x, y).robust.y_m == 0);
    // More than half at one coordinate: the quartiles say nothing, the standard deviation still does.
    std::vector<double> heaped(9, 5.0), line(9, 0.0);
    heaped[0] = 0;
    CHECK(scott_rule(heaped, line).robust.x_m == scott_rule(heaped, line).standard.x_m);
}

TEST_CASE("none, one, and places that are no numbers") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(scott_rule({}, {}).standard.x_m == 0);
    CHECK(scott_rule(std::vector{1.0}, std::vector{2.0}).robust.y_m == 0);
    const std::vector<double> x{0, nan, 2}, y{0, 7, nan};
    CHECK(scott_rule(x, y).standard.x_m == 0);
    CHECK(count_repeated_places(x, y) == 0);
    CHECK(count_repeated_places(std::vector{1.0, 1.0, 2.0, 1.0, nan, nan}, std::vector{3.0, 3.0, 3.0, 4.0, nan, nan}) ==
          2);
}
