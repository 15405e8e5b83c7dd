#include <fmt/format.h>

#include "app/render/detail_levels.hpp"
#include "app/render/disc_style.hpp"
#include "app/render/point_aggregate.hpp"
#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

std::string circle(Pixel centre, double radius, const std::string& paint) {
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", svg_number(centre.x),
                       svg_number(centre.y), svg_number(radius), paint);
}

/// Sizes in pixels and what they are painted with; the rim is the group's stroke, the alpha of whole discs
/// the group's.
struct DiscPen {
    double rim, ring, alpha;

    void disc(Pixel centre, double radius, geo::Rgba color, SvgCanvas& canvas) const {
        canvas.add(circle(centre, radius + rim / 2, svg_color("fill", color, color.a == 255 ? 1 : alpha)));
    }
    /// A ring of the same colour over a hint of fill, the rim around both.
    void hollow(Pixel centre, double radius, geo::Rgba color, SvgCanvas& canvas) const {
        canvas.add(circle(centre, radius + rim / 2, svg_color("fill", color, alpha * double{kHollowFill})));
        const std::string paint = svg_color("stroke", color, alpha) +
                                  fmt::format(" fill=\"none\" stroke-width=\"{}\"", svg_number(ring));
        canvas.add(circle(centre, radius - ring / 2, paint));
    }
};

} // namespace

void write_points(const geo::PointLayer& layer, const View& view, float opacity, SvgCanvas& canvas) {
    if (!layer.geometry || layer.geometry->places.empty() || layer.colors.empty()) return;
    std::shared_ptr<const geo::PointGeometry> points = layer.geometry;
    const auto scale = static_cast<double>(view.scale);
    if (are_many(*points)) points = aggregated(*points, view, kAggregateCell_px * scale).discs;
    const DiscPen pen{layer.rim.a > 0 ? double{kRimWidth} * scale : 0.0, double{kRingWidth} * scale,
                      layer.alpha / 255.0 * double{opacity}};
    canvas.add(fmt::format("<g fill-opacity=\"{:.3g}\"{} stroke-width=\"{}\">\n", pen.alpha,
                           pen.rim > 0 ? svg_color("stroke", layer.rim, double{opacity}) : std::string(),
                           svg_number(pen.rim)));
    for (std::size_t i = 0; i < points->places.size(); ++i) {
        const Pixel centre = pixel_from_mercator(view.camera, view.size, points->places[i]);
        const double radius = double{points->radius_px[i]} * double{layer.size} * scale, reach = radius + pen.rim + 1;
        if (centre.x < -reach || centre.y < -reach || centre.x > view.size.width + reach ||
            centre.y > view.size.height + reach)
            continue;
        const geo::Rgba color =
            layer.colors[std::min<std::size_t>(points->color_index[i], layer.colors.size() - 1)];
        if (points->hollow[i] != 0 && radius > pen.ring)
            pen.hollow(centre, radius, color, canvas);
        else
            pen.disc(centre, radius, color, canvas);
    }
    canvas.add("</g>\n");
}

} // namespace app
