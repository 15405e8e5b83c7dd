#include "geo/study/provenance.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/core/version.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_json_names.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/words.hpp"
#include "geo/study/study_paths.hpp"
#include "geo/study/trend.hpp"

namespace geo {

namespace {

using Json = nlohmann::ordered_json;

Json incidents_json(const LoadedIncidents& loaded) {
    const TableOrigin& origin = loaded.table->origin;
    Json json{{"file", origin.file}, {"schema", name_of(origin.schema.kind)}};
    if (!origin.layer.empty()) json["layer"] = origin.layer;
    if (!origin.attribution.empty()) json["attribution"] = origin.attribution;
    if (!origin.notice.empty()) json["notice"] = origin.notice;
    json["synthetic"] = origin.synthetic;
    json["rows_read"] = loaded.report.rows_read;
    json["rejected"] = loaded.report.rejected().size();
    json["incidents"] = loaded.report.incidents;
    if (const auto& counts = loaded.counts) { // the columns that it was taken for one by
        json["counts"] = {{"rows", counts->rows.size()},
                          {"district", counts->district_column},
                          {"period", counts->period_column},
                          {"incidents", counts->incidents_column}};
        if (!counts->deaths_column.empty()) json["counts"]["deaths"] = counts->deaths_column;
    }
    return json;
}

Json border_json(const BorderSet& border) {
    Json lines = Json::array();
    for (const BorderLine& line : border.lines)
        lines.push_back({{"neighbour", line.neighbour},
                         {"name", line.name},
                         {"source", line.source},
                         {"licence", line.licence},
                         {"date", line.date},
                         {"accuracy_m", line.accuracy_m},
                         {"note", line.note}});
    return {{"set", border.id}, {"lines", lines}};
}

Json areas_json(const AreaSet& areas) {
    Json list = Json::array();
    for (const Area& area : areas.areas)
        list.push_back(
            {{"id", area.id}, {"name", area.name}, {"source", area.source}, {"licence", area.licence}});
    return list;
}

/// What the codes of the file stand for, and the polygons that some do.
Json precision_json(const LocationSupports& supports) {
    Json codes = Json::array();
    for (const PrecisionCount& count : supports.codes) {
        Json one{{"code", count.code.code}, {"stands_for", support_in_words(count.support)}, {"incidents", count.n}};
        if (count.code.admin2_named) one["district_named"] = true;
        codes.push_back(std::move(one));
    }
    Json json{{"codes", codes}, {"areas_without_polygon", supports.n_without_polygon}};
    for (const SupportArea& area : supports.areas)
        json["polygons"].push_back({{"name", area.name}, {"source", area.source}, {"radius_m", std::round(area.radius_m)}});
    return json;
}

Json districts_json(const DistrictSpec& spec, const Districts& districts) {
    const auto file = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
    Json json{{"file", file(spec.path)}, {"areas", districts.areas.areas.size()}};
    if (!districts.has_population()) return json;
    json["population_file"] = file(spec.population.empty() ? spec.path : spec.population);
    json["population_column"] = districts.population_column;
    const auto known = std::count_if(districts.population.begin(), districts.population.end(),
                                     [](double people) { return !std::isnan(people); });
    json["areas_with_population"] = known;
    if (!districts.unknown_names.empty()) json["names_without_area"] = districts.unknown_names;
    return json;
}

Json selection_json(const Selected& selected) {
    return {{"incidents", selected.n},
            {"unlocated", selected.unlocated},
            {"first_day", iso_from_day(selected.window.first)},
            {"last_day", iso_from_day(selected.window.last - std::chrono::days{1})}};
}

Json density_json(const Study& study, const DensitySurface& surface) {
    return {{"method", density_in_words(*study.density, surface)},
            {"unit", surface.scale.unit},
            {"sigma_equivalent_m", surface.sigma_equivalent_m},
            {"years", surface.years},
            {"precision", name_of(study.density->vague)},
            {"vaguer_than_m", vague_limit(*study.density).value},
            {"share_vaguer", surface.share_vague},
            {"share_spread", surface.share_spread},
            {"edge_correction", name_of(study.density->edge)},
            {"adaptive", study.density->adaptive},
            {"weight", name_of(study.density->weight)},
            {"mass", surface.mass},
            {"incidents", surface.n_incidents},
            {"left_out_as_vague", surface.n_vague},
            {"left_out_without_weight", surface.n_without_weight},
            {"left_out_outside_area", surface.n_outside},
            {"precision_not_stated", surface.n_not_stated},
            {"kernels_inside_grid", surface.n_inside},
            {"left_out", surface.n_left_out},
            {"peak", surface.peak},
            {"crs", surface.crs},
            {"contributing", study.density->edge == EdgeCorrection::none
                                 ? "every incident that passes the filters other than the area"
                                 : "incidents inside the area"}};
}

Json hot_spots_json(const HotSpotSpec& spec, const HotSpots& spots) {
    const std::string nouns = std::string(spots.units->noun()) + "s";
    Json json{{"method", hot_spots_in_words(spec)},
              {"significance", "two-sided, false discovery rate of Benjamini and Hochberg over all " + nouns +
                                   (spec.by_district() ? " compared" : " of the area")},
              {nouns, spots.found.size()},
              {"clipped_" + nouns, spots.n_clipped},
              {"weak_" + nouns, spots.n_weak},
              {"mean_per_" + std::string(spots.units->noun()), spots.mean},
              {"standard_deviation", spots.deviation},
              {"incidents", spots.n_incidents},
              {spec.by_district() ? "vaguer_than_their_district" : "vaguer_than_half_a_cell", spots.n_vague},
              {"left_out", spots.n_left_out},
              {"crs", spots.units->crs()}};
    if (!spec.by_district()) return json;
    json.erase("clipped_districts");
    json["left_out_as_vague"] = spots.n_in_none;
    json["vague_places"] = spec.pin_vague ? "counted where the file puts them" : "left out";
    json["districts_without_value"] = spots.n_unknown;
    json["districts_without_neighbour"] = spots.n_alone;
    json["neighbours"] = fmt::format("districts that touch or come within {} degrees, and the district itself; equal weights",
                                     kNeighbourTolerance_deg);
    if (const std::string why = why_undefined(spots); !why.empty()) json["not_defined"] = why;
    return json;
}

Json clusters_json(const ClusterSpec& spec, const Clusters& clusters) {
    return {{"method", clusters_in_words(spec)},
            {"neighbours", "distance <= eps in the plane of `crs`, days between the days they begin <= eps_time"},
            {"core", "has min_points neighbours or more, itself counted"},
            {"order", "by date, then identifier: border points belong to the first cluster that reaches them"},
            {"clusters", clusters.clusters.size()},
            {"incidents", clusters.n_incidents},
            {"noise", clusters.n_noise},
            {"without_usable_place", clusters.n_unplaced},
            {"without_date", clusters.n_undated},
            {"place_vaguer_than_eps", clusters.n_vague_places},
            {"date_vaguer_than_eps_time", clusters.n_vague_dates},
            {"crs", clusters.crs}};
}

Json district_counts_json(const DistrictCountSpec& spec, const DistrictCounts& counts) {
    Json json{{"measure", in_words(spec.measure)},
              {"breaks", counts.breaks},
              {"years", counts.years},
              {"incidents", counts.n_incidents},
              {"vague_places", spec.pin_vague ? "counted where the file puts them" : "left out"},
              {"vaguer_than_their_district", counts.n_vague},
              {"outside", counts.n_outside},
              {"without_usable_place", counts.n_unusable}};
    if (!counts.from_counts) return json;
    json["counted_by"] = "the file, by district and period";
    json["of_unknown_districts"] = counts.n_unknown_names;
    json["of_periods_cut_by_the_window"] = counts.n_reaching_past;
    return json;
}

Json trend_json(const TrendSpec& spec, const Trend& trend) {
    Json json{{"method", trend_in_words(spec)},
              {"period_of_an_incident", "that of the day it begins on"},
              {"interval", "exact 95 % interval of a Poisson count (Garwood)"},
              {"year_on_year", "ratio of incidents per covered day, exact 95 % interval conditional on the sum of both "
                               "counts"},
              {"missing_periods", trend.n_missing},
              {"partial_periods", trend.n_partial},
              {"periods_without_incident", trend.n_zero},
              {"incidents", trend.n_incidents},
              {"without_date", trend.n_undated},
              {"date_may_be_another_period", trend.n_elsewhere},
              {"end_in_a_later_period", trend.n_lasting}};
    if (trend.file) json["file_covers"] = window_in_words(*trend.file);
    return json;
}

Json before_after_json(const BeforeAfterSpec& spec, const BeforeAfter& found) {
    Json json{{"method", before_after_in_words(spec)}};
    if (!found.fault.empty()) {
        json["fault"] = found.fault;
        return json;
    }
    json.update({{"before", window_in_words(found.before)},
                 {"after", window_in_words(found.after)},
                 {"p", "two-sided exact binomial of the incidents after among those of both windows"},
                 {"share_after_asked", found.of_cells.share},
                 {"significance", "false discovery rate of Benjamini and Hochberg over the places with incidents"},
                 {"log_ratio", "ln((after + likeness * share) / (before + likeness * (1 - share))) - ln(share / (1 - share))"},
                 {"likeness", found.of_cells.likeness},
                 {"incidents_before", found.total.n.before},
                 {"incidents_after", found.total.n.after},
                 {"date_on_both_sides", found.n_straddling},
                 {"in_no_cell", found.n_left_out},
                 {"vaguer_than_half_a_cell", found.n_vague},
                 {"crs", found.crs}});
    return json;
}

Json strip_json(const StripSpec& spec, const BorderStrip& strip) {
    Json json{{"method", strip_in_words(spec)},
              {"kilometre", "geodesic length along the line to the foot of the incident; parts joined end to end from the "
                            "south-westernmost free end, gaps without length"},
              {"signed_distance", "negative outside the territory of the border set"},
              {"line_of_an_incident", "the one nearest to it"},
              {"reach_m", strip.reach_m},
              {"without_place", strip.n_unlocated},
              {"lines", Json::array()}};
    for (const StripLine& line : strip.lines)
        json["lines"].push_back({{"neighbour", line.neighbour},
                                 {"length_m", std::round(line.length_m * 10) / 10},
                                 {"vertices", line.n_vertices},
                                 {"parts", line.n_parts},
                                 {"gaps_m", std::round(line.gap_m * 10) / 10},
                                 {"begins_at", {line.begin.lon_deg, line.begin.lat_deg}},
                                 {"inside", line.n_inside},
                                 {"outside", line.n_outside},
                                 {"undetermined", line.n_undetermined},
                                 {"beyond_reach", line.n_beyond}});
    return json;
}

Json emerging_json(const EmergingSpots& spots) {
    Json json{{"steps", steps_in_words(spots)},
              {"neighbours_in_time", "the same step and the one before"},
              {"significance", "two-sided, false discovery rate of Benjamini and Hochberg over all " + std::string(spots.units->noun()) + "s and steps"},
              {"level", kEmergingLevel},
              {"trend", "Mann-Kendall on the z's of the steps, p < 0.05; neighbouring steps share incidents, so the z's are "
                        "autocorrelated and the p is too small"},
              {"mean_per_" + std::string(spots.units->noun()) + "_and_step", spots.mean},
              {"standard_deviation", spots.deviation},
              {"incidents", spots.n_incidents},
              {"left_out", spots.n_left_out},
              {"undated", spots.n_undated}};
    for (const std::string& caution : cautions_of(spots)) json["cautions"].push_back(caution);
    for (std::size_t i = 1; i < kEmergingClasses; ++i)
        if (spots.n_by_class[i] > 0) json["classes"][name_of(static_cast<EmergingClass>(i))] = spots.n_by_class[i];
    return json;
}

/// Names of the user's own files that are on the map; who may pass them on is not known.
Json own_layers_json(const Study& study, const Snapshot& snapshot) {
    Json list = Json::array();
    for (const std::string& line : own_layer_sources(study, snapshot))
        list.push_back({{"layer", line}, {"licence", "not stated"}});
    return list;
}

/// Folders are the user's own; the names of files stay.
Study without_folders(Study study) {
    for (std::string* path : paths_of(study)) *path = std::filesystem::path(*path).filename().string();
    return study;
}

} // namespace

std::string provenance_of(const Study& study, const Snapshot& snapshot, const std::string& by_hand) {
    Json json{{"program", "borderlens"}, {"version", kVersion}};
    if (snapshot.incidents.value) json["incidents"] = incidents_json(*snapshot.incidents.value);
    if (snapshot.supports.value) json["location_precision"] = precision_json(*snapshot.supports.value);
    if (snapshot.districts.value) json["districts"] = districts_json(study.districts, *snapshot.districts.value);
    if (snapshot.border.value) json["border"] = border_json(*snapshot.border.value);
    if (snapshot.provinces.value) json["areas"] = areas_json(*snapshot.provinces.value);
    if (snapshot.selected.value) json["selection"] = selection_json(*snapshot.selected.value);
    if (!by_hand.empty()) json["marked"] = by_hand;
    json["filter"] = study.filter == Filter{} ? "none" : in_words(study.filter);
    if (study.density && snapshot.density.value)
        json["density"] = density_json(study, *snapshot.density.value);
    if (study.hot_spots && snapshot.hot_spots.value)
        json["hot_spots"] = hot_spots_json(*study.hot_spots, *snapshot.hot_spots.value);
    if (study.hot_spots && study.hot_spots->emerging && snapshot.emerging.value)
        json["emerging_hot_spots"] = emerging_json(*snapshot.emerging.value);
    if (study.clusters && snapshot.clusters.value)
        json["clusters"] = clusters_json(*study.clusters, *snapshot.clusters.value);
    if (study.district_counts && snapshot.district_counts.value)
        json["district_counts"] = district_counts_json(*study.district_counts, *snapshot.district_counts.value);
    if (study.trend && snapshot.trend.value) json["trend"] = trend_json(*study.trend, *snapshot.trend.value);
    if (study.before_after && snapshot.before_after.value)
        json["before_after"] = before_after_json(*study.before_after, *snapshot.before_after.value);
    if (study.strip && snapshot.strip.value) json["strip"] = strip_json(*study.strip, *snapshot.strip.value);
    if (Json own = own_layers_json(study, snapshot); !own.empty()) json["own_layers"] = std::move(own);
    json["distance"] =
        "shortest geodesic on WGS 84 (EPSG:4326) to the border line, edges read as geodesics; no projection";
    Json asked = Json::parse(json_from_study(without_folders(study)));
    asked.erase("outputs"); // where a file was written does not change what is in it
    if (asked.contains("source"))
        asked["source"].erase("path"); // the name stands above; folders are the user's own
    json["study"] = std::move(asked);
    return json.dump();
}

} // namespace geo
