#include "geo/study/command_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "geo/core/civil.hpp"
#include "geo/core/length_text.hpp"
#include "geo/study/words.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

std::string box_word(const LonLatBox& box) {
    return fmt::format("{},{},{},{}", box.west, box.south, box.east, box.north);
}

bool is_box(const LonLatBox& box) {
    return box.west <= box.east && box.south <= box.north && box.south >= -90 && box.north <= 90;
}

const char* role_option(Role role) {
    for (const auto& [option, named] : kRoleFlags)
        if (named == role) return option;
    return nullptr;
}

void say_roles(const RoleOptions& roles, SaidStudy& said) {
    RoleOptions& heard = said.study.source.roles;
    if (roles.schema) {
        said.option("--schema", std::string(name_of(*roles.schema)));
        heard.schema = roles.schema;
    }
    for (const auto& [role, column] : roles.columns) {
        if (const char* option = role_option(role))
            said.option(option, column);
        else
            said.option("--column", std::string(name_of(role)) + "=" + column);
        heard.columns[role] = column;
    }
    if (roles.day_order != DayOrder::automatic)
        said.option("--day-order", roles.day_order == DayOrder::day_first ? "dmy" : "mdy");
    heard.day_order = roles.day_order;
}

/// What --neighbour reads back as it is: codes of three capitals, each once.
bool are_codes(const std::vector<std::string>& neighbours) {
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const std::string& code = neighbours[i];
        const bool capitals =
            std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (code.size() != 3 || !capitals) return false;
        if (std::find(neighbours.begin(), neighbours.begin() + static_cast<std::ptrdiff_t>(i), code) !=
            neighbours.begin() + static_cast<std::ptrdiff_t>(i))
            return false;
    }
    return !neighbours.empty();
}

bool are_band_edges(const std::vector<double>& edges) {
    return edges.size() > 1 && edges.front() == 0 &&
           std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
}

} // namespace

void SaidStudy::option(const std::string& name, const std::string& value) {
    // A value that looks like an option is tied to its own.
    if (value.starts_with('-') || value.empty()) {
        words.push_back((name == "-o" ? "--output" : name) + "=" + value);
    } else {
        words.push_back(name);
        words.push_back(value);
    }
}

std::string plain_path(const std::string& path) {
    return path.size() > 1 && path.front() == '-' ? "./" + path : path;
}

void say_source(const SourceSpec& source, SaidStudy& said) {
    said.words.push_back(plain_path(source.path));
    said.study.source.path = source.path;
    if (!source.layer.empty()) said.option("--layer", source.layer);
    said.study.source.layer = source.layer;
    say_roles(source.roles, said);
}

void say_filter(const Filter& filter, SaidStudy& said) {
    Filter& heard = said.study.filter;
    if (filter.from) said.option("--from", iso_from_day(*filter.from));
    if (filter.to) said.option("--to", iso_from_day(*filter.to));
    if (filter.bbox && is_box(*filter.bbox)) {
        said.option("--bbox", box_word(*filter.bbox));
        heard.bbox = filter.bbox;
    }
    if (!filter.polygon.empty() && fault_of_polygon(filter.polygon).empty()) {
        said.option("--polygon", text_from_polygon(filter.polygon));
        heard.polygon = filter.polygon;
    }
    if (!filter.area.empty()) said.option("--area", filter.area);
    if (!filter.where.empty()) said.option("--where", filter.where);
    if (filter.within) said.option("--within", length_word(*filter.within));
    if (filter.max_uncertainty) said.option("--max-uncertainty", length_word(*filter.max_uncertainty));
    heard.from = filter.from;
    heard.to = filter.to;
    heard.area = filter.area;
    heard.where = filter.where;
    heard.within = filter.within;
    heard.max_uncertainty = filter.max_uncertainty;
}

