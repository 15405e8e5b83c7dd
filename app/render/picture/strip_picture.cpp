#include "app/render/picture/strip_picture.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/render/picture/furniture.hpp"
#include "app/render/picture/legend.hpp"
#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/pixel_canvas.hpp"
#include "app/render/svg/svg_canvas.hpp"
#include "app/render/svg/svg_picture.hpp"
#include "geo/core/number_words.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/layer/contrast.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr std::size_t kMostSingleDiscs = 50'000;
constexpr float kAxisWidth = 44, kTickRow = 20, kLabelRow = 22, kPanelGap = 18, kLegendGap = 28,
                kLegendWidth = 250;

/// Where a line is unrolled, in pixels.
struct StripPlot {
    const geo::StripLine& line;
    double reach_m;
    float left, top, width, height;

    float right() const { return left + width; }
    float bottom() const { return top + height; }
    float x(double along_m) const { return left + static_cast<float>(along_m / line.length_m) * width; }
    /// The neighbour's side, negative, is above.
    float y(double signed_m) const {
        return top + static_cast<float>((signed_m + reach_m) / (2 * reach_m)) * height;
    }
};

std::string km_text(double metres) { return fmt::format("{:g}", metres / 1000); }

geo::LegendItem item(geo::LegendItem::Symbol symbol, geo::Rgba color, std::string text) {
    return {symbol, color, std::move(text)};
}

geo::Scene legend_scene(const geo::BorderStrip& strip, geo::Theme theme, bool means) {
    using Symbol = geo::LegendItem::Symbol;
    const geo::MapColors colors = map_colors(theme);
    geo::Scene scene;
    scene.theme = theme;
    geo::LegendSection dates;
    dates.title = "Incidents by date";
    if (strip.dates && !strip.dates->one_day()) dates.dates = strip.dates;
    if (strip.dates && strip.dates->one_day())
        dates.items.push_back(item(Symbol::disc, geo::date_color(1), geo::iso_from_day(strip.dates->first)));
    scene.legend.push_back(dates);
    geo::LegendSection rest;
    if (strip.n_undated > 0)
        rest.items.push_back(
            item(Symbol::disc, geo::date_colors().back(), "no date (" + geo::grouped(strip.n_undated) + ")"));
    rest.items.push_back(item(Symbol::ring, colors.faint_text,
                              strip.has_sides
                                  ? "hollow: which side is not certain, given the accuracy of place and line"
                                  : "hollow: the border's file does not say which side is which"));
    if (means)
        rest.items.push_back(
            item(Symbol::disc, colors.faint_text, "larger: several incidents, of their mean date"));
    rest.items.push_back(item(Symbol::line, colors.border, "border line"));
    scene.legend.push_back(rest);
    return scene;
}

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
                    plot.bottom() + kLabelRow * style.scale + canvas.typesetter().metrics(style.tick).ascent,
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

