#pragma once

#include <string>
#include <vector>

#include "geo/core/civil.hpp"

namespace geo {

/// A dated context mark with its source. Both days included.
struct TimelineEvent {
    Day first{};
    Day last{};
    std::string title;
    std::string note;
    std::string source;
    std::string url; ///< may be empty
    bool operator==(const TimelineEvent&) const = default;
};

/// Reads delimited text with the columns date, date_end, title, note, source, url; ascending by day. A
/// date_end that is empty means one day. Throws Error Io or Format that names the line.
std::vector<TimelineEvent> load_timeline_events(const std::string& path);
/// The bundled ones: datasets/timeline_events.csv.
std::vector<TimelineEvent> load_timeline_events();

} // namespace geo
