#pragma once

#include "app/viewer/panels/panels.hpp"
#include "app/viewer/timeline_bins.hpp"

namespace app {

// The parts of the timeline's region, for timeline_panel.cpp.

/// Where the bars stand, in pixels of the window. From the top: a row of words (what the bars are, names of
/// marks), bars, the strip of vague dates, ticks.
struct TimelinePlot {
    TimelineAxis axis;
    float labels_top = 0;
    float labels_left = 0; ///< right of what the bars are
    float top = 0;
    float bottom = 0;       ///< of the bars
    float strip_bottom = 0; ///< equals bottom without vague dates
    float x(geo::Day day) const { return static_cast<float>(axis.x_from_day(day)); }
    float left() const { return static_cast<float>(axis.left_px); }
    float right() const { return static_cast<float>(axis.left_px + axis.width_px); }
};

/// The range shown, last day excluded.
geo::DayWindow timeline_range(const Model& model);

void timeline_header(const Model& model, Commands& commands);
void timeline_bars(const Model& model, const TimelinePlot& plot);
/// What the bars and the strip are, in words; returns where the words end.
float timeline_captions(const Model& model, const TimelinePlot& plot);
void timeline_ticks_below(const TimelinePlot& plot);
/// True when the mouse is on a mark, which has then told what it is.
bool timeline_marks_on(const Model& model, const TimelinePlot& plot, bool hovered);
void timeline_bars_tooltip(const Model& model, const TimelinePlot& plot);
/// The ends of the range as controls of the keyboard.
void timeline_handles(const Model& model, const TimelinePlot& plot, Commands& commands);
void timeline_brush(const Model& model, const TimelinePlot& plot, Commands& commands);

// Icons of the header with what they open.
void playback_controls(const Model& model, bool with_steps, Commands& commands);
void period_menu(const Model& model, Commands& commands);
void marks_menu(const Model& model, Commands& commands);

/// Words above the timeline, so that they cover no bar.
void tooltip_above(const TimelinePlot& plot, const std::string& words);
/// The next popup stands above the item just drawn and grows upwards: the timeline is at the window's foot.
void menu_above(float width);

constexpr const char* kMarksMenu = "marks menu";

} // namespace app
