#pragma once

#include <cstddef>
#include <string>

// Seen by the state_value files only: how a value is told.

namespace app {

inline std::string on_off(bool on) { return on ? "on" : "off"; }
inline double number(std::size_t n) { return static_cast<double>(n); }

} // namespace app
