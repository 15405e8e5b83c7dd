#include "geo/study/area_units.hpp"

#include <algorithm>
#include <cmath>

#include "geo/geometry/cell_cover.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

MultiPolygon polygons_of(const AreaSet& area) {
    MultiPolygon all;
    for (const Area& part : area.areas) all.insert(all.end(), part.polygons.begin(), part.polygons.end());
    return all;
}

class CellUnits : public AreaUnits {
  public:
    CellUnits(const CellCover& cover, Metres radius)
        : layout_(cover.layout), crs_(cover.crs), radius_m_(radius.value), unit_at_(cover.layout.size(), -1) {
        n_slots_ = layout_.size();
        for (std::size_t slot = 0; slot < n_slots_; ++slot) {
            if (cover.cover[slot] == static_cast<std::uint8_t>(Cover::none)) continue;
            unit_at_[slot] = static_cast<std::int32_t>(slots_.size());
            slots_.push_back(static_cast<std::uint32_t>(slot));
            clipped_.push_back(cover.cover[slot] == static_cast<std::uint8_t>(Cover::part));
        }
    }

    std::string name(std::size_t) const override { return ""; }
    std::vector<LonLat> centres(std::span<const std::uint32_t> units) const override {
        const Transformer transformer({crs_, "", true});
        std::vector<LonLat> places;
        for (const std::uint32_t unit : units)
            places.push_back(transformer.lonlat_from_local(layout_.centre(column(unit), row(unit))));
        return places;
    }
    std::vector<MultiPolygon> outlines(std::span<const std::uint32_t> units) const override {
        const Transformer transformer({crs_, "", true});
        std::vector<MultiPolygon> outlines;
        for (const std::uint32_t unit : units)
            outlines.push_back({{ring_of_cell(layout_, column(unit), row(unit), transformer), {}}});
        return outlines;
    }
    bool clipped(std::size_t unit) const override { return clipped_[unit] != 0; }

    /// Cells touch when their centres are no farther apart than those of cells that share an edge or a
    /// corner.
    void visit_touching(std::size_t unit, const std::function<void(std::uint32_t)>& visit) const override {
        const std::int64_t column_here = column(unit), row_here = row(unit);
        const Local centre = layout_.centre(column(unit), row(unit));
        const double reach = 1.001 * (layout_.shape == CellShape::hexagon
                                          ? layout_.pitch_x_m()
                                          : std::hypot(layout_.pitch_x_m(), layout_.pitch_y_m()));
        for (std::int64_t row = std::max<std::int64_t>(0, row_here - 1);
             row <= std::min<std::int64_t>(row_here + 1, std::int64_t{layout_.n_rows} - 1); ++row)
            for (std::int64_t column = std::max<std::int64_t>(0, column_here - 1);
                 column <= std::min<std::int64_t>(column_here + 1, std::int64_t{layout_.n_columns} - 1);
                 ++column) {
                const std::int32_t other =
                    unit_at_[static_cast<std::size_t>(row * layout_.n_columns + column)];
                const Local there =
                    layout_.centre(static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row));
                if (other >= 0 && std::hypot(there.x_m - centre.x_m, there.y_m - centre.y_m) <= reach)
                    visit(static_cast<std::uint32_t>(other));
            }
    }

    GiStar gi_star_of(std::span<const double> values, std::span<const std::uint8_t> included) const override {
        return gi_star(layout_, values, included, radius_m_);
    }
    GiStar gi_star_by_step_of(std::span<const double> values,
                              std::span<const std::uint8_t> included) const override {
        return gi_star_by_step(layout_, values, included, radius_m_);
    }
    const CellLayout* layout() const override { return &layout_; }
    std::string crs() const override { return crs_; }
    std::string_view noun() const override { return "cell"; }

  private:
    std::uint32_t column(std::size_t unit) const { return slots_[unit] % layout_.n_columns; }
    std::uint32_t row(std::size_t unit) const { return slots_[unit] / layout_.n_columns; }

    CellLayout layout_;
    std::string crs_;
    double radius_m_;
    std::vector<std::int32_t> unit_at_; // by slot, -1: none
    std::vector<std::uint8_t> clipped_;
};

} // namespace

Ring ring_of_cell(const CellLayout& layout, std::uint32_t column, std::uint32_t row,
                  const Transformer& transformer) {
    Ring ring;
    for (const Local corner : layout.corners(column, row))
        ring.push_back(transformer.lonlat_from_local(corner));
    ring.push_back(ring.front());
    return ring;
}

CellCover cover_area(CellShape shape, Metres cell, const AreaSet& area, const AnalysisCrs& crs) {
    const Transformer transformer(crs);
    const LocalBox box = local_box_of(area, transformer);
    CellCover cover;
    cover.crs = crs.definition;
    cover.layout = cells_over(shape, cell.value, box.low, box.high);
    std::vector<Ring> rings;
    for (std::uint32_t row = 0; row < cover.layout.n_rows; ++row)
        for (std::uint32_t column = 0; column < cover.layout.n_columns; ++column)
            rings.push_back(ring_of_cell(cover.layout, column, row, transformer));
    for (const Cover how : covers_of(polygons_of(area), rings))
        cover.cover.push_back(static_cast<std::uint8_t>(how));
    return cover;
}

std::shared_ptr<const AreaUnits> units_of_cells(const CellCover& cover, Metres radius) {
    return std::make_shared<CellUnits>(cover, radius);
}

} // namespace geo
