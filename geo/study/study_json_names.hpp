#pragma once

// Seen by the study_json files only.

#include <string>
#include <utility>
#include <vector>

#include "geo/study/study.hpp"

namespace geo {

inline constexpr std::pair<OutputSpec::What, const char*> kOutputs[] = {
    {OutputSpec::What::incidents, "incidents"},
    {OutputSpec::What::density, "density"},
    {OutputSpec::What::map, "map"},
    {OutputSpec::What::bands, "bands"},
    {OutputSpec::What::zones, "zones"}};

/// Every path of the study that is a file (standard input and output, the network, words for bundled sets are
/// none): what is relative to the study's folder in a study file.
std::vector<std::string*> paths_of(Study& study);

} // namespace geo
