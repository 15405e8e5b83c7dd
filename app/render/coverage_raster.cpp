#include "app/render/coverage_raster.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int kScanlines = 4; ///< per pixel
constexpr float kWeight = 256.0F / kScanlines;

/// Calls `visit(scanline, x)` for every scanline in [0, n) whose middle the edge crosses.
template <typename Visit>
void cross_edge(ViewPoint a, ViewPoint b, int n, Visit visit) {
    if (a.y > b.y) std::swap(a, b);
    const auto scanline_at = [n](float y) {
        return static_cast<int>(std::ceil(std::clamp(y * kScanlines - 0.5F, 0.0F, static_cast<float>(n))));
    };
    const int first = scanline_at(a.y), last = scanline_at(b.y);
    if (first >= last) return;
    const double slope = (static_cast<double>(b.x) - a.x) / (static_cast<double>(b.y) - a.y);
    for (int s = first; s < last; ++s) {
        visit(s, static_cast<float>(a.x + ((s + 0.5) / kScanlines - a.y) * slope));
    }
}

template <typename Visit>
void cross_rings(std::span<const std::vector<ViewPoint>> rings, int n, Visit visit) {
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            cross_edge(ring[i], ring[(i + 1) % ring.size()], n, visit);
    }
}

} // namespace

void CoverageRaster::reset(PixelSize size) {
    size_ = size;
    coverage_.assign(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 0);
    row_changes_.assign(static_cast<std::size_t>(size.width) + 2, 0);
    touched_.reset(size);
    first_row_ = size.height;
    last_row_ = 0;
}

std::span<const std::uint8_t> CoverageRaster::row(int y) const {
    const auto width = static_cast<std::size_t>(size_.width);
    return std::span(coverage_).subspan(static_cast<std::size_t>(y) * width, width);
}

void CoverageRaster::add_polygon(std::span<const std::vector<ViewPoint>> rings) {
    rows_within(rings);
    if (polygon_first_row_ >= polygon_last_row_) return;
    count_crossings(rings);
    if (starts_.back() == 0) return;
    collect_crossings(rings);
    for (int y = polygon_first_row_; y < polygon_last_row_; ++y) fill_row(y);
}

/// Most polygons are islands of a few rows: the others need not be looked at.
void CoverageRaster::rows_within(std::span<const std::vector<ViewPoint>> rings) {
    const auto height = static_cast<float>(size_.height);
    float low = height, high = 0;
    for (const auto& ring : rings) {
        for (const ViewPoint p : ring) {
            low = std::min(low, p.y);
            high = std::max(high, p.y);
        }
    }
    polygon_first_row_ = static_cast<int>(std::clamp(low, 0.0F, height));
    polygon_last_row_ = static_cast<int>(std::ceil(std::clamp(high, 0.0F, height)));
}

void CoverageRaster::count_crossings(std::span<const std::vector<ViewPoint>> rings) {
    const int n = size_.height * kScanlines, first = polygon_first_row_ * kScanlines;
    starts_.assign(static_cast<std::size_t>((polygon_last_row_ - polygon_first_row_) * kScanlines) + 1, 0);
    cross_rings(rings, n,
                [&](int scanline, float) { ++starts_[static_cast<std::size_t>(scanline - first) + 1]; });
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

void CoverageRaster::collect_crossings(std::span<const std::vector<ViewPoint>> rings) {
    const int n = size_.height * kScanlines, lowest = polygon_first_row_ * kScanlines;
    crossings_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    const auto right = static_cast<float>(size_.width);
    cross_rings(rings, n, [&](int scanline, float x) {
        crossings_[next[static_cast<std::size_t>(scanline - lowest)]++] = std::clamp(x, 0.0F, right);
    });
}

void CoverageRaster::fill_row(int y) {
    row_first_ = size_.width;
    row_last_ = 0;
    const int first_scanline = (y - polygon_first_row_) * kScanlines;
    for (int s = first_scanline; s < first_scanline + kScanlines; ++s) {
        const auto first = crossings_.begin() + starts_[static_cast<std::size_t>(s)];
        const auto last = crossings_.begin() + starts_[static_cast<std::size_t>(s) + 1];
        std::sort(first, last);
        for (auto x = first; x + 1 < last; x += 2) add_span(x[0], x[1]);
    }
    if (row_first_ < row_last_) flush_row(y);
}

/// Within [x0, x1): whole pixels get the weight of a scanline, the two at the ends their share.
void CoverageRaster::add_span(float x0, float x1) {
    if (x1 <= x0) return;
    const int a = static_cast<int>(x0), b = static_cast<int>(x1);
    const auto change = [this](int x, float by) {
        row_changes_[static_cast<std::size_t>(x)] += static_cast<int>(by);
    };
    // Rounding to whole 256ths: what is added at one end is what was taken at the other, so rows end at
    // exactly zero.
    const float at_a = std::round((x0 - static_cast<float>(a)) * kWeight);
    const float at_b = std::round((x1 - static_cast<float>(b)) * kWeight);
    change(a, kWeight - at_a);
    change(a + 1, at_a);
    change(b, at_b - kWeight);
    change(b + 1, -at_b);
    row_first_ = std::min(row_first_, a);
    row_last_ = std::max(row_last_, std::min(b + 1, size_.width));
}

void CoverageRaster::flush_row(int y) {
    std::uint8_t* pixels =
        coverage_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width);
    int sum = 0;
    for (int x = row_first_; x < row_last_; ++x) {
        sum += row_changes_[static_cast<std::size_t>(x)];
        pixels[x] = static_cast<std::uint8_t>(std::min(255, pixels[x] + std::min(sum, 255)));
    }
    std::fill(row_changes_.begin() + row_first_, row_changes_.begin() + row_last_ + 2, 0);
    touched_.mark(row_first_, y, row_last_, y + 1);
    first_row_ = std::min(first_row_, y / TileSet::kSide * TileSet::kSide);
    last_row_ = std::max(last_row_, std::min((y / TileSet::kSide + 1) * TileSet::kSide, size_.height));
}

} // namespace app
