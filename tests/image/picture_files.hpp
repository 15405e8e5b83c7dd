#pragma once

#include <optional>
#include <string>

#include "app/render/render_image.hpp"

std::optional<app::Image> read_png(const std::string& path);
void write_png(const std::string& path, const app::Image& image);

/// How far two pictures are apart, over all channels but alpha.
struct Difference {
    double mean = 0;  ///< of |a − b|, in levels of 255
    double share = 0; ///< of pixels with a channel more than kVisible levels apart
    static constexpr int kVisible = 24;
};
/// Both of the same size. `shown`: where they differ, brightened, for the eye.
Difference difference(const app::Image& a, const app::Image& b, app::Image& shown);
