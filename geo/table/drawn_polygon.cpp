#include "geo/table/drawn_polygon.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

struct Edge {
    LonLat a, b;
    double west() const { return std::min(a.lon_deg, b.lon_deg); }
    double east() const { return std::max(a.lon_deg, b.lon_deg); }
};

/// Twice the signed area of the triangle.
double turn(LonLat a, LonLat b, LonLat c) {
    return (b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) -
           (b.lat_deg - a.lat_deg) * (c.lon_deg - a.lon_deg);
}

bool opposite(double x, double y) { return (x < 0 && y > 0) || (x > 0 && y < 0); }

bool cross(const Edge& p, const Edge& q) {
    return opposite(turn(p.a, p.b, q.a), turn(p.a, p.b, q.b)) &&
           opposite(turn(q.a, q.b, p.a), turn(q.a, q.b, p.b));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<LonLat> vertex_from_text(std::string_view text) {
    text = trimmed(text);
    const std::size_t blank = text.find_first_of(" \t\r\n");
    if (blank == std::string_view::npos) return std::nullopt;
    const auto lon = number_from_text(text.substr(0, blank));
    const auto lat = number_from_text(trimmed(text.substr(blank)));
    if (!lon || !lat) return std::nullopt;
    return LonLat{*lon, *lat};
}

std::size_t n_different(std::span<const LonLat> vertices) {
    std::vector<LonLat> sorted(vertices.begin(), vertices.end());
    std::sort(sorted.begin(), sorted.end(), [](LonLat a, LonLat b) {
        return a.lon_deg != b.lon_deg ? a.lon_deg < b.lon_deg : a.lat_deg < b.lat_deg;
    });
    return static_cast<std::size_t>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

bool on_earth(LonLat p) {
    return p.lon_deg >= -180 && p.lon_deg <= 180 && p.lat_deg >= -90 && p.lat_deg <= 90; // NaN is not
}

} // namespace

std::optional<std::vector<LonLat>> polygon_from_text(std::string_view text) {
    std::vector<LonLat> vertices;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const auto vertex = vertex_from_text(text.substr(begin, end - begin));
        if (!vertex) return std::nullopt;
        vertices.push_back(*vertex);
        begin = end + 1;
    }
    if (vertices.size() > 1 && vertices.front() == vertices.back()) vertices.pop_back();
    return vertices;
}

std::string text_from_polygon(std::span<const LonLat> vertices) {
    std::string text;
    for (const LonLat vertex : vertices)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", vertex.lon_deg, vertex.lat_deg);
    return text;
}

std::string fault_of_polygon(std::span<const LonLat> vertices) {
    if (!std::all_of(vertices.begin(), vertices.end(), on_earth))
        return "has a vertex that is no place: longitudes run from -180 to 180, latitudes from -90 to 90";
    if (vertices.size() > kMaxDrawnVertices)
        return fmt::format("has {} vertices, more than {}: put it into a file and give that as the area",
                           vertices.size(), kMaxDrawnVertices);
    const std::size_t n = n_different(vertices);
    return n < 3 ? fmt::format("needs at least three different vertices, not {}", n) : "";
}

bool crosses_itself(std::span<const LonLat> vertices) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        edges.push_back({vertices[i], vertices[(i + 1) % vertices.size()]});
    // From west to east: an edge is compared with those that begin before it ends.
    std::sort(edges.begin(), edges.end(), [](const Edge& p, const Edge& q) { return p.west() < q.west(); });
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t j = i + 1; j < edges.size() && edges[j].west() <= edges[i].east(); ++j)
            if (cross(edges[i], edges[j])) return true;
    return false;
}

LonLatBox box_of(std::span<const LonLat> vertices) {
    LonLatBox box;
    for (const LonLat vertex : vertices) box.add(vertex);
    return box;
}

Ring ring_of(std::span<const LonLat> vertices) {
    Ring ring(vertices.begin(), vertices.end());
    if (!ring.empty()) ring.push_back(ring.front());
    return ring;
}

} // namespace geo
