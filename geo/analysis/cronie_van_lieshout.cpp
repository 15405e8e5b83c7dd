#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <vector>

#include "geo/analysis/bandwidth_rules.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kMostPlaces = 3000;
constexpr double kFirstSquares = 256; // along the window's side
constexpr std::size_t kGrain = 64;
constexpr double kFar2 = 72; // of σ²: the Gaussian is 2e-16 there

struct Place {
    double x, y, count;
};

std::vector<Place> distinct_places(std::span<const double> x_m, std::span<const double> y_m) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < x_m.size(); ++i)
        if (!std::isnan(x_m[i]) && !std::isnan(y_m[i])) places.push_back({x_m[i], y_m[i], 1});
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return std::tie(a.y, a.x) < std::tie(b.y, b.x); });
    std::size_t kept = 0;
    for (const Place& place : places) {
        if (kept > 0 && places[kept - 1].x == place.x && places[kept - 1].y == place.y)
            ++places[kept - 1].count;
        else
            places[kept++] = place;
    }
    places.resize(kept);
    return places;
}

/// The places of each square as one, at their mean.
std::vector<Place> taken_together(const std::vector<Place>& places, double side_m) {
    struct InSquare {
        double column, row;
        Place place;
    };
    std::vector<InSquare> in_squares;
    in_squares.reserve(places.size());
    for (const Place& p : places)
        in_squares.push_back({std::floor(p.x / side_m), std::floor(p.y / side_m), p});
    std::stable_sort(in_squares.begin(), in_squares.end(), [](const InSquare& a, const InSquare& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    });
    std::vector<Place> together;
    for (std::size_t i = 0; i < in_squares.size(); ++i) {
        const Place& p = in_squares[i].place;
        if (i == 0 || in_squares[i].row != in_squares[i - 1].row ||
            in_squares[i].column != in_squares[i - 1].column)
            together.push_back({0, 0, 0});
        together.back().x += p.x * p.count;
        together.back().y += p.y * p.count;
        together.back().count += p.count;
    }
    for (Place& p : together) p.x /= p.count, p.y /= p.count;
    return together;
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
    std::vector<Place> places = distinct_places(x_m, y_m);
    if (places.empty() || !(area_m2 > 0)) return 0;
    if (places.size() > kMostPlaces) {
        const std::vector<Place> all = std::move(places);
        double side_m = std::sqrt(area_m2) / kFirstSquares;
        for (places = taken_together(all, side_m); places.size() > kMostPlaces;
             places = taken_together(all, side_m))
            side_m *= 2;
    }
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
