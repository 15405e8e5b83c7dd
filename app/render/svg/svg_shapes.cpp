#include <algorithm>

#include <fmt/format.h>

#include "app/render/detail_levels.hpp"
#include "app/render/simplify.hpp"
#include "app/render/svg/svg_layers.hpp"
#include "app/render/svg/svg_path.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

/// How far a vector may stray from the original, pixels at scale 1: 0.08 mm on paper. Finer than the pixels'
/// own 0.6, for people come closer to vectors.
constexpr double kTolerance = 0.3;
/// Neighbours that share an edge are each drawn with soft edges; a hair of their own colour closes the gap.
constexpr double kSeam = 0.5;

double tolerance_m(const View& view) {
    return kTolerance * static_cast<double>(view.scale) * view.camera.metres_per_pixel;
}

std::vector<SvgPoint> in_pixels(const geo::MercatorPath& path, const View& view) {
    std::vector<SvgPoint> places;
    places.reserve(path.size());
    for (const geo::Mercator place : path) {
        const Pixel pixel = pixel_from_mercator(view.camera, view.size, place);
        places.push_back({pixel.x, pixel.y});
    }
    return places;
}

SvgBox box_around(const View& view, double margin) {
    return {-margin, -margin, view.size.width + margin, view.size.height + margin};
}

bool in_sight(const geo::MercatorPath& path, const MercatorBox& seen) {
    MercatorBox box;
    for (const geo::Mercator place : path) box.add(place);
    return box.touches(seen);
}

/// A ring that would be little more than a dot.
bool is_small_ring(const geo::MercatorPath& path, double least_m) {
    if (!(least_m > 0) || path.empty() || !(path.front() == path.back())) return false;
    MercatorBox box;
    for (const geo::Mercator place : path) box.add(place);
    return std::max(box.high.x_m - box.low.x_m, box.high.y_m - box.low.y_m) < least_m;
}

/// A small island of less than half a pixel is not seen.
bool vanishes(const std::vector<SvgPoint>& ring) {
    if (ring.size() < 3) return true;
    SvgPoint low = ring.front(), high = low;
    for (const SvgPoint p : ring) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return std::max(high.x - low.x, high.y - low.y) < 0.5;
}

void add_ring(const std::vector<SvgPoint>& ring, PathText& path) {
    path.move_to(ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i) path.line_to(ring[i]);
    path.close();
}

std::string stroke(double width, const char* cap) {
    return fmt::format(" stroke-width=\"{}\" stroke-linejoin=\"round\" stroke-linecap=\"{}\"",
                       svg_number(width), cap);
}

/// `grown`: how much a casing sticks out of each dash.
std::string dashes(const geo::LineLayer& layer, double scale, double grown) {
    if (!(layer.gap_px > 0)) return "";
    const double dash = double{layer.dash_px} * scale + 2 * grown;
    const double gap = std::max(0.1, double{layer.gap_px} * scale - 2 * grown);
    return fmt::format(" stroke-dasharray=\"{} {}\" stroke-dashoffset=\"{}\"", svg_number(dash),
                       svg_number(gap), svg_number(grown));
}

} // namespace

void write_areas(const geo::AreaLayer& layer, const View& view, SvgCanvas& canvas) {
    if (!layer.geometry || layer.fill.a == 0) return;
    const double seam = layer.geometry->polygons.size() > 1 && layer.fill.a == 255
                            ? kSeam * static_cast<double>(view.scale)
                            : 0;
    const MercatorBox seen = box_of(view, 4);
    canvas.add(fmt::format("<g{} fill-rule=\"evenodd\"", svg_color("fill", layer.fill)));
    if (seam > 0) canvas.add(svg_color("stroke", layer.fill) + stroke(seam, "round"));
    canvas.add(">\n");
    for (const std::vector<geo::MercatorPath>& polygon : layer.geometry->polygons) {
        PathText path;
        for (const geo::MercatorPath& ring : polygon) {
            if (!in_sight(ring, seen)) continue;
            const auto places = in_pixels(simplified(ring, tolerance_m(view)), view);
            const auto inside = clipped_ring(places, box_around(view, 4));
            if (!vanishes(inside)) add_ring(inside, path);
        }
        if (!path.empty()) canvas.add("<path d=\"" + path.text() + "\"/>\n");
    }
    canvas.add("</g>\n");
}

void write_line(const geo::LineLayer& layer, const View& view, SvgCanvas& canvas) {
    if (!layer.geometry) return;
    const auto scale = static_cast<double>(view.scale);
    const double width = double{layer.width_px} * scale, casing = double{layer.casing_px} * scale;
    const double reach = width / 2 + casing + 2;
    const MercatorBox seen = box_of(view, reach);
    // A dashed line is kept whole: its dashes count from its start.
    const bool dashed = layer.gap_px > 0;
    const SvgBox box = dashed ? SvgBox{-1e12, -1e12, 1e12, 1e12} : box_around(view, reach);
    PathText path;
    const double least_m = double{layer.least_px} * scale * view.camera.metres_per_pixel;
    for (const geo::MercatorPath& line : layer.geometry->paths)
        if (in_sight(line, seen) && !is_small_ring(line, least_m))
            add_line_in_box(in_pixels(simplified(line, tolerance_m(view)), view), box, path);
    if (path.empty()) return;
    const std::string id = canvas.new_id("line");
    canvas.define(fmt::format("<path id=\"{}\" d=\"{}\"/>\n", id, path.text()));
    const auto use = [&](geo::Rgba color, double w, double grown) {
        canvas.add(fmt::format("<use xlink:href=\"#{}\" fill=\"none\"{}{}{}/>\n", id,
                               svg_color("stroke", color), stroke(w, dashed ? "butt" : "round"),
                               dashes(layer, scale, grown)));
    };
    if (layer.casing.a > 0 && casing > 0) use(layer.casing, width + 2 * casing, casing);
    use(layer.color, width, 0);
}

} // namespace app