std::vector<geo::StripDisc> discs_of(const geo::BorderStrip& strip) {
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

struct Drawing {
    const geo::BorderStrip& strip;
    std::vector<geo::StripDisc> discs;
    geo::MapColors colors;
    PictureStyle style;
};

void draw_panel(Canvas& canvas, const Drawing& drawing, std::size_t i, const StripPlot& plot,
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

/// The whole page: what stands where, in pixels.
struct Page {
    float margin, width;
    float footer; ///< top of the sources
    float plots_left, plots_width;
    double longest_m;            ///< what the whole width stands for, so that all lines have one scale
    std::vector<Lines> headings; ///< by line
    std::vector<LegendBlock> legend;
    float legend_height = 0;
    bool legend_beside = false; ///< right of a short last line, else below all

    float plot_width(const geo::StripLine& line) const {
        return std::round(plots_width * static_cast<float>(line.length_m / longest_m));
    }
    float legend_width(float scale) const {
        return (kLegendGap + kLegendWidth) * scale * static_cast<float>(legend.size());
    }
};

Page page_for(const Drawing& drawing, const Lines& sources, Typesetter& type, PixelSize size,
              geo::Theme theme) {
    const PictureStyle& style = drawing.style;
    const geo::BorderStrip& strip = drawing.strip;
    Page page;
    page.margin = 24 * style.scale;
    page.width = static_cast<float>(size.width) - 2 * page.margin;
    page.footer = static_cast<float>(size.height) - page.margin - height_of(sources, type, style.small);
    page.plots_left = std::round(page.margin + kAxisWidth * style.scale);
    page.plots_width = page.width - (kAxisWidth + 8) * style.scale;
    page.longest_m = 1;
    for (const geo::StripLine& line : strip.lines) {
        page.longest_m = std::max(page.longest_m, line.length_m);
        page.headings.push_back(
            wrapped_all({line_in_words(line, strip.reach_m)}, type, style.heading, page.width));
    }
    const bool means =
        std::any_of(drawing.discs.begin(), drawing.discs.end(), [](const auto& d) { return d.n > 1; });
    page.legend = legend_blocks(legend_scene(strip, theme, means), type, style, kLegendWidth * style.scale);
    for (const LegendBlock& block : page.legend)
        page.legend_height = std::max(page.legend_height, block.height);
    if (strip.lines.size() > 1)
        page.legend_beside =
            page.plots_width - page.plot_width(strip.lines.back()) >= page.legend_width(style.scale);
    return page;
}

/// Title, subtitle and banner; returns the y below them.
float draw_header(Canvas& canvas, const StripWords& words, const Page& page, const geo::MapColors& colors,
                  const PictureStyle& style) {
    Typesetter& type = canvas.typesetter();
    float y =
        canvas.lines(page.margin, page.margin, wrapped_all({words.title}, type, style.title, page.width),
                     style.title, colors.text);
    y = canvas.lines(page.margin, y, wrapped_all(words.subtitle, type, style.subtitle, page.width),
                     style.subtitle, colors.faint_text);
    const Lines banner = wrapped_all({words.banner}, type, style.banner, page.width - 24 * style.scale);
    if (banner.empty()) return y;
    y += 8 * style.scale;
    const int high = rounded_up(height_of(banner, type, style.banner) + 10 * style.scale);
    draw_banner(canvas,
                {static_cast<int>(page.margin), static_cast<int>(y), static_cast<int>(page.width), high},
                banner, style);
    return y + static_cast<float>(high);
}

void draw_legend(Canvas& canvas, const Page& page, float x, float y, float scale) {
    for (const LegendBlock& block : page.legend) {
        block.draw(canvas, std::round(x), std::round(y)); // ramps stand on whole pixels
        x += (kLegendWidth + kLegendGap) * scale;
    }
}

/// The panels one below the other from `y`, as high as the page leaves, what the axes are, and the legend.
void draw_panels(Canvas& canvas, const Drawing& drawing, const Page& page, float y) {
    Typesetter& type = canvas.typesetter();
    const PictureStyle& style = drawing.style;
    const std::vector<geo::StripLine>& lines = drawing.strip.lines;
    const float scale = style.scale, axis_title = type.metrics(style.tick).height + 4 * scale;
    const float below_plot = (kLabelRow + kTickRow) * scale;
    const float end =
        page.footer - 16 * scale - axis_title - (page.legend_beside ? 0 : page.legend_height + 14 * scale);
    const auto n = static_cast<float>(lines.size());
    float taken = n * (below_plot + (kPanelGap + kLabelRow) * scale);
    for (const Lines& heading : page.headings) taken += height_of(heading, type, style.heading);
    const float high = std::round(std::max(20.0F, (end - y - taken) / n));
    float legend_x = page.margin, legend_y = end + axis_title + 14 * scale;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        y = canvas.lines(page.margin, y + kPanelGap * scale, page.headings[i], style.heading,
                         drawing.colors.text);
        const StripPlot plot{lines[i],
                             drawing.strip.reach_m,
                             page.plots_left,
                             std::round(y + kLabelRow * scale),
                             std::max(40 * scale, page.plot_width(lines[i])),
                             high};
        draw_panel(canvas, drawing, i, plot, page.margin + page.width);
        if (page.legend_beside) {
            legend_x = plot.right() + kLegendGap * scale;
            legend_y = plot.top;
        }
        y = plot.bottom() + below_plot;
    }
    canvas.text(page.plots_left, y + type.metrics(style.tick).ascent,
                "km along the line, from its south-western end; across: distance to the line in km",
                style.tick, drawing.colors.faint_text);
    draw_legend(canvas, page, legend_x, legend_y, scale);
}

} // namespace

