#pragma once

/// What the legend says when the mouse is over it. {} are fmt's placeholders.
namespace app::text {

constexpr const char* kLegendCount = "{} on the map, {} in the file";
constexpr const char* kLegendOthers = "Every value beyond the {} most frequent ones";
constexpr const char* kLegendHide = "Click: hide. Double click or Ctrl+click: only this.";
constexpr const char* kLegendShow =
    "Hidden by the filter. Click: show. Double click or Ctrl+click: only this.";
constexpr const char* kLegendHideRest =
    "Some of them are hidden. Click: hide all. Double click or Ctrl+click: only these.";
constexpr const char* kDateNotChosen =
    "A click does nothing here: this column is the date, and days are limited on the timeline.";
constexpr const char* kLegendNoDate =
    "No time limit lets them pass; without one they are shown in this colour.";
constexpr const char* kLegendDay = "{}: the colour of this day";
constexpr const char* kLegendHideLine = "Click: hide this layer";
constexpr const char* kLegendShowLine = "Hidden. Click: show this layer";

} // namespace app::text
