#include "app/render/svg/svg_path.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

/// How far inside one of the box's four edges a place lies.
double inside_by(SvgPoint p, const SvgBox& box, int edge) {
    switch (edge) {
    case 0:
        return p.x - box.x0;
    case 1:
        return box.x1 - p.x;
    case 2:
        return p.y - box.y0;
    default:
        return box.y1 - p.y;
    }
}

bool touches(SvgPoint a, SvgPoint b, const SvgBox& box) {
    return std::max(a.x, b.x) >= box.x0 && std::min(a.x, b.x) <= box.x1 && std::max(a.y, b.y) >= box.y0 &&
           std::min(a.y, b.y) <= box.y1;
}

} // namespace

void PathText::number(long long hundredths, bool first) {
    const std::string text = svg_number(static_cast<double>(hundredths) / 100);
    if (!first && text.front() != '-') text_.push_back(' ');
    text_ += text;
}

void PathText::move_to(SvgPoint place) {
    x_ = std::llround(place.x * 100);
    y_ = std::llround(place.y * 100);
    text_.push_back('M');
    number(x_, true);
    number(y_, false);
    in_steps_ = false;
}

void PathText::line_to(SvgPoint place) {
    const long long x = std::llround(place.x * 100), y = std::llround(place.y * 100);
    if (x == x_ && y == y_) return;
    if (!in_steps_) text_.push_back('l');
    number(x - x_, !in_steps_);
    number(y - y_, false);
    in_steps_ = true;
    x_ = x;
    y_ = y;
}

std::vector<SvgPoint> clipped_ring(std::span<const SvgPoint> ring, const SvgBox& box) {
    std::vector<SvgPoint> now(ring.begin(), ring.end()), next;
    if (now.size() > 1 && now.front() == now.back()) now.pop_back();
    for (int edge = 0; edge < 4 && !now.empty(); ++edge) {
        next.clear();
        for (std::size_t i = 0; i < now.size(); ++i) {
            const SvgPoint a = now[(i + now.size() - 1) % now.size()], b = now[i];
            const double in_a = inside_by(a, box, edge), in_b = inside_by(b, box, edge);
            if ((in_a >= 0) != (in_b >= 0)) {
                const double t = in_a / (in_a - in_b);
                next.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
            }
            if (in_b >= 0) next.push_back(b);
        }
        now.swap(next);
    }
    return now;
}

void add_line_in_box(std::span<const SvgPoint> line, const SvgBox& box, PathText& path) {
    bool drawing = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool seen = touches(line[i - 1], line[i], box);
        if (seen && !drawing) path.move_to(line[i - 1]);
        if (seen) path.line_to(line[i]);
        drawing = seen;
    }
}

} // namespace app
