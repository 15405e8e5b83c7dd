#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/report/page/html.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/clusters_text.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using geo::grouped;

std::vector<std::string> density_notes(const geo::DensitySpec& spec, const geo::DensitySurface& surface) {
    std::vector<std::string> notes{fmt::format("{} incidents; the peak is {} {}.",
                                               grouped(surface.n_incidents), geo::short_number(surface.peak),
                                               surface.scale.unit),
                                   "An estimate: how broad and how high its hills are follows from the "
                                   "kernel and its radius, which the study sets."};
    if (surface.share_spread > 0)
        notes.push_back(fmt::format("{:.0f} % of the weight is spread over where vague places may lie.",
                                    100 * surface.share_spread));
    if (surface.n_vague > 0)
        notes.push_back(fmt::format("{} incidents are left out as too vague.", grouped(surface.n_vague)));
    if (surface.n_left_out > 0)
        notes.push_back(
            fmt::format("{} incidents are left out: without a place, or of a precision that is of no use.",
                        grouped(surface.n_left_out)));
    if (spec.edge == geo::EdgeCorrection::none)
        notes.emplace_back(
            "No edge correction: incidents beyond the edge of the area count where they lie, and "
            "what no file "
            "records there is missing.");
    return notes;
}

std::string region_table(const geo::HotSpots& spots) {
    const std::string nouns = std::string(spots.units->noun()) + "s";
    HtmlTable table(
        {{"", true}, {"where"}, {"Gi* z", true}, {"q", true}, {nouns, true}, {"incidents", true}});
    const std::size_t n = std::min(kMostListed, spots.regions.size());
    for (std::size_t i = 0; i < n; ++i) {
        const geo::HotRegion& region = spots.regions[i];
        const geo::HotUnit& peak = spots.found[region.peak];
        table.add({std::to_string(i + 1), region.near, fmt::format("{:.1f}", peak.z),
                   probability_words(peak.q), grouped(region.n_units), grouped(region.count)});
    }
    return table.html("Hot spots of touching " + nouns + ", the highest Gi* first") +
           paragraph(first_of_words(n, spots.regions.size(), "layers/hotspots.geojson (its " + nouns + ")"));
}

std::vector<std::string> hot_spot_notes(const geo::HotSpots& spots) {
    const std::string noun(spots.units->noun());
    std::vector<std::string> notes{fmt::format("{} incidents in {}; {} left out: outside them, without a "
                                               "place, or of a precision that is of no use.",
                                               grouped(spots.n_incidents),
                                               geo::count_in_words(spots.n_compared(), *spots.units),
                                               grouped(spots.n_left_out))};
    const auto note = [&](std::uint64_t n, const std::string& words) {
        if (n > 0) notes.push_back(grouped(n) + " " + words);
    };
    note(spots.n_in_none, "are known only to more than a district, and in none.");
    note(spots.n_vague,
         spots.units->layout()
             ? "are known to a place vaguer than half a cell, and count where the file puts them."
             : "are known only to more than their district, and count where the file puts them.");
    note(spots.n_unknown, noun + "s are left out: their value is not known.");
    note(spots.n_alone, noun + "s have no neighbour and are compared by their own value alone.");
    note(spots.n_weak, noun + "s are weak: fewer than one incident is expected in their neighbourhood.");
    if (const std::string why = geo::why_undefined(spots); !why.empty())
        notes.push_back("Gi* is not defined: " + sentence(why));
    notes.push_back("A hot spot has more in its neighbourhood than the " + noun +
                    "s of this area have on average, more than chance would put there; a false discovery "
                    "rate over all of "
                    "them is held. It says nothing of why.");
    return notes;
}

