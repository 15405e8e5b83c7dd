#pragma once

// Seen by the study_json files only.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/core/civil.hpp"
#include "geo/core/places.hpp"
#include "geo/core/units.hpp"
#include "geo/study/study.hpp"

namespace geo::study_json {

using Json = nlohmann::ordered_json;

/// Throws the Error{Format} of a study: "study: 'KEY' WHY".
[[noreturn]] void refuse(const std::string& key, const std::string& why);

/// Calls the reader of every key; a key that nobody reads is refused, so that a typing error is never
/// ignored.
using Readers = std::map<std::string, std::function<void(const Json&)>>;
void read_object(const std::string& where, const Json& json, const Readers& readers);

/// A fraction is no whole number, and one that T cannot hold is not cut to fit.
template <typename T>
T whole_number(const Json& value) {
    if (value.is_number_unsigned() && std::in_range<T>(value.get<std::uint64_t>())) return value.get<T>();
    if (value.is_number_integer() && !value.is_number_unsigned() && std::in_range<T>(value.get<std::int64_t>()))
        return value.get<T>();
    throw nlohmann::json::type_error::create(302, "no whole number in range", nullptr);
}

template <typename T>
std::function<void(const Json&)> into(T& target) {
    return [&target](const Json& value) {
        if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) target = whole_number<T>(value);
        else target = value.get<T>();
    };
}

/// A number from 0 to 1.
std::function<void(const Json&)> into_share(const std::string& key, float& target);
/// A length in km.
std::function<void(const Json&)> into_length(const std::string& key, Metres& target);

/// One of some words.
template <typename Value, typename FromName>
std::function<void(const Json&)> into_named(const std::string& key, const std::string& words,
                                            FromName from_name, Value& target) {
    return [=, &target](const Json& value) {
        const auto named = from_name(value.get<std::string>());
        if (!named) refuse(key, "must be " + words);
        target = *named;
    };
}

Day day_of(const std::string& key, const Json& value);
LonLatBox box_of(const std::string& key, const Json& value);
std::vector<LonLat> polygon_of(const std::string& key, const Json& value);

// The analyses (study_json_analyses.cpp).

void read_proximity(const Json& json, ProximitySpec& proximity);
void read_density(const Json& json, DensitySpec& density);
void read_hot_spots(const Json& json, HotSpotSpec& spec);
void read_strip(const Json& json, StripSpec& spec);
void read_clusters(const Json& json, ClusterSpec& spec);
void read_district_counts(const Json& json, DistrictCountSpec& spec);
void read_trend(const Json& json, TrendSpec& trend);
void read_before_after(const Json& json, BeforeAfterSpec& spec);

// What is shown (study_json_map.cpp).

void read_map(const Json& json, MapSpec& map);
void read_timeline(const Json& json, TimelineSpec& timeline);

} // namespace geo::study_json
