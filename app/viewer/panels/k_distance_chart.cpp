#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/core/number_words.hpp"
#include "geo/study/clusters.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

struct Plot {
    ImVec2 low, high;
    double top_m = 0; ///< at the upper edge
    float x(double share) const { return low.x + static_cast<float>(share) * (high.x - low.x); }
    float y(double metres) const {
        return high.y - static_cast<float>(std::min(1.0, metres / top_m)) * (high.y - low.y);
    }
    double share_at(float at) const {
        return std::clamp(static_cast<double>((at - low.x) / (high.x - low.x)), 0.0, 1.0);
    }
};

/// The upper edge: what nine in ten do not exceed, so that few remote incidents do not flatten the curve; eps
/// is in it.
double top_of(const geo::KDistanceCurve& curve, double eps_m) {
    const double most = curve.quantile(0.9);
    return std::max({1.3 * eps_m, std::isfinite(most) ? 1.1 * most : 0.0, 1000.0});
}

double step_of(double top_m) {
    const double rough = top_m / 3, power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double round : {1.0, 2.0, 5.0})
        if (rough <= round * power) return round * power;
    return 10 * power;
}

void axis(const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    const double step = step_of(plot.top_m);
    for (double metres = 0; metres <= plot.top_m; metres += step) {
        const float y = plot.y(metres);
        list.AddLine({plot.low.x, y}, {plot.high.x, y}, color(palette().line, metres == 0 ? 1 : 0.5f));
        const std::string words = geo::short_number(metres / 1000);
        ui::text_at(list, font, {plot.low.x - ui::text_size(font, words).x - px(4), y - px(8)},
                    color(palette().faint), words);
    }
    for (const int percent : {0, 25, 50, 75, 100}) {
        const std::string words = fmt::format("{} %", percent);
        const float width = ui::text_size(font, words).x, x = plot.x(percent / 100.0);
        list.AddLine({x, plot.high.y}, {x, plot.high.y + px(3)}, color(palette().faint));
        ui::text_at(list, font,
                    {std::clamp(x - width / 2, plot.low.x - px(6), plot.high.x - width), plot.high.y + px(4)},
                    color(palette().faint), words);
    }
}

/// Above the upper edge the curve runs along it; incidents with too few neighbours end it.
void line(const geo::KDistanceCurve& curve, const Plot& plot) {
    const std::size_t n = curve.distance_m.size();
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < n && std::isfinite(curve.distance_m[i]);
         i += std::max<std::size_t>(1, n / 400)) {
        points.emplace_back(plot.x((static_cast<double>(i) + 0.5) / static_cast<double>(n)),
                            plot.y(curve.distance_m[i]));
        if (curve.distance_m[i] > plot.top_m) break;
    }
    ImGui::GetWindowDrawList()->AddPolyline(points.data(), static_cast<int>(points.size()),
                                            color(palette().accent), 0, px(2));
}

void eps_line(const Plot& plot, double eps_m) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = plot.y(eps_m);
    for (float x = plot.low.x; x < plot.high.x; x += px(7))
        list.AddLine({x, y}, {std::min(x + px(4), plot.high.x), y}, color(palette().text), px(1.2f));
    ui::text_at(list, ui_fonts().caption, {plot.low.x + px(3), y - px(17)}, color(palette().text), "eps");
}

double share_of(const geo::KDistanceCurve& curve, double metres) {
    const auto above = std::upper_bound(curve.distance_m.begin(), curve.distance_m.end(), metres);
    return static_cast<double>(above - curve.distance_m.begin()) /
           static_cast<double>(curve.distance_m.size());
}

void hints(const geo::KDistanceCurve& curve, const geo::ClusterSpec& spec) {
    ui::hint(fmt::format(text::kKDistanceCores, 100 * share_of(curve, spec.eps.value),
                         geo::short_number(geo::km_from(spec.eps))));
    const auto few = std::count_if(curve.distance_m.begin(), curve.distance_m.end(),
                                   [](double metres) { return std::isinf(metres); });
    if (few > 0)
        ui::hint(fmt::format(text::kKDistanceFew,
                             100 * static_cast<double>(few) / static_cast<double>(curve.distance_m.size())));
    if (curve.distance_m.size() < curve.n_incidents)
        ui::hint(fmt::format(text::kKDistanceSample, count_text(curve.distance_m.size()),
                             count_text(curve.n_incidents)));
}

} // namespace

void k_distance_chart(const geo::KDistanceCurve& curve, const geo::ClusterSpec& spec, Commands& commands) {
    if (curve.distance_m.empty() || curve.k == 0) return;
    ui::section(fmt::format(fmt::runtime(spec.eps_time_days ? text::kKDistance : text::kKDistanceAny),
                            geo::ordinal(curve.k))
                    .c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = px(92), margin = px(28);
    const Plot plot{
        {at.x + margin, at.y + px(8)}, {at.x + width, at.y + height}, top_of(curve, spec.eps.value)};
    const bool clicked = ImGui::InvisibleButton("k-distance chart", {width, height + px(22)});
    ui::name_item("k-distance chart");
    axis(plot);
    line(curve, plot);
    eps_line(plot, spec.eps.value);
    if (ImGui::IsItemHovered()) {
        const double share = plot.share_at(ImGui::GetIO().MousePos.x);
        const double metres = curve.quantile(share);
        if (std::isfinite(metres) && metres > 0) {
            const double km = std::max(0.1, std::round(metres / 100) / 10);
            ui::tooltip(fmt::format(text::kKDistanceTip, 100 * share, metres / 1000, km).c_str());
            if (clicked) {
                geo::ClusterSpec chosen = spec;
                chosen.eps = geo::kilometres(km);
                commands.emplace_back(SetClusters{chosen});
            }
        }
    }
    hints(curve, spec);
}

} // namespace app
