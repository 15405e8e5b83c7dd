#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/analysis/cell_layout.hpp"
#include "geo/analysis/poisson.hpp"
#include "geo/analysis/rate_change.hpp"
#include "geo/border/reference.hpp"
#include "geo/core/progress.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/study/area_units.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// What the test says of a change after the false discovery rate is held at 1, 5 or 10 %.
enum class ChangeClass : std::uint8_t { none, more90, more95, more99, fewer90, fewer95, fewer99 };
inline constexpr std::size_t kChangeClasses = 7;
const char* name_of(ChangeClass change);  ///< "more_99", "none"
const char* in_words(ChangeClass change); ///< "more, 99 %", "not significant"

/// How the shrunken ratio is coloured: below 1/3, 1/2, 3/4, up to 4/3, 2, 3, above.
inline constexpr std::array<double, 6> kChangeEdges{1.0 / 3, 0.5, 0.75, 4.0 / 3, 2, 3};
inline constexpr std::size_t kChangeColors = kChangeEdges.size() + 1;
std::size_t change_color(double log_ratio);

/// Incidents of a place in both windows, and what that says.
struct Change {
    BeforeAfterCount n;
    std::uint32_t n_straddling = 0; ///< may be of either: counted in neither
    RateRatio ratio;                ///< as it stands, exact interval; p is of no change at all
    double log_ratio = 0;           ///< shrunken (rate_change.hpp); of the total as it stands
    double p = 1, q = 1;            ///< exact, two-sided, of what is asked; NaN without incidents
    ChangeClass change_class = ChangeClass::none;
    bool counts() const { return n.before + n.after > 0; }
};

struct ChangeCell {
    std::uint32_t column = 0, row = 0;
    std::uint32_t n_vague = 0; ///< of both windows, of a place known only to more than half the cell's side
    bool clipped = false;      ///< a part of the cell lies outside the area
    Change change;
};

struct ChangedDistrict {
    std::size_t area = 0; ///< index into the districts
    std::string name;
    Change change;
};

/// A cell or district of a list, the smallest p first.
struct RankedChange {
    std::size_t at = 0; ///< index into cells or districts
    std::string name;   ///< "near Peshawar", "Khyber"
    LonLatBox box;
};
constexpr std::size_t kMostRanked = 100;

/// Changes of places that are tested together.
struct ChangeSummary {
    double share = 0.5;         ///< of incidents after the date, if nothing had changed as asked
    double likeness = 0;        ///< of the places' shares: what the ratios are shrunken by
    std::uint32_t n_tested = 0; ///< places with incidents
    std::array<std::uint32_t, kChangeClasses> n_by_class{};
    BeforeAfterCount n; ///< in all of them
    /// They differ by no more than chance.
    bool all_alike() const { return likeness > 0.99 * kMostAlike; }
};

struct BeforeAfter {
    std::string fault; ///< why nothing is compared, in one sentence; "" when all is well
    int n_days = 0;    ///< of each window
    DayWindow before, after;
    Change total; ///< of all incidents that pass, wherever they are
    CellLayout layout;
    std::string crs;
    std::vector<ChangeCell> cells; ///< of the area, row by row from the south
    ChangeSummary of_cells;
    std::vector<RankedChange> ranked_cells; ///< those with incidents
    std::vector<ChangedDistrict> districts; ///< with incidents in a window; empty without polygons
    ChangeSummary of_districts;
    std::vector<RankedChange> ranked_districts;
    std::uint64_t n_left_out =
        0; ///< in a window, but outside the area, without a place or of no use: in no cell
    std::uint64_t n_no_district = 0; ///< in a window, but in no district or without a place
    std::uint64_t n_straddling = 0, n_undated = 0;
    std::uint64_t n_vague = 0;                          ///< in cells, of a place vaguer than half a cell
    std::optional<DisplacementDifference> displacement; ///< of the treated against the control area
    BeforeAfterCount treated, control;
    std::array<std::shared_ptr<const AreaGeometry>, kChangeColors>
        fills; ///< of cells with incidents, for the map
    std::array<std::uint32_t, kChangeColors> n_by_color{};
    std::shared_ptr<const LineGeometry> outlines; ///< of cells with q <= 0.05; null without any
    std::uint32_t n_outlined = 0;
};

/// Which district each row lies in, or PointInAreas::kNone.
struct RowAreas {
    std::vector<std::int32_t> area;
};

/// What is there to compare with; null where it is not asked for or not loaded.
struct BeforeAfterPlaces {
    const RowFlags* in_area = nullptr;
    const RowFlags* treated = nullptr;
    const RowFlags* control = nullptr;
    const RowAreas* district_of_row = nullptr;
    const AreaSet* districts = nullptr;
    const std::vector<ReferencePlace>* names = nullptr; ///< that cells are named by
};

/// Windows of equal length before the date and from it on, within the file's days and the filter's time
/// limits; as long as the shorter side allows, at most a year, unless the study says how long. The fault says
/// what does not fit.
BeforeAfter windows_around(const IncidentTable& table, const Filter& filter, const BeforeAfterSpec& spec);

/// Counts in both windows by cell, by district and for all, with exact p of no change at all (or of the same
/// change as all the cells, all the districts: `relative`) and the false discovery rate over the places that
/// have incidents. Incidents whose possible days lie on both sides of the date are in neither window.
BeforeAfter compare_before_after(const IncidentTable& table, const LocationSupports& supports,
                                 const Selected& selected, const Filter& filter, const LocalPlaces& local,
                                 const CellCover& cover, const BeforeAfterPlaces& places,
                                 const BeforeAfterSpec& spec);

/// Throws Argument when only one of the areas of the displacement is given.
void require_both_areas(const BeforeAfterSpec& spec);

/// Throws Argument with the fault, where there is one.
void require_windows(const BeforeAfter& found);

} // namespace geo
