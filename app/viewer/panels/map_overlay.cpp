#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/study/support_outlines.hpp"

namespace app {

namespace {

/// From places of the map to pixels of the window.
struct OnScreen {
    const Camera& camera;
    PixelSize size;
    ImVec2 origin;

    ImVec2 at(geo::Mercator place) const {
        const Pixel p = pixel_from_mercator(camera, size, place);
        return {origin.x + static_cast<float>(p.x), origin.y + static_cast<float>(p.y)};
    }
    ImVec2 at(geo::LonLat place) const { return at(geo::mercator_from_lonlat(place)); }
    bool sees(ImVec2 p, float margin) const {
        return p.x > origin.x - margin && p.y > origin.y - margin &&
               p.x < origin.x + static_cast<float>(size.width) + margin &&
               p.y < origin.y + static_cast<float>(size.height) + margin;
    }
};

/// Which squares of the map are taken, so that nothing is drawn over itself.
class Squares {
  public:
    Squares(const OnScreen& screen, float side)
        : origin_(screen.origin), side_(side), columns_(screen.size.width / static_cast<int>(side) + 3),
          taken_(static_cast<std::size_t>(columns_) *
                 static_cast<std::size_t>(screen.size.height / static_cast<int>(side) + 3)) {}

    /// True the first time for each square.
    bool take(ImVec2 p) {
        const int column = static_cast<int>((p.x - origin_.x) / side_ + 1);
        const int row = static_cast<int>((p.y - origin_.y) / side_ + 1);
        const long i = long{row} * columns_ + column;
        if (i < 0 || i >= static_cast<long>(taken_.size()) || taken_[static_cast<std::size_t>(i)])
            return false;
        taken_[static_cast<std::size_t>(i)] = true;
        return true;
    }

  private:
    ImVec2 origin_;
    float side_;
    int columns_;
    std::vector<bool> taken_;
};

/// Each marked place has a ring; where they are too many to tell apart, a wash.
void marked(const Model& model, const OnScreen& screen, ImDrawList& list) {
    constexpr std::size_t kMostRings = 3000;
    if (!model.marked_places || model.view.marked.n_shown() == 0) return;
    std::vector<const PlaceOfMap*> seen;
    Squares squares(screen, px(3));
    for (const PlaceOfMap& place : *model.marked_places) {
        const ImVec2 at = screen.at(place.place);
        if (screen.sees(at, 0) && squares.take(at)) seen.push_back(&place);
    }
    constexpr std::size_t kMostCased = 300; // light rims of many rings would hide what they ring
    const ImU32 accent = color(palette().accent);
    if (seen.size() > kMostRings) {
        // Everything in one colour tells nothing.
        if (model.selected() && model.view.marked.n_shown() == model.selected()->rows.size()) return;
        const float half = px(2);
        for (const PlaceOfMap* place : seen) {
            const ImVec2 at = screen.at(place->place);
            list.AddRectFilled({at.x - half, at.y - half}, {at.x + half, at.y + half},
                               color(palette().accent, 0.45f));
        }
        return;
    }
    for (const PlaceOfMap* place : seen) {
        const ImVec2 at = screen.at(place->place);
        const float radius = px(place->radius_px) + px(2);
        if (seen.size() <= kMostCased)
            list.AddCircle(at, radius + px(1), color(palette().panel, 0.8f), 16, px(3));
        list.AddCircle(at, radius, accent, 16, px(2));
    }
}

/// How many incidents stand at a place, when the map is so near that the numbers can stand beside their
/// discs.
void stack_counts(const Model& model, const OnScreen& screen, ImDrawList& list) {
    constexpr std::size_t kMost = 90; // places in view: more would be clutter
    if (!model.stacks || !incident_points(model.scene)) return;
    std::vector<const PlaceOfMap*> seen;
    for (const PlaceOfMap& place : *model.stacks)
        if (screen.sees(screen.at(place.place), 0)) {
            seen.push_back(&place);
            if (seen.size() > kMost) return;
        }
    ImFont* font = ui_fonts().caption;
    std::vector<std::pair<ImVec2, ImVec2>> taken;
    for (const PlaceOfMap* place : seen) { // the fullest first
        const std::string words = count_text(place->n);
        const ImVec2 size = ui::text_size(font, words);
        const ImVec2 middle = screen.at(place->place);
        const float beside = px(place->radius_px) * 0.7f + px(3);
        const ImVec2 low{middle.x + beside, middle.y - beside - size.y / 2};
        const ImVec2 high{low.x + size.x + px(8), low.y + size.y};
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const auto& box) {
            return low.x < box.second.x && high.x > box.first.x && low.y < box.second.y &&
                   high.y > box.first.y;
        });
        if (!free) continue;
        taken.emplace_back(low, high);
        list.AddRectFilled(low, high, color(palette().panel, 0.92f), px(8));
        list.AddRect(low, high, color(palette().faint, 0.7f), px(8));
        ui::text_at(list, font, {low.x + px(4), low.y}, color(palette().text), words);
    }
}

