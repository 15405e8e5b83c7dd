#include "app/viewer/ui_damage.hpp"
#include "tests/support/catch.hpp"

using namespace app;

namespace {

constexpr UiRect kWindow{0, 0, 1000, 800};

/// Adds a filled box to the list, in one command that is cut to `clip`.
void add_box(UiList& list, UiRect box, ImU32 color, UiRect clip = kWindow, ImTextureID texture = nullptr) {
    ImDrawCmd command;
    command.ClipRect = {static_cast<float>(clip.x0), static_cast<float>(clip.y0), static_cast<float>(clip.x1),
                        static_cast<float>(clip.y1)};
    command.TextureId = texture;
    command.IdxOffset = static_cast<unsigned>(list.indices.size());
    command.ElemCount = 6;
    const auto first = static_cast<ImDrawIdx>(list.vertices.size());
    for (const auto& [x, y] :
         {std::pair{box.x0, box.y0}, {box.x1, box.y0}, {box.x1, box.y1}, {box.x0, box.y1}})
        list.vertices.push_back({{static_cast<float>(x), static_cast<float>(y)}, {0, 0}, color});
    for (const int corner : {0, 1, 2, 0, 2, 3})
        list.indices.push_back(static_cast<ImDrawIdx>(first + corner));
    list.commands.push_back(command);
}

UiList list_of(const char* name, UiRect box, ImU32 color, UiRect clip = kWindow,
               ImTextureID texture = nullptr) {
    UiList list;
    list.name = name;
    add_box(list, {0, 0, 50, 50}, 1); // something that never changes
    add_box(list, box, color, clip, texture);
    return list;
}

using Rects = std::vector<UiRect>;

} // namespace

TEST_CASE("two equal frames have no damage") {
    const std::vector<UiList> frame{list_of("a", {10, 10, 20, 20}, 7), list_of("b", {30, 30, 40, 40}, 8)};
    CHECK(damage_between(frame, frame, kWindow).empty());
}

TEST_CASE("what changed its colour is damaged, and nothing else") {
    const std::vector<UiList> before{list_of("a", {100, 100, 200, 150}, 7),
                                     list_of("b", {300, 300, 400, 400}, 8)};
    const std::vector<UiList> now{before[0], list_of("b", {300, 300, 400, 400}, 9)};
    CHECK(damage_between(before, now, kWindow) == Rects{{300, 300, 400, 400}});
}

TEST_CASE("what moved is damaged where it was and where it is") {
    const std::vector<UiList> before{list_of("a", {100, 100, 200, 150}, 7)};
    const std::vector<UiList> now{list_of("a", {110, 100, 210, 150}, 7)};
    CHECK(damage_between(before, now, kWindow) == Rects{{100, 100, 210, 150}});
}

TEST_CASE("damage ends where a command is cut") {
    const UiRect clip{0, 0, 150, 120};
    const std::vector<UiList> before{list_of("a", {100, 100, 200, 150}, 7, clip)};
    const std::vector<UiList> now{list_of("a", {100, 100, 200, 150}, 8, clip)};
    CHECK(damage_between(before, now, kWindow) == Rects{{100, 100, 150, 120}});
}

TEST_CASE("another picture behind the same box damages it") {
    int one = 0, other = 0;
    const std::vector<UiList> before{list_of("a", {100, 100, 200, 150}, 7, kWindow, &one)};
    const std::vector<UiList> now{list_of("a", {100, 100, 200, 150}, 7, kWindow, &other)};
    CHECK(damage_between(before, now, kWindow) == Rects{{100, 100, 200, 150}});
}

TEST_CASE("a tooltip that comes or goes damages its own place") {
    const UiList below = list_of("a", {100, 100, 200, 150}, 7);
    UiList tip;
    tip.name = "tip";
    add_box(tip, {600, 600, 700, 640}, 3);
    CHECK(damage_between({below}, {below, tip}, kWindow) == Rects{{600, 600, 700, 640}});
    CHECK(damage_between({below, tip}, {below}, kWindow) == Rects{{600, 600, 700, 640}});
}

TEST_CASE("something more in a window damages from there on") {
    const UiList before = list_of("a", {100, 100, 200, 150}, 7);
    UiList now = before;
    add_box(now, {500, 500, 520, 520}, 7);
    CHECK(damage_between({before}, {now}, kWindow) == Rects{{500, 500, 520, 520}});
}

TEST_CASE("windows in another order damage everything, as do names that say nothing") {
    const UiList a = list_of("a", {100, 100, 200, 150}, 7), b = list_of("b", {300, 300, 400, 400}, 8);
    CHECK(damage_between({a, b}, {b, a}, kWindow) == Rects{kWindow});
    UiList c = a;
    CHECK(damage_between({a, c}, {a, c}, kWindow) == Rects{kWindow});
}

TEST_CASE("many small changes become few rectangles that hold them all and do not overlap") {
    std::vector<UiList> before, now;
    for (int i = 0; i < 40; ++i) {
        const UiRect box{100 + i % 8 * 100, 100 + i / 8 * 100, 120 + i % 8 * 100, 120 + i / 8 * 100};
        UiList list;
        list.name = std::to_string(i);
        add_box(list, box, 1);
        before.push_back(list);
        list.vertices[0].col = 2;
        now.push_back(list);
    }
    const Rects rects = damage_between(before, now, kWindow);
    CHECK(rects.size() <= 7);
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size(); ++j) {
            const bool apart = rects[i].x1 <= rects[j].x0 || rects[j].x1 <= rects[i].x0 ||
                               rects[i].y1 <= rects[j].y0 || rects[j].y1 <= rects[i].y0;
            CHECK(apart);
        }
    for (int i = 0; i < 40; ++i) {
        const int x = 110 + i % 8 * 100, y = 110 + i / 8 * 100;
        CHECK(std::any_of(rects.begin(), rects.end(),
                          [&](const UiRect& r) { return r.x0 <= x && x < r.x1 && r.y0 <= y && y < r.y1; }));
    }
}
