#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/viewer/layer_file.hpp"
#include "app/viewer/layer_rows.hpp"
#include "geo/layer/color_by.hpp"
#include "geo/layer/label_language.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/own_layers.hpp"

namespace app {

// Commands on what is on the map beside the incidents.

struct SetLabelLanguage {
    geo::LabelLanguage language;
};
struct SetColorBy {
    geo::ColorBy color_by;
};
/// A click on a line of the legend: hidden or shown again, or it alone.
struct ToggleLegend {
    std::string column; ///< whose values give the colours
    geo::LegendValue value;
};
struct OnlyLegend {
    std::string column;
    geo::LegendValue value;
};
struct SetSizeByDeaths {
    bool by_deaths;
};

// Files of the user's own. They are looked at outside first: one that cannot be read changes nothing.
struct DropPath {
    std::string path;
};
struct AddLayerFile {
    std::string path;
    LayerUse use;
};
struct LayerFileSeen {
    std::string path;
    LayerUse use;
    LayerFile file;
};
struct AnswerQuestion {
    enum class Answer { incidents, reference, nothing } answer;
};
struct SetReference {
    std::size_t at = 0;
    geo::ReferenceSpec spec;
};
struct MoveReference {
    std::size_t at;
    int step; ///< +1: nearer to the top
};
struct RemoveReference {
    std::size_t at;
};
struct SetBackdrop {
    std::optional<geo::BackdropSpec> spec; ///< empty: removed
};

// The rows of the layers panel.
struct ToggleLayer {
    LayerRef layer;
};
struct StepOpacity {
    LayerRef layer;
    float step = 0;
};
struct ZoomToLayer {
    LayerRef layer;
};
struct FocusLayer {
    std::optional<LayerRef> layer; ///< that the keyboard acts on
};
struct StepLayer {
    int step;
};
struct ShowLayerMenu {
    std::optional<LayerRef> layer;
};

} // namespace app
