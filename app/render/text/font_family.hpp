#pragma once

#include <string>

namespace app {

/// The file of exactly this family of fonts, for libraries that open fonts themselves (Dear ImGui); empty when
/// fontconfig would put another family in its place.
std::string font_file_of_family(const char* family, bool bold);

} // namespace app
