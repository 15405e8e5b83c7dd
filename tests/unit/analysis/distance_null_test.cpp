#include "geo/analysis/distance_null.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// A strip of 100 km along the border, evenly: the share nearer than x km is x / 100.
NullPlaces even_strip() {
    NullPlaces null;
    for (int i = 0; i < 20'000; ++i) {
        null.distance_m.push_back((i + 0.5) * 5);
        null.weight.push_back(4);
    }
    return null;
}

DistanceNullParams params_of(std::uint64_t seed = 1) {
    DistanceNullParams params;
    params.band_edges_m = {0, 5'000, 10'000, 50'000};
    params.curve_m = {2'000, 20'000, 80'000};
    params.seed = seed;
    return params;
}

DistanceAgainstNull compare(const std::vector<double>& distance_m, const std::vector<std::uint32_t>& n,
                            const DistanceNullParams& params) {
    NoProgress progress;
    return distance_against_null(distance_m, n, even_strip(), params, progress);
}

std::vector<double> evenly_drawn(std::size_t n, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 100'000);
    std::vector<double> distances(n);
    std::generate(distances.begin(), distances.end(), [&] { return place(random); });
    return distances;
}

} // namespace

TEST_CASE("shares observed and expected are those of the places, and add up") {
    const auto found = compare({1'000, 4'999, 5'000, 70'000}, {2, 1, 4, 3}, params_of());
    REQUIRE(found.bands.size() == 4);
    CHECK(found.n_incidents == 10);
    CHECK(found.n_places == 4);
    CHECK(found.bands[0].count == 3);
    CHECK(found.bands[1].count == 4); // 5 km belongs to the band from there
    CHECK(found.bands[2].count == 0);
    CHECK(found.bands[3].count == 3);
    const double expected[] = {0.05, 0.05, 0.4, 0.5};
    for (std::size_t i = 0; i < 4; ++i) CHECK(found.bands[i].share.expected == Approx(expected[i]));
    CHECK(found.bands[0].ratio() == Approx(6));
    CHECK(found.curve[0].observed == Approx(0.2));
    CHECK(found.curve[1].expected == Approx(0.2));
}

TEST_CASE("intervals are those of binomial counts when every place has one incident") {
    const auto found = compare(evenly_drawn(400, 3), std::vector<std::uint32_t>(400, 1), params_of());
    // Binomial 400, 0.5: 2.5 % and 97.5 % are 180 and 220 (R: qbinom(c(.025, .975), 400, .5)).
    CHECK(std::abs(found.bands[3].share.low - 180.0 / 400) < 0.006);
    CHECK(std::abs(found.bands[3].share.high - 220.0 / 400) < 0.006);
    CHECK(std::abs(found.curve[1].low - 65.0 / 400) < 0.006); // Binomial 400, 0.2: 65 and 96
    CHECK(std::abs(found.curve[1].high - 96.0 / 400) < 0.006);
}

TEST_CASE("incidents farther than every place of the null lie in the last band") {
    const auto found = compare({120'000, 150'000}, {1, 2}, params_of());
    CHECK(found.bands[3].count == 3);
    CHECK(found.ks_d == Approx(1).margin(1e-3)); // none of them is as near as any place of the null
}

TEST_CASE("a pattern from the null is called nearer about as often as the level says") {
    int n_low = 0, n_ks = 0;
    constexpr int kPatterns = 200;
    for (int i = 0; i < kPatterns; ++i) {
        DistanceNullParams params = params_of(static_cast<std::uint64_t>(i));
        params.n_runs = 199;
        const auto found = compare(evenly_drawn(60, 100 + static_cast<unsigned>(i)), std::vector<std::uint32_t>(60, 1), params);
        n_low += found.bands[3].p_fewer <= 0.1;
        n_ks += found.ks_p <= 0.1;
    }
    CHECK(n_low < 0.17 * kPatterns);
    CHECK(n_low > 0.02 * kPatterns);
    CHECK(n_ks < 0.17 * kPatterns);
    CHECK(n_ks > 0.04 * kPatterns);
}

TEST_CASE("incidents stacked on few places prove little, the same number on many places does") {
    const auto stacked = compare({1'000, 60'000}, {50, 50}, params_of());
    CHECK(stacked.bands[0].share.observed == Approx(0.5));
    CHECK(stacked.bands[0].p_more > 0.05); // one of two places so near: 1 - 0.95² = 0.0975
    CHECK(stacked.bands[0].p_more < 0.15);
    std::vector<double> many;
    for (int i = 0; i < 100; ++i) many.push_back(i < 50 ? 10.0 * i : 60'000 + i);
    const auto spread = compare(many, std::vector<std::uint32_t>(100, 1), params_of());
    CHECK(spread.bands[0].p_more == Approx(0.001)); // 1 / (999 + 1)
    CHECK(spread.ks_p == Approx(0.001));
    CHECK(spread.ks_d > 0.4);
}

TEST_CASE("the largest difference is that of the curves") {
    // All at 30 km: the null has 30 % nearer, the incidents none; beyond, all against 30 %.
    const auto found = compare({30'000}, {7}, params_of());
    CHECK(std::abs(found.ks_d - 0.7) < 0.002);
    CHECK(found.ks_p > 0.1);
}

TEST_CASE("the answer follows from the seed, not from the threads") {
    const auto distances = evenly_drawn(500, 9);
    const std::vector<std::uint32_t> n(500, 2);
    DistanceNullParams params = params_of(42);
    params.threads = 1;
    const auto one = compare(distances, n, params);
    params.threads = 4;
    const auto four = compare(distances, n, params);
    params.seed = 43;
    const auto other = compare(distances, n, params);
    for (std::size_t i = 0; i < one.bands.size(); ++i) {
        CHECK(one.bands[i].p_more == four.bands[i].p_more);
        CHECK(one.bands[i].share.low == four.bands[i].share.low);
    }
    CHECK(one.ks_p == four.ks_p);
    const bool same = std::equal(one.curve.begin(), one.curve.end(), other.curve.begin(),
                                 [](const auto& a, const auto& b) { return a.low == b.low && a.high == b.high; });
    CHECK_FALSE(same);
}

TEST_CASE("weights say how much of the null is where") {
    NullPlaces null{{1'000, 60'000, 70'000, std::nan("")}, {1, 2, 1, 5}};
    NoProgress progress;
    const auto found = distance_against_null(std::vector<double>{2'000}, std::vector<std::uint32_t>{1}, null, params_of(),
                                             progress);
    CHECK(found.bands[0].share.expected == Approx(0.25));
    CHECK(found.bands[3].share.expected == Approx(0.75));
}

TEST_CASE("nothing to compare gives no verdict, and what cannot be compared is refused") {
    const auto none = compare({}, {}, params_of());
    CHECK(none.n_incidents == 0);
    CHECK(none.bands[0].p_more == 1);
    CHECK(none.bands[0].share.expected == Approx(0.05));
    CHECK(none.ks_d == 0);
    NoProgress progress;
    CHECK_THROWS_AS(distance_against_null(std::vector<double>{1}, std::vector<std::uint32_t>{1}, {}, params_of(), progress),
                    Error);
    CHECK_THROWS_AS(compare({1, 2}, {1}, params_of()), Error);
}
