#include <imgui.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/border_parts.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/ui_fonts.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/border_null.hpp"

namespace app {

namespace {

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

struct Plot {
    ImVec2 low, high;
    double end_m = 0;
    ImVec2 at(double distance_m, double share) const {
        return {low.x + static_cast<float>(distance_m / end_m) * (high.x - low.x),
                high.y - static_cast<float>(share) * (high.y - low.y)};
    }
};

/// What 95 % of the runs span, the null's curve and that of the incidents.
void curves(const geo::BorderNull& null, const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    std::vector<ImVec2> observed{plot.at(0, 0)}, expected{plot.at(0, 0)};
    for (std::size_t i = 0; i < null.curve_m.size() && null.curve_m[i] <= plot.end_m; ++i) {
        const geo::ShareAgainstNull& point = null.found.curve[i];
        const double from = i == 0 ? 0 : null.curve_m[i - 1];
        list.AddRectFilled(plot.at(from, point.high), plot.at(null.curve_m[i], point.low),
                           color(palette().bars_faint));
        observed.push_back(plot.at(null.curve_m[i], point.observed));
        expected.push_back(plot.at(null.curve_m[i], point.expected));
    }
    const auto line = [&](const std::vector<ImVec2>& path, ImU32 tint, float width) {
        list.AddPolyline(path.data(), static_cast<int>(path.size()), tint, 0, width);
    };
    line(expected, color(palette().faint), px(1.5f));
    line(observed, color(palette().accent), px(2));
}

void axes(const Plot& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = ui_fonts().caption;
    list.AddLine({plot.low.x, plot.high.y}, plot.high, color(palette().line));
    constexpr double kStep_m = 50'000;
    for (double d = 0; d <= plot.end_m; d += kStep_m) {
        const std::string words = fmt::format("{:g}", d / 1000);
        const float width = ui::text_size(font, words).x;
        const ImVec2 at = plot.at(d, 0);
        const float x = std::clamp(at.x - width / 2, plot.low.x, plot.high.x - width);
        list.AddLine(at, {at.x, at.y + px(3)}, color(palette().faint));
        ui::text_at(list, font, {x, at.y + px(4)}, color(palette().faint), words);
    }
    ui::text_at(list, font, {plot.low.x + px(2), plot.low.y - px(2)}, color(palette().faint), "100 %");
}

void chart(const geo::BorderNull& null) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = px(110);
    const Plot plot{{start.x, start.y + px(4)}, {start.x + width, start.y + height}, 200'000};
    ImGui::InvisibleButton("null curves", {width, height + px(22)});
    ui::name_item("null curves");
    curves(null, plot);
    axes(plot);
    if (ImGui::IsItemHovered() && !null.curve_m.empty()) {
        const double step_m = null.curve_m.front();
        const double d = (ImGui::GetIO().MousePos.x - plot.low.x) / (plot.high.x - plot.low.x) * plot.end_m;
        const auto i = static_cast<std::size_t>(
            std::clamp(std::lround(d / step_m) - 1, 0L, static_cast<long>(null.curve_m.size()) - 1));
        const geo::ShareAgainstNull& point = null.found.curve[i];
        ui::tooltip(fmt::format(text::kNullTip, null.curve_m[i] / 1000, percent(point.observed),
                                percent(point.expected), percent(point.low), percent(point.high))
                        .c_str());
    }
    ui::hint(text::kNullLegend);
}

void cell(const std::string& words) {
    ImGui::TableNextColumn();
    right_aligned(words);
}

void head(const char* words, const char* help) {
    ImGui::TableNextColumn();
    right_aligned(words);
    ui::name_item(std::string("null ") + words);
    ui::tooltip(help);
}

void table(const geo::BandTable& bands, const geo::BorderNull& null) {
    if (!ImGui::BeginTable("null bands", 4)) return;
    ImGui::TableSetupColumn(text::kBand, ImGuiTableColumnFlags_WidthStretch);
    for (int i = 0; i < 3; ++i) ImGui::TableSetupColumn(nullptr, ImGuiTableColumnFlags_WidthFixed, px(56));
    ImGui::PushFont(ui_fonts().caption);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette().faint));
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(text::kBand);
    head(text::kShareHere, text::kShareHereHelp);
    head(text::kShareExpected, text::kShareExpectedHelp);
    head(text::kRatio, text::kRatioHelp);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    for (std::size_t i = 0; i < std::min(bands.bands.size(), null.found.bands.size()); ++i) {
        const geo::BandAgainstNull& band = null.found.bands[i];
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(band_name(bands.bands[i]).c_str());
        ui::name_item(fmt::format("null band {}", i));
        ui::tooltip(fmt::format(text::kNullBandTip, percent(band.share.low), percent(band.share.high),
                                band.p_more, band.p_fewer)
                        .c_str());
        cell(percent(band.share.observed));
        cell(percent(band.share.expected));
        const bool beyond = band.share.observed < band.share.low || band.share.observed > band.share.high;
        cell(band.share.expected > 0 ? fmt::format("{:.2f}{}", band.ratio(), beyond ? " *" : "") : "");
    }
    ImGui::EndTable();
}

void choice(const Model& model, Commands& commands) {
    geo::ProximitySpec spec = model.study.proximity.value_or(geo::ProximitySpec{});
    const int current = !spec.null ? 0 : spec.null->model == geo::NullModel::uniform ? 1 : 2;
    ui::caption(text::kAgainst);
    const auto chosen =
        ui::choice("against", {text::kAgainstNothing, text::kAgainstUniform, text::kAgainstResidents},
                   current, text::kAgainstHelp);
    if (!chosen || *chosen == current) return;
    if (*chosen == 0)
        spec.null.reset();
    else
        spec.null =
            geo::NullSpec{.model = *chosen == 1 ? geo::NullModel::uniform : geo::NullModel::population};
    commands.emplace_back(SetProximity{spec});
}

} // namespace

void null_chart(const Model& model, Commands& commands) {
    const geo::Snapshot& snapshot = *model.run.snapshot;
    ImGui::Spacing();
    ui::section(text::kNull);
    choice(model, commands);
    if (!model.study.proximity || !model.study.proximity->null) return;
    const bool by_people = model.study.proximity->null->model == geo::NullModel::population;
    if (by_people && !(snapshot.districts.value && snapshot.districts.value->has_population())) {
        ui::hint(text::kNoPopulation);
        if (ui::text_button("null districts", text::kPrecision))
            commands.emplace_back(ShowSheet{Sheet::precision});
        return;
    }
    if (!snapshot.null.value || !snapshot.bands.value) return ui::hint(text::kIntervalsWait);
    const geo::BorderNull& null = *snapshot.null.value;
    ui::hint(geo::null_in_words(*model.study.proximity->null));
    table(*snapshot.bands.value, null);
    chart(null);
    ui::hint(fmt::format(text::kNullCounted, count_text(null.found.n_incidents),
                         count_text(null.found.n_places), count_text(null.n_left_out)));
    ui::hint(fmt::format(text::kNullDifference, null.found.ks_d, null.found.ks_p));
}

} // namespace app
