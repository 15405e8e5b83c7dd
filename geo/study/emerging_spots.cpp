#include "geo/study/emerging_spots.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include <fmt/format.h>

#include "geo/analysis/false_discovery.hpp"
#include "geo/analysis/gi_star.hpp"
#include "geo/core/error.hpp"
#include "geo/core/number_words.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/geometry/cell_cover.hpp"
#include "geo/study/hot_regions.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

constexpr std::uint32_t kFewSteps = 10; ///< below, the trend's normal approximation is rough

void check_unit(CalendarUnit unit) {
    if (unit == CalendarUnit::month || unit == CalendarUnit::quarter || unit == CalendarUnit::year) return;
    throw Error(ErrorKind::Argument,
                "emerging hot spots go by month, quarter or year, not by " + std::string(name_of(unit)));
}

/// Sets the steps from the window of the incidents.
void set_steps(EmergingSpots& spots, DayWindow window, std::size_t n_cells) {
    spots.window = window;
    if (window.last <= window.first) return;
    const Day last = window.last - std::chrono::days{1};
    const auto n =
        static_cast<std::size_t>(unit_index(last, spots.unit) - unit_index(window.first, spots.unit) + 1);
    if (n * n_cells > kMostCellSteps)
        throw Error(ErrorKind::Argument,
                    fmt::format("{} cells × {} steps are too many for emerging hot spots: take "
                                "larger cells, longer steps or a shorter time",
                                n_cells, n));
    spots.n_steps = static_cast<std::uint32_t>(n);
    spots.first_is_partial = unit_start(window.first, spots.unit) != window.first;
    spots.last_is_partial = next_unit(unit_start(last, spots.unit), spots.unit) != window.last;
}

bool known_to_the_step(const IncidentTable& table, RowId row, CalendarUnit unit) {
    if (table.date_precision.empty()) return true;
    return table.date_precision[row] < DatePrecision::year || unit == CalendarUnit::year;
}

/// Incidents of each cell in each step, step by step.
std::vector<double> count_steps(EmergingSpots& spots, const IncidentTable& table,
                                const LocationSupports& supports, const Selected& selected,
                                const LocalPlaces& local, const RowFlags& in_area, const CellCover& cover) {
    std::vector<double> counts(cover.layout.size() * spots.n_steps);
    const int first = spots.n_steps > 0 ? unit_index(spots.window.first, spots.unit) : 0;
    for (const RowId row : selected.rows) {
        const auto cell = counting_cell(supports, local, in_area, cover, row);
        if (!cell) {
            ++spots.n_left_out;
            continue;
        }
        if (table.first_day[row] == kNoDay) {
            ++spots.n_undated;
            continue;
        }
        const int step = unit_index(day_from_number(table.first_day[row]), spots.unit) - first;
        if (step < 0 || step >= static_cast<int>(spots.n_steps)) continue; // the window holds all that pass
        ++counts[static_cast<std::size_t>(step) * cover.layout.size() + *cell];
        ++spots.n_incidents;
        spots.n_vague_dates += !known_to_the_step(table, row, spots.unit);
    }
    return counts;
}

StepState state_of(double z, double q) {
    if (std::isnan(z) || !(q <= kEmergingLevel)) return StepState::none;
    return z > 0 ? StepState::hot : StepState::cold;
}

/// False discovery rate over the cells of the area in all steps.
std::vector<double> q_values(const GiStar& gi) {
    std::vector<double> p;
    p.reserve(gi.z.size());
    for (const double z : gi.z) p.push_back(two_sided_p(z)); // NaN where there is no cell: no test
    return benjamini_hochberg(p);
}

void add_cells(EmergingSpots& spots, const std::vector<double>& counts, const GiStar& gi,
               const CellCover& cover) {
    const std::vector<double> q = q_values(gi);
    const std::size_t size = cover.layout.size();
    std::vector<StepState> states(spots.n_steps);
    std::vector<double> z(spots.n_steps);
    for (std::size_t at = 0; at < size; ++at) {
        if (cover.cover[at] == static_cast<std::uint8_t>(Cover::none)) continue;
        EmergingCell cell;
        cell.column = static_cast<std::uint32_t>(at % cover.layout.n_columns);
        cell.row = static_cast<std::uint32_t>(at / cover.layout.n_columns);
        cell.clipped = cover.cover[at] == static_cast<std::uint8_t>(Cover::part);
        cell.z_last = std::nan("");
        for (std::size_t step = 0; step < spots.n_steps; ++step) {
            const std::size_t i = step * size + at;
            z[step] = cell.z_last = gi.z[i];
            states[step] = state_of(gi.z[i], q[i]);
            cell.n_hot += states[step] == StepState::hot;
            cell.n_cold += states[step] == StepState::cold;
            cell.count += static_cast<std::uint32_t>(counts[i]);
        }
        cell.trend = mann_kendall(z);
        cell.emerging = emerging_class(states, cell.trend);
        ++spots.n_by_class[static_cast<std::size_t>(cell.emerging)];
        spots.cells.push_back(cell);
    }
}

/// The place farthest from the towns that maps name first; of equal ones the first.
LonLat farthest_from_towns(const std::vector<LonLat>& centres, const std::vector<ReferencePlace>& places) {
    constexpr int kNamedFirst = 5;
    LonLat best = centres.front();
    double most = -1;
    for (const LonLat centre : centres) {
        double least = std::numeric_limits<double>::infinity();
        for (const ReferencePlace& town : places) // degrees will do to rank cells of one region
            if (town.rank <= kNamedFirst)
                least = std::min(least, std::hypot(town.place.lon_deg - centre.lon_deg,
                                                   town.place.lat_deg - centre.lat_deg));
        if (!(least > most)) continue;
        most = least;
        best = centre;
    }
    return best;
}

