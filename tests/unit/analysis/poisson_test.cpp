#include "geo/analysis/poisson.hpp"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/analysis/probability.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

nlohmann::json kept() {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/poisson.json");
    return nlohmann::json::parse(file);
}

/// The kept number; infinite ones are null.
double at(const nlohmann::json& column, std::size_t i) {
    return column[i].is_null() ? INFINITY : column[i].get<double>();
}

double relative(double found, double wanted) {
    return found == wanted ? 0 : std::abs(found - wanted) / std::max(std::abs(wanted), 1e-300);
}

} // namespace

TEST_CASE("quantiles of chi-square and beta are those of R") {
    const nlohmann::json numbers = kept(), &chi = numbers["chi_square"], &beta = numbers["beta"];
    double worst = 0;
    for (std::size_t i = 0; i < chi["p"].size(); ++i)
        worst = std::max(
            worst, relative(chi_square_quantile(at(chi["p"], i), at(chi["df"], i)), at(chi["value"], i)));
    CHECK(worst < 1e-9); // R's own qchisq keeps about ten digits where p is near 1
    worst = 0;
    for (std::size_t i = 0; i < beta["p"].size(); ++i) {
        INFO(beta["p"][i] << ' ' << beta["a"][i] << ' ' << beta["b"][i]);
        const double found = beta_quantile(at(beta["p"], i), at(beta["a"], i), at(beta["b"], i));
        CHECK(relative(found, at(beta["value"], i)) < 1e-9);
    }
}

TEST_CASE("the interval of a count is that of R's poisson.test") {
    const nlohmann::json numbers = kept(), &wanted = numbers["intervals"];
    for (std::size_t i = 0; i < wanted["count"].size(); ++i) {
        INFO(wanted["count"][i] << " at " << wanted["level"][i]);
        const Interval found =
            poisson_interval(wanted["count"][i].get<std::uint64_t>(), at(wanted["level"], i));
        CHECK(relative(found.low, at(wanted["low"], i)) < 1e-12);
        CHECK(relative(found.high, at(wanted["high"], i)) < 1e-12);
    }
}

TEST_CASE("the ratio of two rates has the interval and the p of R's poisson.test") {
    const nlohmann::json numbers = kept(), &wanted = numbers["ratios"];
    for (std::size_t i = 0; i < wanted["p"].size(); ++i) {
        INFO("pair " << i);
        const RateRatio found =
            rate_ratio(wanted["after"][i].get<std::uint64_t>(), at(wanted["days_after"], i),
                       wanted["before"][i].get<std::uint64_t>(), at(wanted["days_before"], i));
        CHECK(relative(found.interval.low, at(wanted["low"], i)) < 1e-10);
        CHECK(relative(found.interval.high, at(wanted["high"], i)) < 1e-10);
        CHECK(found.p == Approx(at(wanted["p"], i)).epsilon(1e-9).margin(1e-300));
    }
}

TEST_CASE("the two tails of gamma and beta are sums of their terms") {
    for (const double m : {0.3, 4.0, 37.5, 320.0}) {
        double below = 0, term = std::exp(-m);
        for (int k = 0; k < 400; ++k) {
            if (k > 0) term *= m / k;
            CHECK(gamma_below(k + 1, m) == Approx(1 - below - term).margin(1e-12));
            below += term;
            CHECK(gamma_above(k + 1, m) == Approx(below).epsilon(1e-11).margin(1e-300));
        }
    }
    for (const double share : {0.02, 0.5, 0.77}) {
        double above = 1;
        for (std::uint64_t k = 1; k <= 60; ++k) {
            above -= binomial_probability(k - 1, 60, share);
            CHECK(beta_below(share, double(k), double(61 - k)) == Approx(above).margin(1e-12));
        }
    }
}

TEST_CASE("counts at the ends: none, none in either period, one after none") {
    CHECK(poisson_interval(0).low == 0);
    CHECK(poisson_interval(0).high == Approx(-std::log(0.025)));
    const RateRatio none = rate_ratio(0, 31, 0, 30);
    CHECK(std::isnan(none.ratio));
    CHECK(none.interval.low == 0);
    CHECK(std::isinf(none.interval.high));
    CHECK(none.p == 1);
    CHECK(std::isinf(rate_ratio(1, 1, 0, 1).ratio));
    CHECK(rate_ratio(4, 28, 8, 56).ratio == 1);
    CHECK(rate_ratio(4, 28, 8, 56).p == 1);
    CHECK_THROWS_AS(rate_ratio(1, 0, 1, 1), Error);
    CHECK_THROWS_AS(poisson_interval(1, 1), Error);
}

TEST_CASE("turning two periods round turns the ratio and its interval round, and keeps p") {
    for (const auto& [a, b] : {std::pair{3, 9}, {0, 5}, {140, 100}, {77, 78}}) {
        const RateRatio there = rate_ratio(a, 31, b, 28), back = rate_ratio(b, 28, a, 31);
        CHECK(there.p == Approx(back.p).epsilon(1e-9));
        CHECK(there.interval.low == Approx(1 / back.interval.high));
        if (a > 0) CHECK(there.interval.high == Approx(1 / back.interval.low));
    }
}
