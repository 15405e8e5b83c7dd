#include "geo/table/incident_record.hpp"

#include <array>
#include <functional>
#include <limits>

#include "geo/table/column_name.hpp"
#include "geo/table/location_support.hpp"
#include "geo/table/number_from_text.hpp"
#include "geo/table/point_from_text.hpp"

namespace geo {

namespace {

constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::notes) + 1;
constexpr double kNotGiven = std::numeric_limits<double>::quiet_NaN();

void suspect(Incident& incident, Suspicion suspicion) {
    incident.suspicions =
        static_cast<std::uint8_t>(incident.suspicions | 1u << static_cast<unsigned>(suspicion));
}

bool fail(RecordFault& fault, std::size_t field, std::string_view value, const char* reason) {
    fault = {field == kNobody ? std::nullopt : std::optional(field), value, reason};
    return false;
}

/// A coordinate in [-limit, limit].
bool read_coordinate(std::string_view text, double limit, const char* out_of_range, std::size_t field,
                     double& out, RecordFault& fault) {
    const auto value = number_from_text(text);
    if (!value) return fail(fault, field, text, "is not a number");
    if (*value < -limit || *value > limit) return fail(fault, field, text, out_of_range);
    out = *value;
    return true;
}

constexpr const char* kNoLongitude = "is not a longitude";
constexpr const char* kNoLatitude = "is not a latitude";

} // namespace

std::string_view text_of(Suspicion suspicion) {
    constexpr std::array<std::string_view, kSuspicions> kTexts = {
        "latitude and longitude look swapped",
        "the place is 0, 0",
        "the place lies outside the coarse box of the country or province that the row names",
        "the place precision code is unknown",
        "the date precision code is unknown",
        "the date is after today",
        "the id has been met before",
    };
    return kTexts[static_cast<std::size_t>(suspicion)];
}

RecordReader::RecordReader(const RecordLayout& layout)
    : layout_(layout), index_(kRoleCount, kNobody), dates_(layout.day_order) {
    for (const auto& [role, column] : layout.schema.roles) index_[static_cast<std::size_t>(role)] = column;
}

bool RecordReader::has(Role role) const { return index_of(role) != kNobody; }

std::string_view RecordReader::field(Fields fields, Role role) const {
    const std::size_t index = index_of(role);
    return index == kNobody ? std::string_view{} : trimmed(fields[index]);
}

std::optional<Incident> RecordReader::read(Fields fields, std::optional<LonLat> given, RecordFault& fault) {
    Incident out;
    if (!read_place(fields, given, out, fault) || !read_dates(fields, out, fault) ||
        !read_deaths(fields, out, fault))
        return std::nullopt;
    read_precision(fields, out);
    if (const std::string_view id = field(fields, Role::id); !id.empty())
        out.id_hash = std::hash<std::string_view>{}(id) | 1;
    look_for_suspicions(fields, out);
    return out;
}

bool RecordReader::read_place(Fields fields, std::optional<LonLat> given, Incident& out,
                              RecordFault& fault) const {
    out.place = {kNotGiven, kNotGiven};
    if (has(Role::lon)) {
        const std::string_view lon = field(fields, Role::lon);
        const std::string_view lat = field(fields, Role::lat);
        if (lon.empty() && lat.empty()) return true;
        if (lon.empty()) return fail(fault, index_of(Role::lon), lon, "is empty but the latitude is given");
        if (lat.empty()) return fail(fault, index_of(Role::lat), lat, "is empty but the longitude is given");
        return read_coordinate(lon, 180, kNoLongitude, index_of(Role::lon), out.place.lon_deg, fault) &&
               read_coordinate(lat, 90, kNoLatitude, index_of(Role::lat), out.place.lat_deg, fault);
    }
    if (has(Role::geometry)) {
        const std::string_view text = field(fields, Role::geometry);
        const PointText point = point_from_text(text);
        if (!point.valid) return fail(fault, index_of(Role::geometry), text, "is not a WKT point");
        if (!point.empty) given = point.place;
    }
    if (!given) return true;
    const std::size_t at = index_of(Role::geometry);
    if (!(given->lon_deg >= -180 && given->lon_deg <= 180))
        return fail(fault, at, {}, "the point's x is not a longitude");
    if (!(given->lat_deg >= -90 && given->lat_deg <= 90))
        return fail(fault, at, {}, "the point's y is not a latitude");
    out.place = *given;
    return true;
}

