#include "app/render/text/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "app/render/text/utf8.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

struct FontFile {
    std::string path;
    int index = 0;
    auto operator<=>(const FontFile&) const = default; // NOLINT(modernize-use-nullptr): there is no pointer
};

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

/// The best match of a family and style that has the letter `needed` (0: any). Empty path: no fonts at all.
FontFile matching_file(const char* family, FontStyle style, char32_t needed) {
    const Pattern wanted(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                        style == FontStyle::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted.get(), FC_SLANT,
                        style == FontStyle::italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    if (needed != 0) {
        FcCharSet* letters = FcCharSetCreate();
        FcCharSetAddChar(letters, needed);
        FcPatternAddCharSet(wanted.get(), FC_CHARSET, letters);
        FcCharSetDestroy(letters);
    }
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result{};
    const Pattern found(FcFontMatch(nullptr, wanted.get(), &result), FcPatternDestroy);
    FcChar8* path = nullptr;
    FontFile file;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch) return file;
    file.path = reinterpret_cast<const char*>(path);
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &file.index);
    return file;
}

} // namespace

struct Fonts::Parts {
    FT_Library library = nullptr;
    std::map<FontFile, FT_Face> faces;
    std::map<FontStyle, std::vector<FT_Face>> chains; ///< Latin, Arabic, then what was needed on the way
    std::map<std::pair<FontStyle, char32_t>, FT_Face> chosen;

    Parts() {
        if (FT_Init_FreeType(&library) != 0) {
            throw geo::Error(geo::ErrorKind::Internal, "FreeType cannot be started");
        }
    }
    ~Parts() {
        for (const auto& [file, face] : faces) FT_Done_Face(face);
        FT_Done_FreeType(library);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    /// Null when the file cannot be opened as a font.
    FT_Face opened(const FontFile& file) {
        const auto found = faces.find(file);
        if (found != faces.end()) return found->second;
        FT_Face face = nullptr;
        if (file.path.empty() || FT_New_Face(library, file.path.c_str(), file.index, &face) != 0)
            return nullptr;
        return faces.emplace(file, face).first->second;
    }

    std::vector<FT_Face>& chain(FontStyle style) {
        std::vector<FT_Face>& faces_of_style = chains[style];
        if (!faces_of_style.empty()) return faces_of_style;
        for (const char* family : {"Noto Sans", "Noto Naskh Arabic"}) {
            if (FT_Face face = opened(matching_file(family, style, 0))) faces_of_style.push_back(face);
        }
        if (faces_of_style.empty()) {
            throw geo::Error(
                geo::ErrorKind::Internal,
                "no font was found: the package fonts-noto-core has the ones borderlens prefers");
        }
        return faces_of_style;
    }

    FT_Face choose(char32_t c, FontStyle style) {
        std::vector<FT_Face>& faces_of_style = chain(style);
        // Noto Sans has a few Arabic signs; the script stays in one face.
        const std::size_t first = is_arabic(c) && faces_of_style.size() > 1 ? 1 : 0;
        for (std::size_t i = first; i < faces_of_style.size(); ++i) {
            if (FT_Get_Char_Index(faces_of_style[i], c) != 0) return faces_of_style[i];
        }
        FT_Face face = opened(matching_file("Noto Sans", style, c));
        if (face == nullptr || FT_Get_Char_Index(face, c) == 0) return faces_of_style.front();
        faces_of_style.push_back(face);
        return face;
    }
};

namespace {

/// Noto's Arabic letters are smaller than its Latin ones at the same size.
constexpr float kArabicSize = 1.2F;

FT_Face sized(FT_Face face, float size_px) {
    // 72 dpi: a point is a pixel, in 64ths.
    FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(std::lround(size_px * 64)), 72, 72);
    return face;
}

} // namespace

Fonts::Fonts() : parts_(std::make_unique<Parts>()) {}
Fonts::~Fonts() = default;

FT_FaceRec_* Fonts::face_for(char32_t c, FontStyle style, float size_px, FT_FaceRec_* previous) {
    const bool neutral = c < 0x41 || c == 0xA0 || (c >= 0x2000 && c < 0x2070);
    if (neutral && previous != nullptr && FT_Get_Char_Index(previous, c) != 0) return previous;
    const auto key = std::pair{style, c};
    auto found = parts_->chosen.find(key);
    if (found == parts_->chosen.end()) found = parts_->chosen.emplace(key, parts_->choose(c, style)).first;
    return sized(found->second, is_arabic(c) ? size_px * kArabicSize : size_px);
}

FT_FaceRec_* Fonts::first_face(FontStyle style, float size_px) {
    return sized(parts_->chain(style).front(), size_px);
}

std::string font_file(FontStyle style) { return matching_file("Noto Sans", style, 0).path; }

} // namespace app
