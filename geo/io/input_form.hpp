#pragma once

#include <string>
#include <string_view>

namespace geo {

/// Which reader takes a file.
enum class InputForm { delimited, gzip, zip, geojson, vector };

/// By the first bytes; by the name only where they do not tell.
InputForm form_of(std::string_view bytes, const std::string& path);

/// A source in messages: never a connection string, which may hold a password.
std::string shown_source(const std::string& path);

inline std::string file_name_of(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

} // namespace geo
