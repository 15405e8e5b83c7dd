#include "geo/study/make_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "geo/study/before_after.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/study/own_layer_scene.hpp"
#include "geo/study/support_outlines.hpp"
#include "geo/study/words.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

Layer area_layer(const char* id, const char* title, std::shared_ptr<const AreaGeometry> geometry, Rgba fill) {
    return {id, title, true, 1, AreaLayer{std::move(geometry), fill}};
}

Layer line_layer(const char* id, const char* title, std::shared_ptr<const LineGeometry> geometry, Rgba color,
                 float width_px) {
    LineLayer line;
    line.geometry = std::move(geometry);
    line.color = color;
    line.width_px = width_px;
    return {id, title, true, 1, line};
}

void add_ground(Scene& scene, const Basemap& map, const MapColors& colors) {
    scene.layers.push_back(area_layer("countries", "Countries", map.countries, colors.land));
    scene.layers.push_back(area_layer("study-area", "Study area", map.study_area, colors.study_land));
}

void add_density(Scene& scene, const MapSpec& map, const Snapshot& snapshot) {
    if (!snapshot.density.value || !snapshot.density_mesh.value) return;
    scene.layers.push_back({"density", "Density", map.show_density, map.density_opacity,
                            GridLayer{snapshot.density_mesh.value, snapshot.density.value->scale}});
}

/// Red to blue of ColorBrewer's RdBu, told apart by colour-blind readers; indexed by HotClass.
constexpr std::array<Rgba, kHotClasses> kHotColors{rgb(0, 0),      rgb(0xFDDBC7), rgb(0xEF8A62), rgb(0xB2182B),
                                                   rgb(0xD1E5F0), rgb(0x67A9CF), rgb(0x2166AC)};

/// Hot ones from yellow to dark red, cold ones from light green to dark blue; those that are over are pale. Their letters
/// stand on the map and in the legend, so that nobody depends on the colours.
constexpr Rgba kEmergingColors[kEmergingClasses] = {
    {0, 0, 0, 0},  rgb(0xFFD400), rgb(0xFF9E1B), rgb(0x99000D), rgb(0xE31A1C), rgb(0xFB8072),
    rgb(0xFDBE85), rgb(0xC994C7), rgb(0xC9B8A8), rgb(0x9BE0D0), rgb(0x41B6C4), rgb(0x08306B),
    rgb(0x2171B5), rgb(0x7FB2DD), rgb(0xBDD7E7), rgb(0x8C96C6), rgb(0xB4C0C8)};

void add_emerging(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!snapshot.emerging.value) return;
    const EmergingSpots& spots = *snapshot.emerging.value;
    LegendSection section;
    section.title = fmt::format("Emerging hot spots by {} ({} steps)", name_of(spots.unit), spots.n_steps);
    for (std::size_t i = 1; i < kEmergingClasses; ++i) {
        if (!spots.geometry[i]) continue;
        const auto emerging = static_cast<EmergingClass>(i);
        Layer layer = area_layer("hot-spots", "Hot spots", spots.geometry[i], kEmergingColors[i]);
        layer.visible = study.map->show_hot_spots;
        layer.opacity = study.map->hot_spot_opacity;
        scene.layers.push_back(layer);
        section.items.push_back({LegendItem::Symbol::area, kEmergingColors[i],
                                 fmt::format("{}  {} ({} cells)", letter_of(emerging), in_words(emerging),
                                             grouped(spots.n_by_class[i]))});
    }
    if (section.items.empty())
        section.items.push_back({LegendItem::Symbol::outlined_area, map_colors(study.map->theme).faint_text,
                                 "no cell is of any class"});
    if (study.map->show_hot_spots) scene.legend.push_back(section);
}

/// Over the cells and under the incidents' names.
void add_emerging_letters(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!study.hot_spots || !study.hot_spots->emerging || !snapshot.emerging.value) return;
    scene.layers.push_back(
        {"emerging-letters", "Hot spots", study.map->show_hot_spots, 1, LabelLayer{snapshot.emerging.value->letters}});
}

