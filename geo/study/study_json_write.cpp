#include <cmath>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "geo/io/atomic_file.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_json_layers.hpp"
#include "geo/study/study_json_names.hpp"
#include "geo/study/study_paths.hpp"

namespace geo {

namespace {

using Json = nlohmann::ordered_json;

Json roles_json(const RoleOptions& roles) {
    Json json = Json::object();
    if (roles.schema) json["schema"] = name_of(*roles.schema);
    for (const auto& [role, column] : roles.columns) json["columns"][std::string(name_of(role))] = column;
    if (roles.day_order == DayOrder::day_first) json["day_order"] = "dmy";
    if (roles.day_order == DayOrder::month_first) json["day_order"] = "mdy";
    return json;
}

Json filter_json(const Filter& filter) {
    Json json = Json::object();
    if (filter.from) json["from"] = iso_from_day(*filter.from);
    if (filter.to) json["to"] = iso_from_day(*filter.to);
    if (filter.bbox) json["bbox"] = {filter.bbox->west, filter.bbox->south, filter.bbox->east, filter.bbox->north};
    for (const LonLat vertex : filter.polygon) json["polygon"].push_back({vertex.lon_deg, vertex.lat_deg});
    if (!filter.where.empty()) json["where"] = filter.where;
    if (!filter.area.empty()) json["area"] = filter.area;
    if (filter.within) json["within_km"] = km_from(*filter.within);
    if (filter.max_uncertainty) json["max_uncertainty_km"] = km_from(*filter.max_uncertainty);
    return json;
}

Json precision_json(const PrecisionSpec& precision) {
    const PrecisionSpec usual;
    Json json = Json::object();
    for (const auto& [code, rule] : precision.codes) json["codes"][code] = text_of(rule);
    if (precision.admin2 != usual.admin2) json["admin2_km"] = km_from(precision.admin2);
    if (precision.admin1 != usual.admin1) json["admin1_km"] = km_from(precision.admin1);
    if (precision.country != usual.country) json["country_km"] = km_from(precision.country);
    return json;
}

Json districts_json(const DistrictSpec& districts) {
    Json json{{"path", districts.path}};
    if (!districts.population.empty()) json["population"] = districts.population;
    if (!districts.population_column.empty()) json["population_column"] = districts.population_column;
    return json;
}

Json density_json(const DensitySpec& density) {
    Json json{{"kernel", name_of(density.kernel)},   {"bandwidth_km", km_from(density.bandwidth)},
              {"cell_km", km_from(density.cell)},    {"unit", name_of(density.unit)},
              {"precision", name_of(density.vague)}, {"edge", name_of(density.edge)},
              {"adaptive", density.adaptive},        {"weight", name_of(density.weight)}};
    if (density.scale_top) json["scale_top"] = *density.scale_top;
    if (density.vaguer_than) json["vaguer_than_km"] = km_from(*density.vaguer_than);
    return json;
}

Json hot_spots_json(const HotSpotSpec& spec) {
    const HotSpotSpec usual;
    Json json{{"cells", name_of(spec.units)}, {"cell_km", km_from(spec.cell)}, {"radius_km", km_from(spec.radius)}};
    if (spec.by_district() || spec.measure != usual.measure) json["measure"] = name_of(spec.measure);
    if (spec.by_district() || spec.pin_vague) json["pin_vague"] = spec.pin_vague;
    if (spec.emerging) json["emerging"] = name_of(*spec.emerging);
    return json;
}

Json clusters_json(const ClusterSpec& spec) {
    Json json{{"eps_km", km_from(spec.eps)}, {"eps_time_days", nullptr}, {"min_points", spec.min_points}};
    if (spec.eps_time_days) json["eps_time_days"] = *spec.eps_time_days;
    return json;
}

Json district_counts_json(const DistrictCountSpec& spec) {
    Json json{{"measure", name_of(spec.measure)}, {"pin_vague", spec.pin_vague}};
    if (!spec.breaks.empty()) json["breaks"] = spec.breaks;
    return json;
}

Json before_after_json(const BeforeAfterSpec& spec) {
    Json json{{"date", iso_from_day(spec.date)},
              {"relative", spec.relative},
              {"cells", name_of(spec.shape)},
              {"cell_km", km_from(spec.cell)}};
    if (spec.window_days) json["window_days"] = *spec.window_days;
    if (!spec.treated.empty()) json["treated"] = spec.treated;
    if (!spec.control.empty()) json["control"] = spec.control;
    return json;
}

Json map_json(const MapSpec& map) {
    Json json{{"title", map.title},
              {"color_by", text_of(map.color_by)},
              {"size_by_deaths", map.size_by_deaths},
              {"show_incidents", map.show_incidents},
              {"show_density", map.show_density},
              {"show_hot_spots", map.show_hot_spots},
              {"show_supports", map.show_supports},
              {"show_clusters", map.show_clusters},
              {"show_districts", map.show_districts},
              {"show_change", map.show_change},
              {"show_border", map.show_border},
              {"show_areas", map.show_areas},
              {"show_labels", map.show_labels},
              {"show_graticule", map.show_graticule},
              {"label_language", name_of(map.label_language)},
              {"density_opacity", std::round(double{map.density_opacity} * 1000) / 1000},
              {"hot_spot_opacity", std::round(double{map.hot_spot_opacity} * 1000) / 1000},
              {"cluster_opacity", std::round(double{map.cluster_opacity} * 1000) / 1000},
              {"district_opacity", std::round(double{map.district_opacity} * 1000) / 1000},
              {"change_opacity", std::round(double{map.change_opacity} * 1000) / 1000},
              {"incident_opacity", std::round(double{map.incident_opacity} * 1000) / 1000},
              {"theme", map.theme == Theme::dark ? "dark" : "light"}};
    if (map.view) json["view"] = {map.view->west, map.view->south, map.view->east, map.view->north};
    for (const ReferenceSpec& reference : map.references)
        json["references"].push_back(reference_json(reference));
    if (map.backdrop) json["backdrop"] = backdrop_json(*map.backdrop);
    return json;
}

Json timeline_json(const TimelineSpec& timeline) {
    Json json{{"show_events", timeline.show_events}};
    Json marks = Json::array();
    for (const TimeMark& mark : timeline.marks) {
        Json one{{"date", iso_from_day(mark.first)}};
        if (mark.last != mark.first) one["date_end"] = iso_from_day(mark.last);
        one["text"] = mark.text;
        marks.push_back(one);
    }
    if (!marks.empty()) json["marks"] = marks;
    return json;
}

Json output_json(const OutputSpec& output) {
    Json json;
    for (const auto& [what, name] : kOutputs)
        if (what == output.what) json["what"] = name;
    json["path"] = output.path;
    for (const auto& [columns, name] : kColumnsKept)
        if (columns == output.columns && columns != ColumnsKept::all) json["columns"] = name;
    if (output.keep_formulas) json["keep_formulas"] = true;
    if (output.publish.coarsen) json["coarsen"] = word_of(*output.publish.coarsen);
    if (output.publish.merge_under > 0) json["merge_under"] = output.publish.merge_under;
    return json;
}

} // namespace

std::string json_from_study(const Study& study) {
    Json json{{"borderlens_study", 1}};
    if (!study.name.empty()) json["name"] = study.name;
    Json source = roles_json(study.source.roles);
    source["path"] = study.source.path;
    if (!study.source.layer.empty()) source["layer"] = study.source.layer;
    json["source"] = source;
    json["all_columns"] = study.all_columns;
    if (!(study.precision == PrecisionSpec{})) json["location_precision"] = precision_json(study.precision);
    if (!(study.districts == DistrictSpec{})) json["districts"] = districts_json(study.districts);
    json["border"] = {{"set", study.border.set}, {"neighbours", study.border.neighbours}};
    json["filter"] = filter_json(study.filter);
    if (study.proximity) {
        Json edges = Json::array();
        for (double edge : study.proximity->band_edges_m) edges.push_back(edge / 1000);
        json["proximity"] = {{"band_edges_km", edges}};
        if (study.proximity->zones) json["proximity"]["zones"] = true;
        if (study.proximity->compare) json["proximity"]["compare_borders"] = true;
        if (study.proximity->intervals) json["proximity"]["intervals"] = true;
        if (const auto& null = study.proximity->null)
            json["proximity"]["null"] = {{"model", name_of(null->model)}, {"runs", null->runs}, {"seed", null->seed}};
    }
    if (study.density) json["density"] = density_json(*study.density);
    if (study.hot_spots) json["hot_spots"] = hot_spots_json(*study.hot_spots);
    if (study.clusters) json["clusters"] = clusters_json(*study.clusters);
    if (study.district_counts) json["district_counts"] = district_counts_json(*study.district_counts);
    if (study.trend) json["trend"] = {{"per", name_of(study.trend->per)}, {"by", name_of(study.trend->by)}};
    if (study.before_after) json["before_after"] = before_after_json(*study.before_after);
    if (study.strip) json["strip"] = {{"reach_km", km_from(study.strip->reach)}};
    if (study.map) json["map"] = map_json(*study.map);
    if (!(study.timeline == TimelineSpec{})) json["timeline"] = timeline_json(study.timeline);
    if (!study.outputs.empty()) {
        Json outputs = Json::array();
        for (const OutputSpec& output : study.outputs) outputs.push_back(output_json(output));
        json["outputs"] = outputs;
    }
    return json.dump(2) + "\n";
}

void save_study(const Study& study, const std::string& path) {
    write_file_atomically(path, json_from_study(with_paths_relative_to(study, path)));
}

} // namespace geo
