#include "geo/analysis/coarse_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/core/error.hpp"

namespace geo {

namespace {

struct Item {
    std::int32_t column, row;
    std::size_t index;
    bool same_cell(const Item& other) const { return column == other.column && row == other.row; }
    bool operator<(const Item& other) const {
        return row != other.row         ? row < other.row
               : column != other.column ? column < other.column
                                        : index < other.index;
    }
};

std::int32_t cell_of(double value, double side) {
    const double cell = std::floor(value / side + 1e-9);
    if (!(std::abs(cell) < double{std::numeric_limits<std::int32_t>::max()}))
        throw Error(ErrorKind::Argument, "the cells are too small for these coordinates");
    return static_cast<std::int32_t>(cell);
}

/// Of a cell of twice the side; also below 0.
std::int32_t half(std::int32_t cell) { return cell >> 1; }

/// Shows the cells of enough items and keeps the items of the others.
void show_cells(std::vector<Item>& items, double side, int doubled, std::size_t enough, CoarseCells& cells) {
    std::sort(items.begin(), items.end());
    std::vector<Item> left;
    for (auto first = items.begin(); first != items.end();) {
        const auto last =
            std::find_if(first, items.end(), [&](const Item& item) { return !item.same_cell(*first); });
        const bool shown = static_cast<std::size_t>(last - first) >= enough;
        if (!shown) left.insert(left.end(), first, last);
        for (auto item = first; shown && item != last; ++item) {
            cells.x[item->index] = (item->column + 0.5) * side;
            cells.y[item->index] = (item->row + 0.5) * side;
            cells.doubled[item->index] = static_cast<std::uint8_t>(doubled);
            cells.n_merged += doubled > 0;
        }
        first = last;
    }
    items = std::move(left);
}

} // namespace

CoarseCells coarse_cells(std::span<const double> x, std::span<const double> y,
                         const CoarseCellParams& params) {
    if (x.size() != y.size()) throw Error(ErrorKind::Argument, "coordinates of different numbers");
    if (!(params.side > 0)) throw Error(ErrorKind::Argument, "the side of a cell must be above 0");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CoarseCells cells{std::vector(x.size(), nan), std::vector(x.size(), nan),
                      std::vector<std::uint8_t>(x.size())};
    std::vector<Item> items;
    items.reserve(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isnan(x[i]) || std::isnan(y[i]))
            ++cells.n_unplaced;
        else
            items.push_back({cell_of(x[i], params.side), cell_of(y[i], params.side), i});
    }
    const auto enough = static_cast<std::size_t>(std::max(params.merge_under, 1));
    double side = params.side;
    for (int doubled = 0;; ++doubled, side *= 2) {
        show_cells(items, side, doubled, enough, cells);
        if (doubled == params.doublings) break;
        for (Item& item : items) item = {half(item.column), half(item.row), item.index};
    }
    cells.n_withheld = items.size();
    return cells;
}

} // namespace geo
