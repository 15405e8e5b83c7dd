#include "geo/layer/point_index.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double kSteps = 4294967295.0;
constexpr double kDiscsPerSquare = 8;
constexpr std::size_t kMostSquares = 400; ///< along each axis

} // namespace

std::size_t PointIndex::square_of(double steps) const {
    const double share = std::clamp(steps, 0.0, kSteps) / (kSteps + 1);
    return static_cast<std::size_t>(share * static_cast<double>(side_));
}

/// The lower left one of a square. What is in it may lie below by the rounding, less than a step.
Mercator PointIndex::corner(std::size_t column, std::size_t row) const {
    const double square = (kSteps + 1) / static_cast<double>(side_);
    return {low_.x_m + static_cast<double>(column) * square * step_x_m_,
            low_.y_m + static_cast<double>(row) * square * step_y_m_};
}

PointIndex::PointIndex(std::span<const Mercator> places, std::span<const std::uint8_t> color_index,
                       std::span<const std::uint8_t> hollow) {
    const std::size_t n = places.size();
    if (n == 0) return;
    low_ = places[0];
    Mercator high = places[0];
    for (const Mercator p : places) {
        low_ = {std::min(low_.x_m, p.x_m), std::min(low_.y_m, p.y_m)};
        high = {std::max(high.x_m, p.x_m), std::max(high.y_m, p.y_m)};
    }
    step_x_m_ = std::max(high.x_m - low_.x_m, 1.0) / kSteps;
    step_y_m_ = std::max(high.y_m - low_.y_m, 1.0) / kSteps;
    const double wanted = std::sqrt(static_cast<double>(n) / kDiscsPerSquare);
    side_ = std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, kMostSquares);

    // A counting sort by square keeps the order of drawing within each.
    std::vector<std::uint32_t> square(n);
    starts_.assign(side_ * side_ + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
        square[i] = static_cast<std::uint32_t>(row_of(places[i].y_m) * side_ + column_of(places[i].x_m));
        ++starts_[square[i] + 1];
    }
    for (std::size_t s = 1; s < starts_.size(); ++s) starts_[s] += starts_[s - 1];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (auto* values : {&x_, &y_, &at_}) values->resize(n);
    style_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t to = next[square[i]]++;
        x_[to] = static_cast<std::uint32_t>((places[i].x_m - low_.x_m) / step_x_m_);
        y_[to] = static_cast<std::uint32_t>((places[i].y_m - low_.y_m) / step_y_m_);
        at_[to] = static_cast<std::uint32_t>(i);
        style_[to] =
            static_cast<std::uint8_t>(std::min<int>(color_index[i], kNoStep) + (hollow[i] != 0 ? 128 : 0));
    }
    sums_.resize(side_ * side_);
    for (std::size_t s = 0; s < sums_.size(); ++s)
        for (std::size_t i = starts_[s]; i < starts_[s + 1]; ++i) sums_[s].add(disc_of(i));
}

} // namespace geo
