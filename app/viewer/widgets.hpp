#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/viewer/layout.hpp"
#include "app/viewer/shaped_text.hpp"
#include "geo/layer/color.hpp"

/// The project's own layer over Dear ImGui: one look, and every item known by a name that scripted tests use.
namespace app::ui {

/// Forgets the items of the last frame.
void forget_items();
/// Records the last Dear ImGui item (or a box) under the name.
void name_item(std::string_view name);
void name_box(std::string_view name, ImVec2 low, ImVec2 high);
std::optional<Box> item_box(std::string_view name);
/// Scrolls the item's region until the item is in sight, at its next frame; for scripts, which do not see.
void bring_into_sight(std::string_view name);
std::vector<std::string> item_names();
/// Whether that item covered the place in the last frame: for what lies under items that are drawn later.
bool was_over(std::string_view name, ImVec2 place);

enum class Look { plain, primary, quiet };
bool button(const char* name, const char* label, Look look = Look::plain, bool enabled = true,
            float width = 0);
/// A square button with an icon; the words are its tooltip.
bool icon_button(const char* name, const char* icon, const char* words, bool enabled = true,
                 bool lit = false);
bool checkbox(const char* name, const char* label, bool* value);
/// A link-like text that can be clicked.
bool text_button(const char* name, const char* label);

/// A slider with its value right of it, true while it changes. `format` holds the unit; the logarithmic one
/// is for lengths. `room`: the width of both; 0: all there is.
bool slider(const char* name, float* value, float low, float high, const char* format,
            bool logarithmic = false, float room = 0);

/// A drop-down list; returns the index chosen now. `help` is its tooltip.
std::optional<int> choice(const char* name, const std::vector<std::string>& items, int current,
                          const char* help = nullptr);

/// A one-line text field that gives its text when the user is done with it (Enter, or leaves it); Esc takes
/// it back.
std::optional<std::string> text_field(const char* name, const std::string& current, const char* words,
                                      float width);

/// A text field that gives its text at every change.
std::optional<std::string> search_field(const char* name, const std::string& current, const char* words);

void section(const char* title);
void caption(std::string_view text);
/// Wrapped text in the faint colour.
void hint(std::string_view text);
/// Label left, value right-aligned; a value that has no room is cut with an ellipsis and told whole in a
/// tooltip.
void row(std::string_view label, std::string_view value);
/// The same with a tooltip over both, known to scripts as "measure LABEL".
void row(std::string_view label, std::string_view value, const char* help);
/// Text of any script cut to the width with an ellipsis, the whole in a tooltip.
void fitted_text(std::string_view text, float width);
void tooltip(const char* words);
void spinner(ImVec2 centre, float radius, ImU32 tint);

/// One fixed region of the window: `begin` before its content, `end` after it.
void begin_region(const char* name, const Box& box, geo::Rgba ground, bool padded = true,
                  bool scrolls = true);
void end_region();
/// A small window over the regions, with a border; `end_region` after it.
void begin_card(const char* name, const Box& box);
/// A dialog in the middle of the window, of this width in pixels of the design, opened before with
/// ImGui::OpenPopup. True: draw its content, then `end_dialog`.
bool begin_dialog(const char* name, float width);
void end_dialog();
/// A one-pixel separator along an edge of the region.
enum class Edge { left, right, top, bottom };
void edge_line(const Box& box, Edge edge);

} // namespace app::ui
