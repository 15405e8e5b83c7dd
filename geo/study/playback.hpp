#pragma once

#include <cstddef>
#include <optional>

#include "geo/core/calendar.hpp"

namespace geo {

/// How a time window runs through a period: the same for the preview in the window and for the pictures.
struct PlaybackSpec {
    CalendarUnit step = CalendarUnit::month;
    CalendarSpan window{90, CalendarUnit::day};
    bool cumulative = false;         ///< every frame begins with the period; `window` means nothing then
    std::optional<DayWindow> within; ///< empty: the whole period of the incidents
    bool operator==(const PlaybackSpec&) const = default;
};

/// The time windows of a playback, in order; computed one by one, never stored.
///
/// A moving window begins with each unit of `step`, from the one that the period begins in, until it reaches
/// the period's end. It is cut off at both ends of the period, so that no frame claims days that the data do
/// not cover. Cumulative frames end with each unit. An empty period has no frames; a window longer than the
/// period has one.
class PlaybackFrames {
  public:
    PlaybackFrames() = default;
    PlaybackFrames(const PlaybackSpec& spec, DayWindow period);

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    DayWindow period() const { return period_; }
    DayWindow operator[](std::size_t frame) const;

    /// The frame that is exactly this window.
    std::optional<std::size_t> index_of(DayWindow window) const;
    /// The first frame that begins (cumulative: ends) at or after that of `window`; size() when there is
    /// none.
    std::size_t first_not_before(DayWindow window) const;

  private:
    DayWindow moving(int frame) const;

    PlaybackSpec spec_;
    DayWindow period_;
    int first_unit_ = 0;
    std::size_t size_ = 0;
};

} // namespace geo
