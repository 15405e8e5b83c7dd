#pragma once

// Seen by the study_json files and provenance only.

#include <string>

#include <nlohmann/json.hpp>

#include "geo/study/own_layers.hpp"

namespace geo {

nlohmann::ordered_json reference_json(const ReferenceSpec& spec);
nlohmann::ordered_json backdrop_json(const BackdropSpec& spec);

/// Throw Error{Format} that names the key.
ReferenceSpec reference_from_json(const nlohmann::ordered_json& json);
BackdropSpec backdrop_from_json(const nlohmann::ordered_json& json);

std::string color_text(Rgba color); ///< "#1b9e8a"

} // namespace geo
