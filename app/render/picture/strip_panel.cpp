#include "app/render/picture/strip_panel.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/render/picture/axis_step.hpp"
#include "geo/core/number_words.hpp"
#include "geo/layer/contrast.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostSingleDiscs = 50'000;

std::string km_text(double metres) { return fmt::format("{:g}", metres / 1000); }

void fill(Canvas& canvas, float x, float y, float width, float height, geo::Rgba color) {
    canvas.fill_rectangle(x, y, width, height, color);
}

void draw_ground(Canvas& canvas, const StripPlot& plot, const geo::MapColors& colors,
                 const PictureStyle& style, bool has_sides) {
    const float middle = plot.y(0);
    fill(canvas, plot.left, plot.top, plot.width, middle - plot.top,
         has_sides ? colors.land : colors.study_land);
    fill(canvas, plot.left, middle, plot.width, plot.bottom() - middle, colors.study_land);
    const double most = std::max(2.0, static_cast<double>(plot.width / (90 * style.scale)));
    const double step = axis_step(plot.line.length_m, most);
    for (double along = 0; along <= plot.line.length_m; along += step) {
        const float x = plot.x(along);
        fill(canvas, x, plot.top, 1, plot.height, colors.graticule);
        const std::string words = geo::grouped(static_cast<std::uint64_t>(std::llround(along / 1000)));
        const float wide = canvas.typesetter().width(words, style.tick);
        canvas.text(x - wide / 2,
                    plot.bottom() + kStripLabelRow * style.scale +
                        canvas.typesetter().metrics(style.tick).ascent,
                    words, style.tick, colors.text);
    }
}

void draw_distances(Canvas& canvas, const StripPlot& plot, const geo::MapColors& colors,
                    const PictureStyle& style) {
    const double step =
        axis_step(plot.reach_m, std::max(1.0, static_cast<double>(plot.height / (70 * style.scale))));
    const auto tick = [&](double signed_m) {
        const float y = plot.y(signed_m);
        if (signed_m != 0) fill(canvas, plot.left, y, plot.width, 1, colors.graticule);
        const std::string words = km_text(std::abs(signed_m));
        const LineMetrics metrics = canvas.typesetter().metrics(style.tick);
        const float wide = canvas.typesetter().width(words, style.tick);
        canvas.text(plot.left - wide - 6 * style.scale, y + metrics.ascent / 2 - style.scale, words,
                    style.tick, colors.text);
    };
    for (double distance = 0; distance <= plot.reach_m * (1 + 1e-9); distance += step) {
        tick(distance);
        if (distance > 0) tick(-distance);
    }
}

/// Whose side is which, in the left corners, readable over what lies there.
void draw_sides(Canvas& canvas, const StripPlot& plot, const geo::BorderStrip& strip,
                const geo::MapColors& colors, const PictureStyle& style) {
    if (!strip.has_sides) return;
    const LineMetrics metrics = canvas.typesetter().metrics(style.heading);
    const float pad = 5 * style.scale, high = metrics.height + pad;
    const auto corner = [&](const std::string& words, float top, geo::Rgba ground) {
        ground.a = 215;
        fill(canvas, plot.left, top, canvas.typesetter().width(words, style.heading) + 3 * pad, high, ground);
        canvas.text(plot.left + 1.5F * pad, top + pad / 2 + metrics.ascent, words, style.heading,
                    colors.faint_text);
    };
    corner(geo::neighbour_in_words(plot.line.neighbour), plot.top, colors.land);
    corner(strip.own_side, plot.bottom() - high, colors.study_land);
}

void draw_disc(Canvas& canvas, const StripPlot& plot, const geo::StripDisc& disc, geo::Rgba color,
               float radius, const geo::MapColors& colors, float scale) {
    const float x = plot.x(disc.mark.along_m), y = plot.y(disc.mark.signed_m);
    geo::Rgba rim = colors.rim;
    rim.a = 150;
    canvas.disc(x, y, radius + 0.5F * scale, rim);
    canvas.disc(x, y, radius, color);
    if (!disc.mark.undetermined) return;
    geo::Rgba faint = color;
    faint.a = 41; // as the map's hollow discs
    canvas.disc(x, y, std::max(0.4F, radius - 1.3F * scale), geo::blended_over(faint, colors.study_land));
}

