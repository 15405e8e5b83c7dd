#pragma once

// Seen by the study_json files only.

#include <utility>

#include "geo/study/study.hpp"

namespace geo {

inline constexpr std::pair<OutputSpec::What, const char*> kOutputs[] = {{OutputSpec::What::incidents, "incidents"},
                                                                 {OutputSpec::What::density, "density"},
                                                                 {OutputSpec::What::map, "map"},
                                                                 {OutputSpec::What::bands, "bands"},
                                                                 {OutputSpec::What::zones, "zones"}};

} // namespace geo
