#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/report/page/charts.hpp"
#include "app/report/page/html.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/border_comparison.hpp"
#include "geo/study/border_intervals.hpp"
#include "geo/study/border_null.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using geo::grouped;

std::string bands_table(const geo::Snapshot& snapshot, bool with_intervals) {
    const geo::BandTable& bands = *snapshot.bands.value;
    const bool deaths = bands.has_deaths;
    std::vector<HtmlColumn> columns{{"distance", false, true}, {"incidents", true}, {"share", true}, {""}};
    if (deaths) columns.push_back({"deaths, best", true});
    columns.push_back({"vaguer than the band", true});
    if (with_intervals)
        columns.insert(columns.end(), {{"certainly", true}, {"expected", true}, {"possibly", true}});
    HtmlTable table(columns);
    std::uint64_t most = 1;
    for (const geo::Band& band : bands.bands) most = std::max(most, band.count);
    for (std::size_t i = 0; i < bands.bands.size(); ++i) {
        const geo::Band& band = bands.bands[i];
        const double share = bands.total == 0 ? 0 : double(band.count) / double(bands.total);
        std::vector<HtmlCell> row{geo::band_in_words(band), grouped(band.count),
                                  fmt::format("{:.1f} %", 100 * share),
                                  HtmlCell::markup(share_bar(double(band.count) / double(most)))};
        if (deaths) row.emplace_back(count_words(band.deaths));
        row.emplace_back(grouped(band.vaguer));
        if (with_intervals) {
            const geo::IntervalBand& interval = snapshot.interval_bands.value->bands[i];
            row.insert(row.end(), {grouped(interval.certainly), fmt::format("{:.1f}", interval.expected),
                                   grouped(interval.possibly)});
        }
        table.add(row);
    }
    return table.html("Incidents by distance to the border line");
}

std::string null_table(const geo::NullSpec& spec, const geo::Snapshot& snapshot) {
    const geo::BorderNull& null = *snapshot.null.value;
    HtmlTable table({{"distance"},
                     {"share", true},
                     {"expected", true},
                     {"ratio", true},
                     {"95 % of the runs", true},
                     {"p more", true},
                     {"p fewer", true}});
    for (std::size_t i = 0; i < null.found.bands.size(); ++i) {
        const geo::BandAgainstNull& band = null.found.bands[i];
        table.add({geo::band_in_words(snapshot.bands.value->bands[i]),
                   fmt::format("{:.1f} %", 100 * band.share.observed),
                   fmt::format("{:.1f} %", 100 * band.share.expected),
                   band.share.expected > 0 ? fmt::format("{:.2f}", band.ratio()) : "",
                   fmt::format("{:.1f} to {:.1f} %", 100 * band.share.low, 100 * band.share.high),
                   fmt::format("{:.3f}", band.p_more), fmt::format("{:.3f}", band.p_fewer)});
    }
    return "<h3>Nearer than chance?</h3>\n" +
           paragraph(fmt::format("{} ({} incidents at {} places, {} runs, seed {}).",
                                 geo::null_in_words(spec), grouped(null.found.n_incidents),
                                 grouped(null.found.n_places), grouped(spec.runs), spec.seed)) +
           table.html("");
}

std::string comparison_table(const geo::BorderComparison& comparison) {
    if (comparison.lines.empty()) return "";
    std::vector<HtmlColumn> columns{{"distance"}};
    for (const auto& line : comparison.lines) columns.push_back({line.words, true});
    HtmlTable table(columns);
    for (std::size_t band = 0; band < comparison.lines[0].bands.bands.size(); ++band) {
        std::vector<HtmlCell> row{geo::band_in_words(comparison.lines[0].bands.bands[band])};
        for (const auto& line : comparison.lines) row.emplace_back(grouped(line.bands.bands[band].count));
        table.add(row);
    }
    std::vector<HtmlCell> changed{"in another band than under the first"};
    for (const auto& line : comparison.lines) changed.emplace_back(grouped(line.n_other_band));
    table.add(changed);
    return table.html("The same incidents under every bundled line");
}

std::vector<std::string> line_notes(const geo::BorderSet& border) {
    std::vector<std::string> notes;
    for (const geo::BorderLine& line : border.lines) {
        std::string note = fmt::format("{}: {}", line.name, geo::without_packages(line.source));
        if (line.accuracy_m > 0)
            note += fmt::format(", accurate to {} m", grouped(static_cast<std::uint64_t>(line.accuracy_m)));
        if (!line.note.empty()) note += "; " + line.note;
        notes.push_back(std::move(note));
    }
    notes.emplace_back(
        "Distances are shortest geodesics on the WGS 84 ellipsoid to the line; no projection is used.");
    return notes;
}

} // namespace

std::string bands_part(const PageContext& context) {
    const geo::Snapshot& snapshot = context.snapshot;
    if (!context.study.proximity || !snapshot.bands.value || !snapshot.border.value) return "";
    const geo::ProximitySpec& spec = *context.study.proximity;
    const bool intervals = spec.intervals && snapshot.interval_bands.value;
    std::string html = bands_table(snapshot, intervals);
    if (snapshot.bands.value->unlocated > 0)
        html += paragraph(fmt::format("{} incidents have no place and are in no band.",
                                      grouped(snapshot.bands.value->unlocated)));
    if (intervals)
        html += paragraph("An incident is in a band for certain when everything that its place may stand for "
                          "lies in it, and "
                          "possibly when a part does; expected is the sum of those parts.");
    if (spec.null && snapshot.null.value) html += null_table(*spec.null, snapshot);
    if (spec.compare && snapshot.comparison.value) html += comparison_table(*snapshot.comparison.value);
    return html + bullets(line_notes(*snapshot.border.value));
}

std::string strip_part(const PageContext& context) {
    if (!context.study.strip || !context.snapshot.strip.value) return "";
    const geo::BorderStrip& strip = *context.snapshot.strip.value;
    std::vector<std::string> lines;
    for (const geo::StripLine& line : strip.lines) lines.push_back(geo::line_in_words(line, strip.reach_m));
    return picture_part(context, "strip", "Incidents along the border, by kilometre and distance",
                        sentence(geo::strip_in_words(*context.study.strip)) +
                            " Hollow: the side of the line cannot be told from the place.") +
           bullets(lines);
}

} // namespace app
