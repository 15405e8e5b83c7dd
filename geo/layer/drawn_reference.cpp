#include "geo/layer/drawn_reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_set>

#include "geo/crs/mercator.hpp"
#include "geo/geometry/inner_place.hpp"
#include "geo/layer/map_paths.hpp"

namespace geo {

namespace {

constexpr float kPointRadius_px = 3.5f;

bool is_place(LonLat place) { return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg); }

bool all_places(const LineString& line) { return std::all_of(line.begin(), line.end(), is_place); }

/// Empty when a coordinate is no number: one would spoil every simplification it takes part in.
MercatorPath path_within(const LineString& line, LonLatBox& extent) {
    if (!all_places(line)) return {};
    for (LonLat place : line) extent.add(place);
    return path_from(line);
}

LonLatBox box_of(const LineString& line) {
    LonLatBox box;
    for (LonLat place : line) box.add(place);
    return box;
}

double width_m(const LonLatBox& box) {
    return mercator_from_lonlat({box.east, 0}).x_m - mercator_from_lonlat({box.west, 0}).x_m;
}

/// Where a feature's name goes: into its widest area, else onto its longest line, else beside its first
/// point.
std::optional<Label> label_of(const MultiPolygon& polygons, const std::vector<LineString>& lines,
                              const std::vector<LonLat>& points, const std::string& name) {
    constexpr int kRank = 9; // after the map's own names
    Label label{{}, name, LabelKind::area_feature, kRank};
    for (const Polygon& polygon : polygons) {
        const LonLatBox box = box_of(polygon.exterior);
        if (!all_places(polygon.exterior) || box.empty() || !(width_m(box) > label.width_m)) continue;
        label.width_m = width_m(box);
        label.place = mercator_from_lonlat(inner_place(polygon));
    }
    if (label.width_m > 0) return label;
    const LineString* longest = nullptr;
    for (const LineString& line : lines)
        if (all_places(line) && line.size() > (longest ? longest->size() : 0)) longest = &line;
    if (longest) {
        label.place = mercator_from_lonlat((*longest)[longest->size() / 2]);
        return label;
    }
    const auto first = std::find_if(points.begin(), points.end(), is_place);
    if (first == points.end()) return std::nullopt;
    label.kind = LabelKind::point_feature;
    label.place = mercator_from_lonlat(*first);
    return label;
}

std::uint64_t cell_of(Mercator place, double cell_m) {
    const auto index = [&](double x) {
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(x / cell_m)));
    };
    return std::uint64_t{index(place.x_m)} << 32 | index(place.y_m);
}

} // namespace

ReferenceBuilder::ReferenceBuilder()
    : areas_(std::make_shared<AreaGeometry>()), lines_(std::make_shared<LineGeometry>()),
      points_(std::make_shared<PointGeometry>()) {}

void ReferenceBuilder::add(const MultiPolygon& polygons, const std::vector<LineString>& lines,
                           const std::vector<LonLat>& points, const std::string& name) {
    const std::size_t before = areas_->polygons.size() + lines_->paths.size() + points_->places.size();
    for (const Polygon& polygon : polygons) {
        std::vector<MercatorPath> rings{path_within(polygon.exterior, drawn_.extent)};
        if (rings.front().empty()) continue;
        for (const Ring& hole : polygon.holes)
            if (MercatorPath path = path_within(hole, drawn_.extent); !path.empty())
                rings.push_back(std::move(path));
        lines_->paths.insert(lines_->paths.end(), rings.begin(), rings.end());
        areas_->polygons.push_back(std::move(rings));
    }
    for (const LineString& line : lines)
        if (MercatorPath path = path_within(line, drawn_.extent); !path.empty())
            lines_->paths.push_back(std::move(path));
    for (LonLat place : points) {
        if (!is_place(place)) continue;
        drawn_.extent.add(place);
        points_->places.push_back(mercator_from_lonlat(place));
        points_->color_index.push_back(0);
        points_->radius_px.push_back(kPointRadius_px);
        points_->hollow.push_back(0);
        points_->row.push_back(static_cast<std::uint32_t>(drawn_.n_features));
    }
    if (areas_->polygons.size() + lines_->paths.size() + points_->places.size() == before) return;
    ++drawn_.n_features;
    if (name.empty()) return;
    if (auto label = label_of(polygons, lines, points, name)) labels_.push_back(std::move(*label));
}

DrawnReference ReferenceBuilder::finished(std::vector<std::string> fields) && {
    if (!areas_->polygons.empty()) drawn_.areas = std::move(areas_);
    if (!lines_->paths.empty()) drawn_.lines = std::move(lines_);
    if (!points_->places.empty()) drawn_.points = std::move(points_);
    if (!labels_.empty()) {
        spread_labels(labels_);
        drawn_.labels = std::make_shared<const std::vector<Label>>(std::move(labels_));
    }
    drawn_.fields = std::move(fields);
    return std::move(drawn_);
}

void spread_labels(std::vector<Label>& labels) {
    constexpr double kCoarsest_m = 1 << 25, kFinest_m = 2;
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.width_m > b.width_m; });
    for (Label& label : labels) label.spacing_m = 0;
    std::unordered_set<std::uint64_t> taken;
    for (double cell_m = kCoarsest_m; cell_m >= kFinest_m; cell_m /= 2) {
        taken.clear();
        for (const Label& label : labels)
            if (label.spacing_m > 0) taken.insert(cell_of(label.place, cell_m));
        for (Label& label : labels)
            if (label.spacing_m == 0 && taken.insert(cell_of(label.place, cell_m)).second)
                label.spacing_m = cell_m;
    }
    for (Label& label : labels)
        if (label.spacing_m == 0) label.spacing_m = kFinest_m;
}

} // namespace geo
