#include "geo/io/vector_features.hpp"

#include <array>

#include <ogrsf_frmts.h>

#include "geo/core/error.hpp"
#include "geo/io/gdal_scope.hpp"
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
    case wkbPolygon: add_polygon(feature, *geometry.toPolygon()); break;
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

VectorFeature feature_from(const OGRFeature& source, OGRCoordinateTransformation* to_wgs84) {
    VectorFeature feature;
    for (int i = 0; i < source.GetFieldCount(); ++i)
        if (source.IsFieldSetAndNotNull(i))
            feature.fields[lowered(source.GetFieldDefnRef(i)->GetNameRef())] = source.GetFieldAsString(i);
    const OGRGeometry* geometry = source.GetGeometryRef();
    if (geometry == nullptr) return feature;
    OGRGeometryUniquePtr copy(geometry->clone());
    if (to_wgs84 != nullptr && copy->transform(to_wgs84) != OGRERR_NONE)
        throw Error(ErrorKind::Crs, "a place of the layer cannot be brought to WGS 84");
    add_geometry(feature, *copy);
    return feature;
}

TransformationOwner transformation_to_wgs84(OGRLayer& layer, const GdalScope& scope) {
    const OGRSpatialReference* from = layer.GetSpatialRef();
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::array<const char*, 2> options{"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    if (from == nullptr || from->IsSame(&wgs84, options.data())) return nullptr;
    TransformationOwner transformation(OGRCreateCoordinateTransformation(from, &wgs84));
    if (!transformation) throw scope.error(ErrorKind::Crs, "its CRS cannot be brought to WGS 84");
    return transformation;
}

void read_layer(OGRLayer& layer, const GdalScope& scope, std::vector<VectorFeature>& features) {
    const TransformationOwner to_wgs84 = transformation_to_wgs84(layer, scope);
    layer.ResetReading();
    GIntBig n = 0;
    for (const auto& feature : layer) {
        features.push_back(feature_from(*feature, to_wgs84.get()));
        ++n;
    }
    if (const GIntBig stated = layer.GetFeatureCount(FALSE); stated >= 0 && n < stated)
        throw Error(ErrorKind::Format, "damaged: layer '" + std::string(layer.GetName()) + "' says " +
                                           std::to_string(stated) + " features, " + std::to_string(n) +
                                           " can be read");
}

} // namespace

std::vector<VectorFeature> read_vector_features(const std::string& path) {
    GdalScope scope;
    const DatasetOwner dataset = open_vector(path);
    std::vector<VectorFeature> features;
    try {
        for (OGRLayer* layer : dataset->GetLayers()) read_layer(*layer, scope, features);
    } catch (const Error& error) {
        throw error.with_context("cannot read " + path);
    }
    if (scope.n_errors() > 0) throw scope.error(ErrorKind::Format, "cannot read " + path);
    return features;
}

} // namespace geo
