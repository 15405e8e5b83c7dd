#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/clusters_text.hpp"

namespace app {

namespace {

constexpr std::size_t kMostListed = 100;
constexpr int kLongestDays = 365; ///< of the slider

void settings(geo::ClusterSpec spec, Commands& commands) {
    const auto slider = [&](const char* name, const char* label, const char* tip, float value, float low,
                            float high, const char* format, bool logarithmic, auto&& take) {
        ui::caption(label);
        if (ui::slider(name, &value, low, high, format, logarithmic)) {
            take(std::max(static_cast<double>(low), std::round(static_cast<double>(value))));
            commands.emplace_back(SetClusters{spec});
        }
        ui::tooltip(tip);
    };
    slider("cluster eps", text::kEps, text::kEpsTip, static_cast<float>(geo::km_from(spec.eps)), 1, 100,
           "%.3g km", true, [&](double km) { spec.eps = geo::kilometres(km); });
    bool any = !spec.eps_time_days;
    if (!any)
        slider("cluster days", text::kEpsTime, text::kEpsTimeTip, static_cast<float>(*spec.eps_time_days), 1,
               kLongestDays, "%.0f days", true,
               [&](double days) { spec.eps_time_days = static_cast<int>(days); });
    if (ui::checkbox("any time", text::kAnyTime, &any)) {
        spec.eps_time_days = any ? std::nullopt : geo::ClusterSpec{}.eps_time_days;
        commands.emplace_back(SetClusters{spec});
    }
    ui::tooltip(text::kAnyTimeTip);
    slider("cluster points", text::kMinPoints, text::kMinPointsTip, static_cast<float>(spec.min_points), 2,
           50, "%.0f", false, [&](double n) { spec.min_points = static_cast<int>(n); });
}

std::string deaths_text(double deaths) {
    return count_text(static_cast<std::uint64_t>(std::llround(deaths)));
}

std::string deaths_words(const geo::Cluster& cluster) {
    if (std::isnan(cluster.deaths_best)) return text::kClusterNoDeaths;
    if (!std::isnan(cluster.deaths_low) && !std::isnan(cluster.deaths_high))
        return fmt::format(text::kClusterDeathRange, deaths_text(cluster.deaths_best),
                           deaths_text(cluster.deaths_low), deaths_text(cluster.deaths_high));
    return fmt::format(text::kClusterAllDeaths, deaths_text(cluster.deaths_best),
                       count_text(cluster.n_without_deaths));
}

std::string place_words(const geo::Cluster& cluster) {
    std::string words = text::kClusterPlace;
    if (cluster.shape == geo::HullShape::line) words = text::kClusterLine;
    if (cluster.shape == geo::HullShape::polygon)
        words = fmt::format(text::kClusterArea, with_digits(cluster.area_km2, 3));
    if (std::isnan(cluster.border_distance_m)) return words;
    return fmt::format(text::kClusterBorder, words, length_text(cluster.border_distance_m),
                       neighbour_name(cluster.neighbour));
}

std::string tip_words(const geo::Cluster& cluster, const std::string& title) {
    const std::string actor =
        cluster.actors.empty()
            ? ""
            : fmt::format(text::kClusterActor, geo::actors_in_words(cluster), count_text(cluster.n_actor));
    return fmt::format(text::kClusterTip, title, count_text(cluster.n_incidents), count_text(cluster.n_cores),
                       deaths_words(cluster), geo::period_in_words(cluster), place_words(cluster), actor);
}

/// A cluster at one place has no size: the map goes as near as a town.
geo::LonLatBox box_to_see(const geo::Cluster& cluster) {
    constexpr double kMargin_deg = 0.03;
    geo::LonLatBox box = cluster.box;
    box.add({box.west - kMargin_deg, box.south - kMargin_deg});
    box.add({box.east + kMargin_deg, box.north + kMargin_deg});
    return box;
}

/// Two lines: the number and where it is; how many, when. A click moves the map there.
void cluster_row(const geo::Clusters& clusters, std::size_t at, Commands& commands) {
    const std::uint32_t number = clusters.by_size[at];
    const geo::Cluster& cluster = clusters.clusters[number];
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, 2 * line + px(8)};
    const std::string name = fmt::format("cluster {}", at + 1);
    if (ImGui::InvisibleButton(name.c_str(), size)) commands.emplace_back(FlyToBox{box_to_see(cluster)});
    ui::name_item(name);
    if (!ImGui::IsItemVisible()) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(start, {start.x + size.x, start.y + size.y}, color(palette().hover), px(4));
    const std::string title = fmt::format("{}  {}", number + 1, cluster.near);
    ui::tooltip(tip_words(cluster, title).c_str());
    const std::string words =
        std::isnan(cluster.deaths_best)
            ? fmt::format(text::kClusterWords, count_text(cluster.n_incidents), geo::period_in_words(cluster))
            : fmt::format(text::kClusterDeaths, count_text(cluster.n_incidents),
                          deaths_text(cluster.deaths_best), geo::period_in_words(cluster));
    list.PushClipRect(start, {start.x + size.x, start.y + size.y}, true);
    list.AddText({start.x + px(4), start.y + px(4)}, color(palette().text), title.c_str());
    list.AddText({start.x + px(4), start.y + px(4) + line}, color(palette().faint), words.c_str());
    list.PopClipRect();
}

void cluster_list(const geo::Clusters& clusters, Commands& commands) {
    if (clusters.clusters.empty()) return ui::hint(text::kNoCluster);
    ui::section(text::kClusterList);
    const std::size_t n = std::min(clusters.by_size.size(), kMostListed);
    for (std::size_t i = 0; i < n; ++i) cluster_row(clusters, i, commands);
    if (clusters.by_size.size() > n)
        ui::hint(fmt::format(text::kMoreClusters, count_text(clusters.by_size.size() - n)));
}

void numbers(const geo::Clusters& clusters) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kClusters, count_text(clusters.clusters.size()));
    ui::row(text::kClustered, count_text(clusters.n_incidents - clusters.n_noise));
    ui::row(text::kNoise, count_text(clusters.n_noise));
    ui::row(text::kClusterLeftOut, count_text(clusters.n_unplaced + clusters.n_undated));
    ui::tooltip(text::kClusterLeftOutTip);
    ImGui::PopStyleVar();
    if (clusters.n_vague_places > 0)
        ui::hint(fmt::format(text::kClusterVaguePlaces, count_text(clusters.n_vague_places)));
    if (clusters.n_vague_dates > 0)
        ui::hint(fmt::format(text::kClusterVagueDates, count_text(clusters.n_vague_dates)));
}

} // namespace

void cluster_panel(const Model& model, Commands& commands) {
    bool wanted = model.study.clusters.has_value();
    if (ui::checkbox("find clusters", text::kShowClusters, &wanted))
        commands.emplace_back(SetClusters{wanted ? std::optional(geo::ClusterSpec{}) : std::nullopt});
    ui::tooltip(text::kShowClustersTip);
    if (!model.study.clusters) return ui::hint(text::kClustersOff);
    settings(*model.study.clusters, commands);
    if (!model.table() || !model.run.snapshot->clusters.value) return;
    const geo::Clusters& clusters = *model.run.snapshot->clusters.value;
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, clusters_are_current(model) ? 1.0f : 0.5f);
    numbers(clusters);
    ImGui::Spacing();
    cluster_list(clusters, commands);
    ImGui::PopStyleVar();
    ImGui::Spacing();
    if (model.run.snapshot->k_distances.value)
        k_distance_chart(*model.run.snapshot->k_distances.value, *model.study.clusters, commands);
    ImGui::Spacing();
    ui::hint(text::kClusterMeaning);
}

} // namespace app
