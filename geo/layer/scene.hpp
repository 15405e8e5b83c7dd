#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/core/places.hpp"
#include "geo/core/raster_image.hpp"
#include "geo/layer/color.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/layer/date_scale.hpp"

namespace geo {

/// What a map is made of, without saying how it is drawn: plain data between the analyses and app/render.
/// Positions are Mercator (display only). Bodies are shared and immutable: a changed colour or opacity copies
/// no geometry.

using MercatorPath = std::vector<Mercator>;

/// Filled areas, even-odd over all rings of a polygon (exterior and holes alike, closed).
struct AreaGeometry {
    std::vector<std::vector<MercatorPath>> polygons; ///< rings by polygon
};
struct AreaLayer {
    std::shared_ptr<const AreaGeometry> geometry;
    Rgba fill;
    bool operator==(const AreaLayer&) const = default;
};

struct LineGeometry {
    std::vector<MercatorPath> paths;
};
struct LineLayer {
    std::shared_ptr<const LineGeometry> geometry;
    Rgba color;
    float width_px = 1; ///< at scale 1; the renderer multiplies by the picture's scale
    Rgba casing{0, 0, 0, 0};
    float casing_px = 0; ///< added on each side of the line
    float dash_px = 0;   ///< 0: solid
    float gap_px = 0;
    float least_px = 0; ///< closed paths that look smaller are left out: of a hundred thousand small areas
                        ///< the fills say more
    bool operator==(const LineLayer&) const = default;
};

class PointIndex;

/// Discs, drawn in the given order. Parallel vectors.
struct PointGeometry {
    std::vector<Mercator> places;
    std::vector<std::uint8_t> color_index; ///< into PointLayer::colors
    std::vector<float> radius_px;
    std::vector<std::uint8_t> hollow; ///< 1: a vague place, drawn as a ring
    std::vector<std::uint32_t> row;   ///< RowId, what the mouse picks
    bool graded =
        false; ///< colours are steps of a scale, not kinds (point_index.hpp): several discs have a mean
    std::shared_ptr<const PointIndex> index; ///< of all of them (point_index.hpp); null: they are few
};
struct PointLayer {
    std::shared_ptr<const PointGeometry> geometry;
    std::vector<Rgba> colors;
    Rgba rim;
    std::uint8_t alpha = 220;
    float size = 1; ///< multiplies the radii
    bool operator==(const PointLayer&) const = default;
};

/// A scalar grid in the analysis CRS, drawn as a warped mesh: cell (i, j) of the grid, row 0 south. `mesh`
/// holds the Mercator positions of a coarse lattice of mesh_columns × mesh_rows nodes spread evenly over the
/// grid's outer edges (row-major, south first), between which positions are bilinear.
struct GridGeometry {
    std::uint32_t n_columns = 0, n_rows = 0;
    std::vector<float> values;
    std::uint32_t mesh_columns = 0, mesh_rows = 0;
    std::vector<Mercator> mesh;
};
struct GridLayer {
    std::shared_ptr<const GridGeometry> geometry;
    ColorScale scale;
    bool operator==(const GridLayer&) const = default;
};

/// A picture of the user's own under everything else.
struct RasterLayer {
    std::shared_ptr<const RasterImage> image;
    bool operator==(const RasterLayer&) const = default;
};

/// Meridians and parallels at a round step for the zoom, labelled at the edges of the map.
struct GraticuleLayer {
    Rgba color;
    bool operator==(const GraticuleLayer&) const = default;
};

/// `area_feature` and `point_feature`: names out of the user's own files; `cluster`: the number of a cluster.
enum class LabelKind { country, province, town, border, area_feature, point_feature, graticule, cluster };
struct Label {
    Mercator place;
    std::string text; ///< UTF-8, any script; shaped when drawn; lines apart by '\n', centred
    LabelKind kind = LabelKind::town;
    int rank = 5;       ///< 1 is placed first; towns are left out when they would cover another label
    double width_m = 0; ///< Mercator metres across what is named: a name much wider is left out; 0: unknown
    double spacing_m =
        0; ///< Mercator metres of map it has for itself: left out where that is too few pixels; 0: always
};
struct LabelLayer {
    std::shared_ptr<const std::vector<Label>> labels;
    bool operator==(const LabelLayer&) const = default;
};

/// Equal layers look the same: bodies compare their styles and the identity of their shared geometry. The
/// window redraws only what differs.
struct Layer {
    std::string id;    ///< "border", "density", "incidents" ...
    std::string title; ///< "Incidents"
    bool visible = true;
    float opacity = 1;
    std::variant<AreaLayer, LineLayer, PointLayer, GridLayer, LabelLayer, RasterLayer, GraticuleLayer> body;
    bool operator==(const Layer&) const = default;
};

/// A value of the column that gives the colours, or all those beyond the palette.
struct LegendValue {
    std::string value; ///< as the file has it; empty: not given
    bool others = false;
    std::uint64_t n_shown = 0; ///< on the map
    std::uint64_t n_all = 0;   ///< in the file, with those without a place
};
/// One line of a legend's swatches.
struct LegendItem {
    enum class Symbol { disc, ring, line, dashed_line, area, outlined_area } symbol = Symbol::disc;
    Rgba color;
    std::string text;
    /// What of the section's column it stands for; nothing for lines that say something else.
    std::optional<LegendValue> value = {};
    std::string layer = {}; ///< the Layer::id it names, where it names one
    bool shown = true;      ///< whether that layer is on the map; pictures leave it out where it is not
};
/// A titled part of the legend: swatches, or a colour ramp with ticks when `scale` or `dates` is set.
struct LegendSection {
    std::string title; ///< "Density (quartic, 25 km; σ 8.8 km)"
    std::vector<LegendItem> items;
    std::optional<ColorScale> scale; ///< the unit stands in the scale
    std::optional<DateScale> dates = {};
    std::string column = {}; ///< whose values the items are
    std::vector<std::string> notes = {}; ///< lines under the scale's unit
};

/// The words around the map.
struct MapText {
    std::string title;                     ///< "Incidents and density, ucdp_ged_pakistan.csv"
    std::vector<std::string> subtitle;     ///< period and filter in words, "n shown of N, m without a place"
    std::vector<std::string> attributions; ///< sources and licences, the border line named
    std::string banner; ///< "synthetic sample data", drawn so that nobody overlooks it; or empty
};

/// Everything that is on the map, bottom layer first.
struct Scene {
    std::vector<Layer> layers;
    std::vector<LegendSection> legend;
    MapText text;
    Theme theme = Theme::light;
    LonLatBox data_extent; ///< what "fit" shows; empty when there is nothing
};

} // namespace geo