void add_hot_spots(Scene& scene, const Study& study, const Snapshot& snapshot) {
    if (!study.hot_spots || !snapshot.hot_spots.value) return;
    if (study.hot_spots->emerging) return add_emerging(scene, study, snapshot);
    const HotSpots& spots = *snapshot.hot_spots.value;
    LegendSection section;
    section.title = fmt::format("Hot spots: Gi*, {} km cells, radius {} km", short_number(km_from(study.hot_spots->cell)),
                                short_number(km_from(study.hot_spots->radius)));
    for (const HotClass hot_class : {HotClass::hot99, HotClass::hot95, HotClass::hot90, HotClass::cold90,
                                     HotClass::cold95, HotClass::cold99}) {
        const auto at = static_cast<std::size_t>(hot_class);
        if (!spots.geometry[at]) continue;
        Layer layer = area_layer("hot-spots", "Hot spots", spots.geometry[at], kHotColors[at]);
        layer.visible = study.map->show_hot_spots;
        layer.opacity = study.map->hot_spot_opacity;
        scene.layers.push_back(layer);
        section.items.push_back({LegendItem::Symbol::area, kHotColors[at],
                                 fmt::format("{} ({} cells)", in_words(hot_class), grouped(spots.n_by_class[at]))});
    }
    if (section.items.empty())
        section.items.push_back({LegendItem::Symbol::outlined_area, map_colors(study.map->theme).faint_text,
                                 "no cell is significant"});
    if (study.map->show_hot_spots) scene.legend.push_back(section);
}

constexpr Rgba kNotKnown = rgb(0x9A9A9A);

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

/// The measure in classes; districts without a number stay bare, those without an incident too: their legend says
/// which is which.
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
        add(AreaLayer{counts.geometry[n + 1], kNotKnown});
        item(LegendItem::Symbol::area, kNotKnown, n + 1);
    }
    LineLayer lines;
    lines.geometry = counts.outlines;
    lines.color = colors.province_line;
    lines.width_px = 0.7f;
    add(lines);
    if (map.show_districts) scene.legend.push_back(section);
}

/// Blue to red of the same RdBu, fewer to more; what is about the same is pale grey. By change_color.
constexpr std::array<Rgba, kChangeColors> kChangeFills{rgb(0x2166AC), rgb(0x67A9CF), rgb(0xD1E5F0), rgb(0xBDBDBD, 160),
                                                       rgb(0xFDDBC7), rgb(0xEF8A62), rgb(0xB2182B)};
constexpr std::array<const char*, kChangeColors> kChangeWords{
    "fewer than a third", "a third to half", "half to ¾", "about the same", "4/3 to double", "double to triple",
    "more than triple"};

/// The colour is the ratio, the outline that it is more than chance.
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

/// Over the incidents, which hide what lies under them: outlines, and the numbers of the list.
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

/// The nearer the darker, in the border's own colour.
Rgba zone_color(std::size_t i, std::size_t n, Rgba border) {
    const double share = n < 2 ? 1 : 1 - static_cast<double>(i) / static_cast<double>(n - 1);
    return {border.r, border.g, border.b, static_cast<std::uint8_t>(std::lround(18 + 52 * share))};
}

void add_zones(Scene& scene, const Study& study, const Snapshot& snapshot, const MapColors& colors) {
    if (!study.proximity || !study.proximity->zones || !snapshot.zones.value) return;
    const std::vector<BorderZone>& zones = *snapshot.zones.value;
    LegendSection section;
    section.title = "Distance to the border";
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const Rgba fill = zone_color(i, zones.size(), colors.border);
        scene.layers.push_back(area_layer("zone", "Border zone", zones[i].geometry, fill));
        section.items.push_back({LegendItem::Symbol::area, fill, band_in_words({zones[i].from_m, zones[i].to_m, 0, 0, 0})});
    }
    scene.legend.push_back(section);
}

void add_lines(Scene& scene, const MapSpec& spec, const Basemap& map, const MapColors& colors) {
    scene.layers.push_back(line_layer("coast", "Coast", map.coast, colors.coast, 0.8f));
    scene.layers.push_back(
        line_layer("country-lines", "Countries", map.country_lines, colors.country_line, 1.0f));
    Layer provinces = line_layer("provinces", "Provinces", map.province_lines, colors.province_line, 1.0f);
    provinces.visible = spec.show_areas;
    scene.layers.push_back(provinces);
    Layer disputed = line_layer("disputed", "Disputed lines", map.disputed, colors.disputed, 1.2f);
    std::get<LineLayer>(disputed.body).dash_px = 5;
    std::get<LineLayer>(disputed.body).gap_px = 4;
    scene.layers.push_back(disputed);
}

void add_border(Scene& scene, const MapSpec& spec, const Basemap& map, const MapColors& colors) {
    Layer border = line_layer("border", "Border", map.border, colors.border, 2.0f);
    std::get<LineLayer>(border.body).casing = colors.border_casing;
    std::get<LineLayer>(border.body).casing_px = 1.5f;
    border.visible = spec.show_border;
    scene.layers.push_back(border);
}