void say_precision(const PrecisionSpec& precision, SaidStudy& said) {
    const PrecisionSpec usual;
    PrecisionSpec& heard = said.study.precision;
    for (const auto& [code, rule] : precision.codes) {
        if (support_rule_from_text(text_of(rule)) != rule || code.empty()) continue;
        said.option("--place-code", code + "=" + text_of(rule));
        heard.codes[code] = rule;
    }
    const auto radius = [&](const char* name, Metres PrecisionSpec::*length) {
        if (precision.*length == usual.*length || !((precision.*length).value > 0)) return;
        said.option(name, length_word(precision.*length));
        heard.*length = precision.*length;
    };
    radius("--admin2-radius", &PrecisionSpec::admin2);
    radius("--admin1-radius", &PrecisionSpec::admin1);
    radius("--country-radius", &PrecisionSpec::country);
}

void say_districts(const DistrictSpec& districts, SaidStudy& said) {
    if (!districts.path.empty()) said.option("--districts", plain_path(districts.path));
    if (!districts.population.empty()) said.option("--population", plain_path(districts.population));
    if (!districts.population_column.empty()) said.option("--population-column", districts.population_column);
    said.study.districts = districts;
}

void say_border(const BorderSpec& border, SaidStudy& said) {
    const BorderSpec usual;
    if (border.set != usual.set) said.option("--border", border.set);
    said.study.border.set = border.set;
    if (border.neighbours == usual.neighbours || !are_codes(border.neighbours)) return;
    said.option("--neighbour", fmt::format("{}", fmt::join(border.neighbours, ",")));
    said.study.border.neighbours = border.neighbours;
}

void say_bands(const ProximitySpec& proximity, SaidStudy& said) {
    if (!said.study.proximity) said.study.proximity.emplace();
    if (proximity.band_edges_m == ProximitySpec{}.band_edges_m || !are_band_edges(proximity.band_edges_m))
        return;
    std::string edges;
    for (double edge : proximity.band_edges_m)
        if (edge > 0) edges += (edges.empty() ? "" : ",") + length_word(Metres{edge});
    said.option("--bands", edges);
    said.study.proximity->band_edges_m = proximity.band_edges_m;
}

void say_intervals(const ProximitySpec& proximity, SaidStudy& said) {
    if (!proximity.intervals) said.flag("--no-intervals");
    said.study.proximity->intervals = proximity.intervals;
}

void say_null(const NullSpec& null, SaidStudy& said) {
    const NullSpec usual;
    said.option("--null", std::string(name_of(null.model)));
    if (null.runs != usual.runs) said.option("--runs", fmt::format("{}", null.runs));
    if (null.seed != usual.seed) said.option("--seed", fmt::format("{}", null.seed));
    said.study.proximity->null = null;
}

void say_comparison(SaidStudy& said) {
    said.flag("--compare-borders");
    said.study.proximity->compare = true;
}

void say_zones(const ProximitySpec& proximity, SaidStudy& said) {
    said.flag("--show-zones");
    say_bands(proximity, said);
    said.study.proximity->zones = true;
}

namespace {

void say_density_treatment(const DensitySpec& density, SaidStudy& said) {
    const DensitySpec usual;
    DensitySpec& heard = *said.study.density;
    if (density.vague != usual.vague) said.option("--precision", std::string(name_of(density.vague)));
    if (density.vaguer_than) said.option("--vaguer-than", length_word(*density.vaguer_than));
    if (density.edge != usual.edge) said.option("--edge", std::string(name_of(density.edge)));
    if (density.adaptive) said.flag("--adaptive");
    if (density.weight != usual.weight) said.option("--weight", std::string(name_of(density.weight)));
    heard.vague = density.vague;
    heard.vaguer_than = density.vaguer_than;
    heard.edge = density.edge;
    heard.adaptive = density.adaptive;
    heard.weight = density.weight;
}

} // namespace

