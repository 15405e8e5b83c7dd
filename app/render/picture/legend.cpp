#include "app/render/picture/legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/layer/contrast.hpp"

namespace app {

namespace {

constexpr float kSymbolWidth = 30; ///< pixels at scale 1, from the left edge to the text
constexpr float kRampHeight = 14;

using Lines = std::vector<std::string>;

void draw_stroke(Canvas& canvas, float x, float y, float length, float width, geo::Rgba color) {
    // NOLINTNEXTLINE(readability-suspicious-call-argument): a lying line's length is the rectangle's width
    canvas.fill_rectangle(x, y - width / 2, length, width, color);
}

void draw_disc(Canvas& canvas, float x, float y, const geo::LegendItem& item, const geo::MapColors& colors,
               float scale) {
    const float radius = 5 * scale;
    canvas.disc(x, y, radius + 0.75F * scale, geo::blended_over(colors.rim, colors.study_land));
    const bool ring = item.symbol == geo::LegendItem::Symbol::ring;
    canvas.disc(x, y, radius, item.color);
    if (!ring) return;
    geo::Rgba faint = item.color;
    faint.a = 41; // the map's hollow discs keep 16 % of their fill
    canvas.disc(x, y, radius - 1.75F * scale, geo::blended_over(faint, colors.study_land));
}

/// In the column of symbols, centred on `y`.
void draw_symbol(Canvas& canvas, float x, float y, const geo::LegendItem& item, const geo::MapColors& colors,
                 float scale) {
    using Symbol = geo::LegendItem::Symbol;
    const float length = 22 * scale;
    switch (item.symbol) {
    case Symbol::disc:
    case Symbol::ring:
        draw_disc(canvas, x + length / 2, y, item, colors, scale);
        break;
    case Symbol::line:
        draw_stroke(canvas, x, y, length, 2 * scale, item.color);
        break;
    case Symbol::dashed_line:
        for (int dash = 0; dash < 3; ++dash) {
            draw_stroke(canvas, x + static_cast<float>(dash) * 8 * scale, y, 5.5F * scale, 2 * scale,
                        item.color);
        }
        break;
    case Symbol::outlined_area: {
        geo::Rgba faint = item.color;
        faint.a = 46; // as the map fills them
        canvas.fill_rectangle(x, y - 6 * scale, length, 12 * scale, item.color);
        canvas.fill_rectangle(x + 1.5F * scale, y - 4.5F * scale, length - 3 * scale, 9 * scale,
                              geo::blended_over(faint, colors.study_land));
        break;
    }
    case Symbol::area:
        canvas.fill_rectangle(x, y - 6 * scale, length, 12 * scale, colors.province_line);
        canvas.fill_rectangle(x + scale, y - 5 * scale, length - 2 * scale, 10 * scale, item.color);
        break;
    }
}

/// A ramp with all that stands under it.
struct Ramp {
    RampColor color;
    std::vector<RampTick> ticks;
    Lines words; ///< not wrapped yet
};

Ramp ramp_of(const geo::LegendSection& section, geo::Rgba ground) {
    if (section.dates) {
        Ramp ramp{geo::date_color, {}, geo::in_words(*section.dates)};
        for (const geo::DateTick& tick : geo::date_ticks(*section.dates))
            ramp.ticks.push_back({tick.share, tick.text});
        return ramp;
    }
    // As it looks on the map: over the study area's ground.
    const auto color = [scale = *section.scale, ground](double share) {
        return geo::blended_over(scale.at(scale.top * share), ground);
    };
    Ramp ramp{color, ramp_ticks(*section.scale), {section.scale->unit}};
    ramp.words.insert(ramp.words.end(), section.notes.begin(), section.notes.end());
    return ramp;
}

void draw_ramp(Canvas& canvas, float x, float y, float width, const Ramp& ramp, const geo::MapColors& colors,
               const PictureStyle& style) {
    const float height = kRampHeight * style.scale;
    canvas.ramp(x, y, width, height, ramp.color);
    canvas.frame(static_cast<int>(x), static_cast<int>(y), static_cast<int>(width), static_cast<int>(height),
                 1, colors.province_line);
}

/// Labels that would touch their left neighbour are left out, the last one never.
void draw_ticks(Canvas& canvas, float x, float y, float width, const std::vector<RampTick>& ticks,
                const geo::MapColors& colors, const PictureStyle& style) {
    const float gap = 6 * style.scale, length = 4 * style.scale;
    const LineMetrics metrics = canvas.typesetter().metrics(style.tick);
    float free_until = x + width + gap; // from the right: the last label first
    for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
        const float at = x + width * static_cast<float>(tick->share);
        const float wide = canvas.typesetter().width(tick->text, style.tick);
        const float left = std::clamp(at - wide / 2, x, std::max(x, x + width - wide));
        if (left + wide + gap > free_until) continue;
        canvas.fill_rectangle(std::clamp(at - 0.5F, x, x + width - 1), y, 1, length, colors.faint_text);
        canvas.text(left, y + length + metrics.ascent, tick->text, style.tick, colors.text);
        free_until = left;
    }
}

struct PreparedItem {
    geo::LegendItem item;
    Lines lines;
};

LegendBlock swatch_block(const geo::LegendSection& section, const geo::MapColors& colors,
                         Typesetter& typesetter, const PictureStyle& style, float width) {
    const float symbol = kSymbolWidth * style.scale, space = 4 * style.scale;
    const Lines heading =
        section.title.empty() ? Lines() : typesetter.wrapped(section.title, style.heading, width);
    const float heading_height =
        heading.empty()
            ? 0
            : static_cast<float>(heading.size()) * typesetter.metrics(style.heading).height + space;
    const float line = typesetter.metrics(style.item).height;
    std::vector<PreparedItem> items;
    float height = heading_height;
    for (const geo::LegendItem& item : section.items) {
        if (!item.shown) continue; // nothing on the map looks like it
        items.push_back({item, typesetter.wrapped(item.text, style.item, width - symbol)});
        height += line * static_cast<float>(items.back().lines.size()) + space;
    }
    return {height, [=](Canvas& canvas, float x, float y) {
                canvas.lines(x, y, heading, style.heading, colors.text);
                y += heading_height;
                for (const PreparedItem& prepared : items) {
                    draw_symbol(canvas, x, y + line / 2, prepared.item, colors, style.scale);
                    y = canvas.lines(x + symbol, y, prepared.lines, style.item, colors.text) + space;
                }
            }};
}

LegendBlock ramp_block(const geo::LegendSection& section, const geo::MapColors& colors,
                       Typesetter& typesetter, const PictureStyle& style, float width) {
    const float space = 6 * style.scale;
    const Lines heading = typesetter.wrapped(section.title, style.heading, width);
    Ramp ramp = ramp_of(section, colors.study_land);
    Lines unit;
    for (const std::string& words : ramp.words)
        for (std::string& line : typesetter.wrapped(words, style.tick, width))
            unit.push_back(std::move(line));
    const float heading_height =
        static_cast<float>(heading.size()) * typesetter.metrics(style.heading).height + space;
    const float ramp_height = kRampHeight * style.scale + 1;
    const float ticks_height = typesetter.metrics(style.tick).height + 6 * style.scale;
    const float unit_height = static_cast<float>(unit.size()) * typesetter.metrics(style.tick).height;
    const float ramp_width = std::floor(width - 2);
    return {heading_height + ramp_height + ticks_height + unit_height, [=](Canvas& canvas, float x, float y) {
                canvas.lines(x, y, heading, style.heading, colors.text);
                y += heading_height;
                draw_ramp(canvas, x + 1, std::round(y), ramp_width, ramp, colors, style);
                draw_ticks(canvas, x + 1, std::round(y) + ramp_height, ramp_width, ramp.ticks, colors, style);
                y += ramp_height + ticks_height;
                canvas.lines(x, y, unit, style.tick, colors.faint_text);
            }};
}

} // namespace

