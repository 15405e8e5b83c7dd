#pragma once

#include <string>

namespace app {

/// A typed path with a leading ~ as the home folder.
std::string at_home(const std::string& path);

} // namespace app
