#include "geo/layer/basemap.hpp"

#include <cmath>

#include "geo/crs/mercator.hpp"

namespace geo {

namespace {

MercatorPath path_from(const LineString& line) {
    MercatorPath path;
    path.reserve(line.size());
    for (LonLat place : line) path.push_back(mercator_from_lonlat(place));
    return path;
}

void add_areas(AreaGeometry& geometry, const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) {
        std::vector<MercatorPath> rings{path_from(polygon.exterior)};
        for (const Ring& hole : polygon.holes) rings.push_back(path_from(hole));
        geometry.polygons.push_back(std::move(rings));
    }
}

void add_outlines(LineGeometry& geometry, const MultiPolygon& polygons) {
    for (const Polygon& polygon : polygons) {
        geometry.paths.push_back(path_from(polygon.exterior));
        for (const Ring& hole : polygon.holes) geometry.paths.push_back(path_from(hole));
    }
}

std::shared_ptr<const LineGeometry> lines_from(const std::vector<ReferenceLine>& lines) {
    auto geometry = std::make_shared<LineGeometry>();
    for (const ReferenceLine& line : lines) geometry->paths.push_back(path_from(line.line));
    return geometry;
}

double ring_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += ring[i].lon_deg * ring[i + 1].lat_deg - ring[i + 1].lon_deg * ring[i].lat_deg;
    return std::abs(twice) / 2;
}

/// Where a name is put: the centroid of the largest part. Display only, so degrees will do.
LonLat label_place(const MultiPolygon& polygons) {
    const Polygon* largest = nullptr;
    for (const Polygon& polygon : polygons)
        if (!largest || ring_area(polygon.exterior) > ring_area(largest->exterior)) largest = &polygon;
    double area = 0, x = 0, y = 0;
    const Ring& ring = largest->exterior;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double cross = ring[i].lon_deg * ring[i + 1].lat_deg - ring[i + 1].lon_deg * ring[i].lat_deg;
        area += cross;
        x += (ring[i].lon_deg + ring[i + 1].lon_deg) * cross;
        y += (ring[i].lat_deg + ring[i + 1].lat_deg) * cross;
    }
    if (area == 0) return ring.empty() ? LonLat{} : ring.front();
    return {x / (3 * area), y / (3 * area)};
}

void add_label(std::vector<Label>& labels, const std::string& name, const MultiPolygon& polygons, LabelKind kind,
               int rank) {
    if (name.empty() || polygons.empty()) return;
    labels.push_back({mercator_from_lonlat(label_place(polygons)), name, kind, rank});
}

std::vector<Label> labels_of(const ReferenceMap& reference, const AreaSet& provinces) {
    std::vector<Label> labels;
    for (const ReferencePolygon& country : reference.countries)
        if (country.iso_a3 != "PAK") // its provinces are named instead
            add_label(labels, country.name, country.polygons, LabelKind::country, 1);
    for (const char* id : {"khyber_pakhtunkhwa", "balochistan"})
        if (const Area* area = provinces.find(id))
            add_label(labels, area->name, area->polygons, LabelKind::province, 1);
    for (const ReferencePlace& place : reference.places)
        labels.push_back({mercator_from_lonlat(place.place), place.name, LabelKind::town, place.rank + 1});
    return labels;
}

} // namespace

AreaGeometry area_geometry(const MultiPolygon& polygons) {
    AreaGeometry geometry;
    add_areas(geometry, polygons);
    return geometry;
}

LineGeometry outline_geometry(const MultiPolygon& polygons) {
    LineGeometry geometry;
    add_outlines(geometry, polygons);
    return geometry;
}

Basemap make_basemap(const ReferenceMap& reference, const BorderSet& border, const AreaSet& provinces) {
    Basemap map;
    auto countries = std::make_shared<AreaGeometry>();
    auto country_lines = std::make_shared<LineGeometry>();
    for (const ReferencePolygon& country : reference.countries) {
        add_areas(*countries, country.polygons);
        add_outlines(*country_lines, country.polygons);
    }
    auto study_area = std::make_shared<AreaGeometry>();
    auto province_lines = std::make_shared<LineGeometry>();
    for (const char* id : {"khyber_pakhtunkhwa", "balochistan"})
        if (const Area* area = provinces.find(id)) {
            add_areas(*study_area, area->polygons);
            add_outlines(*province_lines, area->polygons);
        }
    auto measured = std::make_shared<LineGeometry>();
    for (const BorderLine& line : border.lines)
        for (const LineString& part : line.parts) measured->paths.push_back(path_from(part));

    map.countries = countries;
    map.country_lines = country_lines;
    map.study_area = study_area;
    map.province_lines = province_lines;
    map.border = measured;
    map.coast = lines_from(reference.coast);
    map.disputed = lines_from(reference.disputed);
    map.labels = std::make_shared<const std::vector<Label>>(labels_of(reference, provinces));
    map.attributions = reference.attributions;
    return map;
}

} // namespace geo
