#include "geo/analysis/border_chain.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>

#include <nlohmann/json.hpp>

#include "geo/analysis/border_index.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/io/reference_layers.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

BorderChain chain_of(const std::vector<LineString>& parts) { return BorderChain(parts, wgs84_geodesics()); }

/// The obvious twin: all edges in the order of the walk, summed up until the one with the foot.
double walked_m(const std::vector<LineString>& parts, const BorderChain& chain, const BorderDistance& found) {
    double metres = 0;
    for (const BorderChain::Part& walked : chain.walk()) {
        const LineString& line = parts[walked.index];
        for (std::size_t step = 0; step + 1 < line.size(); ++step) {
            const std::size_t edge = walked.backwards ? line.size() - 2 - step : step;
            const LonLat from = line[walked.backwards ? edge + 1 : edge],
                         to = line[walked.backwards ? edge : edge + 1];
            if (walked.index == found.part && edge == found.edge)
                return metres + geodesic_distance_m(from, found.foot);
            metres += geodesic_distance_m(from, to);
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

/// Three parts of a crooked line, out of order and the middle one drawn the other way round.
std::vector<LineString> three_parts(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(0.01, 0.4);
    LineString whole{{61, 25}};
    for (int i = 0; i < 90; ++i)
        whole.push_back({whole.back().lon_deg + step(random), whole.back().lat_deg + 0.3 * step(random)});
    const auto cut = [&](std::ptrdiff_t first, std::ptrdiff_t last) {
        return LineString(whole.begin() + first, whole.begin() + last + 1);
    };
    std::vector<LineString> parts{cut(60, 90), cut(30, 60), cut(0, 30)};
    std::reverse(parts[1].begin(), parts[1].end());
    return parts;
}

} // namespace

TEST_CASE("kilometres along the border agree with a walk along its vertices") {
    const std::vector<LineString> parts = three_parts(1);
    const BorderChain chain = chain_of(parts);
    const BorderIndex index(parts, wgs84_geodesics());
    std::mt19937 random(2);
    std::uniform_real_distribution<double> lon(58, 85), lat(22, 36);
    for (int i = 0; i < 500; ++i) {
        const BorderDistance found = index.nearest({lon(random), lat(random)});
        const double along_m = chain.along_m(found.part, found.edge, found.foot);
        CHECK(along_m == Approx(walked_m(parts, chain, found)).margin(1e-3)); // feet lie on edges to 1 mm
        CHECK(geodesic_distance_m(chain.at(along_m), found.foot) < 2e-3);
    }
}

TEST_CASE("parts are joined end to end from the south-western end, whatever their order and direction") {
    const std::vector<LineString> parts = three_parts(3);
    const BorderChain chain = chain_of(parts);
    REQUIRE(chain.walk().size() == 3);
    CHECK(chain.walk()[0].index == 2);
    CHECK_FALSE(chain.walk()[0].backwards);
    CHECK(chain.walk()[1].index == 1);
    CHECK(chain.walk()[1].backwards);
    CHECK(chain.walk()[2].index == 0);
    CHECK(chain.gap_m() == 0);
    CHECK(chain.at(0) == parts[2].front());
    CHECK(geodesic_distance_m(chain.at(chain.length_m()), parts[0].back()) < 1e-3);

    LineString whole = parts[2];
    whole.insert(whole.end(), parts[1].rbegin() + 1, parts[1].rend());
    whole.insert(whole.end(), parts[0].begin() + 1, parts[0].end());
    CHECK(chain.length_m() == Approx(chain_of({whole}).length_m()).margin(1e-6));
    std::reverse(whole.begin(), whole.end());
    CHECK(chain_of({whole}).walk()[0].backwards);
}

TEST_CASE("a gap between parts has no kilometre and is told") {
    const std::vector<LineString> parts{{{63, 30}, {64, 30}}, {{60, 30}, {61, 30}}};
    const BorderChain chain = chain_of(parts);
    CHECK(chain.gap_m() == Approx(geodesic_distance_m({61, 30}, {63, 30})).margin(1e-6));
    CHECK(chain.length_m() == Approx(2 * geodesic_distance_m({60, 30}, {61, 30})).margin(1e-6));
    CHECK(chain.along_m(0, 0, {63, 30}) == chain.along_m(1, 0, {61, 30}));
}

TEST_CASE("a closed border is walked once around") {
    const std::vector<LineString> ring{{{60, 30}, {61, 30}, {61, 31}, {60, 30}}, {}, {{70, 30}}};
    const BorderChain chain = chain_of(ring);
    REQUIRE(chain.walk().size() == 1);
    CHECK(chain.along_m(0, 0, {60, 30}) == 0);
    CHECK(chain.along_m(0, 2, {60, 30}) == Approx(chain.length_m()).margin(1e-6));
}

TEST_CASE("a border without length is refused and an incident without a place has no kilometre") {
    CHECK_THROWS_AS(chain_of({}), Error);
    CHECK_THROWS_AS(chain_of({{{60, 30}, {60, 30}}, {}}), Error);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(chain_of({{{60, 30}, {61, 30}}}).along_m(0, 0, {nan, nan})));
}

TEST_CASE("the bundled borders are as long as GeographicLib says, and their vertices lie where it says") {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/border_chain.json");
    const nlohmann::json kept = nlohmann::json::parse(file);
    for (const auto& line : kept.at("lines")) {
        const std::vector<std::string> neighbour{line.at("neighbour").get<std::string>()};
        const BorderSet set = load_border_set(line.at("set").get<std::string>(), neighbour);
        REQUIRE(set.lines.size() == 1);
        const std::vector<LineString>& parts = set.lines[0].parts;
        const BorderChain chain = chain_of(parts);
        CHECK(chain.length_m() == Approx(line.at("length_m").get<double>()).margin(0.01));
        std::size_t n = 0;
        for (const LineString& part : parts) n += part.size();
        CHECK(n == line.at("vertices").get<std::size_t>());
        const BorderIndex index(parts, wgs84_geodesics());
        for (const auto& vertex : line.at("some")) {
            const BorderDistance found =
                index.nearest({vertex.at("lon").get<double>(), vertex.at("lat").get<double>()});
            CHECK(chain.along_m(found.part, found.edge, found.foot) ==
                  Approx(vertex.at("along_m").get<double>()).margin(0.02)); // the file has 7 decimals: 1 cm
        }
    }
}
