#include "app/render/svg/grid_image.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

constexpr double kMostSamples = 4e6;

/// A corner of the mesh: its place in samples of the image, and its share of the grid's width and height.
struct Corner {
    double x, y, u, v;
};

double value_at(const geo::GridGeometry& grid, double u, double v) {
    const auto at = [&](double column, double row) {
        const auto i = static_cast<std::size_t>(std::clamp(column, 0.0, grid.n_columns - 1.0));
        const auto j = static_cast<std::size_t>(std::clamp(row, 0.0, grid.n_rows - 1.0));
        const auto value = static_cast<double>(grid.values[j * grid.n_columns + i]);
        return std::isnan(value) ? 0.0 : value;
    };
    const double x = u * grid.n_columns - 0.5, y = v * grid.n_rows - 0.5;
    const double i = std::floor(x), j = std::floor(y);
    const double low = std::lerp(at(i, j), at(i + 1, j), x - i);
    const double high = std::lerp(at(i, j + 1), at(i + 1, j + 1), x - i);
    return std::lerp(low, high, y - j);
}

class GridPainter {
  public:
    GridPainter(const geo::GridLayer& layer, Image& image) : layer_(layer), image_(image) {}

    void triangle(const Corner& a, const Corner& b, const Corner& c) {
        const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (area == 0) return;
        const auto [x0, x1] = range({a.x, b.x, c.x}, image_.width);
        const auto [y0, y1] = range({a.y, b.y, c.y}, image_.height);
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) {
                const double px = x + 0.5, py = y + 0.5;
                const double wb = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area;
                const double wc = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area;
                if (wb < 0 || wc < 0 || wb + wc > 1) continue;
                paint(x, y, a.u + wb * (b.u - a.u) + wc * (c.u - a.u),
                      a.v + wb * (b.v - a.v) + wc * (c.v - a.v));
            }
        }
    }

  private:
    static std::pair<int, int> range(std::array<double, 3> places, int size) {
        const auto [low, high] = std::minmax_element(places.begin(), places.end());
        return {static_cast<int>(std::clamp(std::floor(*low), 0.0, double(size))),
                static_cast<int>(std::clamp(std::ceil(*high), 0.0, double(size)))};
    }
    void paint(int x, int y, double u, double v) {
        const geo::Rgba color = layer_.scale.at(value_at(*layer_.geometry, u, v));
        std::uint8_t* pixel =
            image_.rgba.data() + 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                                      static_cast<std::size_t>(x));
        pixel[0] = color.r, pixel[1] = color.g, pixel[2] = color.b, pixel[3] = color.a;
    }

    const geo::GridLayer& layer_;
    Image& image_;
};

bool is_drawable(const geo::GridLayer& layer) {
    return layer.geometry && layer.geometry->mesh_columns >= 2 && layer.geometry->mesh_rows >= 2 &&
           !layer.geometry->values.empty() && layer.scale.top > 0;
}

/// The part of the view that the mesh covers, in whole samples.
GridImage empty_image(const geo::GridGeometry& grid, const View& view, double step) {
    double x0 = view.size.width, y0 = view.size.height, x1 = 0, y1 = 0;
    for (const geo::Mercator node : grid.mesh) {
        const Pixel p = pixel_from_mercator(view.camera, view.size, node);
        x0 = std::min(x0, p.x), x1 = std::max(x1, p.x), y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    }
    const auto whole = [step](double low, double high, double most) {
        const double first = std::floor(std::max(low, 0.0) / step);
        return std::pair{first * step,
                         std::max(0, static_cast<int>(std::ceil(std::min(high, most) / step - first)))};
    };
    const auto [x, width] = whole(x0, x1, view.size.width);
    const auto [y, height] = whole(y0, y1, view.size.height);
    GridImage result{{width, height, {}}, x, y, width * step, height * step};
    result.image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    return result;
}

} // namespace

GridImage grid_image(const geo::GridLayer& layer, const View& view) {
    if (!is_drawable(layer)) return {};
    const geo::GridGeometry& grid = *layer.geometry;
    const double pixels = static_cast<double>(view.size.width) * view.size.height;
    const double step = std::max({1.0, static_cast<double>(view.scale), std::sqrt(pixels / kMostSamples)});
    GridImage result = empty_image(grid, view, step);
    if (result.image.rgba.empty()) return {};
    const auto corner = [&](std::uint32_t column, std::uint32_t row) {
        const Pixel p =
            pixel_from_mercator(view.camera, view.size, grid.mesh[row * grid.mesh_columns + column]);
        return Corner{(p.x - result.x) / step, (p.y - result.y) / step, column / (grid.mesh_columns - 1.0),
                      row / (grid.mesh_rows - 1.0)};
    };
    GridPainter painter(layer, result.image);
    for (std::uint32_t row = 0; row + 1 < grid.mesh_rows; ++row) {
        for (std::uint32_t column = 0; column + 1 < grid.mesh_columns; ++column) {
            const Corner a = corner(column, row), b = corner(column + 1, row), c = corner(column, row + 1);
            painter.triangle(a, b, c);
            painter.triangle(c, b, corner(column + 1, row + 1));
        }
    }
    return result;
}

} // namespace app
