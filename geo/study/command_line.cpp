#include "geo/study/command_line.hpp"

#include <cmath>

#include <fmt/format.h>

#include "geo/io/feature_table.hpp"
#include "geo/study/command_words.hpp"
#include "geo/study/study_json_names.hpp"
#include "geo/study/study_paths.hpp"

namespace geo {

namespace {

using What = OutputSpec::What;

void say_size(const PictureSpec& picture, SaidStudy& said) {
    const PictureSpec usual;
    if (picture.width_px != usual.width_px || picture.height_px != usual.height_px)
        said.option("--size", fmt::format("{}x{}", picture.width_px, picture.height_px));
    if (picture.scale == usual.scale) return;
    const double dpi = picture.scale * 96;
    if (dpi == std::round(dpi))
        said.option("--dpi", fmt::format("{}", dpi));
    else
        said.option("--scale", fmt::format("{}", picture.scale));
}

void say_columns(ColumnsKept kept, SaidStudy& said) {
    for (const auto& [columns, name] : kColumnsKept)
        if (columns == kept && kept != ColumnsKept::all) said.option("--columns", name);
}

void say_publishing(const OutputSpec& output, SaidStudy& said) {
    if (output.keep_formulas) said.flag("--keep-formulas");
    if (output.publish.coarsen) said.option("--coarsen", word_of(*output.publish.coarsen));
    if (output.publish.merge_under > 0)
        said.option("--merge-under", fmt::format("{}", output.publish.merge_under));
}

/// A file of incidents with intervals is one of proximity, whose bands give the columns of shares.
bool has_intervals(const Study& study) { return study.proximity && study.proximity->intervals; }

const char* command_of(What what, const Study& study) {
    switch (what) {
    case What::incidents:
        return has_intervals(study) ? "proximity" : "filter";
    case What::density:
        return "density";
    case What::map:
        return "render";
    case What::bands:
    case What::zones:
        return "proximity";
    case What::hot_spots:
        return "hotspots";
    case What::clusters:
    case What::cluster_hulls:
        return "clusters";
    case What::districts:
        return "districts";
    case What::trend:
        return "trend";
    case What::change:
    case What::change_districts:
        return "compare";
    case What::strip:
        return "strip";
    case What::report:
        return "report";
    }
    return "run";
}

const char* option_of(const OutputSpec& output) {
    if (output.what == What::bands) return "--bands-file";
    if (output.what == What::cluster_hulls) return ending_of(output.path) == ".csv" ? "--table" : "--hulls";
    if (output.what == What::change_districts) return "--district-table";
    return output.what == What::zones ? "--zones" : "-o";
}

/// Incidents are written with their columns and their distance to the border.
bool is_of_incidents(const OutputSpec& output) {
    if (output.what == What::strip) return is_feature_path(output.path);
    return output.what == What::incidents || output.what == What::clusters;
}

bool is_strip_picture(const OutputSpec& output) { return output.what == What::strip && !is_of_incidents(output); }

/// Of the looks of the map a picture of the strip has the theme and the title.
void say_strip_looks(const MapSpec& map, SaidStudy& said) {
    MapSpec& heard = said.study.map.emplace();
    if (!map.title.empty()) said.option("--title", heard.title = map.title);
    if (map.theme != heard.theme) said.option("--theme", "dark");
    heard.theme = map.theme;
}

SaidStudy said_of(const Study& study, const OutputSpec& output, const PictureSpec& picture) {
    SaidStudy said;
    said.words = {"borderlens", command_of(output.what, study)};
    said.study.all_columns = is_of_incidents(output);
    say_source(study.source, said);
    say_filter(study.filter, said);
    say_precision(study.precision, said);
    say_districts(study.districts, said);
    say_border(study.border, said);
    if (is_of_incidents(output)) say_columns(output.columns, said);
    if (is_of_incidents(output)) say_publishing(output, said);
    if (is_of_incidents(output)) said.study.proximity.emplace();
    const bool of_border = output.what == What::bands || output.what == What::zones;
    if (of_border || (output.what == What::incidents && has_intervals(study))) {
        say_bands(study.proximity.value_or(ProximitySpec{}), said);
        say_intervals(study.proximity.value_or(ProximitySpec{}), said);
    }
    if (output.what == What::bands && study.proximity && study.proximity->compare)
        say_comparison(said);
    if (output.what == What::bands && study.proximity && study.proximity->null)
        say_null(*study.proximity->null, said);
    if (output.what == What::zones) said.study.proximity->zones = true;
    if (output.what == What::map) say_map(study.map.value_or(MapSpec{}), said);
    if (output.what == What::map && study.proximity) say_zones(*study.proximity, said);
    if (study.density) say_density(*study.density, said);
    if (study.hot_spots) say_hot_spots(*study.hot_spots, output.what == What::map, said);
    if (study.clusters) say_clusters(*study.clusters, output.what == What::map, said);
    if (study.district_counts) say_district_counts(*study.district_counts, output.what == What::map, said);
    if (study.trend) say_trend(*study.trend, said);
    if (study.before_after) say_before_after(*study.before_after, output.what == What::map, said);
    if (output.what == What::trend && study.proximity) say_bands(*study.proximity, said);
    if (study.strip) say_strip(*study.strip, said);
    if (is_strip_picture(output)) say_strip_looks(study.map.value_or(MapSpec{}), said);
    if (output.what == What::map || is_strip_picture(output)) say_size(picture, said);
    said.option(option_of(output), plain_path(output.path));
    said.study.outputs = {output};
    return said;
}

/// What the flags did not say.
std::string lacking(const Study& said, const Study& wanted) {
    if (said == wanted) return "";
    std::string parts;
    const auto part = [&](bool same, const char* words) {
        if (!same) parts += (parts.empty() ? "" : ", ") + std::string(words);
    };
    part(said.source == wanted.source, "how the file is read");
    part(said.filter == wanted.filter, "a part of the filter");
    part(said.precision == wanted.precision, "the precision of places");
    part(said.districts == wanted.districts, "the districts");
    part(said.border == wanted.border, "the border");
    part(said.proximity == wanted.proximity, "the distance bands");
    part(said.density == wanted.density, "the density");
    part(said.hot_spots == wanted.hot_spots, "the hot spots");
    part(said.clusters == wanted.clusters, "the clusters");
    part(said.district_counts == wanted.district_counts, "the counts by district");
    part(said.trend == wanted.trend, "the trend");
    part(said.before_after == wanted.before_after, "the comparison of before and after");
    part(said.strip == wanted.strip, "the strip along the border");
    part(said.map == wanted.map, "the looks of the map");
    return parts.empty() ? "a setting of the study" : parts;
}

} // namespace

namespace {

/// Zones are areas: they need the edges of the bands alone.
void leave_counts_out(ProximitySpec& spec) {
    spec.compare = spec.intervals = false;
    spec.null.reset();
}

} // namespace

Study study_for_output(const Study& study, const OutputSpec& output) {
    Study needed = study;
    needed.name.clear();
    needed.outputs = {output};
    needed.all_columns = is_of_incidents(output);
    if (!is_of_incidents(output)) {
        needed.outputs[0].columns = ColumnsKept::all;
        needed.outputs[0].keep_formulas = false;
    }
    if (output.what != What::incidents) needed.outputs[0].publish = {};
    // Distances of the incidents do not depend on the bands that the study counts.
    needed.proximity.reset();
    if (is_of_incidents(output)) needed.proximity.emplace();
    if (output.what == What::incidents && has_intervals(study)) {
        needed.proximity->band_edges_m = study.proximity->band_edges_m;
        needed.proximity->intervals = true;
    }
    needed.timeline = {}; // no file shows it
    if (output.what == What::bands || output.what == What::zones) {
        needed.proximity = study.proximity.value_or(ProximitySpec{});
        needed.proximity->zones = output.what == What::zones;
        if (output.what == What::zones) leave_counts_out(*needed.proximity);
    }
    if (output.what == What::map && study.proximity && study.proximity->zones) {
        needed.proximity = study.proximity;
        leave_counts_out(*needed.proximity);
    }
    if (output.what == What::density && !needed.density) needed.density.emplace();
    if (output.what != What::density && output.what != What::map) needed.density.reset();
    if (output.what == What::hot_spots && !needed.hot_spots) needed.hot_spots.emplace();
    if (needed.hot_spots) needed.hot_spots = without_idle_parts(*needed.hot_spots);
    if (output.what != What::hot_spots && output.what != What::map) needed.hot_spots.reset();
    const bool of_clusters = output.what == What::clusters || output.what == What::cluster_hulls;
    if (of_clusters && !needed.clusters) needed.clusters.emplace();
    if (!of_clusters && output.what != What::map) needed.clusters.reset();
    if (output.what == What::districts && !needed.district_counts) needed.district_counts.emplace();
    if (output.what != What::districts && output.what != What::map) needed.district_counts.reset();
    if (output.what == What::trend && !needed.trend) needed.trend.emplace();
    if (output.what != What::trend) needed.trend.reset();
    const bool of_change = output.what == What::change || output.what == What::change_districts;
    if (of_change && !needed.before_after) needed.before_after.emplace();
    if (!of_change && output.what != What::map) needed.before_after.reset();
    const std::vector<double> edges = study.proximity.value_or(ProximitySpec{}).band_edges_m;
    if (needed.trend && needed.trend->by == TrendBy::band && edges != ProximitySpec{}.band_edges_m)
        needed.proximity.emplace().band_edges_m = edges; // the bands alone
    if (output.what == What::strip && !needed.strip) needed.strip.emplace();
    if (output.what != What::strip) needed.strip.reset();
    if (output.what != What::map) {
        const MapSpec looks = needed.map.value_or(MapSpec{});
        needed.map.reset();
        if (is_strip_picture(output)) {
            needed.map.emplace().theme = looks.theme;
            needed.map->title = looks.title;
        }
        return needed;
    }
    MapSpec& map = needed.map ? *needed.map : needed.map.emplace();
    if (!needed.density) map.show_density = false;
    leave_out_hidden(needed);
    map.show_hot_spots = true; // without hot spots there is nothing to hide
    map.show_clusters = true;  // and without clusters
    map.show_districts = true; // and without districts
    map.show_change = true;    // and without a comparison
    if (needed.before_after) needed.before_after->treated = needed.before_after->control = ""; // numbers, nothing drawn
    return needed;
}

namespace {

/// What the study file needs to be trusted with.
void say_trust(const Study& study, const std::string& study_path, CommandLine& line) {
    if (!study_path.empty() && !named_outside(study, study_path).empty())
        line.words.emplace_back("--allow-outside");
    if (names_network(study)) line.words.emplace_back("--allow-network");
}

} // namespace

CommandLine command_line_of(const Study& study, const OutputSpec& output, const PictureSpec& picture,
                            const std::string& study_path) {
    const std::string study_file = study_path.empty() ? "NAME.study.json" : plain_path(study_path);
    if (output.what == What::report) { // holds all that the study asks for: flags would be a page long
        CommandLine line{{"borderlens", "report", study_file, "-o", plain_path(output.path)},
                         study_path.empty() ? "everything an evidence package holds" : ""};
        say_trust(study, study_path, line);
        return line;
    }
    const Study wanted = study_for_output(study, output);
    SaidStudy said = said_of(wanted, wanted.outputs.front(), picture);
    CommandLine line{std::move(said.words), lacking(said.study, wanted)};
    if (line.unsaid.empty()) return line;
    line.words = {"borderlens", "run", study_file};
    say_trust(study, study_path, line);
    return line;
}

std::string shell_quoted(std::string_view word) {
    constexpr std::string_view kPlain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=,@%+-";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos && word.front() != '=')
        return std::string(word);
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

std::string CommandLine::text() const {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + shell_quoted(word);
    return line;
}

} // namespace geo
