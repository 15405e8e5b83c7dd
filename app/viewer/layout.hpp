#pragma once

namespace app {

struct Box {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;
    bool contains(float px, float py) const {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
};

/// Where the regions of the window stand, in pixels. No region has a negative size; one that has no room is
/// empty.
struct Layout {
    Box top, left, map, right, timeline, status;
    Box table; ///< empty unless `open_table` made it
};

/// What the user has dragged the regions to, in pixels of the design.
struct PartSizes {
    float left = 280, right = 312, timeline = 156;
};
constexpr float kLeastSide = 200, kMostSide = 560, kLeastTimeline = 112, kMostTimeline = 420;

/// `scale` multiplies every size. Side panels give way in narrow windows: first they shrink, then the
/// right one goes, then the left one.
Layout layout_for(float width, float height, float scale, bool left_open, bool right_open,
                  const PartSizes& sizes = {});

/// Opens the table from the bottom, over the timeline and as much of the map as it needs; `wanted` in pixels,
/// 0 for the usual height. The map keeps a strip as long as there is any room.
void open_table(Layout& layout, float wanted, float scale);

} // namespace app
