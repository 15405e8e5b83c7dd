#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_json_layers.hpp"
#include "geo/study/study_json_names.hpp"
#include "geo/study/study_paths.hpp"
#include "geo/study/words.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& key, const std::string& why) {
    throw Error(ErrorKind::Format, "study: '" + key + "' " + why);
}

/// Calls the reader of every key; a key that nobody reads is refused, so that a typing error is never
/// ignored.
using Readers = std::map<std::string, std::function<void(const Json&)>>;
void read_object(const std::string& where, const Json& json, const Readers& readers) {
    if (!json.is_object()) refuse(where, "must be an object");
    for (const auto& [key, value] : json.items()) {
        const std::string name = where.empty() ? key : where + "." + key;
        const auto reader = readers.find(key);
        if (reader == readers.end()) refuse(name, "is not a key of a study");
        try {
            reader->second(value);
        } catch (const nlohmann::json::exception&) {
            constexpr std::size_t kShown = 80;
            const std::string text = value.dump(-1, ' ', true);
            refuse(name, "has a value of the wrong kind: " + text.substr(0, kShown) + (text.size() > kShown ? "..." : ""));
        }
    }
}

/// A fraction is no whole number, and one that T cannot hold is not cut to fit.
template <typename T>
T whole_number(const Json& value) {
    if (value.is_number_unsigned() && std::in_range<T>(value.get<std::uint64_t>())) return value.get<T>();
    if (value.is_number_integer() && !value.is_number_unsigned() && std::in_range<T>(value.get<std::int64_t>()))
        return value.get<T>();
    throw nlohmann::json::type_error::create(302, "no whole number in range", nullptr);
}

template <typename T>
std::function<void(const Json&)> into(T& target) {
    return [&target](const Json& value) {
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) target = whole_number<T>(value);
        else target = value.get<T>();
    };
}

std::function<void(const Json&)> into_share(const std::string& key, float& target) {
    return [&target, key](const Json& value) {
        const auto share = value.get<float>();
        if (!(share >= 0 && share <= 1)) refuse(key, "must be a number from 0 to 1");
        target = share;
    };
}

std::function<void(const Json&)> into_length(const std::string& key, Metres& target) {
    return [&target, key](const Json& value) {
        const double km = value.get<double>();
        if (!(km >= 0 && km <= 20000)) refuse(key, "must be a length in km from 0 to 20000");
        target = kilometres(km);
    };
}

Day day_of(const std::string& key, const Json& value) {
    const auto day = day_from_iso(value.get<std::string>());
    if (!day) refuse(key, "is not a date like 2021-08-15: " + value.dump());
    return *day;
}

LonLatBox box_of(const std::string& key, const Json& value) {
    const auto edges = value.get<std::vector<double>>();
    if (edges.size() != 4 || edges[0] > edges[2] || edges[1] > edges[3])
        refuse(key, "must be [west, south, east, north] in degrees");
    return {edges[0], edges[1], edges[2], edges[3]};
}

std::vector<LonLat> polygon_of(const std::string& key, const Json& value) {
    std::vector<LonLat> vertices;
    for (const auto& vertex : value.get<std::vector<std::vector<double>>>()) {
        if (vertex.size() != 2) refuse(key, "must be a list of vertices, each [longitude, latitude]");
        vertices.push_back({vertex[0], vertex[1]});
    }
    if (const std::string fault = fault_of_polygon(vertices); !fault.empty()) refuse(key, fault);
    return vertices;
}

void read_roles(const Json& json, RoleOptions& roles) {
    for (const auto& [name, column] : json.items()) {
        bool known = false;
        for (int i = 0; i <= static_cast<int>(Role::notes) && !known; ++i)
            if (name_of(static_cast<Role>(i)) == name) {
                roles.columns[static_cast<Role>(i)] = column.get<std::string>();
                known = true;
            }
        if (!known) refuse("source.columns." + name, "is not a role");
    }
}