bool RecordReader::read_dates(Fields fields, Incident& out, RecordFault& fault) {
    const char* reason = "";
    if (has(Role::date)) {
        const std::string_view text = field(fields, Role::date);
        if (text.empty()) return fail(fault, index_of(Role::date), text, "no date");
        const auto span = dates_.read(text, reason);
        if (!span) return fail(fault, index_of(Role::date), text, reason);
        out.dates = *span;
    } else if (has(Role::year)) {
        const std::string_view year = field(fields, Role::year);
        if (year.empty()) return fail(fault, index_of(Role::year), year, "no date");
        const auto span = span_from_parts(year, field(fields, Role::month), field(fields, Role::day), reason);
        if (!span) return fail(fault, index_of(Role::year), year, reason);
        out.dates = *span;
    }
    n_clocks_dropped_ += out.dates.clock_dropped;
    const std::string_view end = field(fields, Role::date_end);
    if (end.empty()) return true;
    const auto span = dates_.read(end, reason);
    if (!span) return fail(fault, index_of(Role::date_end), end, reason);
    if (out.dates.first == kNoDay) out.dates.first = span->first;
    if (span->last < out.dates.first)
        return fail(fault, index_of(Role::date_end), end, "is before the start");
    out.dates.last = span->last;
    return true;
}

bool RecordReader::read_deaths(Fields fields, Incident& out, RecordFault& fault) const {
    const auto read_one = [&](Role role, double& deaths) {
        deaths = kNotGiven;
        const std::string_view text = field(fields, role);
        if (text.empty()) return true;
        const auto value = number_from_text(text);
        if (!value) return fail(fault, index_of(role), text, "is not a number");
        if (*value < 0) return fail(fault, index_of(role), text, "is negative");
        deaths = *value;
        return true;
    };
    return read_one(Role::deaths_best, out.deaths_best) && read_one(Role::deaths_low, out.deaths_low) &&
           read_one(Role::deaths_high, out.deaths_high);
}

void RecordReader::read_precision(Fields fields, Incident& out) const {
    const SchemaKind schema = layout_.schema.kind;
    out.place_code = field(fields, Role::place_precision);
    // Without a code it says nothing whether the district is named.
    out.admin2_named = !out.place_code.empty() && !field(fields, Role::admin2).empty();
    const bool has_codes = schema != SchemaKind::generic && !out.place_code.empty();
    if (has_codes && !usual_support_rule(schema, out.place_code)) suspect(out, Suspicion::place_code);
    const std::string_view code = field(fields, Role::date_precision);
    if (code.empty() || schema == SchemaKind::generic || schema == SchemaKind::gtd) return;
    const auto precision = date_precision_from_code(schema, code);
    if (precision)
        out.dates.precision = *precision;
    else
        suspect(out, Suspicion::date_code);
}

void RecordReader::look_for_suspicions(Fields fields, Incident& out) {
    if (out.dates.first > layout_.today && layout_.today != kNoDay) suspect(out, Suspicion::future);
    const LonLat p = out.place;
    if (!(p.lon_deg == p.lon_deg)) return;
    if (p == LonLat{0, 0}) return suspect(out, Suspicion::null_island);
    const std::string_view country = field(fields, Role::country);
    const LonLatBox* box = provinces_.find(field(fields, Role::admin1));
    if (!box) box = countries_.find(country);
    const bool named = box != nullptr;
    // A country that we have no box for says nothing about swapped coordinates.
    if (!named && !country.empty()) return;
    if (!named) box = &region_box();
    if (box->contains(p)) return;
    if (box->contains({p.lat_deg, p.lon_deg}))
        suspect(out, Suspicion::swapped);
    else if (named)
        suspect(out, Suspicion::outside_named);
}

} // namespace geo
