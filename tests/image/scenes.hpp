#pragma once

#include <string>
#include <vector>

#include "app/render/render_image.hpp"

/// A hand-made scene with the name of its baseline.
struct ImageCase {
    std::string name;
    geo::Scene scene;
    app::Camera camera;
    app::PictureOptions options;
    bool has_text = false; ///< needs the fonts that the baselines were made with
};

std::vector<ImageCase> image_cases();
