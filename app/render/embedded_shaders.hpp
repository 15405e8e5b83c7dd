#pragma once

#include <map>
#include <string>

namespace app {

/// The files of shaders/ by file name, put into the program by cmake/embed_text.cmake.
const std::map<std::string, std::string>& embedded_shaders();

} // namespace app
