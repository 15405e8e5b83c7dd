#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "geo/border/border_set.hpp"
#include "geo/border/reference.hpp"
#include "geo/layer/label_language.hpp"
#include "geo/layer/scene.hpp"

namespace geo {

/// The ground of every map, ready to draw: what does not change with filter or analysis.
struct Basemap {
    std::shared_ptr<const AreaGeometry> countries;
    std::shared_ptr<const AreaGeometry> study_area;
    std::shared_ptr<const LineGeometry> coast;
    std::shared_ptr<const LineGeometry> country_lines;
    std::shared_ptr<const LineGeometry> province_lines;
    std::shared_ptr<const LineGeometry> disputed;
    std::shared_ptr<const LineGeometry> border; ///< the measured line
    std::array<std::shared_ptr<const std::vector<Label>>, kLabelLanguages.size()>
        labels; ///< by LabelLanguage
    std::vector<std::string> attributions;
};

/// `border` and `provinces` are what the study measures with, so that the map shows the very lines of the
/// numbers.
Basemap make_basemap(const ReferenceMap& reference, const BorderSet& border, const AreaSet& provinces);

AreaGeometry area_geometry(const MultiPolygon& polygons);
LineGeometry outline_geometry(const MultiPolygon& polygons);

} // namespace geo
