#pragma once

#include <compare>

namespace geo {

/// A length. A type of its own where people pass one number; arrays stay doubles with `_m` in their name.
struct Metres {
    double value = 0;
    auto operator<=>(const Metres&) const = default;
};

constexpr Metres kilometres(double km) { return {km * 1000.0}; }
constexpr double km_from(Metres length) { return length.value / 1000.0; }

constexpr double kDegree = 0.017453292519943295; ///< radians in one degree

/// The year of rates: a rate "per year" is a count divided by days / 365.25.
constexpr double kDaysPerYear = 365.25;

} // namespace geo
