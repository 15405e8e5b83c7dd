#pragma once

#include <array>

namespace app::text {

/// One line of the sheet of keys.
struct Shortcut {
    const char* keys;
    const char* words;
};

inline constexpr std::array kMapShortcuts = std::to_array<Shortcut>({
    {"Wheel, +  \xe2\x80\x93", "closer or farther"},
    {"Double click", "closer"},
    {"Shift+drag", "zoom to a box"},
    {"Drag, arrows", "move the map"},
    {"F", "show everything"},
    {"Click", "what the file says about an incident"},
    {"Up  Down", "the next one at the same place"},
    {"Right click", "what is here, how far the border is"},
    {"B  L", "mark incidents in a box, with a lasso"},
    {"M", "measure length and area"},
    {"Enter  Shift+F10", "what is under the cross, its menu"},
    {"Space", "with a tool: a point at the cross"},
    {"Esc", "back by one step"},
    {"F6  Shift+F6", "keys go to the next part, the one before"},
    {"Tab  Shift+Tab", "to the next control there"},
    {"Space  Enter", "press it; arrows move sliders and edges"},
    {"in the table", "Space marks, Shift and arrows scroll sideways"},
});

inline constexpr std::array kWindowShortcuts = std::to_array<Shortcut>({
    {"Ctrl+O", "open incidents or a study"},
    {"Ctrl+S", "save the study"},
    {"Ctrl+Shift+S", "save the study as another file"},
    {"Ctrl+E", "export what is shown"},
    {"Ctrl+R", "what was read, rejected and suspicious"},
    {"Ctrl+T", "table of incidents"},
    {"Ctrl+L", "keys go to the layers"},
    {"Ctrl+C", "copy the marked incidents"},
    {"Ctrl+Z  Ctrl+Y", "undo, redo"},
    {"Space", "play and pause the time window"},
    {",  .", "one step of time back, forward"},
    {"Home  End", "first, last step of time"},
    {"Ctrl +  Ctrl \xe2\x80\x93", "larger or smaller text"},
    {"F1", "this sheet"},
});

inline constexpr std::array kDataSources = std::to_array<const char*>({
    "Border lines and areas: OpenStreetMap, \xc2\xa9 OpenStreetMap contributors, ODbL 1.0; Natural Earth, "
    "public domain.",
    "Places: GeoNames, CC BY 4.0. Names, context marks: borderlens, CC0 1.0. Sample incidents: made up, CC "
    "BY 4.0.",
    "The incidents you open keep their publisher's terms: see the report of the file.",
});

} // namespace app::text
