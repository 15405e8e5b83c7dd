#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/render/camera.hpp"
#include "geo/layer/scene.hpp"

namespace app {

/// 8-bit RGBA, rows top to bottom, width * height * 4 bytes.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

struct PictureOptions {
    PixelSize size{1600, 1200};
    double scale = 1;      ///< multiplies text, line widths, symbols (2 for print)
    bool furniture = true; ///< title, legend, scale bar, north arrow, sources; false: the map alone
};

/// Draws the scene without a display (EGL surfaceless, software or GPU). Serves `borderlens render`, the
/// viewer's picture export and the image tests. With furniture the map takes the part of the picture that is
/// left. `camera` null: fits the scene's data_extent; else the map shows at least what the camera shows in a
/// map of the whole `size`. A picture too small for its words gets smaller type, and in the end (a thumbnail)
/// the map and the banner only; the banner is drawn without furniture too. Throws geo::Error{Argument} for a
/// size that cannot be drawn, geo::Error{Internal} with EGL's or GL's reason. Leaves no context current in
/// this thread: call it where none is, or make yours current again.
Image render_image(const geo::Scene& asked, const Camera* camera, const PictureOptions& options);

/// The picture as PNG bytes (RGB when it is opaque), with the key/value texts in tEXt/iTXt chunks
/// (provenance).
std::vector<std::uint8_t>
png_from_image(const Image& image, const std::vector<std::pair<std::string, std::string>>& texts, double dpi);

} // namespace app
