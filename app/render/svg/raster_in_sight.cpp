#include "app/render/svg/raster_in_sight.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

/// Whole squares of `step` pixels along one side of the picture, from `first` on.
struct Span {
    std::uint32_t first = 0, n = 0;
};

/// `from` and `to`: the seen part of a side of `size` pixels.
Span squares_in_sight(double from, double to, std::uint32_t size, std::uint32_t step) {
    const double low = std::clamp(std::floor(from), 0.0, static_cast<double>(size));
    const double high = std::clamp(std::ceil(to), 0.0, static_cast<double>(size));
    if (high <= low) return {};
    const std::uint32_t first = static_cast<std::uint32_t>(low) / step * step;
    return {first, (static_cast<std::uint32_t>(high) - first + step - 1) / step};
}

/// The mean of a square of premultiplied pixels, with straight alpha.
std::array<std::uint8_t, 4> mean_of(const geo::RasterImage& raster, std::uint32_t x0, std::uint32_t y0,
                                    std::uint32_t step) {
    const std::uint32_t x1 = std::min(x0 + step, raster.width), y1 = std::min(y0 + step, raster.height);
    std::array<std::uint64_t, 4> sums{};
    for (std::uint32_t y = y0; y < y1; ++y)
        for (std::uint32_t x = x0; x < x1; ++x)
            for (std::size_t band = 0; band < 4; ++band)
                sums[band] += raster.rgba[(std::size_t{y} * raster.width + x) * 4 + band];
    if (sums[3] == 0) return {};
    const std::uint64_t n = std::uint64_t{x1 - x0} * (y1 - y0);
    const auto straight = [&](std::uint64_t sum) {
        return static_cast<std::uint8_t>(std::min<std::uint64_t>(255, (sum * 255 + sums[3] / 2) / sums[3]));
    };
    return {straight(sums[0]), straight(sums[1]), straight(sums[2]),
            static_cast<std::uint8_t>((sums[3] + n / 2) / n)};
}

} // namespace

GridImage raster_in_sight(const geo::RasterImage& raster, const View& view) {
    if (raster.width == 0 || raster.height == 0 || raster.rgba.empty()) return {};
    const Pixel upper = pixel_from_mercator(view.camera, view.size, {raster.low.x_m, raster.high.y_m});
    const Pixel lower = pixel_from_mercator(view.camera, view.size, {raster.high.x_m, raster.low.y_m});
    const double wide = (lower.x - upper.x) / raster.width, high = (lower.y - upper.y) / raster.height;
    if (!(wide > 0) || !(high > 0)) return {};
    const double finest = std::max({1.0, std::floor(1 / wide), std::floor(1 / high)});
    const auto step = static_cast<std::uint32_t>(std::min(finest, 65536.0));
    const Span columns =
        squares_in_sight(-upper.x / wide, (view.size.width - upper.x) / wide, raster.width, step);
    const Span rows =
        squares_in_sight(-upper.y / high, (view.size.height - upper.y) / high, raster.height, step);
    if (columns.n == 0 || rows.n == 0) return {};
    GridImage part{{static_cast<int>(columns.n), static_cast<int>(rows.n), {}},
                   upper.x + columns.first * wide,
                   upper.y + rows.first * high,
                   0,
                   0};
    // The last square of a side may be cut by the picture's end; it is then drawn a little wider than it is.
    part.width = columns.n * step * wide;
    part.height = rows.n * step * high;
    part.image.rgba.reserve(std::size_t{columns.n} * rows.n * 4);
    for (std::uint32_t row = 0; row < rows.n; ++row)
        for (std::uint32_t column = 0; column < columns.n; ++column) {
            const auto pixel = mean_of(raster, columns.first + column * step, rows.first + row * step, step);
            part.image.rgba.insert(part.image.rgba.end(), pixel.begin(), pixel.end());
        }
    return part;
}

} // namespace app