void read_source(const Json& json, SourceSpec& source) {
    read_object("source", json,
                {{"path", into(source.path)},
                 {"layer", into(source.layer)},
                 {"schema",
                  [&](const Json& v) {
                      source.roles.schema = schema_from_name(v.get<std::string>());
                      if (!source.roles.schema) refuse("source.schema", "is not a schema: " + v.dump());
                  }},
                 {"columns", [&](const Json& v) { read_roles(v, source.roles); }},
                 {"day_order", [&](const Json& v) {
                      const auto order = v.get<std::string>();
                      if (order != "dmy" && order != "mdy") refuse("source.day_order", "must be dmy or mdy");
                      source.roles.day_order = order == "dmy" ? DayOrder::day_first : DayOrder::month_first;
                  }}});
}

void read_filter(const Json& json, Filter& filter) {
    read_object("filter", json,
                {{"from", [&](const Json& v) { filter.from = day_of("filter.from", v); }},
                 {"to", [&](const Json& v) { filter.to = day_of("filter.to", v); }},
                 {"bbox", [&](const Json& v) { filter.bbox = box_of("filter.bbox", v); }},
                 {"polygon", [&](const Json& v) { filter.polygon = polygon_of("filter.polygon", v); }},
                 {"where", into(filter.where)},
                 {"area", into(filter.area)},
                 {"within_km",
                  [&](const Json& v) { into_length("filter.within_km", filter.within.emplace())(v); }},
                 {"max_uncertainty_km", [&](const Json& v) {
                      into_length("filter.max_uncertainty_km", filter.max_uncertainty.emplace())(v);
                  }}});
}

void read_precision(const Json& json, PrecisionSpec& precision) {
    const auto radius = [](const char* name, Metres& target) {
        const std::string key = std::string("location_precision.") + name;
        return [read = into_length(key, target), key, &target](const Json& v) {
            read(v);
            if (!(target.value > 0)) refuse(key, "must be above 0");
        };
    };
    const auto codes = [&](const Json& list) {
        for (const auto& [code, rule] : list.items()) {
            const auto read = support_rule_from_text(rule.get<std::string>());
            if (code.empty() || !read)
                refuse("location_precision.codes." + code,
                       "must be a length like 25km, admin2, admin2-or-25km, admin1, country or not-usable, not " +
                           rule.dump());
            precision.codes[code] = *read;
        }
    };
    read_object("location_precision", json,
                {{"codes", codes},
                 {"admin2_km", radius("admin2_km", precision.admin2)},
                 {"admin1_km", radius("admin1_km", precision.admin1)},
                 {"country_km", radius("country_km", precision.country)}});
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
                      const auto runs = v.get<std::int64_t>();
                      if (runs < 1 || runs > kMostNullRuns)
                          refuse("proximity.null.runs", "must be from 1 to " + std::to_string(kMostNullRuns));
                      null.runs = static_cast<std::uint32_t>(runs);
                  }},
                 {"seed", into(null.seed)}});
}

