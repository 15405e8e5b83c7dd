#include "geo/io/database_path.hpp"

#include <algorithm>

namespace geo {

DatabaseTarget database_target(const std::string& path) {
    DatabaseTarget target;
    constexpr std::string_view kWord = "table=";
    for (std::size_t at = path.find(kWord); at != std::string::npos; at = path.find(kWord, at + 1)) {
        if (at > 0 && path[at - 1] != ' ' && path[at - 1] != ':') continue; // the end of another word
        const std::size_t end = std::min(path.find(' ', at), path.size());
        target.table = path.substr(at + kWord.size(), end - at - kWord.size());
        target.connection = path.substr(0, at) + path.substr(std::min(end + 1, path.size()));
        const std::size_t dot = target.table.find('.');
        if (dot != std::string::npos) {
            target.schema = target.table.substr(0, dot);
            target.table.erase(0, dot + 1);
        }
        return target;
    }
    target.connection = path;
    return target;
}

std::string shown_output(const std::string& path) {
    if (!is_database(path)) return path;
    const DatabaseTarget target = database_target(path);
    return "table " + (target.schema.empty() ? "" : target.schema + ".") + target.table +
           " of the PostgreSQL database";
}

} // namespace geo
