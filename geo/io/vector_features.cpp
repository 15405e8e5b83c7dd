#include "geo/io/vector_features.hpp"

#include <algorithm>
#include <cmath>

#include <ogrsf_frmts.h>

#include "geo/core/error.hpp"
#include "geo/io/to_wgs84.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

LineString places_of(const OGRSimpleCurve& curve) {
    LineString line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back({curve.getX(i), curve.getY(i)});
    return line;
}

void add_polygon(VectorFeature& feature, const OGRPolygon& polygon) {
    const OGRLinearRing* exterior = polygon.getExteriorRing();
    if (exterior == nullptr || exterior->getNumPoints() < 4) return; // empty parts occur in real data
    Polygon result{places_of(*exterior), {}};
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
        if (const OGRLinearRing* hole = polygon.getInteriorRing(i); hole->getNumPoints() >= 4)
            result.holes.push_back(places_of(*hole));
    feature.polygons.push_back(std::move(result));
}

void add_geometry(VectorFeature& feature, const OGRGeometry& geometry) {
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint: {
        const OGRPoint* point = geometry.toPoint();
        if (!point->IsEmpty()) feature.points.push_back({point->getX(), point->getY()});
        break;
    }
    case wkbLineString: {
        LineString line = places_of(*geometry.toLineString());
        if (line.size() >= 2) feature.lines.push_back(std::move(line));
        break;
    }
    case wkbPolygon:
        add_polygon(feature, *geometry.toPolygon());
        break;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* part : geometry.toGeometryCollection()) add_geometry(feature, *part);
        break;
    default: // curves
        if (OGRGeometryUniquePtr linear{geometry.getLinearGeometry()};
            linear && wkbFlatten(linear->getGeometryType()) != wkbFlatten(geometry.getGeometryType()))
            add_geometry(feature, *linear);
        break;
    }
}

/// A file in metres that does not say so must not become a border or an area far from everything.
void require_degrees(const LineString& line) {
    for (const LonLat& place : line)
        if (!(std::abs(place.lon_deg) <= 540 &&
              std::abs(place.lat_deg) <= 90.001)) // a world may be drawn more than once
            throw Error(ErrorKind::Crs, "its places are no longitudes and latitudes, such as " +
                                            std::to_string(place.lon_deg) + ", " +
                                            std::to_string(place.lat_deg) +
                                            ", and it states no other coordinate reference system");
}

void require_degrees(const VectorFeature& feature) {
    require_degrees(feature.points);
    for (const LineString& line : feature.lines) require_degrees(line);
    for (const Polygon& polygon : feature.polygons) {
        require_degrees(polygon.exterior);
        for (const Ring& hole : polygon.holes) require_degrees(hole);
    }
}

VectorFeature feature_from(const OGRFeature& source, OGRCoordinateTransformation* to_wgs84,
                           const std::optional<std::string>& only_field) {
    VectorFeature feature;
    for (int i = 0; i < source.GetFieldCount(); ++i) {
        if (!source.IsFieldSetAndNotNull(i)) continue;
        std::string name = lowered(source.GetFieldDefnRef(i)->GetNameRef());
        if (!only_field || *only_field == name) feature.fields[std::move(name)] = source.GetFieldAsString(i);
    }
    const OGRGeometry* geometry = source.GetGeometryRef();
    if (geometry == nullptr) return feature;
    if (to_wgs84 == nullptr) {
        add_geometry(feature, *geometry);
        return feature;
    }
    const OGRGeometryUniquePtr copy(geometry->clone());
    if (copy->transform(to_wgs84) != OGRERR_NONE)
        throw Error(ErrorKind::Crs, "a place of the layer cannot be brought to WGS 84");
    add_geometry(feature, *copy);
    return feature;
}

void add_field_names(OGRLayer& layer, std::vector<std::string>& names) {
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const std::string name = definition.GetFieldDefn(i)->GetNameRef();
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
}

void visit_layer(OGRLayer& layer, const GdalScope& scope, const std::optional<std::string>& only_field,
                 const VisitFeature& visit, Progress& progress) {
    constexpr GIntBig kStep = 256;
    const ToWgs84 transformed = to_wgs84(layer, scope);
    const GIntBig stated = layer.GetFeatureCount(FALSE);
    layer.ResetReading();
    GIntBig n = 0;
    for (const auto& feature : layer) {
        VectorFeature places = feature_from(*feature, transformed.transformation.get(), only_field);
        require_degrees(places);
        visit(std::move(places));
        if (++n % kStep == 0)
            progress.at(static_cast<std::uint64_t>(n), static_cast<std::uint64_t>(std::max(n, stated)));
    }
    if (stated >= 0 && n < stated)
        throw Error(ErrorKind::Format, "damaged: layer '" + std::string(layer.GetName()) + "' says " +
                                           std::to_string(stated) + " features, " + std::to_string(n) +
                                           " can be read");
}

} // namespace

std::vector<std::string> visit_vector_features(const std::string& path,
                                               const std::optional<std::string>& only_field,
                                               const VisitFeature& visit, Progress& progress) {
    GdalScope scope;
    std::vector<std::string> names;
    try {
        refuse_unsafe_path(path);
        const DatasetOwner dataset = open_vector(path);
        for (OGRLayer* layer : dataset->GetLayers()) {
            add_field_names(*layer, names);
            visit_layer(*layer, scope, only_field, visit, progress);
        }
    } catch (const Error& error) {
        throw error.with_context("cannot read " + path);
    }
    if (scope.n_errors() > 0) throw scope.error(ErrorKind::Format, "cannot read " + path);
    return names;
}

std::vector<VectorFeature> read_vector_features(const std::string& path) {
    NoProgress progress;
    std::vector<VectorFeature> features;
    visit_vector_features(
        path, std::nullopt, [&](VectorFeature&& feature) { features.push_back(std::move(feature)); },
        progress);
    return features;
}

} // namespace geo
