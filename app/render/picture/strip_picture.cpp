#include "app/render/picture/strip_picture.hpp"

#include <algorithm>
#include <cmath>

#include "app/render/picture/furniture.hpp"
#include "app/render/picture/legend.hpp"
#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/pixel_canvas.hpp"
#include "app/render/picture/strip_panel.hpp"
#include "app/render/svg/svg_canvas.hpp"
#include "app/render/svg/svg_picture.hpp"
#include "geo/core/number_words.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

constexpr float kAxisWidth = 44, kTickRow = 20, kPanelGap = 18, kLegendGap = 28, kLegendWidth = 250;

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

/// The whole page: what stands where, in pixels.
struct Page {
    float margin = 0, width = 0;
    float footer = 0; ///< top of the sources
    float plots_left = 0, plots_width = 0;
    double longest_m = 0;        ///< what the whole width stands for, so that all lines have one scale
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

Page page_for(const StripDrawing& drawing, const Lines& sources, Typesetter& type, PixelSize size,
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
void draw_panels(Canvas& canvas, const StripDrawing& drawing, const Page& page, float y) {
    Typesetter& type = canvas.typesetter();
    const PictureStyle& style = drawing.style;
    const std::vector<geo::StripLine>& lines = drawing.strip.lines;
    const float scale = style.scale, axis_title = type.metrics(style.tick).height + 4 * scale;
    const float below_plot = (kStripLabelRow + kTickRow) * scale;
    const float end =
        page.footer - 16 * scale - axis_title - (page.legend_beside ? 0 : page.legend_height + 14 * scale);
    const auto n = static_cast<float>(lines.size());
    float taken = n * (below_plot + (kPanelGap + kStripLabelRow) * scale);
    for (const Lines& heading : page.headings) taken += height_of(heading, type, style.heading);
    const float high = std::round(std::max(20.0F, (end - y - taken) / n));
    float legend_x = page.margin, legend_y = end + axis_title + 14 * scale;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        y = canvas.lines(page.margin, y + kPanelGap * scale, page.headings[i], style.heading,
                         drawing.colors.text);
        const StripPlot plot{lines[i],
                             drawing.strip.reach_m,
                             page.plots_left,
                             std::round(y + kStripLabelRow * scale),
                             std::max(40 * scale, page.plot_width(lines[i])),
                             high};
        draw_strip_panel(canvas, drawing, i, plot, page.margin + page.width);
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

void draw_strip(Canvas& canvas, const geo::BorderStrip& strip, const StripWords& words, geo::Theme theme,
                const PictureOptions& options) {
    // Small pictures get smaller type rather than cut text.
    const double room = std::min(options.size.width / 900.0, options.size.height / 600.0) / options.scale;
    const auto scale = static_cast<float>(options.scale * std::clamp(room, 0.35, 1.0));
    const StripDrawing drawing{strip, drawn_discs(strip), map_colors(theme), PictureStyle(scale)};
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
