#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/analysis/cell_layout.hpp"
#include "geo/analysis/gi_star.hpp"
#include "geo/border/reference.hpp"
#include "geo/core/neighbour_lists.hpp"
#include "geo/core/units.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/io/district_file.hpp"

namespace geo {

/// Which cells of a layout lie over an area; computed once for area and cell.
struct CellCover {
    CellLayout layout;
    std::string crs;                 ///< PROJ string of the analysis CRS
    std::vector<std::uint8_t> cover; ///< Cover, by cell
};
CellCover cover_area(CellShape shape, Metres cell, const AreaSet& area, const AnalysisCrs& crs);
/// The cell's outline, closed.
Ring ring_of_cell(const CellLayout& layout, std::uint32_t column, std::uint32_t row,
                  const Transformer& transformer);

/// Places that are compared with one another: the cells of an area, or districts. Values stand in slots, one
/// for each cell of the layout or polygon of the file; not every slot holds a unit. Immutable.
class AreaUnits {
  public:
    virtual ~AreaUnits() = default;

    std::size_t size() const { return slots_.size(); }
    std::size_t slot(std::size_t unit) const { return slots_[unit]; }
    std::size_t n_slots() const { return n_slots_; }
    /// By slot: 1 where there is a unit.
    std::vector<std::uint8_t> taken_slots() const;

    virtual std::string name(std::size_t unit) const = 0; ///< "Peshawar"; of a cell empty
    /// A place inside each of these units.
    virtual std::vector<LonLat> centres(std::span<const std::uint32_t> units) const = 0;
    virtual std::vector<MultiPolygon> outlines(std::span<const std::uint32_t> units) const = 0;
    /// A part of it lies outside the area.
    virtual bool clipped(std::size_t unit) const = 0;
    /// Calls `visit` with each unit that touches this one, itself too.
    virtual void visit_touching(std::size_t unit, const std::function<void(std::uint32_t)>& visit) const = 0;

    /// Gi* by slot over the neighbourhood that was asked for; slots that are not `included` neither count nor
    /// are neighbours. And the same step by step (gi_star.hpp).
    virtual GiStar gi_star_of(std::span<const double> values,
                              std::span<const std::uint8_t> included) const = 0;
    virtual GiStar gi_star_by_step_of(std::span<const double> values,
                                      std::span<const std::uint8_t> included) const = 0;

    virtual const CellLayout* layout() const = 0; ///< null: polygons, which are no grid
    virtual std::string crs() const = 0;          ///< in which neighbours are found, as PROJ reads it
    virtual std::string_view noun() const = 0;    ///< "cell", "district"

  protected:
    AreaUnits() = default;
    AreaUnits(const AreaUnits&) = default;
    AreaUnits& operator=(const AreaUnits&) = default;

    std::vector<std::uint32_t> slots_;
    std::size_t n_slots_ = 0;
};

/// "1 cell", "2,301 districts".
std::string count_in_words(std::uint64_t n, const AreaUnits& units);
/// All of them, for centres() and outlines().
std::vector<std::uint32_t> all_of(const AreaUnits& units);

/// The cells of the area; neighbours are those whose centres are within the radius (≤).
std::shared_ptr<const AreaUnits> units_of_cells(const CellCover& cover, Metres radius);

/// Districts that come so near are neighbours: bridges the slits between polygons that were digitised apart.
constexpr double kNeighbourTolerance_deg = 0.001;

/// Who the neighbours of each district are, and a place inside each; computed once for a file.
struct DistrictNeighbours {
    NeighbourLists lists;
    std::vector<LonLat> inner_places;
};
DistrictNeighbours find_district_neighbours(const Districts& districts);

/// The districts whose inner place lies in `area`; all of them when it is null.
std::shared_ptr<const AreaUnits> units_of_districts(std::shared_ptr<const Districts> districts,
                                                    std::shared_ptr<const DistrictNeighbours> neighbours,
                                                    const AreaSet* area);

} // namespace geo
