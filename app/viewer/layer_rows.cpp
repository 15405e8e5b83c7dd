#include "app/viewer/layer_rows.hpp"

#include <algorithm>
#include <filesystem>

#include "app/viewer/model.hpp"
#include "app/viewer/text.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/study/clusters.hpp"

namespace app {

namespace {

const geo::MapSpec& map_of(const geo::Study& study) {
    static const geo::MapSpec defaults;
    return study.map ? *study.map : defaults;
}

void add(geo::LonLatBox& box, const geo::MultiPolygon& polygons) {
    for (const geo::Polygon& polygon : polygons)
        for (const geo::LonLat place : polygon.exterior) box.add(place);
}

geo::LonLatBox box_of_incidents(const geo::Scene& scene) {
    geo::LonLatBox box;
    if (const geo::PointGeometry* points = incident_points(scene))
        for (const geo::Mercator place : points->places) box.add(geo::lonlat_from_mercator(place));
    return box;
}

geo::LonLatBox box_of_areas(const geo::AreaSet* areas) {
    geo::LonLatBox box;
    if (areas)
        for (const geo::Area& area : areas->areas) add(box, area.polygons);
    return box;
}

geo::LonLatBox box_of_border(const geo::BorderSet* border) {
    geo::LonLatBox box;
    if (border)
        for (const geo::BorderLine& line : border->lines)
            for (const geo::LineString& part : line.parts)
                for (const geo::LonLat place : part) box.add(place);
    return box;
}

geo::LonLatBox box_of_backdrop(const geo::RasterImage* image) {
    geo::LonLatBox box;
    if (!image) return box;
    box.add(geo::lonlat_from_mercator(image->low));
    box.add(geo::lonlat_from_mercator(image->high));
    return box;
}

geo::LonLatBox box_of(const Model& model, const geo::Snapshot& snapshot, LayerRef layer) {
    switch (layer.kind) {
    case LayerKind::incidents:
    case LayerKind::supports:
        return box_of_incidents(model.scene);
    case LayerKind::density:
    case LayerKind::hot_spots:
        if (model.study.hot_spots && model.study.hot_spots->by_district())
            return box_of_areas(snapshot.districts.value ? &snapshot.districts.value->areas : nullptr);
        return box_of_areas(snapshot.chosen_area.value.get());
    case LayerKind::change:
        return box_of_areas(snapshot.chosen_area.value.get());
    case LayerKind::clusters:
        return snapshot.clusters.value ? snapshot.clusters.value->drawn.extent : geo::LonLatBox{};
    case LayerKind::districts:
        return snapshot.districts.value ? box_of_areas(&snapshot.districts.value->areas) : geo::LonLatBox{};
    case LayerKind::areas:
        return box_of_areas(snapshot.provinces.value.get());
    case LayerKind::border:
        return box_of_border(snapshot.border.value.get());
    case LayerKind::backdrop:
        return box_of_backdrop(snapshot.backdrop.value.get());
    case LayerKind::reference: {
        const auto& references = map_of(model.study).references;
        const geo::DrawnReference* drawn =
            layer.at < references.size() ? snapshot.reference(references[layer.at].path) : nullptr;
        return drawn ? drawn->extent : geo::LonLatBox{};
    }
    case LayerKind::labels:
    case LayerKind::graticule:
        break;
    }
    return {};
}

} // namespace

std::vector<LayerRef> layer_rows(const geo::Study& study) {
    std::vector<LayerRef> rows;
    for (const LayerKind kind :
         {LayerKind::incidents, LayerKind::density, LayerKind::hot_spots, LayerKind::clusters, LayerKind::change,
          LayerKind::districts, LayerKind::supports, LayerKind::border, LayerKind::areas, LayerKind::labels, LayerKind::graticule})
        rows.push_back({kind, 0});
    for (std::size_t i = map_of(study).references.size(); i-- > 0;) rows.push_back({LayerKind::reference, i});
    if (map_of(study).backdrop) rows.push_back({LayerKind::backdrop, 0});
    return rows;
}

std::string name_of(const geo::Study& study, LayerRef layer) {
    const geo::MapSpec& map = map_of(study);
    switch (layer.kind) {
    case LayerKind::incidents:
        return text::kIncidents;
    case LayerKind::density:
        return text::kDensity;
    case LayerKind::hot_spots:
        return text::kHotSpots;
    case LayerKind::clusters:
        return text::kClusters;
    case LayerKind::districts:
        return text::kDistrictCounts;
    case LayerKind::change:
        return text::kChangeLayer;
    case LayerKind::supports:
        return text::kSupports;
    case LayerKind::border:
        return text::kBorder;
    case LayerKind::areas:
        return text::kProvinces;
    case LayerKind::labels:
        return text::kNames;
    case LayerKind::graticule:
        return text::kGraticule;
    case LayerKind::reference:
        return layer.at < map.references.size()
                   ? std::filesystem::path(map.references[layer.at].path).filename().string()
                   : "";
    case LayerKind::backdrop:
        return map.backdrop ? std::filesystem::path(map.backdrop->path).filename().string() : "";
    }
    return "";
}

bool is_visible(const geo::Study& study, LayerRef layer) {
    const geo::MapSpec& map = map_of(study);
    switch (layer.kind) {
    case LayerKind::incidents:
        return map.show_incidents;
    case LayerKind::density:
        return map.show_density && study.density.has_value();
    case LayerKind::hot_spots:
        return map.show_hot_spots && study.hot_spots.has_value();
    case LayerKind::clusters:
        return map.show_clusters && study.clusters.has_value();
    case LayerKind::districts:
        return map.show_districts && study.district_counts.has_value();
    case LayerKind::change:
        return map.show_change && study.before_after.has_value();
    case LayerKind::supports:
        return map.show_supports;
    case LayerKind::border:
        return map.show_border;
    case LayerKind::areas:
        return map.show_areas;
    case LayerKind::labels:
        return map.show_labels;
    case LayerKind::graticule:
        return map.show_graticule;
    case LayerKind::reference:
        return layer.at < map.references.size() && map.references[layer.at].visible;
    case LayerKind::backdrop:
        return map.backdrop && map.backdrop->visible;
    }
    return false;
}

std::optional<float> opacity_of(const geo::Study& study, LayerRef layer) {
    const geo::MapSpec& map = map_of(study);
    if (layer.kind == LayerKind::incidents) return map.incident_opacity;
    if (layer.kind == LayerKind::density) return map.density_opacity;
    if (layer.kind == LayerKind::hot_spots) return map.hot_spot_opacity;
    if (layer.kind == LayerKind::clusters) return map.cluster_opacity;
    if (layer.kind == LayerKind::districts) return map.district_opacity;
    if (layer.kind == LayerKind::change) return map.change_opacity;
    if (layer.kind == LayerKind::reference && layer.at < map.references.size())
        return map.references[layer.at].opacity;
    if (layer.kind == LayerKind::backdrop && map.backdrop) return map.backdrop->opacity;
    return std::nullopt;
}

std::optional<geo::LonLatBox> extent_of(const Model& model, LayerRef layer) {
    if (!model.run.snapshot) return std::nullopt;
    const geo::LonLatBox box = box_of(model, *model.run.snapshot, layer);
    return box.empty() ? std::nullopt : std::optional(box);
}

std::optional<geo::OutputSpec::What> export_of(LayerRef layer) {
    if (layer.kind == LayerKind::incidents) return geo::OutputSpec::What::incidents;
    if (layer.kind == LayerKind::density) return geo::OutputSpec::What::density;
    if (layer.kind == LayerKind::hot_spots) return geo::OutputSpec::What::hot_spots;
    if (layer.kind == LayerKind::clusters) return geo::OutputSpec::What::cluster_hulls;
    if (layer.kind == LayerKind::districts) return geo::OutputSpec::What::districts;
    if (layer.kind == LayerKind::change) return geo::OutputSpec::What::change;
    return std::nullopt;
}

} // namespace app
