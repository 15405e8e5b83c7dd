// Gi* of a layout by row sums against all pairs of cells.

#include <cmath>

#include "fuzz_values.hpp"
#include "geo/analysis/gi_star.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Values values(data, size);
    geo::CellLayout layout;
    layout.shape = values.flag() ? geo::CellShape::hexagon : geo::CellShape::square;
    layout.cell_m = 1000;
    layout.n_columns = 1 + values.below(12);
    layout.n_rows = 1 + values.below(12);
    const double radius_m = values.flag() ? 1000.0 * values.below(6) : values.between(0, 6000);
    std::vector<double> counts;
    std::vector<std::uint8_t> included;
    for (std::size_t cell = 0; cell < layout.size(); ++cell) {
        included.push_back(values.below(5) != 0);
        counts.push_back(values.below(4) == 0 ? values.below(30) : 0);
    }
    const geo::GiStar fast = geo::gi_star(layout, counts, included, radius_m);
    std::vector<geo::Local> places;
    std::vector<double> their_counts;
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < layout.size(); ++cell) {
        if (!included[cell]) continue;
        places.push_back(layout.centre(static_cast<std::uint32_t>(cell % layout.n_columns),
                                       static_cast<std::uint32_t>(cell / layout.n_columns)));
        their_counts.push_back(counts[cell]);
        cells.push_back(cell);
    }
    const geo::GiStar exact = geo::gi_star_of_points(places, their_counts, radius_m);
    fuzz::require(fast.n == exact.n, "as many cells");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t cell = cells[i];
        fuzz::require(fast.n_neighbours[cell] == exact.n_neighbours[i], "the same neighbourhoods");
        fuzz::require(std::isnan(fast.z[cell]) == std::isnan(exact.z[i]), "defined at the same cells");
        if (std::isnan(exact.z[i])) continue;
        fuzz::require(std::abs(fast.z[cell] - exact.z[i]) <= 1e-9 * (1 + std::abs(exact.z[i])), "z is that of all pairs");
    }
    return 0;
}
