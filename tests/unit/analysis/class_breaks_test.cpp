#include "geo/analysis/class_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// By its definition: of the positive values, in order, the first that at least a share i/n do not exceed.
double quantile(std::vector<double> values, std::size_t i, std::size_t n) {
    std::erase_if(values, [](double v) { return !(v > 0); });
    std::sort(values.begin(), values.end());
    for (const double value : values) {
        const auto not_above = std::count_if(values.begin(), values.end(), [&](double v) { return v <= value; });
        if (static_cast<std::size_t>(not_above) * n >= i * values.size()) return value;
    }
    return values.back();
}

} // namespace

TEST_CASE("breaks are quantiles of the positive values, rounded down to two digits") {
    CHECK(quantile_breaks(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5) == std::vector<double>{2, 4, 6, 8});
    CHECK(quantile_breaks(std::vector<double>{0, kNan, 0.01234, 123.4, 987654}, 3) == std::vector<double>{120});
    std::mt19937 random(7);
    std::lognormal_distribution<double> sizes(0, 2);
    for (int run = 0; run < 50; ++run) {
        std::vector<double> values{0, 0, kNan};
        for (std::size_t n = 1 + random() % 200; n > 0; --n) values.push_back(sizes(random));
        const std::vector<double> breaks = quantile_breaks(values, 5);
        for (std::size_t i = 1; i < 5; ++i) {
            const double exact = quantile(values, i, 5);
            const auto near = std::find_if(breaks.begin(), breaks.end(), [&](double b) {
                return b <= exact * (1 + 1e-12) && b > exact * 0.9;
            });
            const double least = *std::min_element(values.begin() + 3, values.end());
            CHECK((near != breaks.end() || exact < least * 1.12));
        }
        CHECK(std::is_sorted(breaks.begin(), breaks.end()));
        CHECK(std::adjacent_find(breaks.begin(), breaks.end()) == breaks.end());
    }
}

TEST_CASE("no class is made of nothing") {
    CHECK(quantile_breaks({}, 5).empty());
    CHECK(quantile_breaks(std::vector<double>{0, 0, kNan}, 5).empty());
    CHECK(quantile_breaks(std::vector<double>{3, 3, 3, 3}, 5).empty());
    CHECK(quantile_breaks(std::vector<double>{7}, 5).empty());
}

TEST_CASE("classes are half-open, nothing and not known stand apart") {
    const std::vector<double> breaks{1, 5};
    CHECK(class_of_value(breaks, 0) == 0);
    CHECK(class_of_value(breaks, 0.5) == 1);
    CHECK(class_of_value(breaks, 1) == 2);
    CHECK(class_of_value(breaks, 4.999) == 2);
    CHECK(class_of_value(breaks, 5) == 3);
    CHECK(class_of_value(breaks, 1e9) == 3);
    CHECK(class_of_value(breaks, kNan) == 4);
    CHECK(class_of_value({}, 2) == 1);
    CHECK(n_classes_with(breaks) == 5);
}
