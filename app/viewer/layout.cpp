#include "app/viewer/layout.hpp"

#include <algorithm>

namespace app {

namespace {

constexpr float kTop = 48, kStatus = 28;
constexpr float kNarrowSide = 232; // in a narrow window
constexpr float kTable = 300, kLeastTable = 120, kMapAboveTable = 120;
constexpr float kMapWidth = 400, kMapHeight = 200; // what the map should keep

} // namespace

Layout layout_for(float width, float height, float scale, bool left_open, bool right_open,
                  const PartSizes& sizes) {
    width = std::max(0.0f, width);
    height = std::max(0.0f, height);
    const float top = std::min(kTop * scale, height);
    const float status = std::min(kStatus * scale, height - top);
    const float middle = height - top - status;
    // The map keeps its height: a tall timeline shrinks, and goes when even the least one has no room.
    const float room = middle - kMapHeight * scale;
    const float wanted = std::clamp(sizes.timeline, kLeastTimeline, kMostTimeline) * scale;
    const float timeline = room >= kLeastTimeline * scale ? std::min(wanted, room) : 0;

    float left = left_open ? std::clamp(sizes.left, kLeastSide, kMostSide) * scale : 0;
    float right = right_open ? std::clamp(sizes.right, kLeastSide, kMostSide) * scale : 0;
    const auto crowded = [&] { return width - left - right < kMapWidth * scale; };
    if (crowded() && right > 0) right = std::min(right, kNarrowSide * 1.05f * scale);
    if (crowded() && left > 0) left = std::min(left, kNarrowSide * scale);
    if (crowded()) right = 0;
    if (crowded()) left = 0;

    Layout layout;
    layout.top = {0, 0, width, top};
    layout.status = {0, top + middle, width, status};
    layout.left = {0, top, left, middle};
    layout.right = {width - right, top, right, middle};
    layout.map = {left, top, width - left - right, middle - timeline};
    layout.timeline = {left, top + middle - timeline, width - left - right, timeline};
    return layout;
}

void open_table(Layout& layout, float wanted, float scale) {
    const float room = layout.map.height + layout.timeline.height;
    const float most = std::max(std::min(room, kLeastTable * scale), room - kMapAboveTable * scale);
    const float least = std::min(room, kLeastTable * scale);
    const float height = std::clamp(wanted > 0 ? wanted : kTable * scale, least, most);
    layout.table = {layout.map.x, layout.map.y + room - height, layout.map.width, height};
    layout.map.height = room - height;
    layout.timeline = {layout.map.x, layout.table.y, layout.map.width, 0};
}

} // namespace app