/// The outline of a box or polygon: its edges are straight in longitude and latitude, so not quite in Mercator.
MercatorPath outline_of(std::span<const LonLat> vertices) {
    constexpr int kSteps = 16;
    MercatorPath path;
    const Ring ring = ring_of(vertices);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        for (int step = 0; step < kSteps; ++step) {
            const double t = static_cast<double>(step) / kSteps;
            path.push_back(mercator_from_lonlat({std::lerp(ring[i].lon_deg, ring[i + 1].lon_deg, t),
                                                 std::lerp(ring[i].lat_deg, ring[i + 1].lat_deg, t)}));
        }
    if (!path.empty()) path.push_back(path.front());
    return path;
}

/// What the filter cuts out by hand must be seen on the map.
void add_filter_outline(Scene& scene, const Filter& filter, const MapColors& colors) {
    auto lines = std::make_shared<LineGeometry>();
    if (filter.bbox) {
        const LonLatBox& box = *filter.bbox;
        const std::vector<LonLat> corners{
            {box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}};
        lines->paths.push_back(outline_of(corners));
    }
    if (!filter.polygon.empty()) lines->paths.push_back(outline_of(filter.polygon));
    if (lines->paths.empty()) return;
    Layer outline = line_layer("filter-outline", "Filter", std::move(lines), colors.accent, 1.6f);
    std::get<LineLayer>(outline.body).dash_px = 7;
    std::get<LineLayer>(outline.body).gap_px = 4;
    scene.layers.push_back(outline);
}

void add_supports(Scene& scene, const MapSpec& spec, const Snapshot& snapshot, const MapColors& colors) {
    if (!spec.show_supports || !snapshot.support_outlines.value) return;
    const SupportOutlines& outlines = *snapshot.support_outlines.value;
    Layer layer = line_layer("supports", "Precision of places", outlines.geometry, colors.accent, 1.0f);
    layer.opacity = 0.5f;
    std::get<LineLayer>(layer.body).least_px = 6; // smaller than a disc: it says nothing
    scene.layers.push_back(layer);
}

/// How many of them are drawn, where they are too many.
void add_support_legend(Scene& scene, const MapSpec& spec, const Snapshot& snapshot, const MapColors& colors) {
    if (!spec.show_supports || !snapshot.support_outlines.value) return;
    const SupportOutlines& outlines = *snapshot.support_outlines.value;
    LegendSection section;
    section.title = "Precision of places";
    std::string words = "may have happened anywhere in it";
    if (outlines.n_shown < outlines.n_different)
        words += fmt::format(" ({} of {} outlines)", grouped(outlines.n_shown), grouped(outlines.n_different));
    section.items.push_back({LegendItem::Symbol::outlined_area, colors.accent, words});
    scene.legend.push_back(section);
}

void add_incidents(Scene& scene, const MapSpec& spec, const ColoredPoints& points, const MapColors& colors) {
    PointLayer layer;
    layer.geometry = points.geometry;
    if (points.by_date) layer.colors = date_colors();
    for (std::size_t i = 0; !points.by_date && i <= kCategoryColors; ++i)
        layer.colors.push_back(category_color(i));
    layer.rim = colors.rim;
    scene.layers.push_back({"incidents", "Incidents", spec.show_incidents, spec.incident_opacity, layer});
}

void add_incident_legend(Scene& scene, const ColoredPoints& points, const MapColors& colors) {
    LegendSection section;
    section.title = points.color_by.empty() ? "Incidents" : "Incidents by " + points.color_by;
    if (points.by_date) section.title = "Incidents by date";
    section.column = points.color_by;
    section.items = points.legend;
    if (points.dates && !points.dates->one_day()) section.dates = points.dates;
    if (points.dates && points.dates->one_day())
        section.items.insert(section.items.begin(),
                             {LegendItem::Symbol::disc, date_color(1), iso_from_day(points.dates->first)});
    if (section.items.empty() && !points.dates)
        section.items.push_back({LegendItem::Symbol::disc, category_color(0), "incident"});
    if (points.n_vague > 0)
        section.items.push_back(
            {LegendItem::Symbol::ring, colors.faint_text, "hollow: place known only to 10 km or more"});
    if (points.sized_by_deaths)
        section.items.push_back(
            {LegendItem::Symbol::disc, colors.faint_text, "area: deaths (best estimate)"});
    scene.legend.push_back(section);
}

void add_border_legend(Scene& scene, const MapSpec& spec, const BorderSet& border, const Basemap& map,
                       const MapColors& colors) {
    LegendSection section;
    section.title = "Lines";
    for (const BorderLine& line : border.lines)
        section.items.push_back(
            {LegendItem::Symbol::line, colors.border, line.name, {}, "border", spec.show_border});
    section.items.push_back(
        {LegendItem::Symbol::line, colors.province_line, "province", {}, "provinces", spec.show_areas});
    if (!map.disputed->paths.empty())
        section.items.push_back({LegendItem::Symbol::dashed_line, colors.disputed, "disputed line"});
    scene.legend.push_back(section);
}

