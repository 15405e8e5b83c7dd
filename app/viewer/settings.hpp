#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/layer/color.hpp"

namespace app {

/// What the window remembers from one start to the next. Nothing of it belongs to a study. Lengths in pixels
/// of the design, as in layout.hpp.
struct Settings {
    std::optional<geo::Theme> theme; ///< the last one chosen; empty: light
    float text_size = 1;             ///< of text and everything around it, kTextSizes
    float left_width = 280;
    float right_width = 312;
    float timeline_height = 156;
    std::vector<std::string> recent; ///< paths of data files and studies, the latest first
    /// A study file, and the files outside its folder that it may name: one's own, or somebody was asked.
    struct Trusted {
        std::string study;
        std::vector<std::string> files;
        bool operator==(const Trusted&) const = default;
    };
    std::vector<Trusted> trusted; ///< the latest first
    bool operator==(const Settings&) const = default;

    static constexpr std::size_t kMaxRecent = 12;
    static constexpr std::size_t kMaxTrusted = 100;
};

inline constexpr float kTextSizes[] = {0.85f, 1.0f, 1.15f, 1.3f, 1.5f};
/// The next larger (`step` > 0) or smaller text size; the same at the ends.
float next_text_size(float size, int step);

/// Puts the path first and forgets the oldest beyond kMaxRecent.
void remember_recent(Settings& settings, const std::string& path);

/// Replaces what was known of that study; nothing to remember when it names no file outside its folder.
void remember_trusted(Settings& settings, const std::string& study, const std::vector<std::string>& files);
/// All of these files were allowed to this study.
bool is_trusted(const Settings& settings, const std::string& study, const std::vector<std::string>& files);

/// As JSON with keys in a fixed order.
std::string json_from_settings(const Settings& settings);
/// The inverse, forgiving: settings are no reason not to start. Unknown keys are passed over, a value of the
/// wrong kind or out of range keeps its default.
Settings settings_from_json(std::string_view text);

} // namespace app