/// One of some words.
template <typename Value, typename FromName>
std::function<void(const Json&)> into_named(const std::string& key, const std::string& words,
                                            FromName from_name, Value& target) {
    return [=, &target](const Json& value) {
        const auto named = from_name(value.get<std::string>());
        if (!named) refuse(key, "must be " + words);
        target = *named;
    };
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

/// Null: any time.
std::optional<int> days_of(const std::string& key, const Json& value) {
    if (value.is_null()) return std::nullopt;
    const double days = value.get<double>();
    if (!(days >= 0 && days <= kMostEpsDays) || days != std::floor(days))
        refuse(key, "must be whole days, 0 to " + std::to_string(kMostEpsDays) + ", or null for any time");
    return static_cast<int>(days);
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

void read_map(const Json& json, MapSpec& map) {
    read_object("map", json,
                {{"title", into(map.title)},
                 {"color_by",
                  [&](const Json& v) { map.color_by = color_by_from_text(v.get<std::string>()); }},
                 {"size_by_deaths", into(map.size_by_deaths)},
                 {"show_incidents", into(map.show_incidents)},
                 {"show_density", into(map.show_density)},
                 {"show_hot_spots", into(map.show_hot_spots)},
                 {"show_supports", into(map.show_supports)},
                 {"show_clusters", into(map.show_clusters)},
                 {"show_districts", into(map.show_districts)},
                 {"show_change", into(map.show_change)},
                 {"show_border", into(map.show_border)},
                 {"show_areas", into(map.show_areas)},
                 {"show_labels", into(map.show_labels)},
                 {"show_graticule", into(map.show_graticule)},
                 {"label_language",
                  [&](const Json& v) {
                      const auto language = label_language_from_name(v.get<std::string>());
                      if (!language) refuse("map.label_language", "must be en, ur or ps");
                      map.label_language = *language;
                  }},
                 {"references",
                  [&](const Json& v) {
                      if (!v.is_array()) refuse("map.references", "must be a list");
                      for (const Json& layer : v) map.references.push_back(reference_from_json(layer));
                  }},
                 {"backdrop", [&](const Json& v) { map.backdrop = backdrop_from_json(v); }},
                  {"density_opacity", into_share("map.density_opacity", map.density_opacity)},
                  {"hot_spot_opacity", into_share("map.hot_spot_opacity", map.hot_spot_opacity)},
                  {"cluster_opacity", into_share("map.cluster_opacity", map.cluster_opacity)},
                  {"district_opacity", into_share("map.district_opacity", map.district_opacity)},
                  {"change_opacity", into_share("map.change_opacity", map.change_opacity)},
                  {"incident_opacity", into_share("map.incident_opacity", map.incident_opacity)},
                 {"theme",
                  [&](const Json& v) {
                      const auto theme = v.get<std::string>();
                      if (theme != "light" && theme != "dark") refuse("map.theme", "must be light or dark");
                      map.theme = theme == "dark" ? Theme::dark : Theme::light;
                  }},
                 {"view", [&](const Json& v) { map.view = box_of("map.view", v); }}});
}

TimeMark read_mark(const Json& json) {
    TimeMark mark;
    std::optional<Day> first, last;
    read_object("timeline.marks", json,
                {{"date", [&](const Json& v) { first = day_of("timeline.marks.date", v); }},
                 {"date_end", [&](const Json& v) { last = day_of("timeline.marks.date_end", v); }},
                 {"text", into(mark.text)}});
    if (!first) refuse("timeline.marks.date", "is missing");
    mark.first = *first;
    mark.last = last.value_or(*first);
    if (mark.last < mark.first) refuse("timeline.marks.date_end", "must not be before the date");
    return mark;
}

void read_timeline(const Json& json, TimelineSpec& timeline) {
    read_object("timeline", json,
                {{"show_events", into(timeline.show_events)}, {"marks", [&](const Json& v) {
                      if (!v.is_array()) refuse("timeline.marks", "must be a list");
                      for (const Json& mark : v) timeline.marks.push_back(read_mark(mark));
                  }}});
}

/// "incidents, density, ... or report".
std::string output_names() {
    std::string names;
    for (const auto& [what, name] : kOutputs)
        names += (names.empty() ? "" : what == std::end(kOutputs)[-1].first ? " or " : ", ") + std::string(name);
    return names;
}

OutputSpec read_output(const Json& json) {
    OutputSpec output;
    read_object("outputs", json,
                {{"what",
                  [&](const Json& v) {
                      const auto wanted = v.get<std::string>();
                      for (const auto& [what, name] : kOutputs)
                          if (wanted == name) return void(output.what = what);
                      refuse("outputs.what", "must be " + output_names() + ", not " + v.dump());
                  }},
                 {"path", into(output.path)},
                 {"keep_formulas", into(output.keep_formulas)},
                 {"coarsen",
                  [&](const Json& v) {
                      output.publish.coarsen = coarse_grid_from_text(v.get<std::string>());
                      if (!output.publish.coarsen)
                          refuse("outputs.coarsen",
                                 "must be cells of 0.1km to 1000km or 0.001deg to 10deg, not " + v.dump());
                  }},
                 {"merge_under", into(output.publish.merge_under)},
                 {"columns", [&](const Json& v) {
                      const auto wanted = v.get<std::string>();
                      for (const auto& [columns, name] : kColumnsKept)
                          if (wanted == name) return void(output.columns = columns);
                      refuse("outputs.columns", "must be all, roles or no-text, not " + v.dump());
                  }}});
    if (output.path.empty()) refuse("outputs.path", "is missing");
    if (const std::string fault = fault_of(output.publish); !fault.empty())
        refuse("outputs", "cannot be: " + fault);
    if (!(output.publish == PublishSpec{}) && output.what != OutputSpec::What::incidents)
        refuse("outputs.coarsen", "is for incidents only");
    return output;
}

/// A path of a study file is relative to the study's folder.
void resolve(std::string& path, const std::string& folder) {
    const std::filesystem::path given(path);
    if (given.is_relative()) path = (std::filesystem::path(folder) / given).lexically_normal().string();
}

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

} // namespace

namespace {

/// A study nests four deep. What nests deeper would be walked through by functions that call themselves.
bool refuse_deep_nesting(int depth, Json::parse_event_t, Json&) {
    constexpr int kMostDepth = 32;
    if (depth > kMostDepth) throw Error(ErrorKind::Format, "study: is nested more than 32 deep");
    return true;
}

} // namespace

Study study_from_json(std::string_view text, const std::string& folder) {
    Json json;
    try {
        json = Json::parse(text, refuse_deep_nesting);
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::Format, std::string("study: not JSON: ") + error.what());
    }
    Study study;
    study.all_columns = true;
    read_object("", json,
                {{"borderlens_study",
                  [](const Json& v) {
                      if (v.get<int>() != 1) refuse("borderlens_study", "is a version this program does not know");
                  }},
                 {"name", into(study.name)},
                 {"source", [&](const Json& v) { read_source(v, study.source); }},
                 {"all_columns", into(study.all_columns)},
                 {"districts",
                  [&](const Json& v) {
                      read_object("districts", v, {{"path", into(study.districts.path)},
                                                   {"population", into(study.districts.population)},
                                                   {"population_column", into(study.districts.population_column)}});
                  }},
                 {"location_precision", [&](const Json& v) { read_precision(v, study.precision); }},
                 {"border",
                  [&](const Json& v) {
                      read_object("border", v, {{"set", into(study.border.set)},
                                                {"neighbours", into(study.border.neighbours)}});
                  }},
                 {"filter", [&](const Json& v) { read_filter(v, study.filter); }},
                 {"proximity", [&](const Json& v) { read_proximity(v, study.proximity.emplace()); }},
                 {"density", [&](const Json& v) { read_density(v, study.density.emplace()); }},
                 {"hot_spots", [&](const Json& v) { read_hot_spots(v, study.hot_spots.emplace()); }},
                 {"clusters", [&](const Json& v) { read_clusters(v, study.clusters.emplace()); }},
                 {"district_counts",
                  [&](const Json& v) { read_district_counts(v, study.district_counts.emplace()); }},
                 {"trend", [&](const Json& v) { read_trend(v, study.trend.emplace()); }},
                 {"before_after", [&](const Json& v) { read_before_after(v, study.before_after.emplace()); }},
                 {"strip", [&](const Json& v) { read_strip(v, study.strip.emplace()); }},
                 {"map", [&](const Json& v) { read_map(v, study.map.emplace()); }},
                 {"timeline", [&](const Json& v) { read_timeline(v, study.timeline); }},
                 {"outputs", [&](const Json& v) {
                      if (!v.is_array()) refuse("outputs", "must be a list");
                      for (const Json& output : v) study.outputs.push_back(read_output(output));
                  }}});
    if (study.source.path.empty()) refuse("source.path", "is missing: the file of incidents");
    if (!folder.empty())
        for (std::string* path : paths_of(study)) resolve(*path, folder);
    return study;
}

Study load_study(const std::string& path) {
    return load_study(path, std::filesystem::path(path).parent_path().string());
}

Study load_study(const std::string& path, const std::string& folder) {
    try {
        const InputBytes bytes = InputBytes::from_file(path);
        return read_watched(bytes.watch(), [&] { return study_from_json(bytes.view(), folder); });
    } catch (const Error& error) {
        throw error.with_context("cannot load " + path);
    }
}

} // namespace geo
