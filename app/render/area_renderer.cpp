#include "app/render/area_renderer.hpp"

namespace app {

namespace {

std::vector<std::span<const geo::MercatorPath>> levels_of(const geo::AreaGeometry& geometry) {
    std::vector<std::span<const geo::MercatorPath>> groups;
    for (const auto& rings : geometry.polygons) groups.emplace_back(rings);
    return groups;
}

void place_ring(const DetailPath& path, const View& view, std::vector<ViewPoint>& ring) {
    const double per_metre = 1 / view.camera.metres_per_pixel;
    const double middle_x = view.size.width / 2.0, middle_y = view.size.height / 2.0;
    ring.clear();
    for (const geo::Mercator place : path.places) {
        ring.push_back({static_cast<float>(middle_x + (place.x_m - view.camera.centre.x_m) * per_metre),
                        static_cast<float>(middle_y + (place.y_m - view.camera.centre.y_m) * per_metre)});
    }
}

} // namespace

bool AreaRenderer::ready(const geo::AreaLayer& layer, double metres_per_pixel, BackgroundWork& maker) {
    if (!layer.geometry) return true;
    const std::shared_ptr<DetailLevels> levels = levels_.shared(layer.geometry, levels_of);
    if (levels->has(metres_per_pixel)) return true;
    maker.add(levels, [levels, metres_per_pixel, owner = layer.geometry] { levels->at(metres_per_pixel); });
    return false;
}

void AreaRenderer::draw(const geo::AreaLayer& layer, const View& view, float opacity, std::size_t part) {
    if (!layer.geometry) return;
    if (part == 0) {
        rasterise(levels_.get(layer.geometry, levels_of).at(view.camera.metres_per_pixel), view);
        if (!raster_.touched().empty()) upload_coverage();
        return;
    }
    if (raster_.touched().empty()) return;
    compositor_.lay(view, raster_.touched(), coverage_.get(), layer.fill, {0, 0, 0, 0}, opacity);
}

void AreaRenderer::rasterise(const std::vector<DetailGroup>& polygons, const View& view) {
    const MercatorBox seen = box_of(view, 1);
    raster_.reset(view.size);
    for (const DetailGroup& polygon : polygons) {
        std::size_t n = 0;
        for (const DetailPath& path : polygon) {
            if (!path.box.touches(seen)) continue;
            if (n == rings_.size()) rings_.emplace_back();
            place_ring(path, view, rings_[n++]);
        }
        if (n > 0) raster_.add_polygon(std::span(rings_).first(n));
    }
}

void AreaRenderer::upload_coverage() {
    const int first = raster_.first_row(), last = raster_.last_row();
    const PixelSize size{static_cast<int>(raster_.row(0).size()), last};
    if (size.width != coverage_size_.width || size.height > coverage_size_.height) {
        allocate(coverage_, GL_R8, size.width, size.height, GL_RED, GL_UNSIGNED_BYTE, nullptr, GL_NEAREST);
        coverage_size_ = size;
    }
    glBindTexture(GL_TEXTURE_2D, coverage_.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, first, size.width, last - first, GL_RED, GL_UNSIGNED_BYTE,
                    raster_.row(first).data());
}

} // namespace app
