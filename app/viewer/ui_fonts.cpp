#include "app/viewer/ui_fonts.hpp"

#include "app/render/text/font_family.hpp"

#include <array>
#include <string>

namespace app {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): of the one window
UiFonts g_fonts;

// Latin with its extensions (names of places), Greek, punctuation, superscripts, arrows, mathematical signs.
constexpr std::array<ImWchar, 13> kLetters{0x20,   0x24F,  0x370,  0x3FF,  0x1E00, 0x1EFF, 0x2010,
                                           0x209F, 0x2190, 0x21FF, 0x2200, 0x22FF, 0};
constexpr std::array<ImWchar, 3> kIcons{0xF000, 0xF2E0, 0};

// Dear ImGui takes the height of a line for the size; Noto Sans has lines of 1.362 em.
constexpr float kLineOfNoto_em = 1.362f;

ImFont* add_font(const std::string& letters, const std::string& icons, float size) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (letters.empty()) {
        ImFontConfig config;
        config.SizePixels = size;
        return atlas.AddFontDefault(&config);
    }
    const float line = size * kLineOfNoto_em;
    ImFont* font = atlas.AddFontFromFileTTF(letters.c_str(), line, nullptr, kLetters.data());
    if (icons.empty()) return font;
    ImFontConfig merge;
    merge.MergeMode = true;
    merge.GlyphMinAdvanceX = size;
    atlas.AddFontFromFileTTF(icons.c_str(), size, &merge, kIcons.data());
    return font;
}

} // namespace

const UiFonts& ui_fonts() { return g_fonts; }

void load_fonts(float scale) {
    const std::string letters = font_file_of_family("Noto Sans", false);
    const std::string bold = font_file_of_family("Noto Sans", true);
    const std::string icons = font_file_of_family("forkawesome", false);
    ImGui::GetIO().Fonts->Clear();
    g_fonts.text = add_font(letters, icons, 15 * scale);
    g_fonts.caption = add_font(letters, icons, 13 * scale);
    g_fonts.title = add_font(bold.empty() ? letters : bold, icons, 20 * scale);
    g_fonts.is_noto = !letters.empty();
    g_fonts.has_icons = !letters.empty() && !icons.empty();
}

float em_of(const ImFont& font) { return g_fonts.is_noto ? font.FontSize / kLineOfNoto_em : font.FontSize; }

const char* icon_or(const char* icon, const char* instead) { return g_fonts.has_icons ? icon : instead; }

} // namespace app