void outline(ImDrawList& list, const std::vector<ImVec2>& line, ImU32 tint, float width) {
    list.AddPolyline(line.data(), static_cast<int>(line.size()), color(palette().panel, 0.8f), 0,
                     width + px(2));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), tint, 0, width);
}

void drawing(const Drawing& shape, const OnScreen& screen, ImDrawList& list) {
    std::vector<ImVec2> line;
    for (const geo::LonLat place : shape.path) line.push_back(screen.at(place));
    const ImU32 tint = color(palette().accent);
    if (shape.kind == Drawing::Kind::lasso) {
        line.push_back(line.front());
        return outline(list, line, tint, px(2));
    }
    const ImVec2 a = line.front(), b = line.back();
    const ImVec2 low{std::min(a.x, b.x), std::min(a.y, b.y)}, high{std::max(a.x, b.x), std::max(a.y, b.y)};
    list.AddRectFilled(low, high, color(palette().accent, 0.12f));
    list.AddRect(low, high, tint, 0, 0, px(2));
}

/// A geodesic as the map shows it: curved.
std::vector<ImVec2> geodesic(geo::LonLat from, geo::LonLat to, const OnScreen& screen) {
    if (from == to) return {screen.at(from)};
    const geo::GeodesicLine line(from, to);
    const int n = std::clamp(static_cast<int>(line.length_m() / 20000), 1, 64);
    std::vector<ImVec2> path;
    for (int i = 0; i <= n; ++i) path.push_back(screen.at(line.at(line.length_m() * i / n).place));
    return path;
}

void plate(ImDrawList& list, ImVec2 middle, const std::string& words, bool strong) {
    ImFont* font = ui_fonts().caption;
    const ImVec2 size = ui::text_size(font, words);
    const ImVec2 low{std::round(middle.x - size.x / 2 - px(6)), std::round(middle.y - size.y / 2 - px(1))};
    const ImVec2 high{low.x + size.x + px(12), low.y + size.y + px(2)};
    list.AddRectFilled(low, high, color(strong ? palette().accent : palette().panel, strong ? 1 : 0.92f),
                       px(4));
    ui::text_at(list, font, {low.x + px(6), low.y + px(1)},
                color(strong ? palette().on_accent : palette().text), words);
}