/// A diamond where the place lies.
void draw_place(Canvas& canvas, float x, float y, const geo::MapColors& colors, float scale) {
    const auto diamond = [&](float r, geo::Rgba color) {
        const ViewPoint corners[] = {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
        canvas.fill_polygon(corners, color);
    };
    diamond(5 * scale, colors.halo);
    diamond(3.5F * scale, colors.text);
}

/// Names at the edge of their side, the best known first; those that would touch another are left out.
void draw_places(Canvas& canvas, const StripPlot& plot, const geo::MapColors& colors,
                 const PictureStyle& style, float right_limit) {
    std::vector<std::pair<float, float>> taken[2];
    const LineMetrics metrics = canvas.typesetter().metrics(style.small);
    for (const geo::StripPlace& place : plot.line.places) {
        const bool below = place.signed_m >= 0;
        const float wide = canvas.typesetter().width(place.name, style.small), at = plot.x(place.along_m);
        const float left = std::clamp(at - wide / 2, plot.left, std::max(plot.left, right_limit - wide));
        const float gap = 8 * style.scale;
        auto& row = taken[below ? 1 : 0];
        if (std::any_of(row.begin(), row.end(), [&](const auto& other) {
                return left < other.second + gap && other.first < left + wide + gap;
            }))
            continue;
        row.emplace_back(left, left + wide);
        const float tick = 4 * style.scale;
        fill(canvas, at, below ? plot.bottom() : plot.top - tick, 1, tick, colors.faint_text);
        const float baseline =
            below ? plot.bottom() + tick + metrics.ascent : plot.top - tick - metrics.descent;
        canvas.text(left, baseline, place.name, style.small, colors.text);
        draw_place(canvas, at, plot.y(place.signed_m), colors, style.scale);
    }
}

} // namespace

std::vector<geo::StripDisc> drawn_discs(const geo::BorderStrip& strip) {
    if (!strip.discs_are_means || strip.marks.size() > kMostSingleDiscs) return strip.discs;
    std::vector<geo::StripDisc> discs;
    for (const geo::StripMark& mark : strip.marks) discs.push_back({mark, 1});
    const auto age = [](const geo::StripDisc& d) {
        return d.mark.step == geo::DateScale::kSteps ? -1 : int{d.mark.step};
    };
    std::stable_sort(discs.begin(), discs.end(),
                     [&](const geo::StripDisc& a, const geo::StripDisc& b) { return age(a) < age(b); });
    return discs;
}

void draw_strip_panel(Canvas& canvas, const StripDrawing& drawing, std::size_t i, const StripPlot& plot,
                      float right_limit) {
    const PictureStyle& style = drawing.style;
    const geo::MapColors& colors = drawing.colors;
    draw_ground(canvas, plot, colors, style, drawing.strip.has_sides);
    draw_distances(canvas, plot, colors, style);
    const float line = 2 * style.scale;
    fill(canvas, plot.left, plot.y(0) - line / 2 - style.scale, plot.width, line + 2 * style.scale,
         colors.border_casing);
    fill(canvas, plot.left, plot.y(0) - line / 2, plot.width, line, colors.border);
    const float crowding =
        static_cast<float>(std::clamp(std::pow(1500.0 / (double(drawing.discs.size()) + 1), 0.25), 0.6, 1.0));
    const std::vector<geo::Rgba> palette = geo::date_colors();
    for (const geo::StripDisc& disc : drawing.discs) {
        if (disc.mark.line != i) continue;
        const float more = 1 + 0.25F * static_cast<float>(std::log2(double(disc.n)));
        draw_disc(canvas, plot, disc, palette[disc.mark.step], 3.4F * crowding * more * style.scale, colors,
                  style.scale);
    }
    draw_places(canvas, plot, colors, style, right_limit);
    draw_sides(canvas, plot, drawing.strip, colors, style);
    const int thin = std::max(1, static_cast<int>(std::lround(style.scale)));
    canvas.frame(static_cast<int>(plot.left), static_cast<int>(plot.top), static_cast<int>(plot.width),
                 static_cast<int>(plot.height), thin, colors.country_line);
}

} // namespace app
