#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/analysis/poisson.hpp"
#include "geo/io/district_file.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

/// One district: a polygon of the file, in its order.
struct DistrictCount {
    std::string name;
    std::string id;
    double incidents = 0; ///< whole
    double deaths = 0;    ///< best estimates; NaN where the file has none
    double vague = 0;     ///< incidents whose given place lies in it, but which may have happened outside
    double area_km2 = 0;
    double residents = 0;         ///< NaN: not known
    double per_km2_year = 0;      ///< incidents; NaN without a period
    double per_resident_year = 0; ///< incidents; NaN also without residents
    std::size_t map_class = 0;    ///< class_of_value() of the measure
    LonLatBox box;
};

/// Incidents by district over the time window.
struct DistrictCounts {
    std::vector<DistrictCount> districts;
    std::vector<std::uint32_t> by_value; ///< of the measure, the highest first; not known last
    DayWindow window;
    double years = 0;           ///< of it
    bool from_counts = false;   ///< the file counts by district: these are its numbers
    double n_incidents = 0;     ///< counted in districts
    double n_vague = 0;         ///< of these when they are pinned, else left out
    double n_outside = 0;       ///< in no district
    double n_unusable = 0;      ///< without a place, or of a precision that is of no use
    double n_unknown_names = 0; ///< of a file of counts: incidents of districts without a polygon
    double n_reaching_past = 0; ///< of a file of counts: incidents of periods that the window cuts: in none
    std::vector<std::string> unknown_names; ///< different ones, of a file of counts
    std::vector<double> breaks;             ///< between the classes
    std::vector<std::uint32_t> n_by_class;  ///< none, the classes, not known (class_breaks.hpp)
    std::vector<std::shared_ptr<const AreaGeometry>> geometry; ///< by class; null: none
    std::shared_ptr<const LineGeometry> outlines;
};

/// What the measure says of a district, in its unit: per 1,000 km² and year, per 100,000 residents and year.
double value_of(const DistrictCount& district, DistrictMeasure measure);

/// Exact 95 % interval of its incidents as a Poisson count; divided as they are, of its rates. Chance alone: not how
/// many went unreported, nor that one incident brings others.
Interval incidents_interval(const DistrictCount& district);

constexpr double kPerAreaUnit_km2 = 1000, kPerResidentUnit = 100'000;

/// Which district an incident belongs to. Borrows.
class DistrictHolders {
  public:
    struct Holder {
        std::optional<std::size_t> district; ///< none: outside all, without a place, or of no use
        bool too_vague = false; ///< it may well have happened in another
    };
    DistrictHolders(const DistrictCounts& counts, const std::vector<std::int32_t>& district_of_row);
    Holder of(const IncidentTable& table, const LocationSupports& supports, RowId row) const;

  private:
    std::vector<double> radius_m_; ///< of the disc of each district's area
    const std::vector<std::int32_t>* district_of_row_;
};

/// Numbers of each district alone: no rates, classes or geometry.
DistrictCounts tally_districts(const LoadedIncidents& loaded, const LocationSupports& supports,
                               const Selected& selected, const std::vector<std::int32_t>& district_of_row,
                               const Districts& districts, const Filter& filter, bool pin_vague);

/// `district_of_row`: index into the areas, of all rows. `kept`: breaks of an earlier look, taken where the
/// spec names none; empty: none. A place is too vague for a district when it stands for a province or a
/// country, or for a disc larger than the district. Without incidents every count is 0; without a period (no
/// day at all) the rates are not known. O(rows + edges of the districts).
DistrictCounts count_by_district(const LoadedIncidents& loaded, const LocationSupports& supports,
                                 const Selected& selected, const std::vector<std::int32_t>& district_of_row,
                                 const Districts& districts, const Filter& filter,
                                 const DistrictCountSpec& spec, const std::vector<double>& kept);

/// "incidents per 1,000 km² and year".
std::string in_words(DistrictMeasure measure);
/// "none", "below 0.5", "0.5–1.2", "≥ 7.9", "not known": class `at` of class_of_value.
std::string class_in_words(const std::vector<double>& breaks, std::size_t at);

/// Polygons (.geojson, .gpkg ...) or a table (.csv) with every number. Throws Argument without districts.
void write_districts(const Study& study, const Snapshot& snapshot, const std::string& path,
                     Progress& progress);
/// Counts and `districts`, as JSON.
std::string districts_as_json(const Study& study, const Snapshot& snapshot);

} // namespace geo
