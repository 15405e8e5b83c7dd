#include "app/viewer/home_path.hpp"

#include <cstdlib>

namespace app {

std::string at_home(const std::string& path) {
    const char* home = std::getenv("HOME");
    if (home && (path == "~" || path.starts_with("~/"))) return home + path.substr(1);
    return path;
}

} // namespace app
