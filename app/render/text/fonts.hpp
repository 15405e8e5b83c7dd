#pragma once

#include <memory>
#include <string>

// FreeType's types, without its headers.
struct FT_FaceRec_;

namespace app {

enum class FontStyle { regular, bold, italic };

/// The system's fonts, found by fontconfig: Noto Sans, Noto Naskh Arabic for the Arabic script, and for any
/// other letter whatever font has it. Opened when first needed. Throws geo::Error{Internal} when no font is
/// found at all.
class Fonts {
  public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// The face that draws `c`, set to `size_px`. `previous`, if not null, is kept where it has the letter
    /// too, so that spaces and marks do not break a run.
    FT_FaceRec_* face_for(char32_t c, FontStyle style, float size_px, FT_FaceRec_* previous);
    /// The face that gives lines their height.
    FT_FaceRec_* first_face(FontStyle style, float size_px);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The file of Noto Sans in this style, or of what stands in for it; for Dear ImGui, which opens fonts
/// itself.
std::string font_file(FontStyle style);

} // namespace app
