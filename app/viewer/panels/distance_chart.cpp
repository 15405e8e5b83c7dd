#include <fmt/format.h>

#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/layer/color_scale.hpp"

namespace app {

namespace {

constexpr std::size_t kFirstColor = 4; // sky blue and on: not those of the commonest categories

struct Plot {
    ImVec2 low, high;
    double most_m = 0; ///< at the right end
    float x(double metres) const { return low.x + static_cast<float>(metres / most_m) * (high.x - low.x); }
};

void bars(const DistanceBins& bins, const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float per_incident =
        (plot.high.y - plot.low.y) / static_cast<float>(std::max<std::uint64_t>(bins.top, 1));
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        float y = plot.high.y;
        for (std::size_t n = 0; n < bins.counts.size(); ++n) {
            if (bins.counts[n][bin] == 0) continue;
            const float height = std::max(1.0f, static_cast<float>(bins.counts[n][bin]) * per_incident);
            list.AddRectFilled({plot.x(static_cast<double>(bin) * bins.width_m), y - height},
                               {plot.x(static_cast<double>(bin + 1) * bins.width_m) - 1, y},
                               color(geo::category_color(kFirstColor + n)));
            y -= height;
        }
    }
}

void axis(const DistanceBins& bins, const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    list.AddLine({plot.low.x, plot.high.y}, plot.high, color(palette().line));
    constexpr double kStep_m = 50'000;
    for (double metres = 0; metres <= plot.most_m; metres += kStep_m) {
        const std::string words = fmt::format("{:g}", metres / 1000);
        const float width = ui::text_size(font, words).x;
        const float x = std::clamp(plot.x(metres) - width / 2, plot.low.x, plot.high.x - width);
        list.AddLine({plot.x(metres), plot.high.y}, {plot.x(metres), plot.high.y + px(3)},
                     color(palette().faint));
        ui::text_at(list, font, {x, plot.high.y + px(4)}, color(palette().faint), words);
    }
    ui::text_at(list, font, {plot.low.x + px(2), plot.low.y - px(2)}, color(palette().faint),
                count_text(bins.top));
}

/// The bands as thin lines, the one under the mouse as a tint.
void band_marks(const Model& model, const Plot& plot) {
    if (!model.run.snapshot->bands.value) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& bands = model.run.snapshot->bands.value->bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double to = std::min(bands[i].to_m, plot.most_m);
        if (bands[i].from_m >= plot.most_m) continue;
        if (model.view.band == i)
            list.AddRectFilled({plot.x(bands[i].from_m), plot.low.y}, {plot.x(to), plot.high.y},
                               color(palette().accent, 0.14f));
        if (i > 0)
            list.AddLine({plot.x(bands[i].from_m), plot.low.y}, {plot.x(bands[i].from_m), plot.high.y},
                         color(palette().line));
    }
}

void bin_tip(const DistanceBins& bins, std::size_t bin) {
    const double from = static_cast<double>(bin) * bins.width_m / 1000, to = from + bins.width_m / 1000;
    std::string words = fmt::format(text::kBinOfDistance, from, to, count_text(bins.at(bin)));
    for (std::size_t n = 0; n < bins.counts.size(); ++n)
        words += "\n" + fmt::format(text::kOfNeighbour, neighbour_name(bins.neighbours[n]),
                                    count_text(bins.counts[n][bin]));
    ui::tooltip(words.c_str());
}

std::optional<std::size_t> band_at(const Model& model, double metres) {
    if (!model.run.snapshot->bands.value) return std::nullopt;
    const auto& bands = model.run.snapshot->bands.value->bands;
    for (std::size_t i = 0; i < bands.size(); ++i)
        if (metres >= bands[i].from_m && metres < bands[i].to_m) return i;
    return std::nullopt;
}

void neighbours(const DistanceBins& bins) {
    ImGui::PushFont(ui_fonts().caption);
    for (std::size_t n = 0; n < bins.neighbours.size(); ++n) {
        if (n > 0) ImGui::SameLine(0, px(16));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + px(4)}, {at.x + px(10), at.y + px(14)},
                                                  color(geo::category_color(kFirstColor + n)), px(2));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(16));
        ImGui::TextUnformatted(neighbour_name(bins.neighbours[n]).c_str());
    }
    ImGui::PopFont();
}

} // namespace

std::optional<std::size_t> distance_chart(const Model& model) {
    const DistanceBins& bins = model.run.summary->distances;
    if (bins.size() == 0) return std::nullopt;
    ui::section(text::kHistogram);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = px(96);
    const Plot plot{at, {at.x + width, at.y + height}, bins.width_m * static_cast<double>(bins.size())};
    ImGui::InvisibleButton("distance chart", {width, height + px(22)});
    ui::name_box("distance chart", plot.low, plot.high);
    const bool hovered = ImGui::IsItemHovered();
    band_marks(model, plot);
    bars(bins, plot);
    axis(bins, plot);
    std::optional<std::size_t> band;
    if (hovered) {
        const auto share = static_cast<double>((ImGui::GetIO().MousePos.x - plot.low.x) / width);
        const double metres = std::clamp(share, 0.0, 0.999999) * plot.most_m;
        bin_tip(bins, static_cast<std::size_t>(metres / bins.width_m));
        band = band_at(model, metres);
    }
    neighbours(bins);
    if (bins.n_beyond > 0)
        ui::hint(fmt::format(text::kBeyond, count_text(bins.n_beyond), plot.most_m / 1000));
    return band;
}

} // namespace app
