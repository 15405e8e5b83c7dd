#include "geo/analysis/mann_kendall.hpp"

#include <cmath>
#include <fstream>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("Mann and Kendall's test of the worked series of METHODS") {
    const MannKendall trend = mann_kendall(std::vector<double>{1, 3, 2, 4, 4, 6, 5, 7, 9, 8});
    CHECK(trend.s == 38);
    CHECK(trend.variance == 124);
    CHECK(trend.z == Approx(3.322698).margin(5e-7));
    CHECK(trend.p == Approx(8.91513e-04).margin(5e-10));
}

TEST_CASE("a series turned round has the opposite trend, one in another unit the same") {
    const std::vector<double> up{1, 3, 2, 4, 4, 6, 5, 7, 9, 8};
    std::vector<double> down(up.rbegin(), up.rend()), scaled;
    for (const double x : up) scaled.push_back(1000 * x - 7);
    CHECK(mann_kendall(down).s == -38);
    CHECK(mann_kendall(down).z == -mann_kendall(up).z);
    CHECK(mann_kendall(scaled).p == mann_kendall(up).p);
}

TEST_CASE("no values, one, all equal and values that are not numbers have no trend") {
    const double nan = std::nan("");
    for (const std::vector<double>& flat :
         {std::vector<double>{}, {3}, {3, 3, 3, 3}, {nan, nan}, {nan, 2, nan}}) {
        const MannKendall trend = mann_kendall(flat);
        CHECK(trend.s == 0);
        CHECK(trend.z == 0);
        CHECK(trend.p == 1);
    }
    CHECK(mann_kendall(std::vector<double>{1, nan, 2, 3}).s == 3);
}

TEST_CASE("S and its variance are those of SciPy and of a plain count, ties and all") {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/emerging.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    for (const auto& one : kept.at("series")) {
        const MannKendall trend = mann_kendall(one.at("values").get<std::vector<double>>());
        CHECK(trend.s == one.at("s").get<std::int64_t>());
        CHECK(trend.variance == Approx(one.at("variance").get<double>()).epsilon(1e-12));
        CHECK(trend.p == Approx(one.at("p").get<double>()).epsilon(1e-9));
    }
}
