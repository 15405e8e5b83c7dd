#include "geo/table/schema_layouts.hpp"

namespace geo {

namespace {

using Names = std::vector<std::string_view>;

// ACLED: the export of 2024 and later, the API's `geo_precision`, the upper-case files of 2016 and before
// (GEO_PRECIS, TIME_PRECI from ten-letter Shapefile names).
const std::vector<RoleNames> kAcled = {
    {Role::lon, {"longitude"}},
    {Role::lat, {"latitude"}},
    {Role::date, {"eventdate"}},
    {Role::date_precision, {"timeprecision", "timepreci"}},
    {Role::place_precision, {"geoprecision", "geoprecis", "geopreci"}},
    {Role::deaths_best, {"fatalities"}},
    {Role::id, {"eventidcnty", "eventid", "dataid"}},
    {Role::category, {"eventtype"}},
    {Role::country, {"country"}},
    {Role::admin1, {"admin1"}},
    {Role::admin2, {"admin2"}},
    {Role::actor, {"actor1"}},
    {Role::notes, {"notes"}},
};
const std::vector<Names> kAcledMarks = {
    {"eventdate"}, {"eventtype"}, {"fatalities"}, {"geoprecision", "geoprecis", "geopreci", "eventidcnty"}};

const std::vector<RoleNames> kUcdp = {
    {Role::lon, {"longitude"}},
    {Role::lat, {"latitude"}},
    {Role::geometry, {"geomwkt"}},
    {Role::date, {"datestart"}},
    {Role::date_end, {"dateend"}},
    {Role::date_precision, {"dateprec"}},
    {Role::place_precision, {"whereprec"}},
    {Role::deaths_best, {"best", "bestest"}},
    {Role::deaths_low, {"low", "lowest"}},
    {Role::deaths_high, {"high", "highest"}},
    {Role::id, {"id", "relid"}},
    {Role::category, {"typeofviolence"}},
    {Role::country, {"country"}},
    {Role::admin1, {"adm1"}},
    {Role::admin2, {"adm2"}},
    {Role::actor, {"dyadname", "sideb"}},
    {Role::notes, {"sourceheadline", "sourcearticle"}},
};
const std::vector<Names> kUcdpMarks = {
    {"whereprec"}, {"datestart"}, {"typeofviolence", "dateprec", "priogridgid"}};

const std::vector<RoleNames> kGtd = {
    {Role::lon, {"longitude"}},
    {Role::lat, {"latitude"}},
    {Role::year, {"iyear"}},
    {Role::month, {"imonth"}},
    {Role::day, {"iday"}},
    {Role::place_precision, {"specificity"}},
    {Role::deaths_best, {"nkill"}},
    {Role::id, {"eventid"}},
    {Role::category, {"attacktype1txt", "attacktype1"}},
    {Role::country, {"countrytxt", "country"}},
    {Role::admin1, {"provstate"}},
    {Role::actor, {"gname"}},
    {Role::notes, {"summary"}},
};
const std::vector<Names> kGtdMarks = {{"iyear"}, {"imonth"}, {"iday"}};

const std::vector<RoleNames> kGeneric = {
    {Role::lon,
     {"lon", "longitude", "long", "lng", "londeg", "longitudedeg", "xcoord", "decimallongitude", "loncoord",
      "coordx", "gpslongitude", "geolon", "pointx", "x"}},
    {Role::lat,
     {"lat", "latitude", "latdeg", "latitudedeg", "ycoord", "decimallatitude", "latcoord", "coordy",
      "gpslatitude", "geolat", "pointy", "y"}},
    {Role::geometry,
     {"wkt", "geomwkt", "wktgeom", "geometrywkt", "geometry", "geom", "thegeom", "point", "shape"}},
    {Role::date,
     {"date", "eventdate", "datestart", "startdate", "incidentdate", "dateofincident", "dateofevent",
      "dateoccurred", "occurrencedate", "attackdate", "begindate", "day", "datum", "timestamp", "datetime"}},
    {Role::date_end, {"dateend", "enddate", "finishdate"}},
    {Role::year, {"iyear", "year"}},
    {Role::month, {"imonth", "month"}},
    {Role::day, {"iday", "dayofmonth", "day"}},
    {Role::deaths_best,
     {"deathsbest", "fatalities", "deaths", "killed", "best", "nkill", "dead", "fatality", "totalkilled",
      "totaldeaths"}},
    {Role::deaths_low, {"deathslow", "deathsmin", "low"}},
    {Role::deaths_high, {"deathshigh", "deathsmax", "high"}},
    {Role::id, {"id", "eventid", "incidentid", "eventidcnty", "fid", "objectid", "uid", "no", "sno"}},
    {Role::category, {"category", "eventtype", "type", "incidenttype", "attacktype", "kind", "class"}},
    {Role::country, {"country", "countryname"}},
    {Role::admin1, {"admin1", "adm1", "province", "provstate", "state", "admin1name"}},
    {Role::admin2, {"admin2", "adm2", "district", "county", "admin2name"}},
    {Role::actor, {"actor", "actor1", "dyadname", "gname", "perpetrator", "armedgroup"}},
    {Role::notes, {"notes", "note", "description", "summary", "comment", "comments", "remarks", "text"}},
};

const std::vector<Names> kNoMarks;

} // namespace

std::span<const RoleNames> role_names(SchemaKind kind) {
    switch (kind) {
    case SchemaKind::acled:
        return kAcled;
    case SchemaKind::ucdp_ged:
        return kUcdp;
    case SchemaKind::gtd:
        return kGtd;
    case SchemaKind::generic:
        break;
    }
    return kGeneric;
}

std::span<const std::vector<std::string_view>> marks_of(SchemaKind kind) {
    switch (kind) {
    case SchemaKind::acled:
        return kAcledMarks;
    case SchemaKind::ucdp_ged:
        return kUcdpMarks;
    case SchemaKind::gtd:
        return kGtdMarks;
    case SchemaKind::generic:
        break;
    }
    return kNoMarks;
}

} // namespace geo
