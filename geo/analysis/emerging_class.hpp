#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "geo/analysis/mann_kendall.hpp"

namespace geo {

/// What a cell was in one step, by the false discovery rate.
enum class StepState : std::int8_t { cold = -1, none = 0, hot = 1 };

/// How a cell became, stayed or ceased to be a hot (or cold) spot.
enum class EmergingClass : std::uint8_t {
    none,
    new_hot,
    consecutive_hot,
    intensifying_hot,
    persistent_hot,
    diminishing_hot,
    sporadic_hot,
    oscillating_hot,
    historical_hot,
    new_cold,
    consecutive_cold,
    intensifying_cold,
    persistent_cold,
    diminishing_cold,
    sporadic_cold,
    oscillating_cold,
    historical_cold
};
inline constexpr std::size_t kEmergingClasses = 17;

/// "new hot spot", "none"; in files "new_hot"; and one letter that tells them apart without colour: N C I P D
/// S O H.
const char* in_words(EmergingClass emerging);
const char* name_of(EmergingClass emerging);
const char* letter_of(EmergingClass emerging);
inline bool is_hot(EmergingClass c) {
    return c >= EmergingClass::new_hot && c <= EmergingClass::historical_hot;
}
inline bool is_cold(EmergingClass c) { return c >= EmergingClass::new_cold; }

constexpr double kTrendLevel = 0.05;  ///< a trend is one with a smaller p
constexpr double kMostlyShare = 0.90; ///< of the steps, at least

/// The decision table, for hot; cold is its mirror image (cold steps, and the trend turned round). The last
/// step decides which of them applies: hot, cold, or neither. With the last step hot:
///
///   new           no other step is hot
///   consecutive   one unbroken run of two or more hot steps up to the last, none before it, under 90 % of
///   all steps intensifying  90 % or more of the steps hot, trend rising diminishing   ... trend falling
///   persistent    ...                            no trend
///   sporadic      on and off, under 90 %, no step cold
///   oscillating   on and off, under 90 %, some step cold
///
/// With the last step neither: historical when 90 % or more were hot. All else: none. Two rules can hold at
/// once for few steps only: a single step that is hot is new. No steps: none.
EmergingClass emerging_class(std::span<const StepState> steps, const MannKendall& trend);

} // namespace geo
