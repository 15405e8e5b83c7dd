#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/analysis/cell_layout.hpp"
#include "geo/core/calendar.hpp"
#include "geo/core/units.hpp"
#include "geo/io/district_file.hpp"
#include "geo/io/incident_source.hpp"
#include "geo/layer/color.hpp"
#include "geo/layer/color_by.hpp"
#include "geo/layer/label_language.hpp"
#include "geo/study/density_spec.hpp"
#include "geo/study/own_layers.hpp"
#include "geo/study/publish_spec.hpp"
#include "geo/table/filter.hpp"
#include "geo/table/location_support.hpp"

namespace geo {

/// Which line is the border, and the borders with whom.
struct BorderSpec {
    std::string set = "osm"; ///< osm, ne10m, ne110m, or a vector file of the user's own
    std::vector<std::string> neighbours{"AFG", "IRN"}; ///< ISO 3166 alpha-3
    bool operator==(const BorderSpec&) const = default;
};

/// A pattern that knows nothing of the border, which incidents are compared with.
enum class NullModel { uniform, population };
struct NullSpec {
    NullModel model = NullModel::uniform;
    std::uint32_t runs = 999; ///< of the simulation
    std::uint64_t seed = 1;
    bool operator==(const NullSpec&) const = default;
};
constexpr std::int64_t kMostNullRuns = 99'999;
std::string_view name_of(NullModel model);
std::optional<NullModel> null_model_from_name(std::string_view name);

/// Distance bands [from, to): the edges between them, ascending. The last band has no end.
struct ProximitySpec {
    std::vector<double> band_edges_m{0, 5000, 10000, 20000, 50000, 100000};
    bool zones = false;   ///< the bands as areas on the map
    bool compare = false; ///< the counts under every bundled line beside the chosen one
    std::optional<NullSpec> null; ///< are the shares those of chance?
    bool intervals = false; ///< distances as intervals, from the precision of places and line
    bool operator==(const ProximitySpec&) const = default;
};

/// What makes one district more than another: it colours them and orders their list, or is what Gi* compares.
enum class DistrictMeasure { incidents, deaths, per_area, per_resident };
std::string_view name_of(DistrictMeasure measure); ///< "per-area", as on the command line
std::optional<DistrictMeasure> district_measure_from_name(std::string_view name);

/// What hot spots are found among: square or hexagonal cells, or the polygons of Study::districts.
enum class HotUnits { square, hexagon, district };
std::string_view name_of(HotUnits units); ///< "hexagon", as on the command line
std::optional<HotUnits> hot_units_from_name(std::string_view name);

/// Gi* of the incidents per cell over the area of the filter, or both provinces; or of a measure by district.
struct HotSpotSpec {
    HotUnits units = HotUnits::square;
    Metres cell = kilometres(10);   ///< side of a square cell; hexagons have the same area
    Metres radius = kilometres(20); ///< cells whose centres are so near are the neighbourhood; of districts those that touch
    DistrictMeasure measure = DistrictMeasure::per_area; ///< of districts; cells count incidents
    bool pin_vague = false; ///< districts: as DistrictCountSpec; cells take all places where the file puts them
    std::optional<CalendarUnit> emerging; ///< also by months, quarters or years, and how it changed over them
    bool by_district() const { return units == HotUnits::district; }
    bool operator==(const HotSpotSpec&) const = default;
};
/// Without what plays no part: lengths of cells where districts are compared, and the other way round.
HotSpotSpec without_idle_parts(HotSpotSpec spec);

/// Clusters in space and time (ST-DBSCAN) of the incidents that pass.
struct ClusterSpec {
    Metres eps = kilometres(10);           ///< neighbours are at most that far apart (≤); above 0
    std::optional<int> eps_time_days = 14; ///< and at most so many days (≤); empty: any, plain DBSCAN
    int min_points = 5;                    ///< neighbours that make a core, itself counted; at least 1
    bool operator==(const ClusterSpec&) const = default;
};
/// Incidents by district of Study::districts.
struct DistrictCountSpec {
    DistrictMeasure measure = DistrictMeasure::per_area;
    bool pin_vague = false; ///< places vaguer than the district count where the file puts them; else in none
    std::vector<double> breaks; ///< between the classes of the map, ascending, above 0; empty: quantiles
    bool operator==(const DistrictCountSpec&) const = default;
};
constexpr std::size_t kMostDistrictBreaks = 8;
/// What is wrong with breaks: "must ascend ..."; "" when nothing is.
std::string fault_of_breaks(const std::vector<double>& breaks);

constexpr int kMostEpsDays = 36'500, kMostMinPoints = 1'000'000;

/// What the incidents of a trend are told apart by.
enum class TrendBy { none, category, neighbour, band };
std::string_view name_of(TrendBy by); ///< "category"
std::optional<TrendBy> trend_by_from_name(std::string_view name);

/// Counts of the incidents that pass, by period. Distance bands are those of the proximity.
struct TrendSpec {
    CalendarUnit per = CalendarUnit::month;
    TrendBy by = TrendBy::none;
    bool operator==(const TrendSpec&) const = default;
};

/// Windows of equal length before a date and from it on, compared by cell and by district.
struct BeforeAfterSpec {
    Day date{};                     ///< the first day after
    std::optional<int> window_days; ///< of each window, 1 to kMostWindowDays; empty: as many as fit, at most 365
    bool relative = false;          ///< against the change of all cells (districts) together, not against no change
    CellShape shape = CellShape::square;
    Metres cell = kilometres(20);   ///< side of a square cell; hexagons have the same area
    std::string treated, control;   ///< areas (as Filter::area) of a displacement difference; both or none
    bool operator==(const BeforeAfterSpec&) const = default;
};
constexpr int kMostWindowDays = 36'500;

/// The border unrolled: kilometre along its line × signed distance.
struct StripSpec {
    Metres reach = kilometres(100); ///< incidents farther from the line are counted, not shown (≤); above 0
    bool operator==(const StripSpec&) const = default;
};

/// How the map looks. Nothing here recomputes an analysis.
struct MapSpec {
    std::string title;    ///< empty: made from what is shown
    ColorBy color_by;     ///< category, a column, or the day from old to new
    bool size_by_deaths = true;
    bool show_incidents = true;
    bool show_density = true;
    bool show_hot_spots = true;
    bool show_supports = false; ///< outlines of what the places stand for
    bool show_clusters = true;
    bool show_districts = true; ///< coloured by their counts
    bool show_change = true;
    bool show_border = true;
    bool show_areas = true;
    bool show_labels = true;
    bool show_graticule = false;
    LabelLanguage label_language = LabelLanguage::en;
    std::vector<ReferenceSpec> references; ///< the first is drawn lowest
    std::optional<BackdropSpec> backdrop;
    float density_opacity = 0.85f;
    float hot_spot_opacity = 0.75f;
    float cluster_opacity = 0.9f;
    float district_opacity = 0.8f;
    float change_opacity = 0.8f;
    float incident_opacity = 0.7f;
    Theme theme = Theme::light;
    std::optional<LonLatBox> view; ///< empty: fits the incidents shown and the study area
    bool operator==(const MapSpec&) const = default;
};

/// Which columns of the input an export of incidents keeps, beside the computed ones: all, those that play a role, or all
/// but free text (geo/study/kept_columns.hpp).
enum class ColumnsKept { all, roles, no_text };

/// One file to write; what it holds follows from `what` and the ending of the path.
struct OutputSpec {
    /// `clusters`: incidents with the cluster they belong to; `cluster_hulls`: the clusters themselves; `strip`: the
    /// border unrolled as a picture (.png, .svg), else its incidents in the order along the line. `change`: cells
    /// before and after a date. `report`: the evidence package, a folder (app/report).
    enum class What {
        incidents,
        density,
        map,
        bands,
        zones,
        hot_spots,
        clusters,
        cluster_hulls,
        districts,
        trend,
        change,
        change_districts,
        strip,
        report
    } what = What::incidents;
    std::string path;
    ColumnsKept columns = ColumnsKept::all; ///< of incidents, with clusters or without
    bool keep_formulas = false; ///< of .csv: text that a spreadsheet would run as a formula stays as it is
    PublishSpec publish{};      ///< of incidents
    bool operator==(const OutputSpec&) const = default;
};

/// A dated note of the user's own on the timeline. Both days included.
struct TimeMark {
    Day first{};
    Day last{};
    std::string text;
    bool operator==(const TimeMark&) const = default;
};

/// What stands on the timeline besides counts. Nothing here recomputes anything.
struct TimelineSpec {
    bool show_events = true; ///< the bundled context marks (datasets/timeline_events.csv)
    std::vector<TimeMark> marks;
    bool operator==(const TimelineSpec&) const = default;
};

/// What the user asked: a value. Compared with ==, copied for undo, saved as *.study.json, built from flags. An analysis
/// that is not asked for is absent and is not computed.
struct Study {
    std::string name;
    SourceSpec source;
    bool all_columns = false; ///< keep every column of the file (exports of incidents, the viewer's details)
    PrecisionSpec precision; ///< what the file's precision codes stand for
    DistrictSpec districts;  ///< what the precision of places, the null of residents and counts by district use
    BorderSpec border;
    Filter filter;
    std::optional<ProximitySpec> proximity;
    std::optional<DensitySpec> density;
    std::optional<HotSpotSpec> hot_spots;
    std::optional<ClusterSpec> clusters;
    std::optional<DistrictCountSpec> district_counts;
    std::optional<TrendSpec> trend;
    std::optional<BeforeAfterSpec> before_after;
    std::optional<StripSpec> strip;
    std::optional<MapSpec> map;
    TimelineSpec timeline;
    std::vector<OutputSpec> outputs;
    bool operator==(const Study&) const = default;
};

/// What the map hides is not asked for: a picture and the window compute it only when it is seen.
inline void leave_out_hidden(Study& study) {
    if (!study.map) return;
    if (!study.map->show_density) study.density.reset();
    if (!study.map->show_hot_spots) study.hot_spots.reset();
    if (!study.map->show_clusters) study.clusters.reset();
    if (!study.map->show_districts) study.district_counts.reset();
    if (!study.map->show_change) study.before_after.reset();
}

/// The columns of the file that the study needs beyond the roles.
ColumnRequest columns_asked(const Study& study);

} // namespace geo
