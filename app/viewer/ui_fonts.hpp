#pragma once

#include <imgui.h>

namespace app {

/// The fonts of the panels: Noto Sans with the icons of Fork Awesome merged in, or Dear ImGui's own when
/// fontconfig finds neither. Valid after `load_fonts`.
struct UiFonts {
    ImFont* text = nullptr;    ///< 15 px
    ImFont* caption = nullptr; ///< 13 px
    ImFont* title = nullptr;   ///< 20 px
    bool has_icons = false;
    bool is_noto = false;
};
const UiFonts& ui_fonts();
void load_fonts(float scale);
/// The size of the font's letters, for the typesetter: Dear ImGui says the height of a line.
float em_of(const ImFont& font);

/// Icons as UTF-8 text in Fork Awesome's private area. Each is used beside words or with a tooltip.
namespace icon {
constexpr const char* open = "\xef\x81\xbc"; // folder-open
constexpr const char* folder = "\xef\x81\xbb";
constexpr const char* file = "\xef\x80\x96"; // file-o
constexpr const char* take = "\xef\x80\x99"; // download
constexpr const char* save = "\xef\x83\x87";
constexpr const char* undo = "\xef\x83\xa2";
constexpr const char* redo = "\xef\x80\x9e";
constexpr const char* moon = "\xef\x86\x86";
constexpr const char* sun = "\xef\x86\x85";
constexpr const char* eye = "\xef\x81\xae";
constexpr const char* eye_off = "\xef\x81\xb0";
constexpr const char* close = "\xef\x80\x8d";
constexpr const char* up = "\xef\x85\x88";   // level-up
constexpr const char* left = "\xef\x81\x93"; // chevron-left
constexpr const char* right = "\xef\x81\x94";
constexpr const char* warning = "\xef\x81\xb1";
constexpr const char* bars = "\xef\x83\x89";
constexpr const char* info = "\xef\x81\x9a";
constexpr const char* expand = "\xef\x81\xa5";
constexpr const char* plus = "\xef\x81\xa7";
constexpr const char* minus = "\xef\x81\xa8";
constexpr const char* help = "\xef\x84\xa8";  // question
constexpr const char* caret = "\xef\x83\x97"; // caret-down
constexpr const char* check = "\xef\x80\x8c";
constexpr const char* table = "\xef\x83\x8e";
constexpr const char* search = "\xef\x80\x82";
constexpr const char* copy = "\xef\x83\x85";
constexpr const char* filter = "\xef\x82\xb0";
constexpr const char* columns = "\xef\x83\x9b";
constexpr const char* map = "\xef\x89\xb9";
constexpr const char* dots = "\xef\x85\x82"; // ellipsis-v
constexpr const char* picture = "\xef\x80\xbe";
} // namespace icon

/// The icon, or `instead` when the icon font is missing.
const char* icon_or(const char* icon, const char* instead);

} // namespace app
