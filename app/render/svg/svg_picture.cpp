#include "app/render/svg/svg_picture.hpp"

#include <fmt/format.h>

#include "app/render/picture/figure.hpp"
#include "app/render/point_aggregate.hpp"
#include "app/render/svg/svg_map.hpp"
#include "app/render/svg/svg_text.hpp"

namespace app {

namespace {

/// The map in its own pixels, nothing of it outside its frame.
void write_framed_map(const geo::Scene& scene, const Camera& camera, const PixelRectangle& where,
                      double scale, SvgCanvas& canvas) {
    const std::string clip = canvas.new_id("frame");
    canvas.define(fmt::format("<clipPath id=\"{}\"><rect width=\"{}\" height=\"{}\"/></clipPath>\n", clip,
                              where.width, where.height));
    canvas.add(fmt::format("<g id=\"map\" transform=\"translate({} {})\" clip-path=\"url(#{})\">\n", where.x,
                           where.y, clip));
    write_map(scene, {camera, {where.width, where.height}, 0, 0, static_cast<float>(scale), 0}, canvas);
    canvas.add("</g>\n");
}

std::string description(const geo::MapText& text) {
    std::string words = text.banner;
    for (const auto& lines : {text.subtitle, text.attributions})
        for (const std::string& line : lines)
            if (!line.empty()) words += (words.empty() ? "" : "\n") + line;
    return words;
}

std::string millimetres(double length) { return fmt::format("{:.7g}", length); }

} // namespace

std::string svg_document(const SvgCanvas& canvas, const PictureOptions& options, const std::string& title,
                         const std::string& words, const std::string& provenance) {
    constexpr double kMmPerInch = 25.4;
    const double mm = kMmPerInch / (96 * options.scale);
    const auto [width, height] = options.size;
    std::string svg = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
                                  "width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\">\n",
                                  millimetres(width * mm), millimetres(height * mm), width, height);
    svg += "<title>" + xml_escaped(title) + "</title>\n";
    svg += "<desc>" + xml_escaped(words) + "</desc>\n";
    svg += "<metadata>" + xml_escaped(provenance) + "</metadata>\n";
    svg += "<defs>\n" + canvas.definitions() + "</defs>\n" + canvas.body() + "</svg>\n";
    return svg;
}

std::string svg_picture(const geo::Scene& asked, const Camera* camera, const PictureOptions& options,
                        const std::string& provenance) {
    geo::Scene scene = asked;
    announce_aggregate(scene, true); // vectors too are for people to look at: very many become discs that count
    const auto [width, height] = options.size;
    SvgCanvas canvas;
    canvas.fill_rectangle(0, 0, static_cast<float>(width), static_cast<float>(height),
                          map_colors(scene.theme).panel);
    draw_figure(canvas, scene, camera, options,
                [&](const Camera& seen, const PixelRectangle& where, double scale) {
                    write_framed_map(scene, seen, where, scale, canvas);
                });
    return svg_document(canvas, options, scene.text.title, description(scene.text), provenance);
}

} // namespace app
