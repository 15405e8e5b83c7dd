#include "app/viewer/ui_fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <array>
#include <string>

namespace app {

namespace {

UiFonts g_fonts;

/// The file of the family, empty when fontconfig would put another in its place.
std::string ui_font_file(const char* family, bool bold) {
    FcPattern* wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddString(wanted, FC_FONTFORMAT, reinterpret_cast<const FcChar8*>("TrueType"));
    FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    FcPattern* found = FcFontMatch(nullptr, wanted, &result);
    std::string file;
    FcChar8* name = nullptr;
    FcChar8* path = nullptr;
    if (found && FcPatternGetString(found, FC_FAMILY, 0, &name) == FcResultMatch &&
        FcStrCmpIgnoreCase(name, reinterpret_cast<const FcChar8*>(family)) == 0 &&
        FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch)
        file = reinterpret_cast<const char*>(path);
    if (found) FcPatternDestroy(found);
    FcPatternDestroy(wanted);
    return file;
}

// Latin with its extensions (names of places), Greek, punctuation, superscripts, arrows, mathematical signs.
constexpr std::array<ImWchar, 13> kLetters{0x20,   0x24F,  0x370,  0x3FF,  0x1E00, 0x1EFF, 0x2010,
                                           0x209F, 0x2190, 0x21FF, 0x2200, 0x22FF, 0};
constexpr std::array<ImWchar, 3> kIcons{0xF000, 0xF2E0, 0};

ImFont* add_font(const std::string& letters, const std::string& icons, float size) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (letters.empty()) {
        ImFontConfig config;
        config.SizePixels = size;
        return atlas.AddFontDefault(&config);
    }
    // Dear ImGui takes the height of a line for the size; Noto Sans has lines of 1.362 em.
    constexpr float kLineOfNoto_em = 1.362f;
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
    // No FcFini: the map's labels use fontconfig too.
    const std::string letters = ui_font_file("Noto Sans", false);
    const std::string bold = ui_font_file("Noto Sans", true);
    const std::string icons = ui_font_file("forkawesome", false);
    ImGui::GetIO().Fonts->Clear();
    g_fonts.text = add_font(letters, icons, 15 * scale);
    g_fonts.caption = add_font(letters, icons, 13 * scale);
    g_fonts.title = add_font(bold.empty() ? letters : bold, icons, 20 * scale);
    g_fonts.has_icons = !letters.empty() && !icons.empty();
}

const char* icon_or(const char* icon, const char* instead) { return g_fonts.has_icons ? icon : instead; }

} // namespace app
