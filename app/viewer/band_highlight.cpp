#include "app/viewer/band_highlight.hpp"

#include <algorithm>
#include <cmath>

#include "geo/study/border_zones.hpp"

namespace app {

namespace {

constexpr float kFaint = 0.25f; // what is left of the opacity of the others

geo::Rgba accent(geo::Theme theme, std::uint8_t alpha) {
    return theme == geo::Theme::dark ? geo::Rgba{0x4C, 0xA3, 0xFF, alpha}
                                     : geo::Rgba{0x16, 0x67, 0xC8, alpha};
}

std::shared_ptr<const geo::PointGeometry> points_between(const geo::PointGeometry& points,
                                                         const std::vector<double>& distance_m, double from_m,
                                                         double to_m) {
    auto chosen = std::make_shared<geo::PointGeometry>();
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        const double distance = distance_m[points.row[i]];
        if (!(distance >= from_m && distance < to_m)) continue;
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

void light_incidents(geo::Scene& scene, const geo::Snapshot& snapshot, const geo::Band& band) {
    const auto incidents = layer_of(scene, "incidents");
    if (incidents == scene.layers.end() || !incidents->visible || !snapshot.proximity.value) return;
    geo::Layer lit = *incidents;
    auto& points = std::get<geo::PointLayer>(lit.body);
    const auto& distance_m = snapshot.proximity.value->distance_m;
    if (!points.geometry || distance_m.size() != snapshot.table()->size()) return;
    points.geometry = points_between(*points.geometry, distance_m, band.from_m, band.to_m);
    points.rim = accent(scene.theme, 255);
    lit.id = "lit incidents";
    lit.opacity = 1;
    incidents->opacity *= kFaint;
    scene.layers.insert(incidents + 1, std::move(lit));
}

} // namespace

void light_band(geo::Scene& scene, const geo::Snapshot& snapshot, std::size_t band) {
    if (!snapshot.bands.value || band >= snapshot.bands.value->bands.size()) return;
    const geo::Band& lit = snapshot.bands.value->bands[band];
    light_zone(scene, snapshot, lit);
    light_incidents(scene, snapshot, lit);
}

} // namespace app
