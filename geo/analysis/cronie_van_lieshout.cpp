#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "geo/analysis/bandwidth_rules.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kMostPlaces = 3000;
constexpr double kFirstSquares = 256; // along the window's side
constexpr double kMostSquares = 1 << 20; // 24 MB
constexpr std::size_t kGrain = 64;
constexpr double kFar2 = 72; // of σ²: the Gaussian is 2e-16 there

struct Place {
    double x, y, count;
};

/// Borrowed: a million places are not copied.
struct Located {
    std::span<const double> x_m, y_m;

    template <class Use>
    void each(const Use& use) const {
        for (std::size_t i = 0; i < x_m.size(); ++i)
            if (!std::isnan(x_m[i]) && !std::isnan(y_m[i])) use(x_m[i], y_m[i]);
    }
};

/// From south to north, each once; nothing when there are more than `most`: what comes then takes them
/// together anyway, and a million need not be sorted.
std::optional<std::vector<Place>> distinct_places(const Located& places, std::size_t most) {
    std::map<std::pair<double, double>, double> counts; // by y, then x
    places.each([&](double x, double y) {
        if (counts.size() <= most) ++counts[{y, x}];
    });
    if (counts.size() > most) return {};
    std::vector<Place> distinct;
    distinct.reserve(counts.size());
    for (const auto& [yx, count] : counts) distinct.push_back(Place{yx.second, yx.first, count});
    return distinct;
}

struct Box {
    double west = std::numeric_limits<double>::infinity(), south = west, east = -west, north = -west;
};

Box box_of(const Located& places) {
    Box box;
    places.each([&](double x, double y) {
        box.west = std::min(box.west, x);
        box.east = std::max(box.east, x);
        box.south = std::min(box.south, y);
        box.north = std::max(box.north, y);
    });
    return box;
}

/// The places of each square as one, at their mean. Squares are counted from the origin, so that one far
/// place moves no other; nothing when the places spread over more squares than are worth an array.
std::vector<Place> taken_together(const Located& places, const Box& box, double side_m) {
    const double west = std::floor(box.west / side_m), south = std::floor(box.south / side_m);
    const double columns = std::floor(box.east / side_m) - west + 1;
    const double rows = std::floor(box.north / side_m) - south + 1;
    if (columns * rows > kMostSquares) return {};
    std::vector<Place> squares(static_cast<std::size_t>(columns * rows), Place{0, 0, 0});
    places.each([&](double x, double y) {
        const double column = std::floor(x / side_m) - west, row = std::floor(y / side_m) - south;
        Place& square = squares[static_cast<std::size_t>(row * columns + column)];
        square.x += x;
        square.y += y;
        ++square.count;
    });
    std::erase_if(squares, [](const Place& square) { return square.count == 0; });
    for (Place& square : squares) square.x /= square.count, square.y /= square.count;
    return squares;
}

/// In squares that are doubled until there are few enough.
std::vector<Place> few_places(const Located& places, double side_m) {
    const Box box = box_of(places);
    for (;; side_m *= 2) {
        std::vector<Place> together = taken_together(places, box, side_m);
        if (!together.empty() && together.size() <= kMostPlaces) return together;
    }
}

/// Σᵢ 1/λ̂(xᵢ; σ), m².
double sum_of_inverses(const std::vector<Place>& places, double sigma_m, unsigned threads,
                       Progress& progress) {
    const double per_2sigma2 = 1 / (2 * sigma_m * sigma_m), far2 = kFar2 * sigma_m * sigma_m;
    std::vector<double> inverse(places.size());
    parallel_for(places.size(), kGrain, threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, places.size());
        for (std::size_t i = first; i < last; ++i) {
            double sum = 0;
            for (const Place& other : places) {
                const double dx = other.x - places[i].x, dy = other.y - places[i].y, d2 = dx * dx + dy * dy;
                if (d2 < far2) sum += other.count * std::exp(-d2 * per_2sigma2);
            }
            inverse[i] = places[i].count * std::numbers::pi / (per_2sigma2 * sum);
        }
    });
    double sum = 0;
    for (const double value : inverse) sum += value;
    return sum;
}

} // namespace

double cronie_van_lieshout_sigma(std::span<const double> x_m, std::span<const double> y_m, double area_m2,
                                 unsigned threads, Progress& progress) {
    const Located all{x_m, y_m};
    auto distinct = distinct_places(all, kMostPlaces);
    if ((distinct && distinct->empty()) || !(area_m2 > 0)) return 0;
    const std::vector<Place> places =
        distinct ? std::move(*distinct) : few_places(all, std::sqrt(area_m2) / kFirstSquares);
    // ln Σ - ln |W| over ln σ is nearly a line of slope 2. Regula falsi, after Illinois: halve the end that
    // stays.
    const auto excess = [&](double log_sigma) {
        return std::log(sum_of_inverses(places, std::exp(log_sigma), threads, progress) / area_m2);
    };
    double high = 0.5 * std::log(area_m2 / (2 * std::numbers::pi));
    double low = high - 0.5 * std::log(static_cast<double>(places.size()));
    double at_low = excess(low), at_high = excess(high);
    double root = high;
    int last_moved = 0; // -1: the low end, 1: the high one
    for (int step = 0; step < 100 && high - low > 1e-12 && at_low < 0 && at_high > 0; ++step) {
        root = (low * at_high - high * at_low) / (at_high - at_low);
        const double value = excess(root);
        if (std::abs(value) < 1e-11) break;
        const int moved = value < 0 ? -1 : 1;
        (moved < 0 ? low : high) = root;
        (moved < 0 ? at_low : at_high) = value;
        if (moved == last_moved) (moved < 0 ? at_high : at_low) *= 0.5;
        last_moved = moved;
    }
    return std::exp(root);
}

} // namespace geo
