#include "app/render/point_renderer.hpp"

#include <algorithm>
#include <array>

#include "app/render/disc_style.hpp"
#include "app/render/offscreen_context.hpp"
#include "app/render/point_aggregate.hpp"

namespace app {

namespace {

constexpr std::size_t kPointsAtOnce = 25'000; ///< in software GL some 5 ms
/// A GL point whose centre is outside the viewport vanishes whole; a larger viewport behind the scissor
/// avoids that.
constexpr int kMargin = 64;

} // namespace

PointRenderer::PointRenderer() : program_("point"), software_(draws_in_software()) {}

PointRenderer::Uploaded PointRenderer::uploaded(const geo::PointGeometry& points) {
    Uploaded result;
    if (!points.places.empty()) result.origin = points.places.front();
    std::vector<float> vertices;
    vertices.reserve(points.places.size() * 4);
    for (std::size_t i = 0; i < points.places.size(); ++i) {
        vertices.push_back(static_cast<float>(points.places[i].x_m - result.origin.x_m));
        vertices.push_back(static_cast<float>(points.places[i].y_m - result.origin.y_m));
        vertices.push_back(points.radius_px[i]);
        vertices.push_back(static_cast<float>(points.color_index[i]) +
                           (points.hollow[i] != 0 ? 256.0F : 0.0F));
    }
    describe_vertices(result.array, result.vertices, std::array<Attribute, 3>{{{0, 2}, {1, 1}, {2, 1}}});
    upload(GL_ARRAY_BUFFER, result.vertices, std::span<const float>(vertices), GL_STATIC_DRAW);
    result.n = static_cast<GLsizei>(points.places.size());
    return result;
}

std::size_t PointRenderer::n_parts(const geo::PointLayer& layer) const {
    const std::size_t n = layer.geometry ? layer.geometry->places.size() : 0;
    if (!software_ || n == 0) return 1;
    if (are_many(*layer.geometry)) return 2;
    return (n + kPointsAtOnce - 1) / kPointsAtOnce;
}

void PointRenderer::draw(const geo::PointLayer& layer, const View& view, float opacity, std::size_t part) {
    if (!layer.geometry || layer.geometry->places.empty() || layer.colors.empty()) return;
    if (software_ && are_many(*layer.geometry)) {
        if (part == 0) {
            const double cell_px = kAggregateCell_px * static_cast<double>(view.scale);
            many_ = uploaded(*aggregated(*layer.geometry, view, cell_px).discs);
            return;
        }
        draw_discs(many_, 0, many_.n, layer, view, opacity);
        many_ = {};
        return;
    }
    const Uploaded& discs = uploads_.get(layer.geometry, uploaded);
    const std::size_t n_all = layer.geometry->places.size(), first = part * kPointsAtOnce;
    const std::size_t n = n_parts(layer) == 1 ? n_all : std::min(kPointsAtOnce, n_all - first);
    draw_discs(discs, static_cast<GLsizei>(first), static_cast<GLsizei>(n), layer, view, opacity);
}

void PointRenderer::set_palette(const std::vector<geo::Rgba>& colors) {
    // Indices beyond the colours given take the last.
    std::array<geo::Rgba, 256> palette;
    palette.fill(colors.back());
    std::copy_n(colors.begin(), std::min(colors.size(), palette.size()), palette.begin());
    allocate(palette_, GL_RGBA8, 256, 1, GL_RGBA, GL_UNSIGNED_BYTE, palette.data(), GL_NEAREST);
}

void PointRenderer::draw_discs(const Uploaded& discs, GLsizei first, GLsizei n, const geo::PointLayer& layer,
                               const View& view, float opacity) {
    const double width = view.size.width + 2 * kMargin, height = view.size.height + 2 * kMargin;
    const double metres = view.camera.metres_per_pixel;
    bind_view(view);
    glViewport(view.x - kMargin, view.y - kMargin, static_cast<int>(width), static_cast<int>(height));
    glEnable(GL_PROGRAM_POINT_SIZE);
    glActiveTexture(GL_TEXTURE0);
    set_palette(layer.colors);
    program_.use();
    program_.set("palette", 0);
    program_.set("translate", (discs.origin.x_m - view.camera.centre.x_m) * 2 / (width * metres),
                 (discs.origin.y_m - view.camera.centre.y_m) * 2 / (height * metres));
    program_.set("zoom", 2 / (width * metres), 2 / (height * metres));
    program_.set("scale", view.scale * layer.size);
    program_.set("rim", layer.rim, opacity);
    program_.set("rim_width", layer.rim.a > 0 ? kRimWidth * view.scale : 0.0F);
    program_.set("ring_width", kRingWidth * view.scale);
    program_.set("alpha", static_cast<float>(layer.alpha) / 255.0F * opacity);
    glBindVertexArray(discs.array.get());
    glDrawArrays(GL_POINTS, first, n);
}

} // namespace app
