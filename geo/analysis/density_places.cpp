#include "geo/analysis/density_places.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "geo/analysis/radix_sort.hpp"

namespace geo {

namespace {

constexpr std::size_t kAhead = 16;

/// Where the incidents lie in the widened grid, as sortable keys: row, then x in steps.
class Keys {
  public:
    Keys(const GridShape& shape, std::int64_t reach)
        : shape_(shape), per_cell_(1 / shape.cell_m), reach_(static_cast<double>(reach)),
          n_rows_(static_cast<double>(shape.n_rows) + 2 * reach_),
          width_(static_cast<double>(shape.n_columns) + 2 * reach_) {
        const auto row_bits = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(n_rows_)));
        x_bits_ = row_bits < 32 ? 32 - row_bits : 0;
        steps_ = std::ldexp(1.0, static_cast<int>(x_bits_)) / width_;
    }

    double column(double x_m) const { return (x_m - shape_.west_m) * per_cell_ - 0.5; }
    double row(double y_m) const { return (y_m - shape_.south_m) * per_cell_ - 0.5; }

    /// False for incidents out of reach, NaN ones too.
    bool key_of(double x_m, double y_m, std::uint32_t& key) const {
        const double x = column(x_m) + 0.5 + reach_, y = row(y_m) + 0.5 + reach_;
        if (!(x >= 0 && x < width_ && y >= 0 && y < n_rows_)) return false;
        key = static_cast<std::uint32_t>(std::uint64_t{static_cast<std::uint32_t>(y)} << x_bits_ |
                                         static_cast<std::uint64_t>(x * steps_));
        return true;
    }
    std::size_t row_of(std::uint64_t key) const { return static_cast<std::size_t>(key >> x_bits_); }

  private:
    GridShape shape_;
    double per_cell_, reach_, n_rows_, width_, steps_ = 0;
    unsigned x_bits_ = 0;
};

std::vector<std::uint64_t> sorted_rows(std::span<const double> x_m, std::span<const double> y_m,
                                       const Keys& keys) {
    std::vector<std::uint64_t> keyed;
    keyed.reserve(x_m.size());
    for (std::size_t i = 0; i < x_m.size(); ++i) {
        std::uint32_t key = 0;
        if (keys.key_of(x_m[i], y_m[i], key)) keyed.push_back(std::uint64_t{key} << 32 | i);
    }
    sort_by_upper_key(keyed);
    return keyed;
}

} // namespace

DensityPlaces density_places(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, const GridShape& shape, double reach_cells) {
    DensityPlaces places;
    places.reach =
        static_cast<std::int64_t>(std::floor(reach_cells + 0.5)); // incidents lie half a row off at most
    const Keys keys(shape, places.reach);
    const std::vector<std::uint64_t> sorted = sorted_rows(x_m, y_m, keys);
    places.row_start.assign(shape.n_rows + 2 * static_cast<std::size_t>(places.reach) + 1, 0);
    for (auto* column : {&places.x, &places.y, &places.weight}) column->reserve(sorted.size());
    std::size_t last = ~std::size_t{0};
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        const std::uint64_t keyed = sorted[at];
        const std::size_t i = keyed & 0xffffffffu;
        if (at + kAhead < sorted.size()) { // incidents come in the order of their dates: far apart in memory
            const std::size_t soon = sorted[at + kAhead] & 0xffffffffu;
            __builtin_prefetch(&x_m[soon]);
            __builtin_prefetch(&y_m[soon]);
        }
        const double w = weight.empty() ? 1 : weight[i];
        if (last != ~std::size_t{0} && x_m[i] == x_m[last] && y_m[i] == y_m[last]) {
            places.weight.back() += w;
            continue;
        }
        last = i;
        places.x.push_back(keys.column(x_m[i]));
        places.y.push_back(keys.row(y_m[i]));
        places.weight.push_back(w);
        ++places.row_start[keys.row_of(keyed >> 32) + 1];
    }
    for (std::size_t r = 1; r < places.row_start.size(); ++r) places.row_start[r] += places.row_start[r - 1];
    return places;
}

} // namespace geo
