#include "geo/study/analysis_layers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "geo/core/number_words.hpp"
#include "geo/study/before_after.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/scene_layers.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

/// YlGnBu of ColorBrewer, told apart by colour-blind readers; on dark ground the many are the lightest.
Rgba class_color(std::size_t at, std::size_t n_classes, Theme theme) {
    constexpr std::array<Rgba, 5> kColors{rgb(0xFFFFCC), rgb(0xA1DAB4), rgb(0x41B6C4), rgb(0x2C7FB8), rgb(0x253494)};
    const double share = n_classes < 2 ? 1 : static_cast<double>(at) / static_cast<double>(n_classes - 1);
    const double along = (theme == Theme::light ? share : 1 - share) * (kColors.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(along), kColors.size() - 2);
    const double part = along - static_cast<double>(low);
    const auto mix = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(std::lerp(static_cast<double>(a), static_cast<double>(b), part)));
    };
    const Rgba a = kColors[low], b = kColors[low + 1];
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 255};
}

/// Blue to red of the same RdBu, fewer to more; what is about the same is pale grey. By change_color.
constexpr std::array<Rgba, kChangeColors> kChangeFills{rgb(0x2166AC), rgb(0x67A9CF), rgb(0xD1E5F0), rgb(0xBDBDBD, 160),
                                                       rgb(0xFDDBC7), rgb(0xEF8A62), rgb(0xB2182B)};
constexpr std::array<const char*, kChangeColors> kChangeWords{
    "fewer than a third", "a third to half", "half to ¾", "about the same", "4/3 to double", "double to triple",
    "more than triple"};

/// Purple of ColorBrewer's PuOr: apart from density, hot spots and lines for colour-blind readers too. Numbers and
/// outlines say the same without colour.
Rgba cluster_color(Theme theme) { return theme == Theme::light ? rgb(0x542788) : rgb(0xB2ABD2); }

Layer cluster_layer(const MapSpec& map, const char* id, decltype(Layer::body) body) {
    return {id, "Clusters", map.show_clusters, map.cluster_opacity, std::move(body)};
}

/// Under the incidents: the hulls' ground, and halos around places where a whole cluster is.
void add_cluster_ground(Scene& scene, const MapSpec& map, const DrawnReference& drawn, const MapColors& colors) {
    constexpr std::uint8_t kFill = 46, kHalo = 110; // of 255: what lies under hulls stays readable
    constexpr float kHaloSize = 2.6f;
    const Rgba color = cluster_color(map.theme);
    if (drawn.areas)
        scene.layers.push_back(
            cluster_layer(map, "clusters", AreaLayer{drawn.areas, {color.r, color.g, color.b, kFill}}));
    if (!drawn.points) return;
    PointLayer points;
    points.geometry = drawn.points;
    points.colors = {color};
    points.rim = colors.halo;
    points.alpha = kHalo;
    points.size = kHaloSize;
    scene.layers.push_back(cluster_layer(map, "clusters", points));
}

} // namespace

void add_districts(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors) {
    if (!study.district_counts || !snapshot.district_counts.value) return;
    const DistrictCounts& counts = *snapshot.district_counts.value;
    const MapSpec& map = *study.map;
    LegendSection section;
    section.title = "Districts: " + in_words(study.district_counts->measure);
    const std::size_t n = counts.breaks.size() + 1;
    const auto add = [&](auto body) {
        scene.layers.push_back({"districts", "Districts", map.show_districts, map.district_opacity, std::move(body)});
    };
    const auto item = [&](LegendItem::Symbol symbol, Rgba color, std::size_t at) {
        section.items.push_back({symbol, color,
                                 fmt::format("{} ({} {})", class_in_words(counts.breaks, at),
                                             grouped(counts.n_by_class[at]),
                                             counts.n_by_class[at] == 1 ? "district" : "districts")});
    };
    for (std::size_t at = n; at >= 1; --at) {
        const Rgba fill = class_color(at - 1, n, map.theme);
        if (counts.geometry[at]) add(AreaLayer{counts.geometry[at], fill});
        if (counts.geometry[at] || !counts.breaks.empty()) item(LegendItem::Symbol::area, fill, at);
    }
    if (counts.n_by_class[0] > 0) item(LegendItem::Symbol::outlined_area, colors.faint_text, 0);
    if (counts.geometry[n + 1]) {
        add(AreaLayer{counts.geometry[n + 1], kNotKnownColor});
        item(LegendItem::Symbol::area, kNotKnownColor, n + 1);
    }
    LineLayer lines;
    lines.geometry = counts.outlines;
    lines.color = colors.province_line;
    lines.width_px = 0.7f;
    add(lines);
    if (map.show_districts) scene.legend.push_back(section);
}