std::string emerging_part(const geo::EmergingSpots& spots) {
    HtmlTable table({{"class"}, {std::string(spots.units->noun()) + "s", true}, {"most incidents"}});
    for (std::size_t i = 1; i < geo::kEmergingClasses; ++i) {
        if (spots.n_by_class[i] == 0) continue;
        const auto emerging = static_cast<geo::EmergingClass>(i);
        const auto first =
            std::find_if(spots.regions.begin(), spots.regions.end(),
                         [&](const geo::EmergingRegion& region) { return region.emerging == emerging; });
        table.add({geo::in_words(emerging), grouped(spots.n_by_class[i]),
                   first == spots.regions.end() ? "" : first->near});
    }
    std::string html = paragraph(sentence(geo::steps_in_words(spots)));
    html += table.empty() ? paragraph("None is of any class.") : table.html("");
    std::vector<std::string> cautions;
    for (const std::string& caution : geo::cautions_of(spots)) cautions.push_back(sentence(caution));
    cautions.emplace_back(
        "Neighbouring steps share incidents, so the p of a trend is too small: read it as a description.");
    return html + bullets(cautions);
}

std::string cluster_rows(const geo::Clusters& clusters) {
    HtmlTable table({{"", true},
                     {"where"},
                     {"period", false, true},
                     {"incidents", true},
                     {"deaths, best", true},
                     {"km to the border", true},
                     {"named most often"}});
    const std::size_t n = std::min(kMostListed, clusters.by_size.size());
    for (std::size_t i = 0; i < n; ++i) {
        const geo::Cluster& cluster = clusters.clusters[clusters.by_size[i]];
        table.add({std::to_string(clusters.by_size[i] + 1), cluster.near, geo::period_in_words(cluster),
                   grouped(cluster.n_incidents), count_words(cluster.deaths_best),
                   std::isnan(cluster.border_distance_m)
                       ? ""
                       : fmt::format("{:.1f}", cluster.border_distance_m / 1000),
                   geo::actors_in_words(cluster)});
    }
    return table.html("Clusters, the most incidents first") +
           paragraph(first_of_words(n, clusters.by_size.size(), "tables/clusters.csv"));
}

} // namespace

std::string density_part(const PageContext& context) {
    if (!context.study.density || !context.snapshot.density.value) return "";
    const geo::DensitySurface& surface = *context.snapshot.density.value;
    return picture_part(context, "density", "Density of the incidents",
                        geo::density_in_words(*context.study.density, surface) + "; in " +
                            surface.scale.unit + ".") +
           bullets(density_notes(*context.study.density, surface));
}

std::string hot_spots_part(const PageContext& context) {
    if (!context.study.hot_spots || !context.snapshot.hot_spots.value) return "";
    const geo::HotSpots& spots = *context.snapshot.hot_spots.value;
    std::string html = picture_part(context, "hotspots", "Hot and cold spots",
                                    geo::hot_spots_in_words(*context.study.hot_spots) + ".");
    html += spots.regions.empty() ? paragraph("No hot spot is significant.") : region_table(spots);
    html += bullets(hot_spot_notes(spots));
    if (context.study.hot_spots->emerging && context.snapshot.emerging.value)
        html += "<h3>How they changed</h3>\n" + picture_part(context, "emerging", "Emerging hot spots", "") +
                emerging_part(*context.snapshot.emerging.value);
    return html;
}

std::string clusters_part(const PageContext& context) {
    if (!context.study.clusters || !context.snapshot.clusters.value) return "";
    const geo::Clusters& clusters = *context.snapshot.clusters.value;
    std::string html = picture_part(context, "clusters", "Clusters in space and time",
                                    sentence(geo::clusters_in_words(*context.study.clusters)));
    html += clusters.clusters.empty() ? paragraph("No incidents are dense enough to be a cluster.")
                                      : cluster_rows(clusters);
    return html +
           bullets({fmt::format("{} incidents were looked at; {} are in no cluster.",
                                grouped(clusters.n_incidents), grouped(clusters.n_noise)),
                    "How many clusters there are follows from the distance, the days and the least number of "
                    "incidents that the study sets; numbers count by date."});
}

} // namespace app
