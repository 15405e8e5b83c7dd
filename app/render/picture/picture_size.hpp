#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/render/render_image.hpp"

namespace app {

constexpr int kLeastPictureSide = 200, kMostPictureSide = 16000; ///< of a picture, pixels
constexpr double kMostPixels = 100e6;               ///< of a whole picture: some 1.5 GB while it is drawn
constexpr double kLeastScale = 0.5, kMostScale = 8; ///< 48 to 768 dpi

/// "1600x1200" in pixels, or with mm, cm or in: then pixels at that resolution. nullopt for anything else.
std::optional<PixelSize> size_from_text(std::string_view text, double dpi);

/// What is wrong with a picture's size and scale in one sentence; "" when nothing is.
std::string fault_of_picture(const PictureOptions& options);
/// Throws that sentence as geo::Error{Argument}.
void check_picture(const PictureOptions& options);

/// "170 × 127 mm at 240 dpi".
std::string size_on_paper(const PictureOptions& options);

} // namespace app
