#include "geo/study/make_scene.hpp"

#include <cmath>

#include <fmt/format.h>

#include "geo/study/own_layer_scene.hpp"
#include "geo/study/words.hpp"

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

void add_incidents(Scene& scene, const MapSpec& spec, const ColoredPoints& points, const MapColors& colors) {
    PointLayer layer;
    layer.geometry = points.geometry;
    for (std::size_t i = 0; i <= kCategoryColors; ++i) layer.colors.push_back(category_color(i));
    layer.rim = colors.rim;
    scene.layers.push_back({"incidents", "Incidents", spec.show_incidents, spec.incident_opacity, layer});
}

void add_incident_legend(Scene& scene, const ColoredPoints& points, const MapColors& colors) {
    LegendSection section;
    section.title = points.color_by.empty() ? "Incidents" : "Incidents by " + points.color_by;
    section.items = points.legend;
    if (section.items.empty())
        section.items.push_back({LegendItem::Symbol::disc, category_color(0), "incident"});
    if (points.n_vague > 0)
        section.items.push_back(
            {LegendItem::Symbol::ring, colors.faint_text, "hollow: place known only to 10 km or more"});
    if (points.sized_by_deaths)
        section.items.push_back(
            {LegendItem::Symbol::disc, colors.faint_text, "area: deaths (best estimate)"});
    scene.legend.push_back(section);
}

void add_border_legend(Scene& scene, const BorderSet& border, const Basemap& map, const MapColors& colors) {
    LegendSection section;
    section.title = "Lines";
    for (const BorderLine& line : border.lines)
        section.items.push_back({LegendItem::Symbol::line, colors.border, line.name});
    section.items.push_back({LegendItem::Symbol::line, colors.province_line, "province"});
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
    if (map) add_lines(scene, spec, *map, colors);
    add_references(scene, spec, snapshot, colors);
    if (map) add_border(scene, spec, *map, colors);
    scene.layers.push_back(
        {"graticule", "Graticule", spec.show_graticule, 1, GraticuleLayer{colors.graticule}});
    if (snapshot.points.value) add_incidents(scene, spec, *snapshot.points.value, colors);
    if (map) {
        const auto language = static_cast<std::size_t>(spec.label_language);
        scene.layers.push_back({"labels", "Labels", spec.show_labels, 1, LabelLayer{map->labels[language]}});
    }

    if (snapshot.points.value && spec.show_incidents)
        add_incident_legend(scene, *snapshot.points.value, colors);
    if (snapshot.density.value && study.density && spec.show_density) {
        LegendSection section;
        section.title = "Density: " + density_in_words(*study.density, *snapshot.density.value);
        section.scale = snapshot.density.value->scale;
        scene.legend.push_back(section);
    }
    if (map && snapshot.border.value) add_border_legend(scene, *snapshot.border.value, *map, colors);
    add_reference_legend(scene, spec, snapshot);
    add_words(scene, study, snapshot);
    scene.data_extent = extent_of(study, snapshot);
    return scene;
}

} // namespace geo
