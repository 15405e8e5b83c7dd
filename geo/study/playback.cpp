#include "geo/study/playback.hpp"

#include <algorithm>

namespace geo {

namespace {

DayWindow common(DayWindow a, DayWindow b) {
    const DayWindow both{std::max(a.first, b.first), std::min(a.last, b.last)};
    return both.last > both.first ? both : DayWindow{};
}

/// The smallest number in [0, n) for which `holds`, which stays true once it is; n when there is none.
template <typename Holds>
int first_that(int n, Holds holds) {
    int low = 0, high = n;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

PlaybackFrames::PlaybackFrames(const PlaybackSpec& spec, DayWindow period)
    : spec_(spec), period_(spec.within ? common(*spec.within, period) : period) {
    if (period_.days() <= 0) return;
    first_unit_ = unit_index(period_.first, spec.step);
    const int n_units = unit_index(period_.last - std::chrono::days{1}, spec.step) - first_unit_ + 1;
    const int last = spec.cumulative ? n_units - 1 : first_that(n_units - 1, [&](int frame) {
        return moving(frame).last == period_.last;
    });
    size_ = static_cast<std::size_t>(last) + 1;
}

DayWindow PlaybackFrames::moving(int frame) const {
    Day start = unit_from_index(first_unit_ + frame, spec_.step);
    // A window much shorter than the step would end before the period begins.
    if (day_after(start, spec_.window) <= period_.first) start = period_.first;
    return {std::max(start, period_.first), std::min(day_after(start, spec_.window), period_.last)};
}

DayWindow PlaybackFrames::operator[](std::size_t frame) const {
    const int at = static_cast<int>(frame);
    if (spec_.cumulative)
        return {period_.first, std::min(unit_from_index(first_unit_ + at + 1, spec_.step), period_.last)};
    return moving(at);
}

std::size_t PlaybackFrames::first_not_before(DayWindow window) const {
    return static_cast<std::size_t>(first_that(static_cast<int>(size_), [&](int frame) {
        const DayWindow found = (*this)[static_cast<std::size_t>(frame)];
        return spec_.cumulative ? found.last >= window.last : found.first >= window.first;
    }));
}

std::optional<std::size_t> PlaybackFrames::index_of(DayWindow window) const {
    const std::size_t frame = first_not_before(window);
    if (frame < size_ && (*this)[frame] == window) return frame;
    return std::nullopt;
}

} // namespace geo
