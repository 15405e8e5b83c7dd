#include "geo/layer/basemap.hpp"

#include <cmath>
#include <map>

#include "geo/crs/mercator.hpp"
#include "geo/layer/map_paths.hpp"

namespace geo {

namespace {

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

/// Around the study area: a neighbour's name is put into what is seen of it there, not into its far middle.
constexpr LonLatBox kAround{58.5, 23, 76.5, 38.5};

/// The part of a ring on one side of a line x = limit or y = limit (Sutherland and Hodgman's clipping).
Ring clipped(const Ring& ring, double LonLat::*axis, double limit, bool keep_below) {
    const auto kept = [&](LonLat p) { return keep_below ? p.*axis <= limit : p.*axis >= limit; };
    Ring out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[i + 1];
        if (kept(a)) out.push_back(a);
        if (kept(a) == kept(b)) continue;
        const double t = (limit - a.*axis) / (b.*axis - a.*axis);
        out.push_back({a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)});
    }
    if (!out.empty()) out.push_back(out.front());
    return out;
}

Ring around_study_area(Ring ring) {
    ring = clipped(ring, &LonLat::lon_deg, kAround.west, false);
    ring = clipped(ring, &LonLat::lon_deg, kAround.east, true);
    ring = clipped(ring, &LonLat::lat_deg, kAround.south, false);
    return clipped(ring, &LonLat::lat_deg, kAround.north, true);
}

/// Where a name is put: the centroid of the largest part near by, or else of the largest. Display only:
/// degrees will do.
Ring labelled_ring(const MultiPolygon& polygons) {
    Ring near, anywhere;
    for (const Polygon& polygon : polygons) {
        if (ring_area(polygon.exterior) > ring_area(anywhere)) anywhere = polygon.exterior;
        if (Ring part = around_study_area(polygon.exterior); ring_area(part) > ring_area(near))
            near = std::move(part);
    }
    return near.empty() ? anywhere : near;
}

LonLat label_place(const Ring& ring) {
    double area = 0, x = 0, y = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double cross = ring[i].lon_deg * ring[i + 1].lat_deg - ring[i + 1].lon_deg * ring[i].lat_deg;
        area += cross;
        x += (ring[i].lon_deg + ring[i + 1].lon_deg) * cross;
        y += (ring[i].lat_deg + ring[i + 1].lat_deg) * cross;
    }
    if (area == 0) return ring.empty() ? LonLat{} : ring.front();
    return {x / (3 * area), y / (3 * area)};
}

void add_label(std::vector<Label>& labels, const std::string& name, const Ring& ring, LabelKind kind,
               int rank) {
    if (ring.empty()) return;
    LonLatBox box;
    for (LonLat place : ring) box.add(place);
    Label& label = labels.emplace_back(Label{mercator_from_lonlat(label_place(ring)), name, kind, rank});
    label.width_m = mercator_from_lonlat({box.east, 0}).x_m - mercator_from_lonlat({box.west, 0}).x_m;
}

void add_label(std::vector<Label>& labels, const std::string& name, const MultiPolygon& polygons,
               LabelKind kind, int rank) {
    if (name.empty() || polygons.empty()) return;
    add_label(labels, name, labelled_ring(polygons), kind, rank);
}

/// A second place for the name just added, in the northern half, for maps where towns take the first.
void add_second_place(std::vector<Label>& labels, const Area& area) {
    const Ring ring = labelled_ring(area.polygons);
    const Ring north =
        ring.empty() ? ring : clipped(ring, &LonLat::lat_deg, label_place(ring).lat_deg, false);
    if (north.empty()) return;
    Label second = labels.back();
    second.place = mercator_from_lonlat(label_place(north));
    labels.push_back(std::move(second));
}

/// A disputed line is named as such in the middle of its longest part.
void add_line_labels(std::vector<Label>& labels, const std::vector<ReferenceLine>& lines) {
    std::map<std::string, const LineString*> longest;
    for (const ReferenceLine& line : lines) {
        const LineString*& known = longest[line.name];
        if (known == nullptr || line.line.size() > known->size()) known = &line.line;
    }
    for (const auto& [name, line] : longest)
        labels.push_back({mercator_from_lonlat((*line)[line->size() / 2]), name, LabelKind::border, 3});
}

/// The name in the language, English where it has none.
template <typename Named>
const std::string& name_in(LabelLanguage language, const Named& named) {
    const std::string* names[] = {&named.name, &named.name_ur, &named.name_ps};
    const std::string& name = *names[static_cast<std::size_t>(language)];
    return name.empty() ? named.name : name;
}

std::vector<Label> labels_of(const ReferenceMap& reference, const AreaSet& provinces,
                             LabelLanguage language) {
    std::vector<Label> labels;
    for (const ReferencePolygon& country : reference.countries)
        if (country.iso_a3 != "PAK") // its provinces are named instead
            add_label(labels, name_in(language, country), country.polygons, LabelKind::country, 1);
    for (const char* id : {"khyber_pakhtunkhwa", "balochistan"})
        if (const Area* area = provinces.find(id)) {
            add_label(labels, name_in(language, *area), area->polygons, LabelKind::province,
                      2); // after capitals
            add_second_place(labels, *area);
        }
    for (const ReferencePolygon& province : reference.provinces)
        add_label(labels, name_in(language, province), province.polygons, LabelKind::province, 3);
    add_line_labels(labels, reference.disputed);
    for (const ReferencePlace& place : reference.places)
        labels.push_back(
            {mercator_from_lonlat(place.place), name_in(language, place), LabelKind::town, place.rank});
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
    for (const ReferencePolygon& province : reference.provinces)
        add_outlines(*province_lines, province.polygons);
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
    for (std::size_t i = 0; i < map.labels.size(); ++i)
        map.labels[i] = std::make_shared<const std::vector<Label>>(
            labels_of(reference, provinces, static_cast<LabelLanguage>(i)));
    map.attributions = reference.attributions;
    return map;
}

} // namespace geo
