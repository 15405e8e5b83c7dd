#include <string>
#include <vector>

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/text.hpp"
#include "app/viewer/widgets.hpp"

namespace app {

namespace {

struct WeightChoice {
    geo::DensityWeight weight;
    const char* name;
};

/// What the file can be counted by; and what the study asks for, so that it can be taken back.
std::vector<WeightChoice> weight_choices(const Model& model) {
    std::vector<WeightChoice> choices{{geo::DensityWeight::incidents, text::kCountIncidents}};
    const geo::IncidentTable* table = model.table();
    const auto add = [&](geo::DensityWeight weight, const char* name, bool known) {
        if (known || model.study.density->weight == weight) choices.push_back({weight, name});
    };
    add(geo::DensityWeight::deaths_best, text::kCountDeaths, table && !table->deaths_best.empty());
    add(geo::DensityWeight::deaths_low, text::kCountDeathsLow, table && !table->deaths_low.empty());
    add(geo::DensityWeight::deaths_high, text::kCountDeathsHigh, table && !table->deaths_high.empty());
    return choices;
}

void weight(const Model& model, geo::DensitySpec spec, Commands& commands) {
    const std::vector<WeightChoice> choices = weight_choices(model);
    std::vector<std::string> names;
    int current = 0;
    for (const WeightChoice& choice : choices) {
        if (choice.weight == spec.weight) current = static_cast<int>(names.size());
        names.emplace_back(choice.name);
    }
    ui::caption(text::kCounts);
    if (const auto chosen = ui::choice("counts", names, current, text::kCountsHelp)) {
        spec.weight = choices[static_cast<std::size_t>(*chosen)].weight;
        commands.emplace_back(SetDensity{spec});
    }
}

} // namespace

void density_treatment(const Model& model, Commands& commands) {
    geo::DensitySpec spec = *model.study.density;
    weight(model, spec, commands);
    ui::caption(text::kVaguePlaces);
    if (const auto chosen =
            ui::choice("vague places", {text::kVaguePin, text::kVagueSpread, text::kVagueExclude},
                       static_cast<int>(spec.vague), text::kVagueHelp)) {
        spec.vague = static_cast<geo::VaguePlaces>(*chosen);
        commands.emplace_back(SetDensity{spec});
    }
    ui::caption(text::kEdge);
    if (const auto chosen = ui::choice("edge", {text::kEdgeNone, text::kEdgeUniform, text::kEdgeJonesDiggle},
                                       static_cast<int>(spec.edge), text::kEdgeHelp)) {
        spec.edge = static_cast<geo::EdgeCorrection>(*chosen);
        if (spec.edge != geo::EdgeCorrection::none) spec.adaptive = false;
        commands.emplace_back(SetDensity{spec});
    }
    if (ui::checkbox("adaptive", text::kAdaptive, &spec.adaptive)) {
        if (spec.adaptive) spec.edge = geo::EdgeCorrection::none;
        commands.emplace_back(SetDensity{spec});
    }
    ui::tooltip(text::kAdaptiveHelp);
}

} // namespace app
