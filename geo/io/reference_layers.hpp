#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/border/border_set.hpp"
#include "geo/core/places.hpp"
#include "geo/core/progress.hpp"
#include "geo/layer/scene.hpp"

namespace geo {

/// A polygon that incidents can lie in.
struct Area {
    std::string id;   ///< khyber_pakhtunkhwa, kp_without_fata, fata, balochistan; for a user's file its name column or row
    std::string name; ///< "Khyber Pakhtunkhwa"
    std::string source;
    std::string licence;
    MultiPolygon polygons;
};
struct AreaSet {
    std::vector<Area> areas;
    const Area* find(std::string_view id) const;
};

/// Where the datasets are: $BORDERLENS_DATASETS, else beside the installed program, else the source tree.
/// Throws Error{Io} that names the folders looked at.
std::string datasets_folder();

/// `set`: osm, ne10m, ne110m or a vector file with lines (a field `neighbour` names each; polygons in it, if any, say
/// which side is inside). Only the lines of `neighbours` are kept. Throws Error Io, Format, Argument, Empty.
BorderSet load_border_set(const std::string& set, std::span<const std::string> neighbours);

/// The provinces of datasets/areas.
AreaSet load_provinces();
/// The polygons of a user's file as areas, in WGS 84.
AreaSet load_area_file(const std::string& path);

/// Countries, coast, disputed lines, provinces and place names, in Mercator, ready to draw.
struct Basemap {
    std::shared_ptr<const AreaGeometry> countries;
    std::shared_ptr<const AreaGeometry> study_area;
    std::shared_ptr<const LineGeometry> coast;
    std::shared_ptr<const LineGeometry> country_lines;
    std::shared_ptr<const LineGeometry> province_lines;
    std::shared_ptr<const LineGeometry> disputed;
    std::shared_ptr<const LineGeometry> border;
    std::shared_ptr<const std::vector<Label>> labels;
    std::vector<std::string> attributions;
};
Basemap load_basemap(const BorderSet& border, const AreaSet& provinces);

} // namespace geo
