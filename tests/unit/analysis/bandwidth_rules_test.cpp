#include "geo/analysis/bandwidth_rules.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <random>
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

TEST_CASE("the rule of Cronie and van Lieshout is the root of spatstat's sums") {
    const nlohmann::json kept = redwoods();
    const auto x = kept["x"].get<std::vector<double>>(), y = kept["y"].get<std::vector<double>>();
    NoProgress progress;
    const double sigma = cronie_van_lieshout_sigma(x, y, 1, 1, progress);
    CHECK(sigma == Approx(kept["cronie_van_lieshout"].get<double>()).epsilon(1e-8));
    CHECK(sigma == Approx(0.1444850).margin(5e-8)); // as METHODS prints it
    CHECK(sigma == cronie_van_lieshout_sigma(x, y, 1, 3, progress));
    // Twice as far apart, in four times the window.
    std::vector<double> x2, y2;
    for (std::size_t i = 0; i < x.size(); ++i) x2.push_back(2 * x[i]), y2.push_back(2 * y[i]);
    CHECK(cronie_van_lieshout_sigma(x2, y2, 4, 1, progress) == Approx(2 * sigma).epsilon(1e-8));
}

TEST_CASE("the rule of Cronie and van Lieshout of none, one, and all at one place") {
    NoProgress progress;
    const double pi = 3.14159265358979323846, nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(cronie_van_lieshout_sigma({}, {}, 1, 1, progress) == 0);
    CHECK(cronie_van_lieshout_sigma(std::vector{nan}, std::vector{1.0}, 1, 1, progress) == 0);
    CHECK(cronie_van_lieshout_sigma(std::vector{1.0}, std::vector{1.0}, 8, 1, progress) ==
          Approx(std::sqrt(4 / pi)));
    const std::vector<double> heaped(500, 3.0);
    CHECK(cronie_van_lieshout_sigma(heaped, heaped, 8, 1, progress) == Approx(std::sqrt(4 / pi)));
    CHECK(cronie_van_lieshout_sigma(heaped, heaped, 0, 1, progress) == 0);
}

TEST_CASE("places that are taken together hardly change the rule of Cronie and van Lieshout") {
    // 2,900 places as they are, and each as two a little apart: twice as many, of which the squares make some
    // thousand.
    std::mt19937 random(3);
    std::normal_distribution<double> cloud(0, 0.1);
    std::uniform_real_distribution<double> anywhere(0, 1);
    std::vector<double> x, y, x2, y2;
    while (x.size() < 2900) {
        const bool town = x.size() % 3 == 0;
        const double px = town ? 0.3 + cloud(random) : anywhere(random),
                     py = town ? 0.6 + cloud(random) : anywhere(random);
        if (px < 0 || px > 1 || py < 0 || py > 1) continue;
        x.push_back(px);
        y.push_back(py);
        x2.insert(x2.end(), {px - 1e-6, px + 1e-6});
        y2.insert(y2.end(), 2, py);
    }
    NoProgress progress;
    std::vector<double> twice_x = x,
                        twice_y = y; // each twice at one place: 2,900 distinct, nothing taken together
    twice_x.insert(twice_x.end(), x.begin(), x.end());
    twice_y.insert(twice_y.end(), y.begin(), y.end());
    const double exact = cronie_van_lieshout_sigma(twice_x, twice_y, 1, 1, progress);
    const double together = cronie_van_lieshout_sigma(x2, y2, 1, 1, progress);
    INFO("exact " << exact << ", together " << together << ": " << together / exact - 1);
    CHECK(together == Approx(exact).epsilon(5e-3));
    CHECK(together != exact);
}
