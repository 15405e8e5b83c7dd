#include "geo/io/geojson_feature.hpp"

namespace geo {

namespace json = simdjson::ondemand;

namespace {

/// [x, y, ...]; no element at all is an empty point.
Geometry point_from(json::array coordinates) {
    Geometry geometry{PlaceKind::empty, {}, {}};
    std::size_t n = 0;
    for (auto element : coordinates) {
        if (taken(element.type()) != json::json_type::number) return {PlaceKind::broken, {}, {}};
        const double value = taken(element.get_double());
        if (n == 0) geometry.place.lon_deg = value;
        if (n == 1) geometry.place.lat_deg = value;
        geometry.kind = ++n == 1 ? PlaceKind::broken : PlaceKind::point;
    }
    return geometry;
}

/// A multipoint of one is a point.
Geometry multipoint_from(json::array points) {
    Geometry geometry{PlaceKind::empty, {}, {}};
    std::size_t n = 0;
    for (auto point : points)
        if (n++ == 0) geometry = point_from(taken(point.get_array()));
    if (n > 1) return {PlaceKind::other, {}, "MULTIPOINT"};
    return geometry;
}

} // namespace

bool is_null(json::value& value) {
    if (taken(value.type()) != json::json_type::null) return false;
    if (!value.is_null()) throw NotOurs(); // it only begins like one
    return true;
}

Geometry geometry_from(json::value value) {
    if (is_null(value)) return {};
    json::object object = taken(value.get_object());
    const std::string_view type = taken(object.find_field_unordered("type").get_string());
    if (type == "Point") return point_from(taken(object.find_field_unordered("coordinates").get_array()));
    if (type == "MultiPoint")
        return multipoint_from(taken(object.find_field_unordered("coordinates").get_array()));
    std::string upper(type);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return {PlaceKind::other, {}, upper};
}

std::string_view without_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

std::string_view text_of(json::value& value) {
    std::string_view text = without_blanks(value.raw_json_token());
    switch (taken(value.type())) {
    case json::json_type::string:
        return text.find('\\') == std::string_view::npos ? text.substr(1, text.size() - 2)
                                                         : taken(value.get_string());
    case json::json_type::null:
        is_null(value); // or throws
        return {};
    case json::json_type::number:
        taken(value.get_double()); // is one
        return text;
    case json::json_type::boolean:
        taken(value.get_bool());
        return text;
    case json::json_type::array:
        return without_blanks(taken(taken(value.get_array()).raw_json()));
    default:
        return without_blanks(taken(taken(value.get_object()).raw_json()));
    }
}

} // namespace geo
