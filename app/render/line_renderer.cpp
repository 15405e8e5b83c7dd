#include "app/render/line_renderer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t kVertexFloats = 6;
constexpr std::size_t kBoxFloats = 4 * kVertexFloats;

std::vector<std::span<const geo::MercatorPath>> levels_of(const geo::LineGeometry& geometry) {
    return {std::span(geometry.paths)};
}

ViewPoint placed(geo::Mercator place, const View& view) {
    const double per_metre = 1 / view.camera.metres_per_pixel;
    return {static_cast<float>(view.size.width / 2.0 + (place.x_m - view.camera.centre.x_m) * per_metre),
            static_cast<float>(view.size.height / 2.0 + (place.y_m - view.camera.centre.y_m) * per_metre)};
}

bool out_of_sight(ViewPoint a, ViewPoint b, float reach, PixelSize size) {
    return std::max(a.x, b.x) < -reach || std::max(a.y, b.y) < -reach ||
           std::min(a.x, b.x) > static_cast<float>(size.width) + reach ||
           std::min(a.y, b.y) > static_cast<float>(size.height) + reach;
}

/// A ring that would be little more than a dot.
bool too_small(const DetailPath& path, double least_m) {
    const double width = path.box.high.x_m - path.box.low.x_m, height = path.box.high.y_m - path.box.low.y_m;
    return std::max(width, height) < least_m && path.places.front() == path.places.back();
}

/// Two triangles a box, for at least `n` boxes.
std::vector<std::uint32_t> box_indices(std::size_t n) {
    std::vector<std::uint32_t> indices;
    indices.reserve(n * 6);
    for (std::uint32_t i = 0; i < n; ++i) {
        for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(4 * i + corner);
    }
    return indices;
}

} // namespace

LineRenderer::LineRenderer(Compositor& compositor) : compositor_(compositor), program_("line") {
    describe_vertices(array_, vertices_, std::array<Attribute, 3>{{{0, 2}, {1, 2}, {2, 2}}});
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.get());
}

bool LineRenderer::ready(const geo::LineLayer& layer, double metres_per_pixel, BackgroundWork& maker) {
    if (!layer.geometry) return true;
    const std::shared_ptr<DetailLevels> levels = levels_.shared(layer.geometry, levels_of);
    if (levels->has(metres_per_pixel)) return true;
    maker.add(levels, [levels, metres_per_pixel, owner = layer.geometry] { levels->at(metres_per_pixel); });
    return false;
}

void LineRenderer::draw(const geo::LineLayer& layer, const View& view, float opacity, std::size_t part) {
    if (!layer.geometry) return;
    if (part == 0) return cover(layer, view);
    if (touched_.empty()) return;
    compositor_.lay(view, touched_, coverage_.texture(), layer.color, layer.casing, opacity);
}

void LineRenderer::cover(const geo::LineLayer& layer, const View& view) {
    const float line = layer.width_px * view.scale / 2;
    const float casing = layer.casing.a > 0 ? line + layer.casing_px * view.scale : 0;
    const Reach reach{line, casing, std::max({line, casing, 0.5F}) + 1};
    boxes_.clear();
    touched_.reset(view.size);
    const MercatorBox seen = box_of(view, reach.box);
    const double least_m = double{layer.least_px * view.scale} * view.camera.metres_per_pixel;
    for (const DetailGroup& group : levels_.get(layer.geometry, levels_of).at(view.camera.metres_per_pixel)) {
        for (const DetailPath& path : group) {
            if (path.box.touches(seen) && !too_small(path, least_m))
                collect_path(path, view, reach.box, layer.gap_px > 0);
        }
    }
    if (!touched_.empty()) draw_coverage(layer, view, reach);
}

/// `measured`: the length before each segment matters (dashes), so nothing of the path may be skipped
/// unmeasured.
void LineRenderer::collect_path(const DetailPath& path, const View& view, float reach, bool measured) {
    const MercatorBox seen = box_of(view, reach);
    float before = 0;
    for (std::size_t s = 0; s < path.stretches.size(); ++s) {
        const bool in_sight = path.stretches[s].touches(seen);
        if (!in_sight && !measured) continue;
        const std::size_t first = s * DetailPath::kStretch;
        const std::size_t last = std::min(first + DetailPath::kStretch, path.places.size() - 1);
        ViewPoint a = placed(path.places[first], view);
        for (std::size_t i = first; i < last; ++i) {
            const ViewPoint b = placed(path.places[i + 1], view);
            if (in_sight) add_segment(a, b, before, reach, view.size);
            if (measured) before += std::hypot(b.x - a.x, b.y - a.y);
            a = b;
        }
    }
}

void LineRenderer::add_segment(ViewPoint a, ViewPoint b, float before, float reach, PixelSize size) {
    if (out_of_sight(a, b, reach, size)) return;
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    if (length <= 0) return;
    const float ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    for (const float along : {-reach, length + reach}) {
        for (const float across : {-reach, reach}) {
            const std::array<float, kVertexFloats> vertex{a.x + ux * along - uy * across,
                                                          a.y + uy * along + ux * across,
                                                          along,
                                                          across,
                                                          length,
                                                          before};
            boxes_.insert(boxes_.end(), vertex.begin(), vertex.end());
        }
    }
    mark_tiles(a, b, length, reach);
}

/// Piece by piece, so that a long slanted segment does not mark all of its box.
void LineRenderer::mark_tiles(ViewPoint a, ViewPoint b, float length, float reach) {
    const int n_pieces = std::max(1, static_cast<int>(std::min(length, 1e6F) / TileSet::kSide));
    const auto at = [&](int piece) {
        const float share = static_cast<float>(piece) / static_cast<float>(n_pieces);
        return ViewPoint{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    };
    const auto whole = [](float pixel) {
        return static_cast<int>(std::floor(std::clamp(pixel, -1e6F, 1e6F)));
    };
    for (int piece = 0; piece < n_pieces; ++piece) {
        const ViewPoint p = at(piece), q = at(piece + 1);
        touched_.mark(whole(std::min(p.x, q.x) - reach), whole(std::min(p.y, q.y) - reach),
                      whole(std::max(p.x, q.x) + reach) + 1, whole(std::max(p.y, q.y) + reach) + 1);
    }
}

void LineRenderer::draw_coverage(const geo::LineLayer& layer, const View& view, Reach reach) {
    coverage_.bind(view.size.width, view.size.height);
    glDisable(GL_SCISSOR_TEST); // a whole clear costs less than one that is cut to shape
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    program_.use();
    program_.set("size", view.size.width, view.size.height);
    program_.set("half_width", reach.line, reach.casing);
    program_.set("dash", layer.dash_px * view.scale, layer.gap_px * view.scale);
    program_.set("casing", layer.casing_px * view.scale);
    glBindVertexArray(array_.get());
    upload(GL_ARRAY_BUFFER, vertices_, std::span<const float>(boxes_), GL_STREAM_DRAW);
    const std::size_t n = boxes_.size() / kBoxFloats;
    if (n > n_indexed_) {
        n_indexed_ = std::max(2 * n_indexed_, n);
        upload(GL_ELEMENT_ARRAY_BUFFER, indices_, std::span<const std::uint32_t>(box_indices(n_indexed_)),
               GL_STATIC_DRAW);
    }
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(n * 6), GL_UNSIGNED_INT, nullptr);
    glBlendEquation(GL_FUNC_ADD);
}

} // namespace app
