#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "geo/study/playback.hpp"
#include "geo/study/snapshot.hpp"

namespace geo {

struct FrameCount {
    DayWindow days;
    std::uint64_t incidents = 0;
};

/// provenance_of the whole period, with step, window and, frame by frame, the days and the number of
/// incidents.
std::string playback_provenance(const Study& study, const Snapshot& whole, const PlaybackSpec& playback,
                                std::span<const FrameCount> frames);

} // namespace geo
