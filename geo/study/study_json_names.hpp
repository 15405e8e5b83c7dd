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
    {OutputSpec::What::zones, "zones"},
    {OutputSpec::What::hot_spots, "hotspots"},
    {OutputSpec::What::clusters, "clusters"},
    {OutputSpec::What::cluster_hulls, "cluster-hulls"},
    {OutputSpec::What::districts, "districts"},
    {OutputSpec::What::trend, "trend"},
    {OutputSpec::What::change, "change"},
    {OutputSpec::What::change_districts, "change-districts"},
    {OutputSpec::What::strip, "strip"},
    {OutputSpec::What::report, "report"}};

inline constexpr std::pair<ColumnsKept, const char*> kColumnsKept[] = {{ColumnsKept::all, "all"},
                                                                      {ColumnsKept::roles, "roles"},
                                                                      {ColumnsKept::no_text, "no-text"}};

} // namespace geo
