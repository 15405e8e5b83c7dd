#pragma once

#include <string>
#include <string_view>

namespace geo {

/// "PG:dbname=gis host=...": a PostgreSQL database with libpq's words, no file.
inline bool is_database(std::string_view path) { return path.starts_with("PG:"); }

/// Where an export goes in a database: "PG:dbname=gis table=conflict.near".
struct DatabaseTarget {
    std::string connection; ///< "PG:dbname=gis"
    std::string schema;     ///< empty: the usual one
    std::string table;      ///< empty: none is named
};
DatabaseTarget database_target(const std::string& path);

/// As it may be shown: a connection can hold a password.
std::string shown_output(const std::string& path);

} // namespace geo
