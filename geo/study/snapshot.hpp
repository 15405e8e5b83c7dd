#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/analysis/density.hpp"
#include "geo/border/border_set.hpp"
#include "geo/border/reference.hpp"
#include "geo/core/civil.hpp"
#include "geo/core/report.hpp"
#include "geo/layer/basemap.hpp"
#include "geo/layer/colored_points.hpp"
#include "geo/layer/drawn_reference.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/day_counts.hpp"
#include "geo/study/study.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/location_support.hpp"
#include "geo/table/selection.hpp"

namespace geo {

/// One computed value with what it was computed from. `is_current` answers both "may I reuse it?" and "is it
/// out of date?"; there is no other cache. Inputs are held, so that an address is never mistaken for another.
template <typename Params, typename Value>
struct Stage {
    using Inputs = std::vector<std::shared_ptr<const void>>;

    Params params{};
    Inputs inputs;
    std::shared_ptr<const Value> value;

    bool is_current(const Params& wanted, const Inputs& from) const {
        return value != nullptr && params == wanted && inputs == from;
    }
};

class BorderChain; // geo/analysis/border_chain.hpp

/// Distances of every located incident of the table (NaN where there is no place), by row.
struct Proximity {
    struct Neighbour {
        std::string iso_a3;
        std::vector<double> distance_m;
        std::shared_ptr<const BorderChain> chain; ///< what `along_m` is measured along
    };
    std::vector<Neighbour> neighbours;   ///< in the order of the border set's lines
    std::vector<double> distance_m;      ///< to the nearest chosen neighbour
    std::vector<std::uint8_t> neighbour; ///< index into neighbours
    std::vector<double> azimuth_deg;
    std::vector<LonLat> foot;
    std::vector<double> along_m;    ///< of the foot along that neighbour's line (border_chain.hpp)
    std::vector<std::uint8_t> side; ///< BorderSide
    std::vector<std::uint8_t> side_as_given; ///< the same however near the place is to the line and however vague

