#include "app/render/grid_renderer.hpp"

#include <array>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t kRampColors = 512;

std::vector<float> mesh_vertices(const geo::GridGeometry& grid, geo::Mercator origin) {
    std::vector<float> vertices;
    vertices.reserve(grid.mesh.size() * 4);
    for (std::size_t i = 0; i < grid.mesh.size(); ++i) {
        const std::size_t column = i % grid.mesh_columns, row = i / grid.mesh_columns;
        vertices.push_back(static_cast<float>(grid.mesh[i].x_m - origin.x_m));
        vertices.push_back(static_cast<float>(grid.mesh[i].y_m - origin.y_m));
        vertices.push_back(static_cast<float>(column) / static_cast<float>(grid.mesh_columns - 1));
        vertices.push_back(static_cast<float>(row) / static_cast<float>(grid.mesh_rows - 1));
    }
    return vertices;
}

std::vector<std::uint32_t> mesh_indices(const geo::GridGeometry& grid) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t row = 0; row + 1 < grid.mesh_rows; ++row) {
        for (std::uint32_t column = 0; column + 1 < grid.mesh_columns; ++column) {
            const std::uint32_t a = row * grid.mesh_columns + column, b = a + grid.mesh_columns;
            for (const std::uint32_t corner : {a, a + 1, b, b, a + 1, b + 1}) indices.push_back(corner);
        }
    }
    return indices;
}

geo::Rgba premultiplied(geo::Rgba c) {
    const auto by_alpha = [&](int v) { return static_cast<std::uint8_t>((v * c.a + 127) / 255); };
    return {by_alpha(c.r), by_alpha(c.g), by_alpha(c.b), c.a};
}

} // namespace

GridRenderer::GridRenderer() : program_("grid") {}

GridRenderer::Uploaded GridRenderer::uploaded(const geo::GridGeometry& grid) {
    Uploaded result;
    result.origin = grid.mesh[grid.mesh.size() / 2];
    std::vector<float> values = grid.values;
    for (float& value : values) {
        if (std::isnan(value)) value = 0;
    }
    allocate(result.values, GL_R32F, static_cast<int>(grid.n_columns), static_cast<int>(grid.n_rows), GL_RED,
             GL_FLOAT, values.data(), GL_LINEAR);
    const std::vector<float> vertices = mesh_vertices(grid, result.origin);
    const std::vector<std::uint32_t> indices = mesh_indices(grid);
    describe_vertices(result.array, result.vertices, std::array<Attribute, 2>{{{0, 2}, {1, 2}}});
    upload(GL_ARRAY_BUFFER, result.vertices, std::span<const float>(vertices), GL_STATIC_DRAW);
    upload(GL_ELEMENT_ARRAY_BUFFER, result.indices, std::span<const std::uint32_t>(indices), GL_STATIC_DRAW);
    result.n_indices = static_cast<GLsizei>(indices.size());
    return result;
}

void GridRenderer::set_ramp(const geo::ColorScale& scale) {
    std::array<geo::Rgba, kRampColors> colors;
    for (std::size_t i = 0; i < kRampColors; ++i) {
        colors[i] = premultiplied(scale.at(scale.top * static_cast<double>(i) / (kRampColors - 1)));
    }
    allocate(ramp_, GL_RGBA8, kRampColors, 1, GL_RGBA, GL_UNSIGNED_BYTE, colors.data(), GL_LINEAR);
}

void GridRenderer::draw(const geo::GridLayer& layer, const View& view, float opacity) {
    if (!layer.geometry || layer.geometry->mesh_columns < 2 || layer.geometry->mesh_rows < 2) return;
    if (layer.geometry->values.empty() || !(layer.scale.top > 0)) return;
    glActiveTexture(GL_TEXTURE1);
    set_ramp(layer.scale);
    glActiveTexture(GL_TEXTURE0);
    const Uploaded& grid = uploads_.get(layer.geometry, uploaded);
    glBindTexture(GL_TEXTURE_2D, grid.values.get());
    const double wide_m = view.size.width * view.camera.metres_per_pixel;
    const double high_m = view.size.height * view.camera.metres_per_pixel;
    bind_view(view);
    program_.use();
    program_.set("values", 0);
    program_.set("ramp", 1);
    program_.set("top", static_cast<float>(layer.scale.top));
    program_.set("opacity", opacity);
    program_.set("translate", (grid.origin.x_m - view.camera.centre.x_m) * 2 / wide_m,
                 (grid.origin.y_m - view.camera.centre.y_m) * 2 / high_m);
    program_.set("zoom", 2 / wide_m, 2 / high_m);
    glBindVertexArray(grid.array.get());
    glDrawElements(GL_TRIANGLES, grid.n_indices, GL_UNSIGNED_INT, nullptr);
}

} // namespace app
