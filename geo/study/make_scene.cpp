#include "geo/study/make_scene.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "geo/crs/mercator.hpp"
#include "geo/study/analysis_layers.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/own_layer_scene.hpp"
#include "geo/study/scene_layers.hpp"
#include "geo/study/support_outlines.hpp"
#include "geo/study/words.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

void add_ground(Scene& scene, const Basemap& map, const MapColors& colors) {
    scene.layers.push_back(area_layer("countries", "Countries", map.countries, colors.land));
    scene.layers.push_back(area_layer("study-area", "Study area", map.study_area, colors.study_land));
}

void add_density(Scene& scene, const MapSpec& map, const Snapshot& snapshot) {
    if (!snapshot.density.value || !snapshot.density_mesh.value) return;
    scene.layers.push_back({"density", "Density", map.show_density, map.density_opacity,
                            GridLayer{snapshot.density_mesh.value, snapshot.density.value->scale}});
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
