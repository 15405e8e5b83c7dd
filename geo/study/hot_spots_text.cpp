#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/core/error.hpp"
#include "geo/io/area_export.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/grid_export.hpp"
#include "geo/study/area_table_text.hpp"
#include "geo/study/emerging_spots.hpp"
#include "geo/study/hot_spots.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/write_outputs.hpp"

namespace geo {

namespace {

constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

const HotSpots& hot_spots_of(const Snapshot& snapshot) {
    if (!snapshot.hot_spots.value)
        throw Error(ErrorKind::Argument, "hot spots of districts need their polygons: --districts FILE");
    return *snapshot.hot_spots.value;
}

GridToWrite z_grid(const HotSpots& spots, const CellLayout& layout) {
    GridToWrite grid;
    grid.shape = {layout.west_m, layout.south_m, layout.cell_m, layout.n_columns, layout.n_rows};
    grid.values.assign(grid.shape.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < spots.found.size(); ++i)
        grid.values[spots.units->slot(i)] = static_cast<float>(spots.found[i].z);
    grid.crs = spots.units->crs();
    grid.unit = "Gi* (z)";
    return grid;
}

/// What z, p and q are of, by cell.
void add_cells(const HotSpots& spots, AreaTable& table) {
    table.number_names = {"incidents", "in_neighbourhood", "expected", "gi_star_z", "p", "q", "vague"};
    table.word_names = {"class", "weak", "clipped"};
    for (std::size_t i = 0; i < spots.found.size(); ++i) {
        const HotUnit& cell = spots.found[i];
        table.features.push_back(
            {{double(cell.count), double(cell.in_sight), cell.expected, cell.z, cell.p, cell.q,
              double(cell.n_vague)},
             {name_of(cell.hot_class), cell.weak ? "yes" : "no", spots.units->clipped(i) ? "yes" : "no"},
             {}});
    }
}

/// The districts whose values its z is made of, beside its own.
std::string neighbour_names(const HotSpots& spots, std::size_t district) {
    std::string names;
    if (!spots.found[district].is_known()) return names;
    spots.units->visit_touching(district, [&](std::uint32_t other) {
        if (other == district || !spots.found[other].is_known()) return;
        names += (names.empty() ? "" : "; ") + spots.units->name(other);
    });
    return names;
}

/// By district; one whose value is not known has the number of its incidents alone.
void add_districts(const HotSpots& spots, AreaTable& table) {
    table.number_names = {"incidents", "value", "neighbours", "in_neighbourhood", "expected", "gi_star_z",
                          "p",         "q",     "vague"};
    table.word_names = {"district", "class", "weak", "neighbour_names"};
    for (std::size_t i = 0; i < spots.found.size(); ++i) {
        const HotUnit& unit = spots.found[i];
        const auto if_known = [&](double number) { return unit.is_known() ? number : kNotKnown; };
        table.features.push_back(
            {{double(unit.count), unit.value, if_known(double(unit.n_neighbours) - 1),
              if_known(double(unit.in_sight)), if_known(unit.expected), unit.z, unit.p, unit.q,
              double(unit.n_vague)},
             {spots.units->name(i), unit.is_known() ? name_of(unit.hot_class) : "not_known",
              unit.weak ? "yes" : "no", neighbour_names(spots, i)},
             {}});
    }
}

/// How each unit changed over the steps, beside what it is over all of them.
void add_emerging(const EmergingSpots& spots, AreaTable& table) {
    table.number_names.insert(
        table.number_names.end(),
        {"hot_steps", "cold_steps", "last_gi_star_z", "mann_kendall_s", "mann_kendall_z", "mann_kendall_p"});
    table.word_names.emplace_back("emerging");
    for (std::size_t i = 0; i < spots.found.size(); ++i) { // the same units in the same order
        const EmergingUnit& unit = spots.found[i];
        AreaFeature& feature = table.features[i];
        feature.numbers.insert(feature.numbers.end(), {double(unit.n_hot), double(unit.n_cold), unit.z_last,
                                                       double(unit.trend.s), unit.trend.z, unit.trend.p});
        feature.words.emplace_back(name_of(unit.emerging));
    }
}

} // namespace

void write_hot_spots(const Study& study, const Snapshot& snapshot, const std::string& path,
                     Progress& progress) {
    const HotSpots& spots = hot_spots_of(snapshot);
    const CellLayout* layout = spots.units->layout();
    if (is_grid_path(path)) {
        if (!layout)
            throw Error(ErrorKind::Argument,
                        "districts are no grid: write " + path + " as polygons or a table");
        if (layout->shape != CellShape::square)
            throw Error(ErrorKind::Argument,
                        "hexagons are no grid: write " + path + " as polygons, or take square cells");
        GridToWrite grid = z_grid(spots, *layout);
        grid.provenance = provenance_of(study, snapshot);
        return write_geotiff(grid, path);
    }
    AreaTable table;
    table.layer = "hot_spots";
    table.provenance = provenance_of(study, snapshot);
    if (layout)
        add_cells(spots, table);
    else
        add_districts(spots, table);
    if (study.hot_spots->emerging) add_emerging(*snapshot.emerging.value, table);
    if (ending_of(path) == ".csv") return write_area_table(table, path, progress); // no outlines needed
    const std::vector<MultiPolygon> outlines = spots.units->outlines(all_of(*spots.units));
    for (std::size_t i = 0; i < outlines.size(); ++i) table.features[i].polygons = outlines[i];
    write_areas(table, path, progress);
}

} // namespace geo