/// The cells of one region, from its first.
EmergingRegion region_from(std::size_t start, EmergingSpots& spots, std::vector<std::uint8_t>& seen,
                           const Touching& touching, const Transformer& transformer,
                           const std::vector<ReferencePlace>& places) {
    EmergingRegion region;
    region.emerging = spots.cells[start].emerging;
    std::size_t most = start;
    std::vector<std::size_t> open{start};
    std::vector<LonLat> centres;
    seen[start] = 1;
    while (!open.empty()) {
        const EmergingCell& cell = spots.cells[open.back()];
        if (cell.count > spots.cells[most].count) most = open.back();
        open.pop_back();
        ++region.n_cells;
        centres.push_back(transformer.lonlat_from_local(spots.layout.centre(cell.column, cell.row)));
        region.count += cell.count;
        for (const Local corner : spots.layout.corners(cell.column, cell.row))
            region.box.add(transformer.lonlat_from_local(corner));
        touching.visit(cell, [&](std::size_t other) {
            if (seen[other] != 0 || spots.cells[other].emerging != region.emerging) return;
            seen[other] = 1;
            open.push_back(other);
        });
    }
    const EmergingCell& peak = spots.cells[most];
    region.place = transformer.lonlat_from_local(spots.layout.centre(peak.column, peak.row));
    region.letter = farthest_from_towns(centres, places);
    region.near = near_in_words(region.place, places);
    return region;
}

void find_regions(EmergingSpots& spots, const Transformer& transformer,
                  const std::vector<ReferencePlace>& places) {
    const Touching touching(spots.layout, spots.cells);
    std::vector<std::uint8_t> seen(spots.cells.size(), 0);
    for (std::size_t start = 0; start < spots.cells.size(); ++start) {
        if (seen[start] != 0 || spots.cells[start].emerging == EmergingClass::none) continue;
        spots.regions.push_back(region_from(start, spots, seen, touching, transformer, places));
    }
    std::stable_sort(
        spots.regions.begin(), spots.regions.end(), [](const EmergingRegion& a, const EmergingRegion& b) {
            return std::tie(a.emerging, b.count, b.n_cells) < std::tie(b.emerging, a.count, a.n_cells);
        });
}

void make_geometry(EmergingSpots& spots, const Transformer& transformer) {
    std::array<std::shared_ptr<AreaGeometry>, kEmergingClasses> geometry;
    for (const EmergingCell& cell : spots.cells) {
        if (cell.emerging == EmergingClass::none) continue;
        auto& areas = geometry[static_cast<std::size_t>(cell.emerging)];
        if (!areas) areas = std::make_shared<AreaGeometry>();
        areas->polygons.push_back({path_of_cell(spots.layout, cell.column, cell.row, transformer)});
    }
    for (std::size_t i = 0; i < kEmergingClasses; ++i) spots.geometry[i] = std::move(geometry[i]);
    auto letters = std::make_shared<std::vector<Label>>();
    for (const EmergingRegion& region : spots.regions)
        letters->push_back({mercator_from_lonlat(region.letter), letter_of(region.emerging),
                            LabelKind::cluster, region.n_cells > 3 ? 4 : 6, 0, 0});
    spots.letters = std::move(letters);
}

} // namespace

EmergingSpots find_emerging_spots(const IncidentTable& table, const LocationSupports& supports,
                                  const Selected& selected, const LocalPlaces& local, const RowFlags& in_area,
                                  const CellCover& cover, const HotSpotSpec& spec,
                                  const std::vector<ReferencePlace>& places) {
    EmergingSpots spots;
    spots.layout = cover.layout;
    spots.crs = cover.crs;
    spots.unit = spec.emerging.value_or(CalendarUnit::year);
    check_unit(spots.unit);
    set_steps(spots, selected.window, cover.layout.size());
    const std::vector<double> counts = count_steps(spots, table, supports, selected, local, in_area, cover);
    const GiStar gi = gi_star_by_step(cover.layout, counts, cells_of_area(cover), spec.radius.value);
    spots.mean = gi.mean;
    spots.deviation = gi.deviation;
    add_cells(spots, counts, gi, cover);
    const Transformer transformer({cover.crs, "", true});
    find_regions(spots, transformer, places);
    make_geometry(spots, transformer);
    return spots;
}

std::string steps_in_words(const EmergingSpots& spots) {
    if (spots.n_steps == 0) return fmt::format("by {}, no dated incidents", name_of(spots.unit));
    return fmt::format("by {}, {} step{}, {}", name_of(spots.unit), spots.n_steps,
                       spots.n_steps == 1 ? "" : "s", window_in_words(spots.window));
}

std::vector<std::string> cautions_of(const EmergingSpots& spots) {
    std::vector<std::string> words;
    const std::string unit(name_of(spots.unit));
    if (spots.n_steps > 0 && spots.n_steps < kFewSteps)
        words.push_back(fmt::format("{} steps are few for a trend: ten or more are better", spots.n_steps));
    if (spots.first_is_partial || spots.last_is_partial)
        words.push_back(fmt::format("the {} {} not whole: few incidents there need not mean little violence",
                                    spots.first_is_partial && spots.last_is_partial
                                        ? "first and the last " + unit
                                        : (spots.last_is_partial ? "last " : "first ") + unit,
                                    spots.first_is_partial && spots.last_is_partial ? "are" : "is"));
    if (spots.n_vague_dates > 0)
        words.push_back(
            fmt::format("{} incidents are known less exactly than to the {}: they count where they begin",
                        grouped(spots.n_vague_dates), unit));
    return words;
}

} // namespace geo
