#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/analysis/cell_layout.hpp"
#include "geo/border/reference.hpp"
#include "geo/core/progress.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// What Gi* says of a cell after the false discovery rate is held at 1, 5 or 10 %.
enum class HotClass : std::uint8_t { none, hot90, hot95, hot99, cold90, cold95, cold99 };
inline constexpr std::size_t kHotClasses = 7;
/// "hot, 99 %", "not significant", ... and the word in files: "hot_99", "none".
const char* in_words(HotClass hot_class);
const char* name_of(HotClass hot_class);
inline bool is_hot(HotClass c) { return c >= HotClass::hot90 && c <= HotClass::hot99; }
inline bool is_cold(HotClass c) { return c >= HotClass::cold90; }

/// Which cells of a layout lie over the area; computed once for area and cell.
struct CellCover {
    CellLayout layout;
    std::string crs;                  ///< PROJ string of the analysis CRS
    std::vector<std::uint8_t> cover;  ///< Cover, by cell
};

/// A cell of the area.
struct HotCell {
    std::uint32_t column = 0, row = 0;
    std::uint32_t count = 0;          ///< incidents in it that lie in the area
    std::uint32_t n_vague = 0;        ///< of these, of a place known only to more than half the cell's side
    std::uint32_t in_sight = 0;       ///< incidents in its neighbourhood, itself included
    double expected = 0;              ///< there, if all cells were alike
    double z = 0, p = 1, q = 1;       ///< Gi*, two-sided p, Benjamini and Hochberg; NaN: not defined
    HotClass hot_class = HotClass::none;
    bool weak = false;                ///< fewer than one incident expected in the neighbourhood
    bool clipped = false;             ///< a part of the cell lies outside the area
};

/// Hot cells that touch one another.
struct HotRegion {
    std::size_t peak = 0;     ///< the cell with the highest z, index into cells
    std::uint32_t n_cells = 0;
    std::uint32_t count = 0;  ///< incidents in its cells
    LonLatBox box;
    LonLat place;             ///< centre of the peak
    std::string near;         ///< "near Peshawar", "31 km W of Quetta"; empty without places
};

struct HotSpots {
    CellLayout layout;
    std::string crs;
    std::vector<HotCell> cells;         ///< of the area, row by row from the south
    std::vector<HotRegion> regions;     ///< hot ones, the highest z first
    std::uint64_t n_incidents = 0;      ///< counted in cells
    std::uint64_t n_left_out = 0;       ///< pass, but lie outside the area, have no place or are of no use
    std::uint64_t n_vague = 0;
    std::array<std::uint32_t, kHotClasses> n_by_class{};
    std::uint32_t n_weak = 0, n_clipped = 0;
    double mean = 0, deviation = 0;     ///< of the counts of all cells
    std::array<std::shared_ptr<const AreaGeometry>, kHotClasses> geometry; ///< for the map; none: null
};

CellCover cover_area(const HotSpotSpec& spec, const AreaSet& area, const AnalysisCrs& crs);

/// Gi* of the incidents per cell over the area, empty cells included. `in_area`: of all rows. No incident, or
/// all cells alike: every z is NaN and every class none.
HotSpots find_hot_spots(const LocationSupports& supports, const Selected& selected, const LocalPlaces& local,
                        const RowFlags& in_area, const CellCover& cover, const HotSpotSpec& spec,
                        const std::vector<ReferencePlace>& places);

/// The cell that the incident counts in; none when it lies outside the area, has no place or is of no use.
std::optional<std::size_t> counting_cell(const LocationSupports& supports, const LocalPlaces& local,
                                         const RowFlags& in_area, const CellCover& cover, RowId row);
/// By cell: 1 where it is one of the area's.
std::vector<std::uint8_t> cells_of_area(const CellCover& cover);
/// The cell's outline on the map, closed.
MercatorPath path_of_cell(const CellLayout& layout, std::uint32_t column, std::uint32_t row,
                          const Transformer& transformer);

/// "near NAME", the best known of the places within 15 km; else the nearest of all: "31 km NW of NAME". Empty
/// without places.
std::string near_in_words(LonLat place, const std::vector<ReferencePlace>& places);

} // namespace geo
