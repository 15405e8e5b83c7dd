#include "geo/geometry/area_neighbours.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "geo/geometry/geos_handles.hpp"

namespace geo {

namespace {

struct TreeDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
};

/// The box of the area and a margin around it.
Polygon box_around(const MultiPolygon& area, double margin_deg) {
    LonLatBox box;
    for (const Polygon& polygon : area)
        for (const LonLat place : polygon.exterior) box.add(place);
    const double west = box.west - margin_deg, south = box.south - margin_deg;
    const double east = box.east + margin_deg, north = box.north + margin_deg;
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}};
}

/// The areas as GEOS has them, with a tree over their boxes.
class Neighbourhood {
  public:
    Neighbourhood(std::span<const MultiPolygon> areas, double tolerance_deg)
        : areas_(areas), tolerance_deg_(tolerance_deg),
          tree_(GEOSSTRtree_create_r(context_.get(), kNodeSize), {context_.get()}), numbers_(areas.size()) {
        if (!tree_) throw context_.error("cannot index the areas");
        for (std::size_t i = 0; i < areas.size(); ++i) {
            numbers_[i] = static_cast<std::uint32_t>(i);
            geometries_.push_back(geos::geometry_from(context_, areas[i]));
            if (!areas[i].empty())
                GEOSSTRtree_insert_r(context_.get(), tree_.get(), geometries_.back().get(), &numbers_[i]);
        }
    }

    /// Those after `area` that are near it.
    std::vector<std::uint32_t> later_neighbours(std::uint32_t area) {
        std::vector<std::uint32_t> found;
        if (areas_[area].empty()) return found;
        const geos::Prepared prepared =
            geos::prepared_from(context_, geometries_[area], "cannot prepare an area");
        for (const std::uint32_t other : candidates(area))
            if (other > area && is_near(*prepared, other)) found.push_back(other);
        return found;
    }

  private:
    static constexpr std::size_t kNodeSize = 10; // of the tree, as GEOS recommends
    static constexpr double kRoom = 1 + 1e-9;    // rounding must not keep boxes apart

    /// Those whose boxes come near enough.
    std::vector<std::uint32_t> candidates(std::uint32_t area) {
        std::vector<std::uint32_t> numbers;
        const geos::Geometry around =
            geos::geometry_from(context_, {box_around(areas_[area], tolerance_deg_ * kRoom)});
        const auto take = [](void* number, void* list) {
            static_cast<std::vector<std::uint32_t>*>(list)->push_back(*static_cast<std::uint32_t*>(number));
        };
        GEOSSTRtree_query_r(context_.get(), tree_.get(), around.get(), take, &numbers);
        return numbers;
    }

    bool is_near(const GEOSPreparedGeometry& area, std::uint32_t other) {
        const char answer =
            GEOSPreparedDistanceWithin_r(context_.get(), &area, geometries_[other].get(), tolerance_deg_);
        if (answer == 2) throw context_.error("cannot measure between two areas");
        return answer == 1;
    }

    geos::Context context_;
    std::span<const MultiPolygon> areas_;
    double tolerance_deg_;
    std::unique_ptr<GEOSSTRtree, TreeDeleter> tree_;
    std::vector<std::uint32_t> numbers_; // what the tree points at
    std::vector<geos::Geometry> geometries_;
};

} // namespace

NeighbourLists area_neighbours(std::span<const MultiPolygon> areas, double tolerance_deg) {
    if (!(tolerance_deg >= 0))
        throw Error(ErrorKind::Argument, "the distance between neighbouring areas must not be negative");
    Neighbourhood neighbourhood(areas, tolerance_deg);
    std::vector<std::vector<std::uint32_t>> near(areas.size());
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        near[i].push_back(i);
        for (const std::uint32_t other : neighbourhood.later_neighbours(i)) {
            near[i].push_back(other); // measured once, so that it holds both ways
            near[other].push_back(i);
        }
    }
    NeighbourLists lists;
    for (std::vector<std::uint32_t>& list : near) {
        std::sort(list.begin(), list.end());
        lists.add(list);
    }
    return lists;
}

} // namespace geo
