#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// A feature of a reference file in WGS 84: its text fields by name (lower case) and its geometry taken
/// apart.
struct VectorFeature {
    std::map<std::string, std::string> fields;
    MultiPolygon polygons;
    std::vector<LineString> lines;
    std::vector<LonLat> points;

    std::string field(const std::string& name) const {
        const auto it = fields.find(name);
        return it == fields.end() ? std::string{} : it->second;
    }
};

/// All features of all layers of a vector file (the drivers of gdal_scope.hpp). Empty parts are skipped,
/// curves become lines. Throws Error: Io (cannot be opened), Format (damaged: fewer features than the file
/// says), Crs (a layer whose CRS cannot be brought to WGS 84).
std::vector<VectorFeature> read_vector_features(const std::string& path);

using VisitFeature = std::function<void(VectorFeature&&)>;

/// The same one by one, for files that may be large. `only_field`, when set, is the one attribute that is
/// kept (lower case; empty: none). Returns the names of all attributes, as the file writes them.
std::vector<std::string> visit_vector_features(const std::string& path,
                                               const std::optional<std::string>& only_field,
                                               const VisitFeature& visit, Progress& progress);

} // namespace geo
