#include "geo/analysis/emerging_class.hpp"

#include <algorithm>

namespace geo {

namespace {

constexpr std::uint8_t kToCold = 8; ///< from a hot class to its mirror image

/// 1 rising, -1 falling, 0 none.
int direction_of(const MannKendall& trend) {
    if (!(trend.p < kTrendLevel) || trend.s == 0) return 0;
    return trend.s > 0 ? 1 : -1;
}

/// The table for `wanted` steps, as hot ones.
EmergingClass class_of(std::span<const StepState> steps, StepState wanted, int direction) {
    using enum EmergingClass;
    const auto n = static_cast<double>(steps.size());
    const auto n_wanted = std::count(steps.begin(), steps.end(), wanted);
    const bool mostly = static_cast<double>(n_wanted) >= kMostlyShare * n;
    if (steps.back() != wanted) return mostly ? historical_hot : none;
    if (n_wanted == 1) return new_hot;
    if (mostly) return direction > 0 ? intensifying_hot : direction < 0 ? diminishing_hot : persistent_hot;
    const auto run = std::find_if(steps.rbegin(), steps.rend(), [&](StepState s) { return s != wanted; });
    if (run - steps.rbegin() == n_wanted) return consecutive_hot;
    const StepState opposite = wanted == StepState::hot ? StepState::cold : StepState::hot;
    return std::find(steps.begin(), steps.end(), opposite) == steps.end() ? sporadic_hot : oscillating_hot;
}

EmergingClass mirrored(EmergingClass hot) {
    return hot == EmergingClass::none ? hot
                                      : static_cast<EmergingClass>(static_cast<std::uint8_t>(hot) + kToCold);
}

} // namespace

EmergingClass emerging_class(std::span<const StepState> steps, const MannKendall& trend) {
    if (steps.empty()) return EmergingClass::none;
    const int direction = direction_of(trend);
    if (steps.back() == StepState::hot) return class_of(steps, StepState::hot, direction);
    if (steps.back() == StepState::cold) return mirrored(class_of(steps, StepState::cold, -direction));
    const EmergingClass hot = class_of(steps, StepState::hot, direction);
    return hot != EmergingClass::none ? hot : mirrored(class_of(steps, StepState::cold, -direction));
}

const char* in_words(EmergingClass emerging) {
    constexpr std::array<const char*, kEmergingClasses> kWords{"none",
                                                               "new hot spot",
                                                               "consecutive hot spot",
                                                               "intensifying hot spot",
                                                               "persistent hot spot",
                                                               "diminishing hot spot",
                                                               "sporadic hot spot",
                                                               "oscillating hot spot",
                                                               "historical hot spot",
                                                               "new cold spot",
                                                               "consecutive cold spot",
                                                               "intensifying cold spot",
                                                               "persistent cold spot",
                                                               "diminishing cold spot",
                                                               "sporadic cold spot",
                                                               "oscillating cold spot",
                                                               "historical cold spot"};
    return kWords[static_cast<std::size_t>(emerging)];
}

const char* name_of(EmergingClass emerging) {
    constexpr std::array<const char*, kEmergingClasses> kNames{"none",
                                                               "new_hot",
                                                               "consecutive_hot",
                                                               "intensifying_hot",
                                                               "persistent_hot",
                                                               "diminishing_hot",
                                                               "sporadic_hot",
                                                               "oscillating_hot",
                                                               "historical_hot",
                                                               "new_cold",
                                                               "consecutive_cold",
                                                               "intensifying_cold",
                                                               "persistent_cold",
                                                               "diminishing_cold",
                                                               "sporadic_cold",
                                                               "oscillating_cold",
                                                               "historical_cold"};
    return kNames[static_cast<std::size_t>(emerging)];
}

const char* letter_of(EmergingClass emerging) {
    constexpr std::array<const char*, 9> kLetters{"", "N", "C", "I", "P", "D", "S", "O", "H"};
    const auto i = static_cast<std::size_t>(emerging);
    return kLetters[i > kToCold ? i - kToCold : i];
}

} // namespace geo
