#include "app/viewer/ui_painter.hpp"

#include <algorithm>

#include <imgui_impl_opengl3.h>

namespace app {

namespace {

/// The pixels that Dear ImGui's renderer lets a command fill: it cuts fractions off.
UiRect scissor_of(const ImVec4& clip, int height) {
    const int x = static_cast<int>(clip.x), low = static_cast<int>(static_cast<float>(height) - clip.w);
    const int width = static_cast<int>(clip.z - clip.x), tall = static_cast<int>(clip.w - clip.y);
    return {x, height - low - tall, x + width, height - low};
}

/// Draws all lists, cut to the rectangle.
void draw_within(const UiRect& rect, const std::vector<UiList>& lists, ImDrawData& drawn, int height) {
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        ImDrawList& list = *drawn.CmdLists[i];
        for (int c = 0; c < list.CmdBuffer.Size; ++c) {
            const UiList& whole = lists[static_cast<std::size_t>(i)];
            const UiRect own = scissor_of(whole.commands[static_cast<std::size_t>(c)].ClipRect, height);
            list.CmdBuffer[c].ClipRect = {
                static_cast<float>(std::max(own.x0, rect.x0)), static_cast<float>(std::max(own.y0, rect.y0)),
                static_cast<float>(std::min(own.x1, rect.x1)), static_cast<float>(std::min(own.y1, rect.y1))};
        }
    }
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
}

} // namespace

long UiPainter::paint(PixelSize size, geo::Rgba ground) {
    ImDrawData& drawn = *ImGui::GetDrawData();
    std::vector<UiList> now;
    now.reserve(static_cast<std::size_t>(drawn.CmdListsCount));
    for (int i = 0; i < drawn.CmdListsCount; ++i) now.push_back(copy_of(*drawn.CmdLists[i]));
    const UiRect window{0, 0, size.width, size.height};
    // Where Dear ImGui's units are not pixels, rectangles of the one are not those of the other.
    const bool in_pixels = drawn.FramebufferScale.x == 1 && drawn.FramebufferScale.y == 1;
    const bool same_ground = in_pixels && size_ == size && ground_ == ground;
    const std::vector<UiRect> rects =
        same_ground ? damage_between(before_, now, window) : std::vector<UiRect>{window};
    size_ = size;
    ground_ = ground;
    long n_pixels = 0;
    if (!rects.empty()) target_.resume(size);
    for (const UiRect& rect : rects) {
        target_.clear(rect.x0, size.height - rect.y1, {rect.x1 - rect.x0, rect.y1 - rect.y0}, ground);
        if (in_pixels)
            draw_within(rect, now, drawn, size.height);
        else
            ImGui_ImplOpenGL3_RenderDrawData(&drawn);
        n_pixels += static_cast<long>(rect.x1 - rect.x0) * (rect.y1 - rect.y0);
    }
    if (!rects.empty()) target_.end();
    before_ = std::move(now);
    return n_pixels;
}

} // namespace app
