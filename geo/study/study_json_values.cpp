#include "geo/study/study_json_values.hpp"

#include <fmt/format.h>

#include "geo/core/error.hpp"
#include "geo/table/drawn_polygon.hpp"

namespace geo::study_json {

void refuse(const std::string& key, const std::string& why) {
    throw Error(ErrorKind::Format, "study: '" + key + "' " + why);
}

void read_object(const std::string& where, const Json& json, const Readers& readers) {
    if (!json.is_object()) refuse(where, "must be an object");
    for (const auto& [key, value] : json.items()) {
        const std::string name = where.empty() ? key : fmt::format("{}.{}", where, key);
        const auto reader = readers.find(key);
        if (reader == readers.end()) refuse(name, "is not a key of a study");
        try {
            reader->second(value);
        } catch (const nlohmann::json::exception&) {
            constexpr std::size_t kShown = 80;
            const std::string text = value.dump(-1, ' ', true);
            refuse(name, "has a value of the wrong kind: " + text.substr(0, kShown) + (text.size() > kShown ? "..." : ""));
        }
    }
}

std::function<void(const Json&)> into_share(const std::string& key, float& target) {
    return [&target, key](const Json& value) {
        const auto share = value.get<float>();
        if (!(share >= 0 && share <= 1)) refuse(key, "must be a number from 0 to 1");
        target = share;
    };
}

std::function<void(const Json&)> into_length(const std::string& key, Metres& target) {
    return [&target, key](const Json& value) {
        const double km = value.get<double>();
        if (!(km >= 0 && km <= 20000)) refuse(key, "must be a length in km from 0 to 20000");
        target = kilometres(km);
    };
}

Day day_of(const std::string& key, const Json& value) {
    const auto day = day_from_iso(value.get<std::string>());
    if (!day) refuse(key, "is not a date like 2021-08-15: " + value.dump());
    return *day;
}

LonLatBox box_of(const std::string& key, const Json& value) {
    const auto edges = value.get<std::vector<double>>();
    if (edges.size() != 4 || edges[0] > edges[2] || edges[1] > edges[3])
        refuse(key, "must be [west, south, east, north] in degrees");
    return {edges[0], edges[1], edges[2], edges[3]};
}

std::vector<LonLat> polygon_of(const std::string& key, const Json& value) {
    std::vector<LonLat> vertices;
    for (const auto& vertex : value.get<std::vector<std::vector<double>>>()) {
        if (vertex.size() != 2) refuse(key, "must be a list of vertices, each [longitude, latitude]");
        vertices.push_back({vertex[0], vertex[1]});
    }
    if (const std::string fault = fault_of_polygon(vertices); !fault.empty()) refuse(key, fault);
    return vertices;
}

} // namespace geo::study_json
