#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/analysis/cell_coverage.hpp"

namespace geo {

/// Where an incident may lie: at its place, anywhere in a disc around it, or anywhere in an area.
struct SupportShape {
    static constexpr std::uint32_t kNoArea = ~std::uint32_t{0};

    double radius_m = 0;          ///< of the disc; 0 or NaN: the place itself
    std::uint32_t area = kNoArea; ///< index into the areas; has the say over the radius
    bool operator==(const SupportShape&) const = default;
};

/// Weighted points that stand for incidents and their supports; `density` of them is the density of the
/// spread.
struct SpreadPlaces {
    std::vector<double> x_m, y_m, weight;
    std::size_t n_points = 0; ///< the first ones are incidents at their place, the rest cells of supports
    double mass = 0;          ///< Σwᵢ of the incidents with a place
    double mass_spread = 0;   ///< of `mass`, laid over a support that is larger than some half a cell
    double mass_beyond = 0;   ///< of `mass_spread`, on cells out of the grid's reach: no point stands for it
    std::size_t n_supports = 0; ///< discs and areas laid, each once
    double share_spread() const { return mass > 0 ? mass_spread / mass : 0; }
};

/// Incidents with pᵢ, uniform over the support, as points: Σᵢ wᵢ pᵢ(x) gathered in the cells of the grid, at
/// their centres, so that λ(u) = Σᵢ wᵢ ∫ k(u - x) pᵢ(x) dx is the density of the points.
///
/// A cell takes of each support the share of its area that lies in it (cell_coverage.hpp): no mass is lost or
/// made. The cells are those of `shape` and of as many rows and columns around it as `reach_m`, the kernel's
/// reach, needs. A disc is laid as a regular polygon of 96 sides and the disc's area. Supports up to half a
/// cell in radius (areas: in the radius of the disc of equal area), and all without one, stay points at their
/// place, bit for bit. Incidents with the same support count once with their weights' sum.
///
/// Error: within a cell the mass is moved to the centre; against the integral at 10 cells to the bandwidth
/// some 3e-3 of the peak for a quartic and a disc of three cells, and less for wider ones.
///
/// Edges: incidents with a NaN coordinate are left out; no incident gives no point. Cost: O(n log n + cells
/// that the outlines of distinct supports cross + cells of the widened grid). Memory: 24 bytes for every
/// incident and widened cell.
///
/// `weight` is empty (all 1) or as long as `x_m`, `y_m` and `support`. The same for any number of threads.
/// Throws Argument when lengths differ or an area's index is out of range. Cancelled by `progress`.
///
/// Source: METHODS section 3, derived here. Test: spread_supports_test.cpp against integrals on a fine
/// lattice.
SpreadPlaces spread_supports(std::span<const double> x_m, std::span<const double> y_m,
                             std::span<const double> weight, std::span<const SupportShape> support,
                             std::span<const LocalMultiPolygon> areas, const GridShape& shape, double reach_m,
                             unsigned threads, Progress& progress);

/// The grid with as many cells more on every side as `reach_m` needs, and one.
GridShape widened(const GridShape& shape, double reach_m);

} // namespace geo
