#include "geo/analysis/cell_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kRows = 32; // of a band
constexpr double kNothing = 1e-9; // of a cell: rounding
constexpr std::int64_t kUntouched = std::numeric_limits<std::int64_t>::max();

void add_ring(LocalRing ring, bool hole, Outline& outline) {
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3) return;
    const double area_m2 = signed_area_m2(ring);
    if ((area_m2 < 0) != hole) std::reverse(ring.begin(), ring.end());
    outline.area_m2 += hole ? -std::abs(area_m2) : std::abs(area_m2);
    for (const Local corner : ring) {
        outline.corners.push_back(corner);
        outline.box.add(corner);
    }
    outline.ring_end.push_back(outline.corners.size());
}

/// Mean of max(0, t - x) for x even between low and high.
double mean_excess(double t, double low, double high) {
    if (t <= low) return 0;
    if (t >= high) return t - 0.5 * (low + high);
    return (t - low) * (t - low) / (2 * (high - low));
}

} // namespace

Outline outline_of(const LocalMultiPolygon& area) {
    Outline outline;
    for (const LocalPolygon& polygon : area) {
        add_ring(polygon.exterior, false, outline);
        for (const LocalRing& hole : polygon.holes) add_ring(hole, true, outline);
    }
    return outline;
}

CoverageBand::CoverageBand(const GridShape& shape, std::uint32_t first_row, std::uint32_t last_row)
    : shape_(shape), first_row_(first_row), n_rows_(last_row - first_row), n_columns_(shape.n_columns),
      change_(n_rows_ * (n_columns_ + 1), 0.0), opened_(n_rows_ * (n_columns_ + 1), 0),
      reach_(n_rows_, Reach{kUntouched, -1}), touched_first_(n_rows_) {}

void CoverageBand::add_piece(std::size_t row, double x_low, double x_high, double amount) {
    const auto columns = static_cast<std::int64_t>(n_columns_);
    const auto most = static_cast<double>(n_columns_);
    const auto first = static_cast<std::int64_t>(std::floor(std::clamp(x_low, 0.0, most)));
    const auto last = static_cast<std::int64_t>(std::floor(std::clamp(x_high, -1.0, most)));
    Reach& reach = reach_[row];
    reach.first = std::min(reach.first, first);
    reach.last = std::max(reach.last, std::min(last, columns - 1));
    touched_first_ = std::min(touched_first_, row);
    touched_last_ = std::max(touched_last_, row + 1);
    double* const change = change_.data() + row * (n_columns_ + 1);
    double before = 0, excess = mean_excess(static_cast<double>(first), x_low, x_high);
    for (std::int64_t column = first; column <= std::min(last + 1, columns - 1); ++column) {
        const double next = mean_excess(static_cast<double>(column + 1), x_low, x_high);
        const double right_of_edge = next - excess; // share of the cell
        change[column] += amount * (right_of_edge - before);
        before = right_of_edge;
        excess = next;
    }
}

void CoverageBand::add_edge(Local from, Local to, double amount) {
    const auto first_row = static_cast<double>(first_row_);
    double x0 = (from.x_m - shape_.west_m) / shape_.cell_m,
           y0 = (from.y_m - shape_.south_m) / shape_.cell_m - first_row;
    double x1 = (to.x_m - shape_.west_m) / shape_.cell_m,
           y1 = (to.y_m - shape_.south_m) / shape_.cell_m - first_row;
    if (y0 == y1) return;
    if (y0 < y1) amount = -amount; // upwards: the inside is to the left, and the sums run to the right
    if (y0 > y1) std::swap(x0, x1), std::swap(y0, y1);
    const double bottom = std::max(y0, 0.0), top = std::min(y1, static_cast<double>(n_rows_));
    if (!(bottom < top)) return;
    const double slope = (x1 - x0) / (y1 - y0);
    const double x_min = std::min(x0, x1), x_max = std::max(x0, x1);
    const auto x_at = [&](double y) { return std::clamp(x0 + (y - y0) * slope, x_min, x_max); };
    double y = bottom, x = x_at(bottom);
    for (auto row = static_cast<std::size_t>(bottom); y < top; ++row) {
        const double y_next = std::min(static_cast<double>(row + 1), top), x_next = x_at(y_next);
        add_piece(row, std::min(x, x_next), std::max(x, x_next), amount * (y_next - y));
        y = y_next;
        x = x_next;
    }
}

void CoverageBand::end_area() {
    for (std::size_t row = touched_first_; row < touched_last_; ++row) {
        Reach& reach = reach_[row];
        if (reach.first == kUntouched) continue;
        std::int32_t* const opened = opened_.data() + row * (n_columns_ + 1);
        if (reach.first <= reach.last) {
            ++opened[reach.first];
            --opened[reach.last + 1];
        }
        reach = {kUntouched, -1};
    }
    touched_first_ = n_rows_;
    touched_last_ = 0;
}

void CoverageBand::add(const Outline& outline, double amount) {
    std::size_t begin = 0;
    for (const std::size_t end : outline.ring_end) {
        for (std::size_t i = begin; i < end; ++i)
            add_edge(outline.corners[i], outline.corners[i + 1 < end ? i + 1 : begin], amount);
        begin = end;
    }
    end_area();
}

std::vector<double> shares_inside(const LocalMultiPolygon& area, const GridShape& shape, unsigned threads,
                                  Progress& progress) {
    const Outline outline = outline_of(area);
    std::vector<double> shares(shape.size(), 0.0);
    parallel_for(shape.n_rows, kRows, threads, [&](std::size_t first, std::size_t last) {
        progress.at(first, shape.n_rows);
        CoverageBand band(shape, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last));
        band.add(outline, 1);
        band.visit([&](std::uint32_t column, std::uint32_t row, double share) {
            if (share > kNothing) shares[std::size_t{row} * shape.n_columns + column] = std::min(share, 1.0);
        });
    });
    return shares;
}

} // namespace geo