void add_change(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!study.before_after || !snapshot.before_after.value) return;
    const BeforeAfter& found = *snapshot.before_after.value;
    const MapSpec& map = *study.map;
    LegendSection section;
    const std::string date = iso_from_day(study.before_after->date);
    section.title = "Change at " + date;
    if (found.fault.empty()) section.title += fmt::format(": {} days on each side", found.n_days);
    for (std::size_t i = kChangeColors; i-- > 0;) {
        if (!found.fills[i]) continue;
        Layer layer = area_layer("change", "Change", found.fills[i], kChangeFills[i]);
        layer.visible = map.show_change;
        layer.opacity = map.change_opacity;
        scene.layers.push_back(layer);
        section.items.push_back({LegendItem::Symbol::area, kChangeFills[i],
                                 fmt::format("{} ({} cells)", kChangeWords[i], grouped(found.n_by_color[i]))});
    }
    const Rgba ink = map_colors(map.theme).text;
    if (found.outlines) {
        Layer lines = line_layer("change-outlines", "Change", found.outlines, ink, 1.6f);
        lines.visible = map.show_change;
        scene.layers.push_back(lines);
        section.items.push_back({LegendItem::Symbol::outlined_area, ink,
                                 fmt::format("outlined: q ≤ 0.05 ({} cells)", grouped(found.n_outlined))});
    }
    if (section.items.empty())
        section.items.push_back({LegendItem::Symbol::outlined_area, map_colors(map.theme).faint_text,
                                 found.fault.empty() ? "no incidents in the windows" : "not possible with this file"});
    if (map.show_change) scene.legend.push_back(section);
}

void add_cluster_outlines(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors) {
    if (!study.clusters || !snapshot.clusters.value) return;
    const DrawnReference& drawn = snapshot.clusters.value->drawn;
    if (drawn.lines) {
        LineLayer lines;
        lines.geometry = drawn.lines;
        lines.color = cluster_color(study.map->theme);
        lines.width_px = 1.5f;
        lines.casing = {colors.halo.r, colors.halo.g, colors.halo.b, 150};
        lines.casing_px = 0.8f;
        scene.layers.push_back(cluster_layer(*study.map, "cluster-outlines", lines));
    }
    if (drawn.labels)
        scene.layers.push_back(cluster_layer(*study.map, "cluster-numbers", LabelLayer{drawn.labels}));
}

void add_clusters(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors) {
    if (!study.clusters || !snapshot.clusters.value) return;
    const Clusters& clusters = *snapshot.clusters.value;
    add_cluster_ground(scene, *study.map, clusters.drawn, colors);
    if (!study.map->show_clusters) return;
    LegendSection section;
    section.title = "Clusters: " + clusters_in_words(*study.clusters);
    const Rgba color = cluster_color(study.map->theme);
    const auto item = [&](HullShape shape, LegendItem::Symbol symbol, const char* words) {
        const std::uint32_t n = clusters.n_by_shape[static_cast<std::size_t>(shape)];
        if (n > 0) section.items.push_back({symbol, color, fmt::format("{} ({})", words, grouped(n))});
    };
    item(HullShape::polygon, LegendItem::Symbol::outlined_area, "numbered: hull of a cluster");
    item(HullShape::line, LegendItem::Symbol::line, "all on one line");
    item(HullShape::point, LegendItem::Symbol::disc, "all at one place");
    if (section.items.empty())
        section.items.push_back(
            {LegendItem::Symbol::outlined_area, map_colors(study.map->theme).faint_text, "no cluster"});
    scene.legend.push_back(section);
}

} // namespace geo