void measure(const Model& model, const OnScreen& screen, ImDrawList& list) {
    const Measuring& measuring = model.view.measuring;
    if (measuring.points.empty()) return;
    std::vector<geo::LonLat> points = measuring.points;
    if (!measuring.ended && model.view.place) points.push_back(*model.view.place);
    const bool closed = measuring.closed && points.size() > 2;
    const Measured now = measured(measuring, model.view.place);
    const ImU32 tint = color(palette().accent);
    for (std::size_t i = 0; i < now.legs_m.size(); ++i) {
        const std::vector<ImVec2> line = geodesic(points[i], points[(i + 1) % points.size()], screen);
        outline(list, line, tint, px(2));
    }
    for (const geo::LonLat point : measuring.points) {
        list.AddCircleFilled(screen.at(point), px(5), color(palette().panel));
        list.AddCircle(screen.at(point), px(5), tint, 0, px(2));
    }
    // A leg has its length beside it where there is room for the words.
    for (std::size_t i = 0; now.legs_m.size() > 1 && i < now.legs_m.size(); ++i) {
        const ImVec2 a = screen.at(points[i]), b = screen.at(points[(i + 1) % points.size()]);
        if (std::hypot(a.x - b.x, a.y - b.y) < px(90)) continue;
        plate(list, {(a.x + b.x) / 2, (a.y + b.y) / 2}, length_text(now.legs_m[i]), false);
    }
    if (now.legs_m.empty()) return;
    ImVec2 end = screen.at(points.back());
    if (closed) { // in the middle of the figure
        end = {0, 0};
        for (const geo::LonLat point : points) {
            end.x += screen.at(point).x / static_cast<float>(points.size());
            end.y += screen.at(point).y / static_cast<float>(points.size());
        }
        if (now.area_m2) plate(list, {end.x, end.y}, area_text(*now.area_m2), true);
        return;
    }
    plate(list, {end.x, end.y - px(20)}, length_text(now.total_m), true);
}

/// What the picked incident's place stands for: it may have happened anywhere in it.
void support(const Model& model, const OnScreen& screen, ImDrawList& list) {
    const geo::LocationSupports* supports = model.run.snapshot->supports.value.get();
    if (!model.view.picked || !supports) return;
    const geo::RowId row = model.view.picked->row();
    if (row >= supports->kind.size()) return;
    for (const geo::LineString& ring : geo::outline_of_support(*model.table(), *supports, row)) {
        std::vector<ImVec2> line;
        for (const geo::LonLat place : ring) line.push_back(screen.at(place));
        outline(list, line, color(palette().accent, 0.9f), px(1.5f));
    }
}

/// The shortest way to the border while the menu tells its length.
void way_to_border(const Here& here, const OnScreen& screen, ImDrawList& list) {
    const ImVec2 at = screen.at(here.place);
    if (here.border)
        outline(list, geodesic(here.place, here.border->foot, screen), color(palette().accent), px(2));
    list.AddCircleFilled(at, px(4), color(palette().accent));
    list.AddCircle(at, px(5), color(palette().panel), 0, px(1));
}

/// Where the keyboard points: the map moves under it.
void cross(const OnScreen& screen, ImDrawList& list) {
    const ImVec2 at{std::round(screen.origin.x + static_cast<float>(screen.size.width) / 2),
                    std::round(screen.origin.y + static_cast<float>(screen.size.height) / 2)};
    const float gap = px(4), arm = px(14);
    const auto lines = [&](float width, ImU32 tint) {
        for (const float side : {-1.0f, 1.0f}) {
            list.AddLine({at.x + side * gap, at.y}, {at.x + side * arm, at.y}, tint, width);
            list.AddLine({at.x, at.y + side * gap}, {at.x, at.y + side * arm}, tint, width);
        }
    };
    lines(px(4), color(palette().panel, 0.9f));
    lines(px(2), color(palette().accent));
    ui::name_box("cross", {at.x - arm, at.y - arm}, {at.x + arm, at.y + arm});
}

} // namespace

void map_overlay(const Model& model) {
    if (model.view.map_size.width < 1 || !model.table()) return;
    const OnScreen screen{model.view.camera, model.view.map_size, ImGui::GetWindowPos()};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    support(model, screen, list);
    stack_counts(model, screen, list);
    marked(model, screen, list);
    measure(model, screen, list);
    if (model.view.drawing) drawing(*model.view.drawing, screen, list);
    if (model.view.here) way_to_border(*model.view.here, screen, list);
    if (model.view.aiming) cross(screen, list);
}

} // namespace app
