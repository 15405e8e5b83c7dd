#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/layer/scene.hpp"

namespace geo {

/// A vector file of the user's own, ready to draw in any colour. What the file does not hold is null.
struct DrawnReference {
    std::shared_ptr<const AreaGeometry> areas;
    std::shared_ptr<const LineGeometry> lines; ///< lines, and the outlines of areas
    std::shared_ptr<const PointGeometry> points;
    std::shared_ptr<const std::vector<Label>> labels; ///< empty without a label field
    std::vector<std::string> fields;                  ///< names of the attributes
    LonLatBox extent;
    std::size_t n_features = 0; ///< with a geometry that can be drawn
};

/// Takes features one by one, so that a large file is never held twice.
class ReferenceBuilder {
  public:
    ReferenceBuilder();
    /// `name`: what is written on the map, or empty. Parts with a coordinate that is no number are left out.
    void add(const MultiPolygon& polygons, const std::vector<LineString>& lines,
             const std::vector<LonLat>& points, const std::string& name);
    DrawnReference finished(std::vector<std::string> fields) &&;

  private:
    DrawnReference drawn_;
    std::shared_ptr<AreaGeometry> areas_;
    std::shared_ptr<LineGeometry> lines_;
    std::shared_ptr<PointGeometry> points_;
    std::vector<Label> labels_;
};

/// Gives each label the ground that it needs (Label::spacing_m), those of large things first, so that a map
/// of any zoom shows some names of a file with a hundred thousand, evenly spread. O(n) for each of 25 zooms.
void spread_labels(std::vector<Label>& labels);

} // namespace geo
