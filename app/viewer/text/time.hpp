#pragma once

/// Words of the timeline, of playing and of its pictures.
namespace app::text {

// Bars
constexpr const char* kUpTo = "up to {} {}";
constexpr const char* kBinDays = "{} to {}";
constexpr const char* kBinInRange = "{} in the chosen period";
constexpr const char* kBinPass = "{} pass the filter";
constexpr const char* kBinPassTimeless = "{} pass the filter, time apart";
constexpr const char* kBinInFile = "{} in the file";
constexpr const char* kBinLasting = "{} of them last several days; each counts on its first";
constexpr const char* kVagueLegend = "{} known to a month or year only";
constexpr const char* kVagueShort = "{} vague dates";
constexpr const char* kVagueTip = "{} to {}: {} in the file, {} pass the filter";
constexpr const char* kVagueMore = "and {} other spans of days";
constexpr const char* kVagueWords =
    "Their date is known to a month or a year only, so they are in no bar. The time filter takes each by "
    "the first day that the file gives.";

// Presets
constexpr const char* kPresets = "Choose a period";
constexpr const char* kLastDays = "Last {} days of the data";

// Playing
constexpr const char* kPlay = "Play (Space)";
constexpr const char* kPause = "Pause (Space)";
constexpr const char* kStepBack = "One step back (,)";
constexpr const char* kStepOn = "One step on (.)";
constexpr const char* kPlaySettings = "How to play";
constexpr const char* kPlayWords = "{}, by {}";
constexpr const char* kCumulativeWords = "from the start, by {}";
constexpr const char* kFrameOf = "{} / {}";
constexpr const char* kStep = "Step";
constexpr const char* kMode = "Window";
constexpr const char* kLength = "Length";
constexpr const char* kSpeed = "Speed";
constexpr const char* kWithinPeriod = "Within";
constexpr const char* kMoving = "Moves";
constexpr const char* kCumulative = "Grows from the start";
constexpr const char* kPerSecond = "{:g} frames a second";
constexpr const char* kLoop = "Start again at the end";
constexpr const char* kAsChosen = "As chosen: {} days";
constexpr const char* kOtherLength = "other, like 45d or 6 months";
constexpr const char* kNotALength =
    "\"{}\" is not a length of time: write it with its unit, like 45d or 6 months";
constexpr const char* kUseChosen = "Use the chosen period";
constexpr const char* kFramesLast = "{} frames, {}";
constexpr const char* kSeconds = "{:.0f} s";
constexpr const char* kMinutes = "{:.0f} min";
constexpr const char* kGaps = "The window is shorter than the step: the days between are not seen.";
constexpr const char* kExportPlayback = "Export playback\xe2\x80\xa6";

// Marks
constexpr const char* kMarks = "Marks";
constexpr const char* kShowEvents = "Context marks of borderlens";
constexpr const char* kMarksHere = "{} of {} lie in the period of this file.";
constexpr const char* kOwnMarks = "YOUR MARKS";
constexpr const char* kOwnMarksHint = "Saved with the study. Right-click the timeline to begin one at a day.";
constexpr const char* kMarkDays = "2021-08-15 or 2021-08";
constexpr const char* kMarkText = "What happened, and its source";
constexpr const char* kAddMark = "Add";
constexpr const char* kRemoveMark = "Remove this mark";
constexpr const char* kSource = "Source: ";
constexpr const char* kMarkNeedsWords = "Write what the mark says and its day, then add it";
constexpr const char* kNotMarkDays =
    "\"{}\" is not a date: write 2021-08-15, 2021-08, 2021 or 2021-08-15 to 2021-08-20";
constexpr const char* kOwnMark = "your own mark";

// Export of a playback
constexpr const char* kPlaybackTitle = "Export the playback";
constexpr const char* kAsWebp = "Animated WebP";
constexpr const char* kAsPictures = "PNG pictures";
constexpr const char* kAsWebpWords = "One file that browsers and reports show, lossless.";
constexpr const char* kAsPicturesWords = "A new folder: frame-0001.png and so on, and provenance.json.";
constexpr const char* kFrameSize = "Size";
constexpr const char* kFrameTime = "Each frame stays";
constexpr const char* kFrameTimeFormat = "%.0f ms";
constexpr const char* kRepeats = "Plays again and again";
constexpr const char* kPlaybackPlan = "{} frames: {}, {}, {} to {}";
constexpr const char* kSameScale =
    "The map stays as it is shown; the density's colours end at {} in every frame.";
constexpr const char* kFolderInTheWay = "Something is there already: name a new folder.";
constexpr const char* kStopExport = "Stop";
constexpr const char* kGoOnBehind = "Go on in the background";
constexpr const char* kDrawing = "Drawing frame {} of {}";
constexpr const char* kPreparing = "Preparing";
constexpr const char* kWriting = "Writing";
constexpr const char* kWrotePlayback = "Wrote {} ({} frames)";

// Colours while time changes
constexpr const char* kScaleFixed = "Colours end at";
constexpr const char* kScaleFixedWords = "Fixed while time changes, so that a colour means the same in every "
                                         "period. Values above it have its last "
                                         "colour.";
constexpr const char* kFitScale = "Fit to this period";
constexpr const char* kAboveScale = "The peak of this period is above it.";

} // namespace app::text
