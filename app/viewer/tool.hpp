#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/render/camera.hpp"
#include "geo/core/places.hpp"

namespace app {

/// What the left mouse button does on the map.
enum class Tool { pan, box, lasso, measure };

/// How a new shape changes what is marked.
enum class MarkMode { replace, add, take_away };

/// A shape under the mouse, in degrees, so that zooming on the way does it no harm.
struct Drawing {
    enum class Kind { zoom_box, box, lasso } kind = Kind::box;
    MarkMode mode = MarkMode::replace;
    std::vector<geo::LonLat> path; ///< of a box two opposite corners
    bool operator==(const Drawing&) const = default;
};

geo::LonLatBox box_of(const Drawing& drawing);
/// The shape's vertices: the corners of a box; a lasso without the places that change nothing at this scale,
/// to the sixth decimal (0.1 m). Empty when it is no polygon.
std::vector<geo::LonLat> vertices_of(const Drawing& drawing, double metres_per_pixel);

/// Places clicked on with the measuring tool.
struct Measuring {
    std::vector<geo::LonLat> points;
    bool ended = false;
    bool closed = false; ///< the last point is joined to the first
    bool operator==(const Measuring&) const = default;
};

/// Lengths are geodesics on WGS 84.
struct Measured {
    std::vector<double> legs_m;    ///< with the closing one
    double total_m = 0;            ///< the perimeter of a closed figure
    std::optional<double> area_m2; ///< of a closed figure that does not cross itself
    bool crosses_itself = false;
};
/// `pointer`: where the next point would be, while none has ended the line.
Measured measured(const Measuring& measuring, std::optional<geo::LonLat> pointer);

std::string area_text(double area_m2); ///< "850 m²", "12.4 km²", "1,234 km²"
/// "3 legs, 123.4 km" or "perimeter 12.3 km, 8.1 km²".
std::string measured_text(const Measured& measured, bool closed);
/// A line by point and leg with metres, for a spreadsheet.
std::string measured_table(const Measuring& measuring);

} // namespace app
