#include "app/viewer/keyboard.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::array<std::string_view, kRegions.size()> kNames{"top",     "layers",   "filter", "map",
                                                               "details", "timeline", "table",  "edges"};

std::size_t around(std::size_t n, std::size_t at, int by) {
    const auto size = static_cast<long>(n);
    return static_cast<std::size_t>(((static_cast<long>(at) + by) % size + size) % size);
}

} // namespace

std::string_view name_of(Region region) { return kNames[static_cast<std::size_t>(region)]; }

Region next_region(Region now, int by, const std::vector<Region>& there) {
    auto at = static_cast<std::size_t>(now);
    for (std::size_t i = 0; i < kRegions.size(); ++i) {
        at = around(kRegions.size(), at, by);
        if (std::find(there.begin(), there.end(), kRegions[at]) != there.end()) return kRegions[at];
    }
    return now;
}

std::size_t next_stop(std::size_t n, std::optional<std::size_t> now, int by) {
    if (!now || *now >= n) return by > 0 ? 0 : n - 1;
    return around(n, *now, by);
}

float stepped(float value, float low, float high, bool logarithmic, int steps) {
    constexpr float kLong = 20; // ranges of so many units move by whole ones
    const auto n = static_cast<float>(steps);
    float next = logarithmic ? value * std::pow(1.1f, n) : value + (high - low) / 20 * n;
    if (logarithmic && std::abs(next - value) < 1) next = value + n;
    if (high - low >= kLong) next = std::round(next);
    return std::clamp(next, low, high);
}

} // namespace app
