#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

/// Text out of files in any script. Dear ImGui writes letter by letter in the order of the string and knows
/// the letters of its own font only; what needs joining, ordering or other letters is set by the project's
/// typesetter and drawn as textures. Text that Dear ImGui can write goes to it. All functions use the current
/// font and text colour.
namespace app::ui {

/// Whether the text has a letter that the font has not: Arabic (Urdu, Pashto), combining marks, any other
/// script.
bool needs_shaping(const ImFont& font, std::string_view text);

float text_width(std::string_view text);
/// The text cut to the width with an ellipsis.
std::string fitted(std::string_view text, float width);

/// One line as an item; `width` above 0 cuts it with an ellipsis, the whole in a tooltip.
void shaped_text(std::string_view text, float width = 0);
/// A wrapped paragraph (or more, apart by newlines) as an item, `width` wide; 0: as wide as there is room.
/// Paragraphs that run from right to left are right-aligned: in the width, or when `tight` with the widest
/// line.
void shaped_paragraph(std::string_view text, float width = 0, bool tight = false);
/// A line in a draw list.
void text_at(ImDrawList& list, ImFont* font, ImVec2 place, ImU32 tint, std::string_view text);
ImVec2 text_size(ImFont* font, std::string_view text);

/// A selectable line whose words may be of any script. `id` tells it from others.
bool shaped_selectable(std::string_view text, std::string_view id, bool selected,
                       ImGuiSelectableFlags flags = 0, ImVec2 size = {0, 0});

/// Once a frame, before anything is drawn: drops lines that are not used any more.
void next_text_frame();
/// How many lines the typesetter drew in the last frame: for scripts, which do not see.
std::size_t n_lines_set();
/// Before the GL context goes.
void forget_shaped_text();

} // namespace app::ui
