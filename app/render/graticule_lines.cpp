#include "app/render/graticule_lines.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/label_layout.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/layer/graticule.hpp"

namespace app {

namespace {

constexpr double kLeastGap_px = 110; ///< between two lines, at scale 1
constexpr float kWidth_px = 1;
constexpr int kMostLat = 85;

/// The lines that cross a view, in seconds of arc, and the view's corners.
struct Lines {
    geo::Mercator low, high;
    std::vector<int> meridians, parallels;
};

double degrees(int arcsec) { return arcsec / 3600.0; }

Lines lines_of(const View& view) {
    const double metres = view.camera.metres_per_pixel;
    const double half_width = view.size.width * metres / 2, half_height = view.size.height * metres / 2;
    const geo::Mercator centre = view.camera.centre;
    Lines lines{{centre.x_m - half_width, centre.y_m - half_height},
                {centre.x_m + half_width, centre.y_m + half_height},
                {},
                {}};
    const geo::LonLat low = geo::lonlat_from_mercator(lines.low),
                      high = geo::lonlat_from_mercator(lines.high);
    const double degree_m = geo::kMercatorEdge_m / 180;
    // One step for both, as wide as meridians ask for: parallels are farther apart on this plane.
    const int step =
        geo::graticule_step_arcsec(kLeastGap_px * static_cast<double>(view.scale) * metres / degree_m);
    lines.meridians = geo::graticule_lines(low.lon_deg, high.lon_deg, step, 180);
    lines.parallels = geo::graticule_lines(low.lat_deg, high.lat_deg, step, kMostLat);
    return lines;
}

} // namespace

geo::LineLayer graticule_as_lines(const geo::GraticuleLayer& layer, const View& view) {
    const Lines lines = lines_of(view);
    const double margin = 8 * view.camera.metres_per_pixel;
    auto geometry = std::make_shared<geo::LineGeometry>();
    for (const int at : lines.meridians) {
        const double x = geo::mercator_from_lonlat({degrees(at), 0}).x_m;
        geometry->paths.push_back({{x, lines.low.y_m - margin}, {x, lines.high.y_m + margin}});
    }
    for (const int at : lines.parallels) {
        const double y = geo::mercator_from_lonlat({0, degrees(at)}).y_m;
        geometry->paths.push_back({{lines.low.x_m - margin, y}, {lines.high.x_m + margin, y}});
    }
    geo::LineLayer body;
    body.geometry = std::move(geometry);
    body.color = layer.color;
    body.width_px = kWidth_px;
    return body;
}

std::vector<geo::Label> graticule_labels(const View& view) {
    const Lines lines = lines_of(view);
    // Just inside the edges: what is placed is moved in until all of it is seen.
    const double inside = view.camera.metres_per_pixel / 2;
    std::vector<geo::Label> labels;
    const auto add = [&](double x_m, double y_m, const std::string& text) {
        labels.push_back({{x_m, y_m}, text, geo::LabelKind::graticule, 0});
    };
    for (const int at : lines.meridians) {
        const double x = geo::mercator_from_lonlat({degrees(at), 0}).x_m;
        const std::string text = geo::degrees_text(at, true);
        add(x, lines.low.y_m + inside, text);
        add(x, lines.high.y_m - inside, text);
    }
    for (const int at : lines.parallels) {
        const double y = geo::mercator_from_lonlat({0, degrees(at)}).y_m;
        const std::string text = geo::degrees_text(at, false);
        add(lines.low.x_m + inside, y, text);
        add(lines.high.x_m - inside, y, text);
    }
    return labels;
}

geo::LabelLayer degrees_of(const geo::Scene& scene, const View& view) {
    for (const geo::Layer& layer : scene.layers)
        if (std::holds_alternative<geo::GraticuleLayer>(layer.body) && drawn(layer))
            return {std::make_shared<const std::vector<geo::Label>>(graticule_labels(view))};
    return {};
}

} // namespace app
