#include "geo/analysis/emerging_class.hpp"

#include <cmath>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/analysis/gi_star.hpp"
#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// h hot, c cold, anything else neither.
std::vector<StepState> steps(const std::string& letters) {
    std::vector<StepState> result;
    for (const char c : letters)
        result.push_back(c == 'h' ? StepState::hot : c == 'c' ? StepState::cold : StepState::none);
    return result;
}

MannKendall trend(int direction) {
    MannKendall result;
    result.s = direction * 30;
    result.p = direction == 0 ? 0.3 : 0.01;
    return result;
}

std::string turned(std::string letters) {
    for (char& c : letters) c = c == 'h' ? 'c' : c == 'c' ? 'h' : c;
    return letters;
}

/// The class, and that of the mirror image.
void says(const std::string& letters, int direction, const std::string& wanted) {
    INFO(letters << " with trend " << direction);
    CHECK(name_of(emerging_class(steps(letters), trend(direction))) == wanted);
    const std::string mirror = wanted == "none" ? wanted : wanted.substr(0, wanted.size() - 3) + "cold";
    CHECK(name_of(emerging_class(steps(turned(letters)), trend(-direction))) == mirror);
}

} // namespace

TEST_CASE("every row of the decision table of emerging hot spots, hot and cold") {
    says(".........h", 0, "new_hot");
    says("..cc.....h", 1, "new_hot"); // cold steps do not count towards a hot class
    says("........hh", 0, "consecutive_hot");
    says(".hhhhhhhh", 1, "consecutive_hot"); // 8 of 9: under 90 %
    says("c......hhh", 0, "consecutive_hot");
    says("hhhhhhhhhh", 1, "intensifying_hot");
    says("hhhh.hhhhh", 1, "intensifying_hot"); // 90 %
    says("hhhhhhhhhh", -1, "diminishing_hot");
    says("hhhhhhhhhh", 0, "persistent_hot");
    says(".hhhhhhhhh", 0, "persistent_hot"); // exactly 90 %, one run
    says("h.h....h.h", 0, "sporadic_hot");
    says("h........h", 1, "sporadic_hot");
    says("h.c....h.h", 0, "oscillating_hot");
    says("hhhhhhhhh.", 0, "historical_hot");
    says("hhhhhhhhh.", -1, "historical_hot");
    says("hhhhhhhh..", 0, "none"); // 80 %
    says("..........", 1, "none");
    says("h.h....h..", 0, "none");
}

TEST_CASE("the last step decides between hot and cold") {
    CHECK(emerging_class(steps("hhhhhhhhhc"), trend(0)) == EmergingClass::new_cold);
    CHECK(emerging_class(steps("ccccccccch"), trend(0)) == EmergingClass::new_hot);
}

TEST_CASE("a trend without significance is none, and few steps have classes too") {
    MannKendall weak = trend(1);
    weak.p = 0.05; // not smaller
    CHECK(emerging_class(steps("hhhh"), weak) == EmergingClass::persistent_hot);
    CHECK(emerging_class({}, trend(0)) == EmergingClass::none);
    says("h", 0, "new_hot");
    says("hh", 0, "persistent_hot");
    says(".", 0, "none");
}

TEST_CASE("names, words and letters of the classes are all different where they must be") {
    for (std::size_t i = 1; i < kEmergingClasses; ++i) {
        const auto emerging = static_cast<EmergingClass>(i);
        CHECK(is_hot(emerging) != is_cold(emerging));
        CHECK(std::string(letter_of(emerging)).size() == 1);
        CHECK(std::string(in_words(emerging)).find(is_hot(emerging) ? "hot" : "cold") != std::string::npos);
        if (i > 1) CHECK(std::string(name_of(emerging)) != name_of(static_cast<EmergingClass>(i - 1)));
    }
    CHECK(std::string(letter_of(EmergingClass::new_cold)) == "N");
}

namespace {

/// The obvious twin: all pairs of cells and steps.
std::vector<double> z_of_pairs(const CellLayout& layout, const std::vector<double>& values,
                               const std::vector<std::uint8_t>& included, double radius_m) {
    const std::size_t size = layout.size();
    const auto centre = [&](std::size_t cell) {
        return layout.centre(static_cast<std::uint32_t>(cell % layout.n_columns),
                             static_cast<std::uint32_t>(cell / layout.n_columns));
    };
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (included[i % size] == 0) continue;
        ++n;
        sum += values[i];
        squares += values[i] * values[i];
    }
    const double mean = sum / n, deviation = std::sqrt(squares / n - mean * mean);
    std::vector<double> z(values.size(), std::nan(""));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (included[i % size] == 0) continue;
        double w = 0, in_sight = 0;
        for (std::size_t j = 0; j < values.size(); ++j) {
            if (included[j % size] == 0) continue;
            const std::size_t step = i / size, other = j / size;
            if (other != step && other + 1 != step) continue;
            const Local a = centre(i % size), b = centre(j % size);
            if (std::hypot(a.x_m - b.x_m, a.y_m - b.y_m) > radius_m * (1 + 1e-9)) continue;
            ++w;
            in_sight += values[j];
        }
        z[i] = (in_sight - mean * w) / (deviation * std::sqrt((n * w - w * w) / (n - 1)));
    }
    return z;
}

} // namespace

TEST_CASE("Gi* by steps is that of all pairs of cells and steps, for squares and hexagons") {
    for (const CellShape shape : {CellShape::square, CellShape::hexagon}) {
        const CellLayout layout = cells_over(shape, 1000, {0, 0}, {11'500, 8'200});
        std::mt19937 random(5);
        std::geometric_distribution<int> count(0.6);
        std::bernoulli_distribution kept(0.85);
        std::vector<std::uint8_t> included;
        for (std::size_t i = 0; i < layout.size(); ++i) included.push_back(kept(random) ? 1 : 0);
        std::vector<double> values;
        for (std::size_t i = 0; i < 4 * layout.size(); ++i) values.push_back(count(random));
        const GiStar gi = gi_star_by_step(layout, values, included, 2000);
        const std::vector<double> z = z_of_pairs(layout, values, included, 2000);
        double worst = 0;
        for (std::size_t i = 0; i < z.size(); ++i) {
            REQUIRE(std::isnan(gi.z[i]) == std::isnan(z[i]));
            if (!std::isnan(z[i])) worst = std::max(worst, std::abs(gi.z[i] - z[i]));
        }
        CHECK(worst < 1e-11);
        CHECK_THROWS_AS(gi_star_by_step(layout, std::vector<double>(7), included, 2000), Error);
        CHECK(gi_star_by_step(layout, {}, included, 2000).z.empty());
    }
}

TEST_CASE("Gi* by steps, its false discovery rate and the trends are those of NumPy and SciPy") {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/emerging.json");
    const nlohmann::json kept = nlohmann::json::parse(file).at("field");
    const double side = kept.at("cell_m").get<double>();
    const auto n_columns = kept.at("columns").get<std::uint32_t>(),
               n_rows = kept.at("rows").get<std::uint32_t>();
    const CellLayout layout{CellShape::square, side, 0, 0, n_columns, n_rows};
    const GiStar gi =
        gi_star_by_step(layout, kept.at("counts").get<std::vector<double>>(),
                        std::vector<std::uint8_t>(layout.size(), 1), kept.at("radius_m").get<double>());
    const auto z = kept.at("z").get<std::vector<double>>();
    REQUIRE(gi.z.size() == z.size());
    double worst = 0;
    for (std::size_t i = 0; i < z.size(); ++i) worst = std::max(worst, std::abs(gi.z[i] - z[i]));
    CHECK(worst < 1e-9);
}