std::vector<RampTick> ramp_ticks(const geo::ColorScale& scale) {
    std::vector<RampTick> ticks{{0, "0"}};
    for (const double value : scale.breaks) {
        if (value <= 0 || value > scale.top * (1 + 1e-9)) continue;
        const bool last = value >= scale.top * (1 - 1e-9);
        ticks.push_back({std::min(value / scale.top, 1.0), fmt::format("{}{:g}", last ? "≥ " : "", value)});
    }
    if (ticks.back().share < 0.9) ticks.push_back({1, fmt::format("≥ {:.3g}", scale.top)});
    return ticks;
}

std::vector<LegendBlock> legend_blocks(const geo::Scene& scene, Typesetter& typesetter,
                                       const PictureStyle& style, float width) {
    const geo::MapColors colors = map_colors(scene.theme);
    std::vector<LegendBlock> blocks;
    for (const geo::LegendSection& section : scene.legend) {
        // A section with both: the second follows without repeating the heading. Dates come before what is
        // said of single discs.
        geo::LegendSection swatches = section, ramp = section;
        const bool has_items = std::any_of(section.items.begin(), section.items.end(),
                                           [](const geo::LegendItem& item) { return item.shown; });
        if (section.dates) {
            blocks.push_back(ramp_block(ramp, colors, typesetter, style, width));
            swatches.title.clear();
        }
        if (has_items) blocks.push_back(swatch_block(swatches, colors, typesetter, style, width));
        if (!section.scale) continue;
        if (has_items) ramp.title.clear();
        blocks.push_back(ramp_block(ramp, colors, typesetter, style, width));
    }
    return blocks;
}

} // namespace app
