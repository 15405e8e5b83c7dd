#include "geo/table/schema.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/core/error.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/schema_layouts.hpp"

namespace geo {

namespace {

constexpr std::array kKinds = {
    std::pair{SchemaKind::acled, std::string_view("acled")},
    std::pair{SchemaKind::ucdp_ged, std::string_view("ucdp-ged")},
    std::pair{SchemaKind::gtd, std::string_view("gtd")},
    std::pair{SchemaKind::generic, std::string_view("generic")},
};

constexpr std::array<std::pair<Role, std::string_view>, 20> kRoles = {{
    {Role::lon, "lon"},
    {Role::lat, "lat"},
    {Role::geometry, "geometry"},
    {Role::date, "date"},
    {Role::date_end, "date_end"},
    {Role::year, "year"},
    {Role::month, "month"},
    {Role::day, "day"},
    {Role::date_precision, "date_precision"},
    {Role::place_precision, "place_precision"},
    {Role::deaths_best, "deaths_best"},
    {Role::deaths_low, "deaths_low"},
    {Role::deaths_high, "deaths_high"},
    {Role::id, "id"},
    {Role::category, "category"},
    {Role::country, "country"},
    {Role::admin1, "admin1"},
    {Role::admin2, "admin2"},
    {Role::actor, "actor"},
    {Role::notes, "notes"},
}};

using Folded = std::vector<std::string>;

std::optional<std::size_t> first_of(const Folded& header, std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        const auto it = std::find(header.begin(), header.end(), name);
        if (it != header.end()) return static_cast<std::size_t>(it - header.begin());
    }
    return std::nullopt;
}

bool is_of(SchemaKind kind, const Folded& header) {
    const auto marks = marks_of(kind);
    return !marks.empty() && std::all_of(marks.begin(), marks.end(),
                                         [&](const auto& any) { return first_of(header, any).has_value(); });
}

SchemaKind kind_of(const Folded& header) {
    for (const SchemaKind kind : {SchemaKind::ucdp_ged, SchemaKind::acled, SchemaKind::gtd})
        if (is_of(kind, header)) return kind;
    return SchemaKind::generic;
}

/// A publisher's layout that lacks a column (somebody cut the file) takes the generic name for it, but only
/// where it has no column of its own meaning: places, dates, deaths.
void guess_roles(SchemaKind kind, const Folded& header, Roles& roles) {
    for (const RoleNames& known : role_names(kind))
        if (const auto column = first_of(header, known.names)) roles.emplace(known.role, *column);
}

/// A date column is one thing, parts of dates are another: keep the parts only when they are needed and
/// complete.
void settle_dates(Roles& roles) {
    const bool whole = roles.contains(Role::date);
    if (whole && roles.contains(Role::day) && roles[Role::day] == roles[Role::date]) {
        // A column "day" is the day of the month where year and month stand beside it, else a date.
        const bool parts = roles.contains(Role::year) && roles.contains(Role::month);
        roles.erase(parts ? Role::date : Role::day);
    }
    if (roles.contains(Role::date) || !roles.contains(Role::year))
        for (const Role part : {Role::year, Role::month, Role::day}) roles.erase(part);
    if (!roles.contains(Role::month)) roles.erase(Role::day);
}

/// One place per record: what the user named, else the feature's geometry, else lon and lat, else a WKT
/// column.
void settle_places(const RoleOptions& options, bool has_geometry, Roles& roles) {
    const bool lonlat_named = options.columns.contains(Role::lon) || options.columns.contains(Role::lat);
    const bool geometry_named = options.columns.contains(Role::geometry);
    const bool lonlat = roles.contains(Role::lon) && roles.contains(Role::lat);
    if (geometry_named || (has_geometry && !lonlat_named)) {
        roles.erase(Role::lon);
        roles.erase(Role::lat);
    }
    if (!geometry_named && (lonlat || has_geometry)) roles.erase(Role::geometry);
}

void require_place(const Roles& roles, std::span<const std::string> header, bool has_geometry) {
    const bool lon = roles.contains(Role::lon);
    const bool lat = roles.contains(Role::lat);
    if ((lon && lat) || (!lon && !lat && (has_geometry || roles.contains(Role::geometry)))) return;
    const std::string found =
        lon   ? "there is a longitude '" + header[roles.at(Role::lon)] + "' but no latitude"
        : lat ? "there is a latitude '" + header[roles.at(Role::lat)] + "' but no longitude"
              : "no longitude, latitude or geometry column is recognised";
    throw Error(ErrorKind::Format,
                found + "; name them with --lon and --lat; the columns are " + listed(header));
}

} // namespace

std::string_view name_of(SchemaKind kind) {
    return std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.first == kind; })->second;
}

std::optional<SchemaKind> schema_from_name(std::string_view name) {
    for (const auto& [kind, word] : kKinds)
        if (word == name) return kind;
    return std::nullopt;
}

std::string_view name_of(Role role) {
    return std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& r) { return r.first == role; })->second;
}

std::optional<Role> role_from_name(std::string_view name) {
    if (same_but_for_case(name, "event_type")) return Role::category;
    for (const auto& [role, word] : kRoles)
        if (same_but_for_case(word, name)) return role;
    return std::nullopt;
}

std::optional<std::size_t> column_of(const Roles& roles, Role role) {
    const auto it = roles.find(role);
    if (it == roles.end()) return std::nullopt;
    return it->second;
}

Schema recognise_schema(std::span<const std::string> header, const RoleOptions& options, bool has_geometry) {
    Folded folded;
    for (const std::string& name : header) folded.push_back(folded_name(name));
    Schema schema{options.schema.value_or(kind_of(folded)), {}};
    for (const auto& [role, name] : options.columns) {
        const auto column = column_named(header, name);
        if (!column)
            throw Error(ErrorKind::Argument, "there is no column '" + name + "' for " +
                                                 std::string(name_of(role)) + "; the columns are " +
                                                 listed(header));
        schema.roles[role] = *column;
    }
    guess_roles(schema.kind, folded, schema.roles);
    settle_dates(schema.roles);
    settle_places(options, has_geometry, schema.roles);
    require_place(schema.roles, header, has_geometry);
    return schema;
}

SchemaTerms terms_of(SchemaKind kind) {
    switch (kind) {
    case SchemaKind::acled:
        return {"ACLED (Armed Conflict Location & Event Data), acleddata.com",
                "ACLED's terms of use do not allow passing on its event data; name ACLED as the source of "
                "what is "
                "derived from it"};
    case SchemaKind::ucdp_ged:
        return {"UCDP Georeferenced Event Dataset: Sundberg & Melander 2013; Davies, Pettersson & Öberg 2022",
                "CC BY 4.0"};
    case SchemaKind::gtd:
        return {"Global Terrorism Database (START, University of Maryland)",
                "The GTD's terms of use apply: no redistribution of the data without START's consent; name "
                "START and "
                "the GTD as the source"};
    case SchemaKind::generic:
        break;
    }
    return {};
}

} // namespace geo
