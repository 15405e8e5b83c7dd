#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace app {

/// A part of the window whose controls can have the keyboard, in the order of F6.
enum class Region { top, layers, filter, map, details, timeline, table, edges };
inline constexpr std::array kRegions{Region::top,     Region::layers,   Region::filter, Region::map,
                                     Region::details, Region::timeline, Region::table,  Region::edges};
std::string_view name_of(Region region);

/// The next of the regions that are there (`by` 1) or the one before (-1), around the window.
Region next_region(Region now, int by, const std::vector<Region>& there);

/// The next of `n` controls, around; from none to the first or, backwards, the last. `n` is above 0.
std::size_t next_stop(std::size_t n, std::optional<std::size_t> now, int by);

/// A slider's value after so many presses of an arrow: a twentieth of the range each, or a tenth of the value
/// on a logarithmic one; whole numbers where the range is long.
float stepped(float value, float low, float high, bool logarithmic, int steps);

/// Who else may want a key than the window as a whole.
struct KeyTarget {
    /// A text field has the keyboard. Converts, because that is all that most callers have to say.
    KeyTarget(bool is_typing = false) : typing(is_typing) {} // NOLINT(google-explicit-constructor)
    bool typing;
    bool menu = false; ///< a menu or a drop-down list is open
    bool control =
        false; ///< a control shows the ring: arrows, Space, Enter, Home, End and Page keys are its own
    std::vector<Region> regions; ///< that have controls now
};

} // namespace app