void say_density(const DensitySpec& density, SaidStudy& said) {
    const DensitySpec usual;
    DensitySpec& heard = said.study.density.emplace();
    if (density.bandwidth != usual.bandwidth && density.bandwidth.value > 0) {
        said.option("--bandwidth", length_word(density.bandwidth));
        heard.bandwidth = density.bandwidth;
    }
    if (density.cell != usual.cell && density.cell.value > 0) {
        said.option("--cell", length_word(density.cell));
        heard.cell = density.cell;
    }
    if (density.kernel != usual.kernel) said.option("--kernel", std::string(name_of(density.kernel)));
    heard.kernel = density.kernel;
    if (density.unit != usual.unit) said.option("--unit", std::string(name_of(density.unit)));
    heard.unit = density.unit;
    if (density.scale_top && *density.scale_top > 0) {
        said.option("--scale-top", fmt::format("{}", *density.scale_top));
        heard.scale_top = density.scale_top;
    }
    say_density_treatment(density, said);
}

void say_hot_spots(const HotSpotSpec& spec, bool on_map, SaidStudy& said) {
    const HotSpotSpec usual;
    HotSpotSpec& heard = said.study.hot_spots.emplace();
    const std::string prefix = on_map ? "--hot-" : "--";
    if (on_map) said.flag("--hot-spots");
    if (spec.units != usual.units) said.option(prefix + "cells", std::string(name_of(spec.units)));
    heard.units = spec.units;
    if (spec.measure != usual.measure) said.option(prefix + "measure", std::string(name_of(spec.measure)));
    heard.measure = spec.measure;
    if (spec.pin_vague) said.flag(prefix + "pin-vague");
    heard.pin_vague = spec.pin_vague;
    if (spec.cell != usual.cell && spec.cell.value > 0) {
        said.option(prefix + "cell", length_word(spec.cell));
        heard.cell = spec.cell;
    }
    if (spec.radius != usual.radius && spec.radius.value > 0) {
        said.option(prefix + "radius", length_word(spec.radius));
        heard.radius = spec.radius;
    }
    if (!spec.emerging) return;
    said.option(prefix + "emerging", std::string(name_of(*spec.emerging)));
    heard.emerging = step_of_emerging(name_of(*spec.emerging));
}

void say_district_counts(const DistrictCountSpec& spec, bool on_map, SaidStudy& said) {
    DistrictCountSpec& heard = said.study.district_counts.emplace();
    const std::string prefix = on_map ? "--district-" : "--";
    if (on_map) said.flag("--district-counts");
    if (spec.measure != heard.measure) said.option(prefix + "measure", std::string(name_of(spec.measure)));
    heard.measure = spec.measure;
    if (!spec.breaks.empty() && fault_of_breaks(spec.breaks).empty()) {
        said.option(prefix + "breaks", fmt::format("{}", fmt::join(spec.breaks, ",")));
        heard.breaks = spec.breaks;
    }
    if (spec.pin_vague) said.flag(prefix + "pin-vague");
    heard.pin_vague = spec.pin_vague;
}

void say_clusters(const ClusterSpec& spec, bool on_map, SaidStudy& said) {
    const ClusterSpec usual;
    ClusterSpec& heard = said.study.clusters.emplace();
    const std::string prefix = on_map ? "--cluster-" : "--";
    if (on_map) said.flag("--clusters");
    if (spec.eps != usual.eps && spec.eps.value > 0) {
        said.option(prefix + "eps", length_word(spec.eps));
        heard.eps = spec.eps;
    }
    if (spec.eps_time_days != usual.eps_time_days) {
        said.option(prefix + "eps-time", spec.eps_time_days ? fmt::format("{}d", *spec.eps_time_days) : "none");
        heard.eps_time_days = spec.eps_time_days;
    }
    if (spec.min_points != usual.min_points) {
        said.option(prefix + "min-points", fmt::format("{}", spec.min_points));
        heard.min_points = spec.min_points;
    }
}

void say_trend(const TrendSpec& spec, SaidStudy& said) {
    const TrendSpec usual;
    if (spec.per != usual.per) said.option("--per", std::string(name_of(spec.per)));
    if (spec.by != usual.by) said.option("--by", std::string(name_of(spec.by)));
    said.study.trend = spec;
}

