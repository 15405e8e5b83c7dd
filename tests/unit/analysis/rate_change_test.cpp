#include "geo/analysis/rate_change.hpp"

#include <cmath>
#include <fstream>
#include <random>

#include <nlohmann/json.hpp>

#include "geo/analysis/false_discovery.hpp"
#include "geo/analysis/probability.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("change by district has the p, q, likeness and shrunken ratio of R") {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/rate_change.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    std::vector<BeforeAfterCount> counts;
    for (std::size_t i = 0; i < kept["after"].size(); ++i)
        counts.push_back({kept["before"][i].get<std::uint32_t>(), kept["after"][i].get<std::uint32_t>()});
    for (const char* which : {"no_change", "as_total"}) {
        const nlohmann::json& wanted = kept[which];
        const double share = wanted["share"].get<double>(), likeness = likeness_of_shares(counts, share);
        CHECK(likeness == Approx(wanted["likeness"].get<double>()).epsilon(1e-5));
        std::vector<double> p;
        for (const BeforeAfterCount count : counts)
            p.push_back(binomial_test_p(count.after, count.after + count.before, share));
        const std::vector<double> q = benjamini_hochberg(p);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            CHECK(p[i] == Approx(wanted["p"][i].get<double>()).epsilon(1e-9));
            CHECK(q[i] == Approx(wanted["q"][i].get<double>()).epsilon(1e-9));
            CHECK(shrunk_log_ratio(counts[i], share, likeness) ==
                  Approx(wanted["log_ratio"][i].get<double>()).epsilon(1e-4).margin(1e-5));
        }
    }
}

TEST_CASE("places that differ by chance alone are alike, places that differ are not") {
    std::mt19937 random(5);
    std::binomial_distribution<std::uint32_t> half(40, 0.5), most(40, 0.9), few(40, 0.1);
    std::vector<BeforeAfterCount> same, apart;
    for (int i = 0; i < 300; ++i) {
        const std::uint32_t n = half(random), m = i % 2 == 0 ? most(random) : few(random);
        same.push_back({40 - n, n});
        apart.push_back({40 - m, m});
    }
    CHECK(likeness_of_shares(same, 0.5) > 300);
    CHECK(likeness_of_shares(apart, 0.5) < 5);
    CHECK(likeness_of_shares({}, 0.5) == kMostAlike);
    CHECK(likeness_of_shares(std::vector<BeforeAfterCount>{{1, 0}, {0, 1}}, 0.5) == kMostAlike);
    CHECK_THROWS_AS(likeness_of_shares(same, 1), Error);
}

TEST_CASE(
    "a ratio of few incidents is drawn to no change, one of many is not; turned round it changes its sign") {
    CHECK(shrunk_log_ratio({0, 0}, 0.5, 1) == 0);
    CHECK(shrunk_log_ratio({0, 0}, 0.3, 8) == Approx(0).margin(1e-15));
    CHECK(shrunk_log_ratio({1, 3}, 0.5, 1) == Approx(std::log(3.5 / 1.5)));
    CHECK(shrunk_log_ratio({1, 3}, 0.5, 20) < 0.2);
    CHECK(shrunk_log_ratio({1000, 3000}, 0.5, 20) == Approx(std::log(3)).epsilon(0.01));
    CHECK(shrunk_log_ratio({7, 2}, 0.5, 4) == Approx(-shrunk_log_ratio({2, 7}, 0.5, 4)));
    CHECK(std::isnan(shrunk_log_ratio({1, 1}, 0, 1)));
}

TEST_CASE("the weighted displacement difference of METHODS") {
    const DisplacementDifference found = displacement_difference({100, 80}, {100, 90});
    CHECK(found.difference == -10);
    CHECK(found.error == Approx(19.235).margin(5e-4));
    CHECK(found.p == Approx(0.6031).margin(5e-4));
    CHECK(found.low == Approx(-10 - 1.96 * 19.235).margin(1e-2));
    CHECK(displacement_difference({}, {}).p == 1);
}
