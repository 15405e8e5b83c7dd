#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A FeatureCollection on WGS 84 whose features have not been read yet.
struct FeatureCollectionText {
    std::string name;           ///< its member "name"; empty where it has none
    std::string_view features;  ///< what stands between the brackets of its member "features"
    std::string_view first_key; ///< the name, with its quotes, of the first member of the first feature
};

/// Finds the features without reading them. Nothing for whatever is not plainly a GeoJSON FeatureCollection
/// on WGS 84 (RFC 7946) that ends with its features: other types, another CRS, TopoJSON, text cut short.
/// O(members before the features); the features themselves are not looked at.
std::optional<FeatureCollectionText> feature_collection_text(std::string_view text);

/// Where to cut the features so that each piece starts a feature, if nested objects do not mislead: a reader
/// of the pieces finds out. About `piece_bytes` each; a piece that holds no start of a feature is part of the
/// one before. Offsets into `features`, the first one 0.
std::vector<std::size_t> likely_feature_starts(const FeatureCollectionText& collection,
                                               std::size_t piece_bytes);

} // namespace geo