void say_before_after(const BeforeAfterSpec& spec, bool on_map, SaidStudy& said) {
    const BeforeAfterSpec usual;
    BeforeAfterSpec& heard = said.study.before_after.emplace();
    const std::string prefix = on_map ? "--change-" : "--";
    said.option(prefix + "on", iso_from_day(spec.date));
    if (spec.window_days) said.option(prefix + "window", fmt::format("{}d", *spec.window_days));
    if (spec.relative) said.flag(prefix + "relative");
    if (spec.shape != usual.shape) said.option(prefix + "cells", std::string(name_of(spec.shape)));
    if (!spec.treated.empty() && !on_map) said.option("--treated", spec.treated);
    if (!spec.control.empty() && !on_map) said.option("--control", spec.control);
    heard = spec;
    heard.cell = usual.cell;
    if (on_map) heard.treated = heard.control = "";
    if (spec.cell == usual.cell || !(spec.cell.value > 0)) return;
    said.option(prefix + "cell", length_word(spec.cell));
    heard.cell = spec.cell;
}

void say_strip(const StripSpec& spec, SaidStudy& said) {
    StripSpec& heard = said.study.strip.emplace();
    if (spec.reach == heard.reach || !(spec.reach.value > 0)) return;
    said.option("--reach", length_word(spec.reach));
    heard.reach = spec.reach;
}

namespace {

/// The graticule, the language of names, the user's own files. A reference is said by its path alone: the
/// program gives it the usual looks.
void say_map_contents(const MapSpec& map, SaidStudy& said) {
    MapSpec& heard = *said.study.map;
    if (map.show_graticule) said.flag("--graticule");
    heard.show_graticule = map.show_graticule;
    if (map.label_language != MapSpec{}.label_language)
        said.option("--label-language", std::string(name_of(map.label_language)));
    heard.label_language = map.label_language;
    for (const ReferenceSpec& reference : map.references) {
        said.option("--reference", plain_path(reference.path));
        ReferenceSpec usual;
        usual.path = reference.path;
        usual.color = kReferenceColors[heard.references.size() % kReferenceColors.size()];
        heard.references.push_back(std::move(usual));
    }
    if (!map.backdrop) return;
    said.option("--backdrop", plain_path(map.backdrop->path));
    heard.backdrop = BackdropSpec{.path = map.backdrop->path};
}

} // namespace

void say_map(const MapSpec& map, SaidStudy& said) {
    const MapSpec usual;
    MapSpec& heard = said.study.map.emplace();
    if (!map.title.empty()) said.option("--title", heard.title = map.title);
    if (const std::string words = text_of(map.color_by); !words.empty()) said.option("--color-by", words);
    heard.color_by = map.color_by;
    if (map.theme != usual.theme) said.option("--theme", "dark");
    heard.theme = map.theme;
    const auto part = [&](bool MapSpec::*shown, const char* name) {
        if (!(map.*shown)) said.flag(name);
        heard.*shown = map.*shown;
    };
    part(&MapSpec::show_incidents, "--no-incidents");
    part(&MapSpec::show_density, "--no-density");
    if (map.show_supports) said.flag("--show-supports");
    heard.show_supports = map.show_supports;
    part(&MapSpec::show_border, "--no-border");
    part(&MapSpec::show_areas, "--no-provinces");
    part(&MapSpec::show_labels, "--no-labels");
    part(&MapSpec::size_by_deaths, "--equal-size");
    const auto opacity = [&](float MapSpec::*share, const char* name) {
        if (map.*share == usual.*share || !(map.*share >= 0 && map.*share <= 1)) return;
        said.option(name, fmt::format("{}", map.*share));
        heard.*share = map.*share;
    };
    opacity(&MapSpec::incident_opacity, "--incident-opacity");
    opacity(&MapSpec::density_opacity, "--density-opacity");
    opacity(&MapSpec::hot_spot_opacity, "--hot-spot-opacity");
    opacity(&MapSpec::cluster_opacity, "--cluster-opacity");
    opacity(&MapSpec::district_opacity, "--district-opacity");
    opacity(&MapSpec::change_opacity, "--change-opacity");
    if (map.view && is_box(*map.view)) {
        said.option("--view", box_word(*map.view));
        heard.view = map.view;
    }
    say_map_contents(map, said);
}

} // namespace geo
