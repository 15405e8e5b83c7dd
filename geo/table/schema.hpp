#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The publisher's layout of an incident file.
enum class SchemaKind { acled, ucdp_ged, gtd, generic };

std::string_view name_of(SchemaKind kind);                    ///< "ucdp-ged", as on the command line
std::optional<SchemaKind> schema_from_name(std::string_view); ///< the inverse

/// What a column means to borderlens.
enum class Role {
    lon,
    lat,
    geometry,
    date,
    date_end,
    year,
    month,
    day,
    date_precision,
    place_precision,
    deaths_best,
    deaths_low,
    deaths_high,
    id,
    category,
    country,
    admin1,
    admin2,
    actor,
    notes,
};

std::string_view name_of(Role role); ///< "deaths_best", the word that --where and `info` use
std::optional<Role>
role_from_name(std::string_view name); ///< the inverse, without case; "event_type" is category

/// Which column plays which role: Role -> index into the header. A role that nobody plays is absent.
using Roles = std::map<Role, std::size_t>;

/// The order of day and month in dates such as 03/04/2021.
enum class DayOrder { automatic, day_first, month_first };

/// What the user said about the columns; empty means: guess.
struct RoleOptions {
    std::optional<SchemaKind> schema;
    std::map<Role, std::string> columns; ///< column names by role, as given with --lon, --lat, --date ...
    DayOrder day_order = DayOrder::automatic;
    bool operator==(const RoleOptions&) const = default;
};

struct Schema {
    SchemaKind kind = SchemaKind::generic;
    Roles roles;
};

/// The column that plays the role, if one does.
std::optional<std::size_t> column_of(const Roles& roles, Role role);

/// Recognises the layout from the header and assigns roles; names are compared without case, spaces and
/// underscores. With a geometry of the format's own (`has_geometry`) or without lon and lat, see the .cpp for
/// what wins; options win over everything. Throws Error{Argument} when a column named in the options does not
/// exist (the message lists the columns) and Error{Format} when neither lon/lat nor a geometry can be found
/// and `has_geometry` is false.
Schema recognise_schema(std::span<const std::string> header, const RoleOptions& options, bool has_geometry);

/// "UCDP Georeferenced Event Dataset" and what its terms ask of whoever passes the data on; empty for
/// generic.
struct SchemaTerms {
    std::string_view attribution;
    std::string_view notice;
};
SchemaTerms terms_of(SchemaKind kind);

} // namespace geo
