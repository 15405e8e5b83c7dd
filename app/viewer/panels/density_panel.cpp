#include <fmt/format.h>

#include <array>
#include <cmath>

#include "app/viewer/format.hpp"
#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/theme.hpp"
#include "app/viewer/widgets.hpp"
#include "geo/study/bandwidth_advice.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

const std::vector<std::string>& kernel_names() {
    static const std::vector<std::string> names{"Uniform", "Epanechnikov", "Quartic (biweight)", "Triweight",
                                                "Gaussian"};
    return names;
}

void kernel_and_lengths(geo::DensitySpec spec, Commands& commands) {
    ui::caption(text::kBandwidth);
    auto h = static_cast<float>(geo::km_from(spec.bandwidth));
    if (ui::slider("bandwidth", &h, 2, 150, "%.0f km", true)) {
        spec.bandwidth = geo::kilometres(std::round(static_cast<double>(h)));
        commands.emplace_back(SetDensity{spec});
    }
    ui::tooltip(spec.kernel == geo::Kernel::gaussian ? text::kBandwidthHelpGauss : text::kBandwidthHelp);
    ui::caption(text::kKernel);
    if (const auto chosen =
            ui::choice("kernel", kernel_names(), static_cast<int>(spec.kernel), text::kKernelHelp)) {
        spec.kernel = static_cast<geo::Kernel>(*chosen);
        commands.emplace_back(SetDensity{spec});
    }
    ui::caption(text::kCell);
    auto cell = static_cast<float>(geo::km_from(spec.cell));
    if (ui::slider("cell", &cell, 1, 20, "%.1f km", true)) {
        spec.cell = geo::kilometres(std::round(static_cast<double>(cell) * 2) / 2);
        commands.emplace_back(SetDensity{spec});
    }
    ui::tooltip(text::kCellHelp);
    ui::caption(text::kUnit);
    if (const auto chosen = ui::choice("unit", {text::kPerYear, text::kPerPeriod, text::kPerMonth},
                                       static_cast<int>(spec.unit), text::kUnitHelp)) {
        spec.unit = static_cast<geo::DensityUnit>(*chosen);
        commands.emplace_back(SetDensity{spec});
    }
}

/// What vague places, missing deaths and the area's edge make of the incidents.
void treated(const geo::DensitySpec& spec, const geo::DensitySurface& surface) {
    if (spec.weight != geo::DensityWeight::incidents) {
        ui::row(text::kWeightSum, count_text(static_cast<std::uint64_t>(std::llround(surface.mass))),
                text::kWeightSumHelp);
        ui::row(text::kWithoutDeaths, count_text(surface.n_without_weight), text::kWithoutDeathsHelp);
    }
    if (surface.share_vague > 0)
        ui::row(fmt::format(text::kVagueShare, length_text(vague_limit(spec).value)),
                fmt::format("{:.1f} %", 100 * surface.share_vague), text::kVagueShareHelp);
    if (spec.vague == geo::VaguePlaces::spread)
        ui::row(text::kSpreadShare, fmt::format("{:.1f} %", 100 * surface.share_spread),
                text::kSpreadShareHelp);
    if (spec.vague == geo::VaguePlaces::exclude)
        ui::row(text::kLeftOutVague, count_text(surface.n_vague), text::kLeftOutVagueHelp);
    if (surface.n_outside > 0)
        ui::row(text::kOutsideArea, count_text(surface.n_outside), text::kOutsideAreaHelp);
    if (spec.adaptive && surface.widest_m > 0)
        ui::row(text::kAdaptiveRange,
                fmt::format("{} to {}", length_text(surface.narrowest_m), length_text(surface.widest_m)),
                text::kAdaptiveRangeHelp);
}

void numbers(const geo::DensitySpec& spec, const geo::DensitySurface& surface) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{px(8), px(4)});
    ui::row(text::kPeak, with_digits(surface.peak, 3), text::kPeakHelp);
    ui::hint(surface.scale.unit);
    ui::row(text::kContributing, count_text(surface.n_incidents), text::kContributingHelp);
    ui::row(text::kLeftOut, count_text(surface.n_left_out), text::kLeftOutHelp);
    treated(spec, surface);
    ui::row(text::kYears, fmt::format("{:.1f} years", surface.years), text::kYearsHelp);
    ui::row(text::kSigma, length_text(surface.sigma_equivalent_m), text::kSigmaHelp);
    ImGui::PopStyleVar();
}

/// What the usual rules would take, as advice.
void rules(const geo::Snapshot& snapshot, geo::Kernel kernel) {
    if (!snapshot.advice.value || !snapshot.repeated_places.value) return;
    const geo::BandwidthAdvice& advice = *snapshot.advice.value;
    bool any = false;
    const auto rule = [&](const char* name, const char* label, const char* tip, const auto& sigmas) {
        const std::string words = geo::rule_in_words(kernel, geo::at_least_the_error(sigmas, advice));
        if (words.empty()) return;
        if (!any) {
            ImGui::Spacing();
            ui::section(text::kRulesOfThumb);
        }
        any = true;
        ui::caption(label);
        ui::tooltip(tip);
        ui::hint(words);
        ui::name_item(name);
    };
    rule("scott", text::kScott, text::kScottHelp, advice.scott.standard);
    rule("scott robust", text::kScottRobust, text::kScottRobustHelp, advice.scott.robust);
    rule("cronie", text::kCronie, text::kCronieHelp, advice.cronie_sigma_m);
    if (!any) return;
    if (advice.median_error_m > 0)
        ui::hint(fmt::format(text::kMedianError, length_text(advice.median_error_m)));
    const geo::RepeatedPlaces& places = *snapshot.repeated_places.value;
    if (places.n_repeated > 0)
        ui::hint(
            fmt::format(text::kRepeatedPlaces, count_text(places.n_repeated), count_text(places.n_located)));
}

} // namespace

void density_panel(const Model& model, Commands& commands) {
    bool shown = model.study.map && model.study.map->show_density && model.study.density;
    if (ui::checkbox("show density", text::kShowDensity, &shown))
        commands.emplace_back(SetLayerVisible{LayerKind::density, shown});
    ui::tooltip(text::kShowDensityHelp);
    if (!shown || !model.study.density) {
        ui::hint(text::kDensityOff);
        return;
    }
    kernel_and_lengths(*model.study.density, commands);
    density_treatment(model, commands);
    density_scale(model, commands);
    ImGui::Spacing();
    ImGui::Separator();
    ImGui::Spacing();
    if (!model.table() || !model.run.snapshot->density.value) return;
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, model.density_current ? 1.0f : 0.5f);
    numbers(*model.study.density, *model.run.snapshot->density.value);
    rules(*model.run.snapshot, model.study.density->kernel);
    ImGui::PopStyleVar();
}

} // namespace app
