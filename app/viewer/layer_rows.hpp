#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/study/study.hpp"

namespace app {

struct Model;

enum class LayerKind {
    incidents,
    density,
    hot_spots,
    clusters,
    districts,
    change,
    supports,
    border,
    areas,
    labels,
    graticule,
    reference,
    backdrop
};

/// A row of the layers panel.
struct LayerRef {
    LayerKind kind = LayerKind::incidents;
    std::size_t at = 0; ///< of the study's reference layers
    bool operator==(const LayerRef&) const = default;
};

/// The rows in the panel's order: the map's own layers, the user's from the topmost down, then what lies
/// under them.
std::vector<LayerRef> layer_rows(const geo::Study& study);

/// What a script calls the row: "Incidents", "districts.gpkg"; also what stands in it.
std::string name_of(const geo::Study& study, LayerRef layer);

bool is_visible(const geo::Study& study, LayerRef layer);
/// Empty for layers that are always opaque.
std::optional<float> opacity_of(const geo::Study& study, LayerRef layer);

/// What the layer covers; nothing for names and graticule, and for what is not read yet.
std::optional<geo::LonLatBox> extent_of(const Model& model, LayerRef layer);

/// What of the study can be exported as this layer.
std::optional<geo::OutputSpec::What> export_of(LayerRef layer);

} // namespace app
