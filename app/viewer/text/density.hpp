#pragma once

namespace app::text {

constexpr const char* kVaguePlaces = "Vague places";
constexpr const char* kVaguePin = "A point each";
constexpr const char* kVagueSpread = "Spread where they may lie";
constexpr const char* kVagueExclude = "Left out";
constexpr const char* kVagueHelp = "Incidents known only to a district or to some kilometres. As points they "
                                   "pile up where the file puts them, usually "
                                   "a capital; spread, each is laid evenly over where it may lie; left out, "
                                   "those vaguer than twice the kernel's "
                                   "\xcf\x83 do not count";
constexpr const char* kCounts = "Counts";
constexpr const char* kCountIncidents = "Incidents";
constexpr const char* kCountDeathsLow = "Deaths, low estimate";
constexpr const char* kCountDeaths = "Deaths, best estimate";
constexpr const char* kCountDeathsHigh = "Deaths, high estimate";
constexpr const char* kCountsHelp = "What an incident adds to the density: one, or its deaths. Incidents "
                                    "without a number of deaths add nothing and "
                                    "are counted below";
constexpr const char* kEdge = "Edge of the area";
constexpr const char* kEdgeNone = "As it is, from both sides";
constexpr const char* kEdgeUniform = "Corrected, uniform";
constexpr const char* kEdgeJonesDiggle = "Corrected, Jones and Diggle";
constexpr const char* kEdgeHelp = "As it is, incidents beyond the area add to it. Corrected, only those "
                                  "inside count, and what their kernels lose over "
                                  "the edge is made good: uniform at each place of the map, Jones and Diggle "
                                  "at each incident, which keeps their "
                                  "number. Not with an adaptive bandwidth";
constexpr const char* kAdaptive = "Adaptive bandwidth";
constexpr const char* kAdaptiveHelp = "Narrower kernels where incidents are many, wider ones where they are "
                                      "few (Abramson), from a fifth to five times "
                                      "the bandwidth. Not with an edge correction";
constexpr const char* kVagueShare = "Vaguer than {}";
constexpr const char* kVagueShareHelp = "Share of the incidents counted, or of their deaths, whose place is "
                                        "known only to more than twice the kernel's "
                                        "\xcf\x83: their place blurs them more than the kernel does";
constexpr const char* kSpreadShare = "Spread";
constexpr const char* kSpreadShareHelp = "Share of the incidents, or of their deaths, that is laid over a "
                                         "disc or an area of more than half a cell";
constexpr const char* kLeftOutVague = "Left out as vague";
constexpr const char* kLeftOutVagueHelp =
    "Known only to more than twice the kernel's \xcf\x83, or to more than the "
    "study says";
constexpr const char* kWithoutDeaths = "Without a number of deaths";
constexpr const char* kWithoutDeathsHelp = "They add nothing to a density of deaths";
constexpr const char* kOutsideArea = "Outside the area";
constexpr const char* kOutsideAreaHelp = "With an edge correction only incidents inside the area count";
constexpr const char* kWeightSum = "Deaths counted";
constexpr const char* kWeightSumHelp = "Of the incidents that are counted";
constexpr const char* kAdaptiveRange = "Bandwidths";
constexpr const char* kAdaptiveRangeHelp = "The narrowest and the widest that an incident was given";
constexpr const char* kCronie = "Cronie and van Lieshout";
constexpr const char* kCronieHelp = "The bandwidth at which the incidents inside the area, each taken as one "
                                    "over the density at its place, add up to "
                                    "the area. Advice: shared coordinates mislead it";
constexpr const char* kMedianError =
    "Half of the places are known to {} or worse: no rule is taken below that \xcf\x83.";

} // namespace app::text
