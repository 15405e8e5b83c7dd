#pragma once

// Debian 12 has Catch2 2, later systems have 3: the same macros under other names.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
namespace Catch {
using Matchers::ContainsSubstring;
inline auto Contains(const std::string& text) { return ContainsSubstring(text); }
} // namespace Catch
#else
#include <catch2/catch.hpp>
#endif
