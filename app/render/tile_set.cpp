#include "app/render/tile_set.hpp"

#include <algorithm>

namespace app {

void TileSet::reset(PixelSize size) {
    size_ = size;
    n_columns_ = (size.width + kSide - 1) / kSide;
    n_rows_ = (size.height + kSide - 1) / kSide;
    marked_.assign(static_cast<std::size_t>(n_columns_) * static_cast<std::size_t>(n_rows_), 0);
    any_ = false;
}

void TileSet::mark(int x0, int y0, int x1, int y1) {
    x0 = std::max(x0, 0), y0 = std::max(y0, 0);
    x1 = std::min(x1, size_.width), y1 = std::min(y1, size_.height);
    if (x0 >= x1 || y0 >= y1) return;
    any_ = true;
    for (int row = y0 / kSide; row <= (y1 - 1) / kSide; ++row) {
        const auto first = marked_.begin() + std::ptrdiff_t{row} * n_columns_;
        std::fill(first + x0 / kSide, first + (x1 - 1) / kSide + 1, 1);
    }
}

std::vector<float> TileSet::triangles() const {
    std::vector<float> corners;
    for (int row = 0; row < n_rows_; ++row) {
        const auto first = marked_.begin() + std::ptrdiff_t{row} * n_columns_, last = first + n_columns_;
        for (auto run = std::find(first, last, 1); run != last;) {
            const auto end = std::find(run, last, 0);
            const auto x0 = static_cast<float>((run - first) * kSide), y0 = static_cast<float>(row * kSide);
            const auto x1 = static_cast<float>(std::min<long>((end - first) * kSide, size_.width));
            const auto y1 = static_cast<float>(std::min((row + 1) * kSide, size_.height));
            corners.insert(corners.end(), {x0, y0, x1, y0, x0, y1, x0, y1, x1, y0, x1, y1});
            run = std::find(end, last, 1);
        }
    }
    return corners;
}

} // namespace app
