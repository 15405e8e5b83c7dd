#include "app/render/picture/layout.hpp"

#include <algorithm>

namespace app {

namespace {

int height_of(std::span<const int> blocks, int gap) {
    int height = 0;
    for (const int block : blocks) height += block + (height > 0 ? gap : 0);
    return height;
}

/// Puts column after column at (x, y), top down.
void place_columns(const FurnitureNeeds& needs, std::span<const std::size_t> columns, int x, int y,
                   PictureLayout& layout) {
    std::size_t block = 0;
    for (const std::size_t n : columns) {
        int top = y;
        for (std::size_t i = 0; i < n; ++i, ++block) {
            layout.blocks.push_back({x, top, needs.block_width, needs.blocks[block]});
            top += needs.blocks[block] + needs.gap;
        }
        x += needs.block_width + needs.gap;
    }
}

/// The frame that header, footer and margins leave, still with the banner.
PixelRectangle inner_frame(const FurnitureNeeds& needs) {
    const int top = needs.margin + needs.header + (needs.header > 0 ? needs.gap : 0);
    const int bottom =
        needs.size.height - needs.margin - needs.footer - (needs.footer > 0 ? needs.gap / 2 : 0);
    return {needs.margin, top, needs.size.width - 2 * needs.margin, bottom - top};
}

PictureLayout with_map(const FurnitureNeeds& needs, PixelRectangle frame) {
    PictureLayout layout;
    layout.banner = {frame.x, frame.y, frame.width, needs.banner};
    layout.map = {frame.x, frame.y + needs.banner, frame.width, frame.height - needs.banner};
    layout.footer_y = needs.size.height - needs.margin - needs.footer;
    return layout;
}

std::optional<PictureLayout> beside(const FurnitureNeeds& needs) {
    PixelRectangle frame = inner_frame(needs);
    const auto columns = in_columns(needs.blocks, needs.gap, frame.height);
    if (!columns) return std::nullopt;
    const int full_height = frame.height;
    frame.width -= static_cast<int>(columns->size()) * (needs.block_width + needs.gap);
    PictureLayout layout = with_map(needs, frame);
    place_columns(needs, *columns, frame.x + frame.width + needs.gap, frame.y, layout);
    // The scale bar stands on the map's lower edge, where people look for it.
    if (!layout.blocks.empty()) layout.blocks.back().y = frame.y + full_height - layout.blocks.back().height;
    return layout;
}

std::optional<PictureLayout> below(const FurnitureNeeds& needs) {
    PixelRectangle frame = inner_frame(needs);
    const auto most =
        static_cast<std::size_t>(std::max(1, (frame.width + needs.gap) / (needs.block_width + needs.gap)));
    const int all = height_of(needs.blocks, needs.gap);
    for (int height = 1; height <= all; ++height) {
        const auto columns = in_columns(needs.blocks, needs.gap, height);
        if (!columns || columns->size() > most) continue;
        if (needs.block_width > frame.width) return std::nullopt;
        frame.height -= height + needs.gap;
        PictureLayout layout = with_map(needs, frame);
        place_columns(needs, *columns, frame.x, frame.y + frame.height + needs.gap, layout);
        return layout;
    }
    return std::nullopt;
}

bool map_is_large_enough(const PictureLayout& layout, PixelSize size) {
    const int least = std::min(size.width, size.height) / 3;
    return layout.map.width >= least && layout.map.height >= least;
}

} // namespace

std::optional<std::vector<std::size_t>> in_columns(std::span<const int> blocks, int gap, int height) {
    std::vector<std::size_t> columns;
    int used = 0;
    for (const int block : blocks) {
        if (block > height) return std::nullopt;
        if (columns.empty() || used + gap + block > height) {
            columns.push_back(0);
            used = block;
        } else {
            used += gap + block;
        }
        ++columns.back();
    }
    return columns;
}

std::optional<PictureLayout> laid_out(const FurnitureNeeds& needs,
                                      const std::function<double(PixelSize)>& goodness) {
    std::optional<PictureLayout> best;
    double most = 0;
    for (const auto& candidate : {beside(needs), below(needs)}) {
        if (!candidate || !map_is_large_enough(*candidate, needs.size)) continue;
        const double good = goodness({candidate->map.width, candidate->map.height});
        if (best && good <= most) continue;
        best = candidate;
        most = good;
    }
    return best;
}

} // namespace app
