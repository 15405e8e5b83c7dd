#include "app/report/page/page.hpp"

#include <fmt/format.h>

#include "app/report/page/html.hpp"
#include "app/report/page/page_style.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

struct Part {
    const char* id;
    const char* heading;
    std::string (*content)(const PageContext&);
};

constexpr Part kParts[] = {{"map", "Map", map_part},
                           {"time", "Over time", time_part},
                           {"bands", "Distance to the border", bands_part},
                           {"strip", "Along the border", strip_part},
                           {"density", "Density", density_part},
                           {"hotspots", "Hot spots", hot_spots_part},
                           {"clusters", "Clusters", clusters_part},
                           {"districts", "Districts", districts_part},
                           {"change", "Before and after", change_part},
                           {"limits", "What these numbers do not say", limits_part},
                           {"sources", "Sources", sources_part},
                           {"redo", "Files, and how to make this again", redo_part}};

} // namespace

std::string picture_part(const PageContext& context, const std::string& name, const std::string& words,
                         const std::string& caption) {
    const auto found = context.pictures.find(name);
    return found == context.pictures.end() ? "" : embedded_png(found->second, words, caption);
}

std::string first_of_words(std::size_t n_shown, std::size_t n, const std::string& file) {
    if (n_shown >= n) return "";
    return fmt::format("The first {} of {}; all of them are in {}.", n_shown, geo::grouped(n), file);
}

std::string page_of(const PageContext& context) {
    std::string sections, links;
    for (const Part& part : kParts) {
        const std::string html = section(part.id, part.heading, part.content(context));
        if (html.empty()) continue;
        sections += html;
        links += fmt::format("<a href=\"#{}\">{}</a>\n", part.id, html_escaped(part.heading));
    }
    std::string head = header_part(context);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        "style-src 'unsafe-inline'\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n{}<nav>\n{}</nav>\n{}</main>\n"
        "</body>\n</html>\n",
        html_escaped(geo::map_title(context.study, context.snapshot)), page_style(), head, links, sections);
}

} // namespace app
