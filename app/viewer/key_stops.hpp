#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/viewer/key.hpp"
#include "app/viewer/keyboard.hpp"
#include "app/viewer/layout.hpp"

/// The keyboard inside regions, dialogs and menus: Tab walks the named items in the order in which they are
/// drawn, Dear ImGui's own navigation the arrows, and a ring shows where it is.
namespace app::ui {

/// Controls drawn from here on are of this region; none: of no region (dialogs).
void stops_in(std::optional<Region> region);

/// Notes the item just drawn as one that Tab stops at; ui::name_item does it for every item that has an id
/// and is not disabled.
void note_stop(const std::string& name);
/// The item just noted: is what Enter means in a new dialog; is a slider, which keeps Enter for typing a
/// number.
void mark_default_stop();
void mark_slider_stop();
/// Stops noted since there were `first` of them are walked the other way round.
std::size_t n_stops();
void reverse_stops(std::size_t first);

/// Items drawn while it lives take the mouse only.
class MouseOnly {
  public:
    MouseOnly();
    ~MouseOnly();
    MouseOnly(const MouseOnly&) = delete;
    MouseOnly& operator=(const MouseOnly&) = delete;
};

/// A stop without a widget: a handle of something drawn. True while it has the ring.
bool key_stop(const char* name, const Box& box);
/// Whether the item just drawn has the ring.
bool has_ring();
/// How many steps the arrows ask of the item just drawn, which has the ring: right and down are positive.
/// `across`: left and right, else up and down. Takes the keys from Dear ImGui.
int arrow_steps(bool across);
/// In a child window that has more to read than it shows: Page keys, Home and End move it.
void scroll_by_keys();

/// Before Dear ImGui's frame: whether it may take arrows, Space and Enter.
void allow_keys(std::optional<Region> region);
/// After it and before the panels: the region that has the keyboard, and the keys that went down.
void begin_keys(std::optional<Region> region, bool backwards, std::span<const KeyPress> presses);
/// What keys mean in this frame.
KeyTarget key_target();
/// After the panels: the region whose control shows the ring; `before` while that cannot be said.
std::optional<Region> region_with_ring(std::optional<Region> before);
/// Name of the control that shows the ring or in which the user types; empty without one.
std::string focused_name();
void forget_stops();

} // namespace app::ui