    /// Negative on the far side, NaN where the side is not determined.
    double signed_distance_m(RowId row) const;
};

/// One distance band of the incidents that pass.
struct Band {
    double from_m = 0;
    double to_m = 0; ///< infinity for the last
    std::uint64_t count = 0;
    double deaths = 0;        ///< best estimates; incidents without one add nothing
    std::uint64_t vaguer = 0; ///< of `count`, those whose location uncertainty exceeds the band's width
};
struct BandTable {
    std::vector<Band> bands;
    std::uint64_t total = 0;     ///< incidents with a distance
    std::uint64_t unlocated = 0; ///< passed the filter but have no place
    bool has_deaths = false;     ///< the file says how many died
};

class PointInAreas;      // geo/geometry/point_in_areas.hpp
struct PreparedBorder;   // prepared_border.hpp
struct BandwidthAdvice;  // bandwidth_advice.hpp
struct BorderZone;       // border_zones.hpp
struct CellCover;        // area_units.hpp
struct DistrictNeighbours; // area_units.hpp
struct HotSpots;         // hot_spots.hpp
struct EmergingSpots;    // emerging_spots.hpp
struct BorderNull;       // border_null.hpp
struct BorderIntervals;  // border_intervals.hpp
struct IntervalBands;    // border_intervals.hpp
struct SupportOutlines;  // support_outlines.hpp
struct Clusters;         // clusters.hpp
struct KDistanceCurve;   // clusters.hpp
struct DistrictCounts;   // district_counts.hpp
struct Trend;            // trend.hpp
struct BeforeAfter;      // before_after.hpp
struct RowAreas;         // before_after.hpp
struct SetDistances;     // border_comparison.hpp
struct BorderComparison; // border_comparison.hpp
struct BorderStrip;      // border_strip.hpp

/// Which province each incident lies in.
constexpr std::uint8_t kNoArea = 255;
struct AreaOfRow {
    std::vector<std::uint8_t> area; ///< index into kProvinceIds, kNoArea outside both
};
inline const std::array<std::string, 2> kProvinceIds{"khyber_pakhtunkhwa", "balochistan"};

/// One byte by row: 1 passes. Empty: every row passes.
struct RowFlags {
    std::vector<std::uint8_t> passes;
};

/// Places in the analysis CRS by row (NaN without a place).
struct LocalPlaces {
    std::vector<double> x_m;
    std::vector<double> y_m;
};

/// The rows that pass.
struct Selected {
    Selection rows;                           ///< all parts of the filter
    std::uint64_t n = 0;                      ///< of them; of a file read in parts `rows` are not kept
    Selection beyond_area;                    ///< all parts but the area: what contributes to density
    std::uint64_t unlocated = 0;              ///< of `rows`, without a place
    std::uint64_t n_reaching_past_window = 0; ///< start in the time window and end after it
    DayWindow window; ///< the time filter's window, else first to last day of the incidents
};

/// A density surface with what is needed to read it.
struct DensitySurface {
    DensityGrid grid;    ///< incidents per km²
    double per_unit = 1; ///< grid value × this = value in the study's unit
    double years = 0;
    std::uint64_t n_incidents = 0; ///< incidents that contribute
    std::uint64_t n_left_out =
        0;                      ///< pass but are unlocated or, by their precision code, of no use for density
    std::uint64_t n_inside = 0; ///< of n_incidents, whose kernel lies inside the grid
    std::uint64_t n_without_weight = 0; ///< pass, but no number of deaths is given
    std::uint64_t n_vague = 0;          ///< left out as vague
    std::uint64_t n_outside = 0;        ///< left out by the edge correction, which counts the area alone
    std::uint64_t n_not_stated = 0;     ///< of n_incidents, of unstated location precision
    double mass = 0;                    ///< of n_incidents: their number, or their deaths
    double share_vague = 0;             ///< of the mass, of places vaguer than vague_limit
    double share_spread = 0; ///< of the mass, laid over discs or areas of more than half a cell in radius
    double sum = 0;          ///< over the grid; with an edge correction over the area
    double narrowest_m = 0, widest_m = 0; ///< adaptive bandwidths; 0: one for all
    double peak = 0;            ///< in the study's unit
    double sigma_equivalent_m = 0;
    ColorScale scale; ///< in the study's unit; its breaks are the contour levels
    std::string crs;  ///< PROJ string of the analysis CRS
};

/// Of all incidents of the file that have a place.
struct RepeatedPlaces {
    std::uint64_t n_located = 0;
    std::uint64_t n_repeated = 0; ///< share their coordinates with another
};

/// What has been computed: immutable, shared between threads.
struct Snapshot {
    struct SourceKey {
        SourceSpec source;
        ColumnRequest columns;
        Filter only; ///< a database was asked for what passes this, and may have left out the rest
        /// A table read with this key has all that one read with `other` has.
        bool covers(const SourceKey& other) const {
            return source == other.source && columns.covers(other.columns) && (only == Filter{} || only == other.only);
        }
        bool operator==(const SourceKey& other) const { return covers(other) && other.covers(*this); }
    };
    struct IntervalKey {
        BorderSpec border;
        std::vector<double> band_edges_m;
        bool operator==(const IntervalKey&) const = default;
    };
    struct NullKey {
        NullSpec spec;
        std::vector<double> band_edges_m;
        BorderSpec border;
        std::string area;
        bool operator==(const NullKey&) const = default;
    };
    struct DensityKey {
        DensitySpec spec;
        std::string area;
        DayWindow window; ///< sets the years of the rate
        bool operator==(const DensityKey&) const = default;
    };
    struct EdgeKey {
        Kernel kernel = Kernel::quartic;
        Metres bandwidth, cell;
        std::string area;
        bool operator==(const EdgeKey&) const = default;
    };
    struct CellKey {
        CellShape shape = CellShape::square;
        Metres cell;
        std::string area;
        bool operator==(const CellKey&) const = default;
    };
    struct KDistanceKey {
        std::optional<int> eps_time_days;
        int min_points = 0;
        bool operator==(const KDistanceKey&) const = default;
    };
    struct TrendKey {
        TrendSpec spec;
        std::vector<double> band_edges_m; ///< empty unless series are by band
        bool operator==(const TrendKey&) const = default;
    };
    struct PointKey {
        std::string column; ///< whose values give the colours; empty: none
        bool by_date = false;
        bool size_by_deaths = true;
        bool operator==(const PointKey&) const = default;
    };
    struct ReferenceKey {
        std::string path;
        std::string label_field;
        bool operator==(const ReferenceKey&) const = default;
    };
    struct Nothing {
        bool operator==(const Nothing&) const = default;
    };

