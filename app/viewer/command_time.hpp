#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/viewer/playback.hpp"
#include "app/viewer/playback_dialog.hpp"
#include "geo/io/timeline_events.hpp"
#include "geo/study/study.hpp"

namespace app {

// Commands of the timeline: see command.hpp.

// Playing.
struct PlayPause {};
struct StepTime {
    int steps; ///< of the playback's unit; negative: back
};
struct ShowEnd {
    bool last; ///< the window goes to the end of the period, else to its beginning
};
/// One end of the time range by the keyboard.
struct MoveRangeEnd {
    bool last = false;
    int steps = 0; ///< of the bars' unit
    bool by_day = false;
};
struct SetPlayback {
    geo::PlaybackSpec spec;
    double frames_per_s = 0;
    bool loop = false;
};

// Marks.
struct ShowEvents {
    bool shown;
};
struct AddMark {
    geo::TimeMark mark;
};
struct EditMark {
    std::size_t index = 0;
    geo::TimeMark mark;
};
struct RemoveMark {
    std::size_t index;
};
/// A mark being typed.
struct DraftMark {
    std::string days;
    std::string text;
};
struct EventsRead {
    std::vector<geo::TimelineEvent> events;
};

// Export of a playback.
struct ShowPlaybackDialog {
    bool open;
};
struct EditPlaybackDialog {
    PlaybackDialog dialog;
};
struct AcceptPlaybackDialog {};
struct StopPlaybackExport {};
struct PlaybackExportState {
    PlaybackExport state;
};
struct PlaybackExported {
    bool done;
    std::string text;
};

// The density's colours while time changes.
struct FitScale {}; ///< its top is rounded up from the peak of what is shown

} // namespace app
