#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/analysis/cell_layout.hpp"
#include "geo/core/neighbour_lists.hpp"
#include "geo/core/places.hpp"

namespace geo {

/// Getis and Ord's Gi* of each cell with binary weights: is the sum of a neighbourhood, the cell itself
/// included, higher or lower than that of as many cells of all of them?
///
///   Gi* = [Σ_j w_ij x_j - X Σ_j w_ij] / { S sqrt[(n Σ_j w_ij² - (Σ_j w_ij)²) / (n - 1)] }
///   X = Σx/n, S = sqrt(Σx²/n - X²)
struct GiStar {
    std::vector<double> z;        ///< NaN: not one of the cells, or the value is not defined
    std::vector<double> expected; ///< X Σ_j w_ij: of the values in the neighbourhood, if all were alike
    std::vector<double> in_sight; ///< Σ_j w_ij x_j
    std::vector<std::uint32_t> n_neighbours; ///< Σ_j w_ij, itself included
    std::size_t n = 0;                       ///< cells
    double mean = 0, deviation = 0;          ///< X and S
};

/// Of cells in rows: neighbours are the cells whose centres are within `radius_m` (the edge included, with
/// 1e-9 of room for rounding). `values` and `included` are as long as the layout; cells that are not included
/// neither count nor are neighbours. z is NaN everywhere when all values are equal (S at most 1e-12 of the
/// mean: rounding), and where a cell has all cells as neighbours.
///
/// Cost: O(cells × 2 radius/pitch) by row sums; 90,000 cells with 13 in the neighbourhood: some milliseconds.
/// Throws Argument when lengths differ or the radius is negative.
///
/// Source: Ord and Getis, "Local Spatial Autocorrelation Statistics" (1995; not opened), as METHODS states
/// it. Tests: gi_star_test.cpp against gi_star_of_points, the worked example of METHODS and spdep.
GiStar gi_star(const CellLayout& layout, std::span<const double> values,
               std::span<const std::uint8_t> included, double radius_m);

/// The same for units whose neighbours are listed (districts that touch), each among its own neighbours. A
/// unit without others has the z of its own value. `values` and `included` are as long as the lists; the
/// value of a unit that is not included may be NaN. O(units + neighbours).
///
/// Tests: gi_star_test.cpp against dense sums; district_spots_test.cpp against spdep.
GiStar gi_star(const NeighbourLists& neighbours, std::span<const double> values,
               std::span<const std::uint8_t> included);

/// The same for any places by looking at every pair, O(n²): the obvious twin.
GiStar gi_star_of_points(std::span<const Local> places, std::span<const double> values, double radius_m);

/// The same by steps of time: neighbours of a cell in a step are the cells within the radius in the same step
/// and in the one before (the first step has none before it); X, S and n are over all cells of all steps.
/// Values are step by step, each as long as the layout. The z's of neighbouring steps share incidents, so
/// that they are not independent.
///
/// Cost: gi_star once a step. Throws Argument as gi_star does, and when the values are no whole steps.
///
/// Source: METHODS §4. Test: emerging_test.cpp against all pairs of cells and steps, and NumPy's numbers.
GiStar gi_star_by_step(const CellLayout& layout, std::span<const double> values,
                       std::span<const std::uint8_t> included, double radius_m);

/// The same for units whose neighbours are listed.
GiStar gi_star_by_step(const NeighbourLists& neighbours, std::span<const double> values,
                       std::span<const std::uint8_t> included);

} // namespace geo
