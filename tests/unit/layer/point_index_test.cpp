#include "geo/layer/point_index.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>

using namespace geo;

namespace {

struct Points {
    std::vector<Mercator> places;
    std::vector<std::uint8_t> color, hollow;
    PointIndex index() const { return {places, color, hollow}; }
};

/// Spread over two provinces; every fifth at one of ten shared places.
Points random_points(std::size_t n) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(6.8e6, 8.4e6), y(2.8e6, 4.4e6);
    Points points;
    for (std::size_t i = 0; i < n; ++i) {
        points.places.push_back(i % 5 == 0 && i >= 50 ? points.places[i % 50]
                                                      : Mercator{x(random), y(random)});
        points.color.push_back(static_cast<std::uint8_t>(i % 9));
        points.hollow.push_back(i % 4 == 0 ? 1 : 0);
    }
    return points;
}

std::vector<std::uint32_t> found(const PointIndex& index, Mercator low, Mercator high) {
    std::vector<std::uint32_t> rows;
    index.visit(low, high, [&](const PointIndex::Disc& disc) { rows.push_back(disc.at); });
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

TEST_CASE("an index finds what looking at every disc finds") {
    const Points points = random_points(30000);
    const PointIndex index = points.index();
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(6.6e6, 8.6e6), y(2.6e6, 4.6e6), side(0, 4e5);
    for (int i = 0; i < 50; ++i) {
        const Mercator low{x(random), y(random)}, high{low.x_m + side(random), low.y_m + side(random)};
        std::vector<std::uint32_t> brute;
        for (std::uint32_t at = 0; at < points.places.size(); ++at) {
            const Mercator p = points.places[at];
            if (p.x_m >= low.x_m && p.x_m <= high.x_m && p.y_m >= low.y_m && p.y_m <= high.y_m)
                brute.push_back(at);
        }
        CHECK(found(index, low, high) == brute);
    }
}

TEST_CASE("an index gives back each disc once, as it is, to the millimetre") {
    const Points points = random_points(5000);
    std::vector<int> seen(points.places.size());
    points.index().visit({0, 0}, {1e7, 1e7}, [&](const PointIndex::Disc& disc) {
        ++seen[disc.at];
        CHECK(disc.place.x_m == Approx(points.places[disc.at].x_m).margin(1e-3).epsilon(0));
        CHECK(disc.place.y_m == Approx(points.places[disc.at].y_m).margin(1e-3).epsilon(0));
        CHECK(disc.color == points.color[disc.at]);
        CHECK(disc.hollow == (points.hollow[disc.at] != 0));
    });
    CHECK(std::count(seen.begin(), seen.end(), 1) == 5000);
}

TEST_CASE("an index of no discs, of one and of many at one place") {
    CHECK(found(Points{}.index(), {0, 0}, {1e7, 1e7}).empty());
    for (const std::size_t n : {1U, 1000U}) {
        const Points points{std::vector<Mercator>(n, {7e6, 3e6}), std::vector<std::uint8_t>(n, 0),
                            std::vector<std::uint8_t>(n, 0)};
        CHECK(found(points.index(), {7e6, 3e6}, {7e6, 3e6}).size() == n);
        CHECK(found(points.index(), {6e6, 2e6}, {6.9e6, 4e6}).empty());
        CHECK(found(points.index(), {7.1e6, 2e6}, {8e6, 4e6}).empty());
    }
}

TEST_CASE("the sums of whole squares and the discs of the others are all discs of the box") {
    const Points points = random_points(30000);
    const PointIndex index = points.index();
    const Mercator low{7.0e6, 3.0e6}, high{7.9e6, 4.1e6};
    PointIndex::Sum brute, found_sum;
    std::size_t n_taken = 0;
    index.visit(low, high, [&](const PointIndex::Disc& disc) { brute.add(disc); });
    index.visit_sums(
        low, high,
        [&](Mercator a, Mercator b, const PointIndex::Sum& sum) {
            CHECK((a.x_m >= low.x_m && b.x_m <= high.x_m && a.y_m >= low.y_m && b.y_m <= high.y_m));
            if (++n_taken % 3 == 0) return false; // whoever asks may want the discs themselves
            found_sum.add(sum);
            return true;
        },
        [&](const PointIndex::Disc& disc) { found_sum.add(disc); });
    CHECK(n_taken > 100);
    CHECK(found_sum.count == brute.count);
    CHECK(found_sum.n_hollow == brute.n_hollow);
    CHECK(found_sum.by_color == brute.by_color);
    CHECK(found_sum.first == brute.first);
    CHECK(found_sum.x_m == Approx(brute.x_m).epsilon(1e-12));
    CHECK(found_sum.y_m == Approx(brute.y_m).epsilon(1e-12));
}