    /// The totals of a file that was read in parts (evaluate_in_parts.hpp): no stage has rows.
    bool of_parts = false;

    Stage<SourceKey, LoadedIncidents> incidents;
    Stage<DistrictSpec, Districts> districts;
    Stage<PrecisionSpec, LocationSupports> supports;
    Stage<BorderSpec, BorderSet> border;
    Stage<Nothing, AreaSet> provinces;
    Stage<std::string, AreaSet>
        chosen_area; ///< of Filter::area (the study area when empty): where density is drawn
    Stage<BorderSpec, PreparedBorder> prepared_border;
    Stage<Nothing, PointInAreas> province_finder;
    Stage<std::string, PointInAreas> area_finder; ///< of chosen_area
    Stage<BorderSpec, Proximity> proximity;
    Stage<Nothing, AreaOfRow> area_of_row;
    Stage<std::string, RowFlags> in_area;      ///< by Filter::area
    Stage<std::vector<LonLat>, RowFlags> in_polygon; ///< by Filter::polygon
    Stage<std::string, RowFlags> by_where;     ///< by Filter::where
    Stage<std::string, LocalPlaces> local;     ///< by PROJ string
    Stage<Filter, Selected> selected;
    Stage<Filter, DayCounts> days;             ///< by Filter without its time limits
    Stage<ProximitySpec, BandTable> bands;
    Stage<IntervalKey, BorderIntervals> intervals;
    Stage<ProximitySpec, IntervalBands> interval_bands;
    Stage<NullKey, BorderNull> null;
    Stage<std::vector<double>, std::vector<BorderZone>> zones; ///< by the edges of the bands
    Stage<IntervalKey, std::vector<SetDistances>> set_distances;
    Stage<ProximitySpec, BorderComparison> comparison;
    Stage<EdgeKey, EdgeWindow>
        edge_window; ///< how much of each kernel lies in the area: for an edge correction
    Stage<DensityKey, DensitySurface> density;
    Stage<CellKey, CellCover> cell_cover;
    Stage<Nothing, std::vector<ReferencePlace>> places; ///< what hot spots and clusters are named by
    Stage<Nothing, DistrictNeighbours> district_neighbours;
    Stage<HotSpotSpec, HotSpots> hot_spots;
    Stage<HotSpotSpec, EmergingSpots> emerging;
    Stage<ClusterSpec, Clusters> clusters;
    Stage<DistrictCountSpec, DistrictCounts> district_counts;
    Stage<StripSpec, BorderStrip> strip;
    Stage<KDistanceKey, KDistanceCurve> k_distances; ///< advice on eps
    Stage<TrendKey, Trend> trend;
    Stage<CellKey, CellCover> change_cover;
    Stage<Nothing, RowAreas> district_of_row;
    Stage<std::string, RowFlags> treated, control; ///< by the area's words
    Stage<BeforeAfterSpec, BeforeAfter> before_after;
    Stage<Nothing, BandwidthAdvice> advice;          ///< on the bandwidth: shown, never applied
    Stage<Nothing, RepeatedPlaces> repeated_places;

    // What is drawn, ready for make_scene.
    Stage<Nothing, Basemap> basemap;
    Stage<PointKey, PointMarks> marks; ///< of all rows
    Stage<PointKey, ColoredPoints> points;
    Stage<Nothing, SupportOutlines> support_outlines;
    Stage<Nothing, GridGeometry> density_mesh;
    std::vector<Stage<ReferenceKey, DrawnReference>>
        references;                           ///< as in the study; without a value where reading failed
    Stage<std::string, RasterImage> backdrop; ///< by path

    /// The file as it was read last, nullptr where it never was.
    const DrawnReference* reference(const std::string& path) const {
        for (const auto& stage : references)
            if (stage.value && stage.params.path == path) return stage.value.get();
        return nullptr;
    }
    const IncidentTable* table() const { return incidents.value ? incidents.value->table.get() : nullptr; }
};

} // namespace geo
