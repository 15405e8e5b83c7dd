#pragma once

// Seen by the .cpp files of geo/io only: simdjson's types are in it.

#include <string>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "geo/core/places.hpp"

namespace geo {

/// The text is not what the reader of our own takes: GDAL reads it.
struct NotOurs {};

/// The value, or an end of our reading.
template <typename T>
T taken(simdjson::simdjson_result<T> result) {
    T value{};
    if (std::move(result).get(value)) throw NotOurs();
    return value;
}

enum class PlaceKind { missing, empty, point, broken, other };

struct Geometry {
    PlaceKind kind = PlaceKind::missing;
    LonLat place{};
    std::string type; ///< of others
};

/// The place of a point, or of a multipoint of one.
Geometry geometry_from(simdjson::ondemand::value value);

bool is_null(simdjson::ondemand::value& value);

/// A text without the white space that may follow it.
std::string_view without_blanks(std::string_view text);

/// As the file writes it; a string without its quotes and escapes. simdjson has seen to it that a string is
/// UTF-8 and closed; one without a backslash is taken as it lies.
std::string_view text_of(simdjson::ondemand::value& value);

} // namespace geo
