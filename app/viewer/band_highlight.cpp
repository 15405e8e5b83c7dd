#include "app/viewer/band_highlight.hpp"

#include <algorithm>
#include <cmath>

#include "geo/layer/map_paths.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/clusters.hpp"

namespace app {

namespace {

constexpr float kFaint = 0.25f; // what is left of the opacity of the others

geo::Rgba accent(geo::Theme theme, std::uint8_t alpha) {
    return theme == geo::Theme::dark ? geo::Rgba{0x4C, 0xA3, 0xFF, alpha}
                                     : geo::Rgba{0x16, 0x67, 0xC8, alpha};
}

template <typename IsLit>
std::shared_ptr<const geo::PointGeometry> points_of(const geo::PointGeometry& points, IsLit&& is_lit) {
    auto chosen = std::make_shared<geo::PointGeometry>();
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        if (!is_lit(points.row[i])) continue;
        chosen->places.push_back(points.places[i]);
        chosen->color_index.push_back(points.color_index[i]);
        chosen->radius_px.push_back(points.radius_px[i]);
        chosen->hollow.push_back(points.hollow[i]);
        chosen->row.push_back(points.row[i]);
    }
    return chosen;
}

std::vector<geo::Layer>::iterator layer_of(geo::Scene& scene, std::string_view id) {
    return std::find_if(scene.layers.begin(), scene.layers.end(),
                        [&](const geo::Layer& l) { return l.id == id; });
}

void light_zone(geo::Scene& scene, const geo::Snapshot& snapshot, const geo::Band& band) {
    if (!snapshot.zones.value) return;
    for (const geo::BorderZone& zone : *snapshot.zones.value)
        if (zone.from_m == band.from_m && zone.to_m == band.to_m)
            scene.layers.insert(
                layer_of(scene, "coast"),
                {"lit zone", "Border zone", true, 1, geo::AreaLayer{zone.geometry, accent(scene.theme, 70)}});
}

/// `is_lit`: of a row of the table.
template <typename IsLit>
void light_incidents(geo::Scene& scene, IsLit&& is_lit) {
    const auto incidents = layer_of(scene, "incidents");
    if (incidents == scene.layers.end() || !incidents->visible) return;
    geo::Layer lit = *incidents;
    auto& points = std::get<geo::PointLayer>(lit.body);
    if (!points.geometry) return;
    points.geometry = points_of(*points.geometry, is_lit);
    points.rim = accent(scene.theme, 255);
    lit.id = "lit incidents";
    lit.opacity = 1;
    incidents->opacity *= kFaint;
    scene.layers.insert(incidents + 1, std::move(lit));
}

/// The hull's ground under the incidents, its outline over them; nothing where all of them are at one place.
void light_hull(geo::Scene& scene, const geo::Cluster& cluster) {
    if (cluster.shape == geo::HullShape::point) return;
    geo::MercatorPath path = geo::path_from(cluster.hull);
    auto lines = std::make_shared<geo::LineGeometry>();
    lines->paths.push_back(path);
    geo::LineLayer line;
    line.geometry = std::move(lines);
    line.color = accent(scene.theme, 255);
    line.width_px = 3;
    scene.layers.insert(layer_of(scene, "cluster-numbers"), {"lit cluster", "Clusters", true, 1, line});
    if (cluster.shape != geo::HullShape::polygon) return;
    auto areas = std::make_shared<geo::AreaGeometry>();
    areas->polygons.push_back({std::move(path)});
    scene.layers.insert(layer_of(scene, "incidents"),
                        {"lit cluster", "Clusters", true, 1,
                         geo::AreaLayer{std::move(areas), accent(scene.theme, 60)}});
}

} // namespace

void light_band(geo::Scene& scene, const geo::Snapshot& snapshot, std::size_t band) {
    if (!snapshot.bands.value || band >= snapshot.bands.value->bands.size()) return;
    const geo::Band& lit = snapshot.bands.value->bands[band];
    light_zone(scene, snapshot, lit);
    if (!snapshot.proximity.value) return;
    const auto& distance_m = snapshot.proximity.value->distance_m;
    if (distance_m.size() != snapshot.table()->size()) return;
    light_incidents(scene, [&](geo::RowId row) { return distance_m[row] >= lit.from_m && distance_m[row] < lit.to_m; });
}

void light_cluster(geo::Scene& scene, const geo::Snapshot& snapshot, std::size_t cluster) {
    if (!snapshot.clusters.value || cluster >= snapshot.clusters.value->clusters.size()) return;
    const geo::Clusters& clusters = *snapshot.clusters.value;
    light_hull(scene, clusters.clusters[cluster]);
    if (clusters.label.size() != snapshot.table()->size()) return;
    light_incidents(scene,
                    [&](geo::RowId row) { return clusters.label[row] == static_cast<std::int32_t>(cluster); });
}

} // namespace app
