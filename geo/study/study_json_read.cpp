#include <algorithm>
#include <filesystem>
#include <utility>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_json_names.hpp"
#include "geo/study/study_json_values.hpp"
#include "geo/study/study_paths.hpp"

namespace geo {

using namespace study_json;

namespace {

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
                      if (whole_number<int>(v) != 1) refuse("borderlens_study", "is a version this program does not know");
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
