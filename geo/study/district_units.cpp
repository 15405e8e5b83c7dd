#include "geo/study/area_units.hpp"

#include "geo/geometry/area_neighbours.hpp"
#include "geo/geometry/inner_place.hpp"
#include "geo/geometry/point_in_areas.hpp"

namespace geo {

namespace {

std::vector<MultiPolygon> polygons_by_area(const AreaSet& areas) {
    std::vector<MultiPolygon> polygons;
    for (const Area& area : areas.areas) polygons.push_back(area.polygons);
    return polygons;
}

class DistrictUnits : public AreaUnits {
  public:
    DistrictUnits(std::shared_ptr<const Districts> districts,
                  std::shared_ptr<const DistrictNeighbours> neighbours, const AreaSet* area)
        : districts_(std::move(districts)), neighbours_(std::move(neighbours)) {
        n_slots_ = districts_->areas.areas.size();
        unit_at_.assign(n_slots_, -1);
        const PointInAreas around(area ? polygons_by_area(*area) : std::vector<MultiPolygon>());
        for (std::uint32_t slot = 0; slot < n_slots_; ++slot) {
            if (area && around.area_of(neighbours_->inner_places[slot]) == PointInAreas::kNone) continue;
            unit_at_[slot] = static_cast<std::int32_t>(slots_.size());
            slots_.push_back(slot);
        }
    }

    std::string name(std::size_t unit) const override {
        const Area& area = districts_->areas.areas[slots_[unit]];
        return area.name.empty() ? area.id : area.name;
    }
    std::vector<LonLat> centres(std::span<const std::uint32_t> units) const override {
        std::vector<LonLat> places;
        for (const std::uint32_t unit : units) places.push_back(neighbours_->inner_places[slots_[unit]]);
        return places;
    }
    std::vector<MultiPolygon> outlines(std::span<const std::uint32_t> units) const override {
        std::vector<MultiPolygon> outlines;
        for (const std::uint32_t unit : units)
            outlines.push_back(districts_->areas.areas[slots_[unit]].polygons);
        return outlines;
    }
    bool clipped(std::size_t) const override { return false; }

    void visit_touching(std::size_t unit, const std::function<void(std::uint32_t)>& visit) const override {
        for (const std::uint32_t slot : neighbours_->lists.of(slots_[unit]))
            if (unit_at_[slot] >= 0) visit(static_cast<std::uint32_t>(unit_at_[slot]));
    }

    GiStar gi_star_of(std::span<const double> values, std::span<const std::uint8_t> included) const override {
        return gi_star(neighbours_->lists, values, included);
    }
    GiStar gi_star_by_step_of(std::span<const double> values,
                              std::span<const std::uint8_t> included) const override {
        return gi_star_by_step(neighbours_->lists, values, included);
    }
    const CellLayout* layout() const override { return nullptr; }
    std::string crs() const override { return "EPSG:4326"; }
    std::string_view noun() const override { return "district"; }

  private:
    std::shared_ptr<const Districts> districts_;
    std::shared_ptr<const DistrictNeighbours> neighbours_;
    std::vector<std::int32_t> unit_at_; // by slot, -1: none
};

} // namespace

DistrictNeighbours find_district_neighbours(const Districts& districts) {
    DistrictNeighbours found;
    for (const Area& area : districts.areas.areas) found.inner_places.push_back(inner_place(area.polygons));
    found.lists = area_neighbours(polygons_by_area(districts.areas), kNeighbourTolerance_deg);
    return found;
}

std::shared_ptr<const AreaUnits> units_of_districts(std::shared_ptr<const Districts> districts,
                                                    std::shared_ptr<const DistrictNeighbours> neighbours,
                                                    const AreaSet* area) {
    return std::make_shared<DistrictUnits>(std::move(districts), std::move(neighbours), area);
}

} // namespace geo
