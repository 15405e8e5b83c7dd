#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geo/analysis/cell_coverage.hpp"
#include "geo/analysis/spread_supports.hpp"

namespace geo {

/// What is done about kernels that reach over the edge of the window W.
enum class EdgeCorrection : std::uint8_t { none, uniform, jones_diggle };

/// "none", "uniform", "jones-diggle", as on the command line.
std::string_view name_of(EdgeCorrection edge);
std::optional<EdgeCorrection> edge_correction_from_name(std::string_view name);

/// How much of a kernel lies in the window: e(u) = ∫_W k(u - v) dv, on the grid of a density and two cells
/// around it.
///
/// W is taken as the cells' shares of it, each at the cell's centre, and e as the density of those; between
/// centres it is interpolated by cubics. Error against the integral: 2e-3 for a quartic of h = 10 cells,
/// along W's edge, at centres and between them; 6e-5 of the density for a Gaussian of σ = 20 cells. Cost and
/// memory: a density of as many incidents as W has cells. Test: edge_correction_test.cpp against a line
/// integral along W's outline.
class EdgeWindow {
  public:
    EdgeWindow(const LocalMultiPolygon& window, const GridShape& shape, const DensityParams& params,
               Progress& progress);

    double area_m2() const { return area_m2_; }
    /// Share in W of the cell that holds the place; 0 beyond the grid.
    double share_at(Local place) const;
    /// e at a place, at least 1e-4: a window far smaller than the kernel is not made more of. 1e-4 beyond the
    /// grid.
    double kernel_inside(Local place) const;
    /// Of the density's cell: share in W and e at its centre.
    double share(std::uint32_t column, std::uint32_t row) const { return share_[at(column, row)]; }
    double kernel_inside(std::uint32_t column, std::uint32_t row) const;

  private:
    std::size_t at(std::uint32_t column, std::uint32_t row) const;

    GridShape wide_; ///< the density's grid with two cells more on each side
    double area_m2_ = 0;
    std::vector<double> share_;
    DensityGrid inside_; ///< e at the centres
};

/// Density with the loss over the window's edge made good, 0 in cells that have no share of W:
///
///   none          Σᵢ wᵢ k(u - xᵢ)              of cells everywhere, and W is not looked at
///   uniform       Σᵢ wᵢ k(u - xᵢ) / e(u)
///   jones_diggle  Σᵢ wᵢ k(u - xᵢ) / e(xᵢ)      keeps Σwᵢ over W: to 1e-4 at h = 10 cells, Epanechnikov 2e-3
///
/// The places must lie in W; `only_inside` sees to spread ones. `window` was made for the same grid and
/// parameters.
///
/// Source: METHODS section 3. Test: the redwoods of spatstat, and the UCDP incidents in a province's polygon.
DensityGrid density_within(std::span<const double> x_m, std::span<const double> y_m,
                           std::span<const double> weight, const EdgeWindow& window, EdgeCorrection edge,
                           const GridShape& shape, const DensityParams& params, Progress& progress);

/// Leaves of the mass that is spread what lies in the window (a cell's share of it). The points stay as they
/// are.
void only_inside(const EdgeWindow& window, SpreadPlaces& places);

/// Sum over W: cells with their share of it.
double integral_within(const DensityGrid& grid, const EdgeWindow& window);

} // namespace geo
