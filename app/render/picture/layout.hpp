#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "app/render/camera.hpp"

namespace app {

/// Whole pixels, y downwards.
struct PixelRectangle {
    int x = 0, y = 0, width = 0, height = 0;
};

/// What a picture's furniture needs, in pixels.
struct FurnitureNeeds {
    PixelSize size;
    int margin = 24;         ///< around everything
    int gap = 20;            ///< between parts
    int header = 0;          ///< height of title and subtitles
    int banner = 0;          ///< height of the banner, on top of the map; 0: none
    int footer = 0;          ///< height of the sources
    int block_width = 250;   ///< of a column of the legend
    std::vector<int> blocks; ///< heights of the legend's parts, in reading order; the last is the scale bar
};

struct PictureLayout {
    PixelRectangle map; ///< below the banner
    PixelRectangle banner;
    std::vector<PixelRectangle> blocks; ///< one per block
    int footer_y = 0;
};

/// Puts the legend beside the map or below it, whichever lets the map be larger: `goodness` of a map's size,
/// more is better. Nothing overlaps and nothing leaves the picture. None when no arrangement leaves the map a
/// third of the picture's shorter side: then draw with smaller type.
std::optional<PictureLayout> laid_out(const FurnitureNeeds& needs,
                                      const std::function<double(PixelSize)>& goodness);

/// Columns of blocks in reading order: how many blocks each column holds when none may be higher than
/// `height`. None when a block alone is higher.
std::optional<std::vector<std::size_t>> in_columns(std::span<const int> blocks, int gap, int height);

} // namespace app