double axis_step(double length, double most) {
    const double rough = length / std::max(1.0, most), power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double round : {1.0, 2.0, 5.0})
        if (rough <= round * power * (1 + 1e-9)) return round * power;
    return 10 * power;
}

void draw_strip(Canvas& canvas, const geo::BorderStrip& strip, const StripWords& words, geo::Theme theme,
                const PictureOptions& options) {
    // Small pictures get smaller type rather than cut text.
    const double room = std::min(options.size.width / 900.0, options.size.height / 600.0) / options.scale;
    const auto scale = static_cast<float>(options.scale * std::clamp(room, 0.35, 1.0));
    const Drawing drawing{strip, discs_of(strip), map_colors(theme), PictureStyle(scale)};
    const PictureStyle& style = drawing.style;
    const float width = static_cast<float>(options.size.width) - 48 * scale;
    const Lines sources = source_lines(words.sources, canvas.typesetter(), style.small, width);
    const Page page = page_for(drawing, sources, canvas.typesetter(), options.size, theme);
    const float y = draw_header(canvas, words, page, drawing.colors, style);
    canvas.lines(page.margin, page.footer, sources, style.small, drawing.colors.faint_text);
    if (!strip.lines.empty()) draw_panels(canvas, drawing, page, y);
}

void write_strip_picture(const geo::Study& study, const geo::Snapshot& snapshot,
                         const PictureOptions& options, const std::string& path) {
    check_picture(options);
    const geo::BorderStrip& strip = *snapshot.strip.value;
    const geo::IncidentTable* table = snapshot.table();
    const geo::MapSpec looks = study.map.value_or(geo::MapSpec{});
    StripWords words;
    words.title = looks.title.empty() ? "Incidents along the border · " + table->origin.file : looks.title;
    words.subtitle = map_subtitle(study, snapshot);
    words.sources = attributions_of(snapshot);
    if (table->origin.synthetic) words.banner = "synthetic sample data";
    const std::string provenance = provenance_of(study, snapshot);
    const geo::Rgba ground = geo::map_colors(looks.theme).panel;
    if (geo::ending_of(path) == ".svg") {
        SvgCanvas canvas;
        canvas.fill_rectangle(0, 0, static_cast<float>(options.size.width),
                              static_cast<float>(options.size.height), ground);
        draw_strip(canvas, strip, words, looks.theme, options);
        std::string description = words.banner;
        for (const Lines& lines : {words.subtitle, words.sources})
            for (const std::string& line : lines) description += (description.empty() ? "" : "\n") + line;
        return geo::write_file_atomically(
            path, svg_document(canvas, options, words.title, description, provenance));
    }
    PixelCanvas canvas(options.size, ground);
    draw_strip(canvas, strip, words, looks.theme, options);
    const std::vector<std::uint8_t> png = png_from_image(
        canvas.take(), {{"Software", "borderlens"}, {"borderlens", provenance}}, 96 * options.scale);
    geo::write_file_atomically(path, {reinterpret_cast<const char*>(png.data()), png.size()});
}

} // namespace app
