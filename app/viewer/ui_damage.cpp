#include "app/viewer/ui_damage.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

namespace app {

namespace {

constexpr std::size_t kMostRects = 6; // each is a pass over all draw lists

UiRect common(const UiRect& a, const UiRect& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

long area(const UiRect& r) { return r.empty() ? 0 : static_cast<long>(r.x1 - r.x0) * (r.y1 - r.y0); }

int pixel(float x, float most) { return static_cast<int>(std::clamp(x, -most, most)); }

UiRect around(float x0, float y0, float x1, float y1) {
    constexpr float kFar = 1e6f;
    return {pixel(std::floor(x0), kFar), pixel(std::floor(y0), kFar), pixel(std::ceil(x1), kFar),
            pixel(std::ceil(y1), kFar)};
}

UiRect clip_of(const ImDrawCmd& c) { return around(c.ClipRect.x, c.ClipRect.y, c.ClipRect.z, c.ClipRect.w); }

/// The three corners of the triangle that starts at `index` of the command.
struct Triangle {
    const ImDrawVert* corner[3] = {};
    Triangle(const UiList& list, const ImDrawCmd& command, unsigned index) {
        for (unsigned i = 0; i < 3; ++i)
            corner[i] = &list.vertices[command.VtxOffset + list.indices[command.IdxOffset + index + i]];
    }
    bool operator==(const Triangle& other) const {
        for (int i = 0; i < 3; ++i)
            // Floats without gaps; bytes that differ are drawn again.
            // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison)
            if (std::memcmp(corner[i], other.corner[i], sizeof(ImDrawVert)) != 0) return false;
        return true;
    }
    UiRect box() const {
        const auto [x0, x1] = std::minmax({corner[0]->pos.x, corner[1]->pos.x, corner[2]->pos.x});
        const auto [y0, y1] = std::minmax({corner[0]->pos.y, corner[1]->pos.y, corner[2]->pos.y});
        return around(x0, y0, x1, y1);
    }
};

/// Where the command draws from its `first` index on.
UiRect box_from(const UiList& list, const ImDrawCmd& command, unsigned first) {
    UiRect box;
    for (unsigned i = first; i + 2 < command.ElemCount; i += 3)
        box = union_of(box, Triangle(list, command, i).box());
    return common(box, clip_of(command));
}

UiRect box_of(const UiList& list, std::size_t first_command = 0) {
    UiRect box;
    for (std::size_t c = first_command; c < list.commands.size(); ++c)
        box = union_of(box, box_from(list, list.commands[c], 0));
    return box;
}

bool same_frame(const ImDrawCmd& a, const ImDrawCmd& b) {
    // Floats without gaps; bytes that differ are drawn again.
    // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison)
    return a.TextureId == b.TextureId && std::memcmp(&a.ClipRect, &b.ClipRect, sizeof a.ClipRect) == 0;
}

UiRect damage_of(const UiList& a, const ImDrawCmd& of_a, const UiList& b, const ImDrawCmd& of_b) {
    if (!same_frame(of_a, of_b)) return union_of(box_from(a, of_a, 0), box_from(b, of_b, 0));
    const unsigned shared = std::min(of_a.ElemCount, of_b.ElemCount);
    UiRect box;
    for (unsigned i = 0; i + 2 < shared; i += 3) {
        const Triangle old(a, of_a, i), fresh(b, of_b, i);
        if (!(old == fresh)) box = union_of(union_of(box, old.box()), fresh.box());
    }
    box = common(box, clip_of(of_b));
    return union_of(box, union_of(box_from(a, of_a, shared), box_from(b, of_b, shared)));
}

UiRect damage_of(const UiList& a, const UiList& b) {
    const std::size_t shared = std::min(a.commands.size(), b.commands.size());
    UiRect box = union_of(box_of(a, shared), box_of(b, shared));
    for (std::size_t c = 0; c < shared; ++c)
        box = union_of(box, damage_of(a, a.commands[c], b, b.commands[c]));
    return box;
}

/// Neighbours are joined where that costs little more than both, and in any case until they are few.
void add(std::vector<UiRect>& rects, UiRect rect) {
    if (rect.empty()) return;
    for (std::size_t i = 0; i < rects.size();) {
        const UiRect both = union_of(rects[i], rect);
        const bool worth =
            !common(rects[i], rect).empty() || 4 * area(both) <= 5 * (area(rects[i]) + area(rect));
        if (!worth && rects.size() < kMostRects) {
            ++i;
            continue;
        }
        rect = both;
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0; // the larger one may touch those seen already
    }
    rects.push_back(rect);
}

using Places = std::unordered_map<std::string, std::size_t>;

Places places_of(const std::vector<UiList>& lists) {
    Places places;
    for (std::size_t i = 0; i < lists.size(); ++i) places.emplace(lists[i].name, i);
    return places;
}

} // namespace

UiRect union_of(const UiRect& a, const UiRect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

UiList copy_of(const ImDrawList& list) {
    return {list._OwnerName ? list._OwnerName : "",
            {list.VtxBuffer.begin(), list.VtxBuffer.end()},
            {list.IdxBuffer.begin(), list.IdxBuffer.end()},
            {list.CmdBuffer.begin(), list.CmdBuffer.end()}};
}

std::vector<UiRect> damage_between(const std::vector<UiList>& before, const std::vector<UiList>& now,
                                   const UiRect& window) {
    const Places old = places_of(before), fresh = places_of(now);
    if (old.size() != before.size() || fresh.size() != now.size()) return {window}; // names that say nothing
    std::vector<UiRect> rects;
    std::size_t last = 0;
    for (const UiList& list : now) {
        const auto found = old.find(list.name);
        if (found == old.end()) {
            add(rects, common(box_of(list), window));
            continue;
        }
        if (found->second < last) return {window};
        last = found->second;
        add(rects, common(damage_of(before[found->second], list), window));
    }
    for (const UiList& list : before)
        if (!fresh.contains(list.name)) add(rects, common(box_of(list), window));
    return rects;
}

} // namespace app
