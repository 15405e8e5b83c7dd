#include <algorithm>
#include <cmath>
#include <optional>

#include "geo/study/district_counts.hpp"
#include "geo/study/study_json_values.hpp"
#include "geo/study/words.hpp"

namespace geo::study_json {

namespace {

/// Null: any time.
std::optional<int> days_of(const std::string& key, const Json& value) {
    if (value.is_null()) return std::nullopt;
    const double days = value.get<double>();
    if (!(days >= 0 && days <= kMostEpsDays) || days != std::floor(days))
        refuse(key, "must be whole days, 0 to " + std::to_string(kMostEpsDays) + ", or null for any time");
    return static_cast<int>(days);
}

void read_null(const Json& json, NullSpec& null) {
    read_object("proximity.null", json,
                {{"model",
                  [&](const Json& v) {
                      const auto model = null_model_from_name(v.get<std::string>());
                      if (!model) refuse("proximity.null.model", "must be uniform or population");
                      null.model = *model;
                  }},
                 {"runs",
                  [&](const Json& v) {
                      const auto runs = whole_number<std::int64_t>(v);
                      if (runs < 1 || runs > kMostNullRuns)
                          refuse("proximity.null.runs", "must be from 1 to " + std::to_string(kMostNullRuns));
                      null.runs = static_cast<std::uint32_t>(runs);
                  }},
                 {"seed", into(null.seed)}});
}

} // namespace

void read_proximity(const Json& json, ProximitySpec& proximity) {
    const auto edges = [&](const Json& list) {
        proximity.band_edges_m.clear();
        constexpr double kMost_km = 20'000; // half round the Earth
        for (const double km : list.get<std::vector<double>>()) {
            if (!(km >= 0 && km <= kMost_km)) refuse("proximity.band_edges_km", "must be lengths from 0 to 20000");
            if (!proximity.band_edges_m.empty() && km * 1000 <= proximity.band_edges_m.back())
                refuse("proximity.band_edges_km", "must ascend");
            proximity.band_edges_m.push_back(km * 1000);
        }
        if (proximity.band_edges_m.empty()) refuse("proximity.band_edges_km", "must have an edge");
    };
    read_object("proximity", json,
                {{"band_edges_km", edges},
                 {"zones", into(proximity.zones)},
                 {"compare_borders", into(proximity.compare)},
                 {"null", [&](const Json& v) { read_null(v, proximity.null.emplace()); }},
                 {"intervals", into(proximity.intervals)}});
}

void read_density(const Json& json, DensitySpec& density) {
    read_object(
        "density", json,
        {{"kernel",
          [&](const Json& v) {
              const auto kernel = kernel_from_name(v.get<std::string>());
              if (!kernel) refuse("density.kernel", "is not a kernel: " + v.dump());
              density.kernel = *kernel;
          }},
         {"bandwidth_km", into_length("density.bandwidth_km", density.bandwidth)},
         {"cell_km", into_length("density.cell_km", density.cell)},
         {"unit", into_named("density.unit", "per-km2-year, per-km2 or per-km2-month", density_unit_from_name,
                             density.unit)},
         {"precision",
          into_named("density.precision", "pin, spread or exclude", vague_places_from_name, density.vague)},
         {"vaguer_than_km",
          [&](const Json& v) { into_length("density.vaguer_than_km", density.vaguer_than.emplace())(v); }},
         {"edge", into_named("density.edge", "none, uniform or jones-diggle", edge_correction_from_name,
                             density.edge)},
         {"adaptive", into(density.adaptive)},
         {"weight", into_named("density.weight", "incidents, deaths-low, deaths or deaths-high",
                               density_weight_from_name, density.weight)},
         {"scale_top", [&](const Json& v) { density.scale_top = v.get<double>(); }}});
    if (const std::string fault = fault_of(density); !fault.empty())
        refuse("density", "asks too much: " + fault);
    if (!(density.bandwidth.value > 0)) refuse("density.bandwidth_km", "must be above 0");
    if (!(density.cell.value > 0)) refuse("density.cell_km", "must be above 0");
}

void read_hot_spots(const Json& json, HotSpotSpec& spec) {
    read_object("hot_spots", json,
                {{"cells", into_named("hot_spots.cells", "square, hexagon or district", hot_units_from_name, spec.units)},
                 {"measure", into_named("hot_spots.measure", "incidents, deaths, per-area or per-resident",
                                        district_measure_from_name, spec.measure)},
                 {"pin_vague", into(spec.pin_vague)},
                 {"cell_km", into_length("hot_spots.cell_km", spec.cell)},
                 {"radius_km", into_length("hot_spots.radius_km", spec.radius)},
                 {"emerging", [&](const Json& v) {
                      spec.emerging = step_of_emerging(v.get<std::string>());
                      if (!spec.emerging) refuse("hot_spots.emerging", "must be month, quarter or year");
                  }}});
    if (!(spec.cell.value > 0)) refuse("hot_spots.cell_km", "must be above 0");
}

void read_strip(const Json& json, StripSpec& spec) {
    read_object("strip", json, {{"reach_km", into_length("strip.reach_km", spec.reach)}});
    if (!(spec.reach.value > 0)) refuse("strip.reach_km", "must be above 0");
}

void read_clusters(const Json& json, ClusterSpec& spec) {
    read_object(
        "clusters", json,
        {{"eps_km", into_length("clusters.eps_km", spec.eps)},
         {"eps_time_days", [&](const Json& v) { spec.eps_time_days = days_of("clusters.eps_time_days", v); }},
         {"min_points", into(spec.min_points)}});
    if (!(spec.eps.value > 0)) refuse("clusters.eps_km", "must be above 0");
    if (spec.min_points < 1 || spec.min_points > kMostMinPoints)
        refuse("clusters.min_points", "must be from 1 to " + std::to_string(kMostMinPoints));
}

void read_district_counts(const Json& json, DistrictCountSpec& spec) {
    read_object("district_counts", json,
                {{"measure", into_named("district_counts.measure", "incidents, deaths, per-area or per-resident",
                                        district_measure_from_name, spec.measure)},
                 {"pin_vague", into(spec.pin_vague)},
                 {"breaks", [&](const Json& v) { spec.breaks = v.get<std::vector<double>>(); }}});
    if (const std::string fault = fault_of_breaks(spec.breaks); !fault.empty())
        refuse("district_counts.breaks", fault);
}

void read_trend(const Json& json, TrendSpec& trend) {
    read_object("trend", json,
                {{"per", into_named("trend.per", "day, week, month, quarter or year", unit_from_name, trend.per)},
                 {"by", into_named("trend.by", "none, category, neighbour or band", trend_by_from_name, trend.by)}});
}

void read_before_after(const Json& json, BeforeAfterSpec& spec) {
    bool dated = false;
    const auto window = [&](const Json& v) {
        const double n = v.get<double>();
        if (!(n >= 1 && n <= kMostWindowDays) || n != std::floor(n))
            refuse("before_after.window_days", "must be whole days, 1 to " + std::to_string(kMostWindowDays));
        spec.window_days = static_cast<int>(n);
    };
    read_object("before_after", json,
                {{"date", [&](const Json& v) { spec.date = day_of("before_after.date", v), dated = true; }},
                 {"window_days", window},
                 {"relative", into(spec.relative)},
                 {"cells", into_named("before_after.cells", "square or hexagon", cell_shape_from_name, spec.shape)},
                 {"cell_km", into_length("before_after.cell_km", spec.cell)},
                 {"treated", into(spec.treated)},
                 {"control", into(spec.control)}});
    if (!dated) refuse("before_after.date", "is missing");
    if (!(spec.cell.value > 0)) refuse("before_after.cell_km", "must be above 0");
    if (spec.treated.empty() != spec.control.empty())
        refuse("before_after.treated", "and 'before_after.control' belong together: give both or none");
}

} // namespace geo::study_json