void add_words(Scene& scene, const Study& study, const Snapshot& snapshot) {
    scene.text.title = study.map->title.empty() ? map_title(study, snapshot) : study.map->title;
    scene.text.subtitle = map_subtitle(study, snapshot);
    scene.text.attributions = attributions_of(snapshot);
    for (std::string& line : own_layer_sources(study, snapshot))
        scene.text.attributions.push_back(std::move(line));
    if (const IncidentTable* table = snapshot.table(); table && table->origin.synthetic)
        scene.text.banner = "synthetic sample data";
}

LonLatBox extent_of(const Study& study, const Snapshot& snapshot) {
    if (study.map->view) return *study.map->view;
    if (study.filter.bbox) return *study.filter.bbox;
    if (!study.filter.polygon.empty()) return box_of(study.filter.polygon);
    LonLatBox box;
    if (snapshot.chosen_area.value)
        for (const Area& area : snapshot.chosen_area.value->areas)
            for (const Polygon& polygon : area.polygons)
                for (LonLat place : polygon.exterior) box.add(place);
    // Without an area the map shows the data too, wherever they are.
    if (study.filter.area.empty() && snapshot.points.value && !snapshot.points.value->middle_extent.empty()) {
        const LonLatBox& data = snapshot.points.value->middle_extent;
        box.add({data.west, data.south});
        box.add({data.east, data.north});
    }
    return box;
}

} // namespace

Scene make_scene(const Study& study, const Snapshot& snapshot) {
    Scene scene;
    const MapSpec& spec = *study.map;
    const MapColors colors = map_colors(spec.theme);
    scene.theme = spec.theme;
    const Basemap* map = snapshot.basemap.value.get();
    if (map) add_ground(scene, *map, colors);
    add_backdrop(scene, spec, snapshot);
    add_density(scene, spec, snapshot);
    Scene districts;
    add_districts(districts, study, snapshot, colors);
    for (Layer& layer : districts.layers) scene.layers.push_back(std::move(layer));
    Scene hot; // as the zones: their legend stands after the density's
    add_hot_spots(hot, study, snapshot);
    add_change(hot, study, snapshot);
    for (Layer& layer : hot.layers) scene.layers.push_back(std::move(layer));
    Scene zones;
    add_zones(zones, study, snapshot, colors);
    for (Layer& layer : zones.layers) scene.layers.push_back(std::move(layer));
    if (map) add_lines(scene, spec, *map, colors);
    Scene clusters;
    add_clusters(clusters, study, snapshot, colors);
    for (Layer& layer : clusters.layers) scene.layers.push_back(std::move(layer));
    add_references(scene, spec, snapshot, colors);
    if (map) add_border(scene, spec, *map, colors);
    scene.layers.push_back(
        {"graticule", "Graticule", spec.show_graticule, 1, GraticuleLayer{colors.graticule}});
    add_filter_outline(scene, study.filter, colors);
    add_supports(scene, spec, snapshot, colors);
    if (snapshot.points.value) add_incidents(scene, spec, *snapshot.points.value, colors);
    add_cluster_outlines(scene, study, snapshot, colors);
    add_emerging_letters(scene, study, snapshot);
    if (map) {
        const auto language = static_cast<std::size_t>(spec.label_language);
        scene.layers.push_back({"labels", "Labels", spec.show_labels, 1, LabelLayer{map->labels[language]}});
    }

    if (snapshot.points.value && spec.show_incidents)
        add_incident_legend(scene, *snapshot.points.value, colors);
    add_support_legend(scene, spec, snapshot, colors);
    if (snapshot.density.value && study.density && spec.show_density) {
        LegendSection section;
        section.title = "Density: " + kernel_in_words(*study.density);
        section.notes = treatments_in_words(*study.density, *snapshot.density.value);
        section.scale = snapshot.density.value->scale;
        scene.legend.push_back(section);
    }
    for (LegendSection& section : districts.legend) scene.legend.push_back(std::move(section));
    for (LegendSection& section : hot.legend) scene.legend.push_back(std::move(section));
    for (LegendSection& section : clusters.legend) scene.legend.push_back(std::move(section));
    for (LegendSection& section : zones.legend) scene.legend.push_back(std::move(section));
    if (map && snapshot.border.value) add_border_legend(scene, spec, *snapshot.border.value, *map, colors);
    add_reference_legend(scene, spec, snapshot);
    add_words(scene, study, snapshot);
    scene.data_extent = extent_of(study, snapshot);
    return scene;
}

} // namespace geo
