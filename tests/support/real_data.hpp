#pragma once

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "geo/core/places.hpp"

// The real lines, areas and incidents beside the project, for tests that say "skipped" when they are not
// there.
namespace real {

inline std::filesystem::path shared(const std::string& file) {
    return std::filesystem::path(BORDERLENS_SHARED_DIR) / "data" / file;
}

inline bool present(const std::string& file) {
    if (std::filesystem::exists(shared(file))) return true;
    std::cout << "skipped: " << shared(file).string() << " is not there\n";
    return false;
}

inline std::string text_of(const std::string& file) {
    std::ifstream in(shared(file), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline geo::LineString line_from(const nlohmann::json& coordinates) {
    geo::LineString line;
    for (const auto& c : coordinates) line.push_back({c.at(0).get<double>(), c.at(1).get<double>()});
    return line;
}

/// "pak_afg" or "pak_irn".
inline std::vector<geo::LineString> border(const std::string& name) {
    std::vector<geo::LineString> parts;
    const auto collection = nlohmann::json::parse(text_of("borders/" + name + "_osm2026.geojson"));
    for (const auto& feature : collection.at("features")) {
        const auto& geometry = feature.at("geometry");
        if (geometry.at("type") == "LineString")
            parts.push_back(line_from(geometry.at("coordinates")));
        else
            for (const auto& c : geometry.at("coordinates")) parts.push_back(line_from(c));
    }
    return parts;
}

inline geo::Polygon polygon_from(const nlohmann::json& rings) {
    geo::Polygon polygon;
    for (const auto& ring : rings)
        (polygon.exterior.empty() ? polygon.exterior : polygon.holes.emplace_back()) = line_from(ring);
    return polygon;
}

/// "provinces" or "districts", in the order of the file.
inline std::vector<geo::MultiPolygon> areas(const std::string& level) {
    std::vector<geo::MultiPolygon> areas;
    const auto collection = nlohmann::json::parse(text_of("areas/pakistan_" + level + "_osm2026.geojson"));
    for (const auto& feature : collection.at("features")) {
        const auto& geometry = feature.at("geometry");
        geo::MultiPolygon& area = areas.emplace_back();
        if (geometry.at("type") == "Polygon")
            area.push_back(polygon_from(geometry.at("coordinates")));
        else
            for (const auto& p : geometry.at("coordinates")) area.push_back(polygon_from(p));
    }
    return areas;
}

/// Records of a CSV text: quotes may hold separators, doubled quotes and newlines.
inline std::vector<std::vector<std::string>> records(const std::string& text) {
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> record(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            record.back() += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            record.emplace_back();
        else if (!quoted && c == '\n')
            all.push_back(std::exchange(record, std::vector<std::string>(1)));
        else
            record.back() += c;
    }
    return all;
}

struct Places {
    std::vector<double> lon_deg, lat_deg;
    std::vector<int> where_prec;
};

/// Where the events of the UCDP file lie: 6,416 of them.
inline Places incidents() {
    Places places;
    for (const auto& record : records(text_of("incidents/ucdp_ged_pakistan.csv"))) {
        constexpr std::size_t kPrecision = 24, kLat = 29, kLon = 30;
        if (record.size() <= kLon) continue;
        const auto number = [](const std::string& s, auto& value) {
            return std::from_chars(s.data(), s.data() + s.size(), value).ec == std::errc{};
        };
        double lat = 0, lon = 0;
        int precision = 0;
        if (!number(record[kLat], lat) || !number(record[kLon], lon) ||
            !number(record[kPrecision], precision))
            continue;
        places.lon_deg.push_back(lon);
        places.lat_deg.push_back(lat);
        places.where_prec.push_back(precision);
    }
    return places;
}

} // namespace real
