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
#include "geo/layer/map_paths.hpp"
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
        static_cast<std::size_t>(unit_index(last, spots.unit) - unit_index(window.first, spots.unit)) + 1;
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

/// Values of each slot in each step, step by step; those that are not known are NaN.
std::vector<double> values_by_step(EmergingSpots& spots, const IncidentTable& table, const Selected& selected,
                                   const UnitCounts& counts, std::vector<std::uint32_t>& incidents) {
    const std::size_t n_slots = counts.units->n_slots();
    std::vector<double> values(n_slots * spots.n_steps);
    const int first = spots.n_steps > 0 ? unit_index(spots.window.first, spots.unit) : 0;
    for (const RowId row : selected.rows) {
        const auto slot = counts.slot_of(row);
        if (!slot) {
            ++spots.n_left_out;
            continue;
        }
        if (table.first_day[row] == kNoDay) {
            ++spots.n_undated;
            continue;
        }
        const int step = unit_index(day_from_number(table.first_day[row]), spots.unit) - first;
        if (step < 0 || step >= static_cast<int>(spots.n_steps)) continue; // the window holds all that pass
        values[static_cast<std::size_t>(step) * n_slots + *slot] += counts.amount(row);
        ++incidents[*slot];
        ++spots.n_incidents;
        spots.n_vague_dates += !known_to_the_step(table, row, spots.unit);
    }
    if (counts.per_amount.empty()) return values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] *= counts.per_amount[i % n_slots];
    return values;
}

StepState state_of(double z, double q) {
    if (std::isnan(z) || !(q <= kEmergingLevel)) return StepState::none;
    return z > 0 ? StepState::hot : StepState::cold;
}

/// False discovery rate over the units in all steps.
std::vector<double> q_values(const GiStar& gi) {
    std::vector<double> p;
    p.reserve(gi.z.size());
    for (const double z : gi.z) p.push_back(two_sided_p(z)); // NaN where there is no unit: no test
    return benjamini_hochberg(p);
}

void add_units(EmergingSpots& spots, const std::vector<std::uint32_t>& incidents, const GiStar& gi) {
    const std::vector<double> q = q_values(gi);
    const std::size_t n_slots = spots.units->n_slots();
    std::vector<StepState> states(spots.n_steps);
    std::vector<double> z(spots.n_steps);
    for (std::size_t at = 0; at < spots.units->size(); ++at) {
        EmergingUnit unit;
        unit.count = incidents[spots.units->slot(at)];
        unit.z_last = std::nan("");
        for (std::size_t step = 0; step < spots.n_steps; ++step) {
            const std::size_t i = step * n_slots + spots.units->slot(at);
            z[step] = unit.z_last = gi.z[i];
            states[step] = state_of(gi.z[i], q[i]);
            unit.n_hot += states[step] == StepState::hot;
            unit.n_cold += states[step] == StepState::cold;
        }
        unit.trend = mann_kendall(z);
        unit.emerging = emerging_class(states, unit.trend);
        ++spots.n_by_class[static_cast<std::size_t>(unit.emerging)];
        spots.found.push_back(unit);
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

void find_regions(EmergingSpots& spots, const std::vector<ReferencePlace>& places) {
    std::vector<std::uint8_t> kinds;
    for (const EmergingUnit& unit : spots.found) kinds.push_back(static_cast<std::uint8_t>(unit.emerging));
    const auto groups = touching_groups(*spots.units, kinds);
    const std::vector<LonLatBox> boxes = boxes_of(*spots.units, groups);
    const std::vector<LonLat> centres = spots.units->centres(all_of(*spots.units));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        EmergingRegion region;
        region.emerging = spots.found[groups[i].front()].emerging;
        region.n_units = static_cast<std::uint32_t>(groups[i].size());
        region.box = boxes[i];
        std::uint32_t most = groups[i].front();
        std::vector<LonLat> inside;
        std::vector<std::uint32_t> incidents;
        for (const std::uint32_t unit : groups[i]) {
            if (spots.found[unit].count > spots.found[most].count) most = unit;
            region.count += spots.found[unit].count;
            inside.push_back(centres[unit]);
            incidents.push_back(spots.found[unit].count);
        }
        region.place = centres[most];
        region.letter = farthest_from_towns(inside, places);
        region.near = group_in_words(*spots.units, groups[i], incidents, region.place, places);
        spots.regions.push_back(std::move(region));
    }
    std::stable_sort(
        spots.regions.begin(), spots.regions.end(), [](const EmergingRegion& a, const EmergingRegion& b) {
            return std::tie(a.emerging, b.count, b.n_units) < std::tie(b.emerging, a.count, a.n_units);
        });
}

void make_geometry(EmergingSpots& spots) {
    std::vector<std::uint32_t> drawn;
    for (std::uint32_t i = 0; i < spots.found.size(); ++i)
        if (spots.found[i].emerging != EmergingClass::none) drawn.push_back(i);
    const std::vector<MultiPolygon> outlines = spots.units->outlines(drawn);
    std::array<std::shared_ptr<AreaGeometry>, kEmergingClasses> geometry;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        auto& areas = geometry[static_cast<std::size_t>(spots.found[drawn[i]].emerging)];
        if (!areas) areas = std::make_shared<AreaGeometry>();
        add_areas(*areas, outlines[i]);
    }
    for (std::size_t i = 0; i < kEmergingClasses; ++i) spots.geometry[i] = std::move(geometry[i]);
    const std::uint32_t many = spots.units->layout() ? 3 : 0; // a district is large enough for its letter
    auto letters = std::make_shared<std::vector<Label>>();
    for (const EmergingRegion& region : spots.regions)
        letters->push_back({mercator_from_lonlat(region.letter), letter_of(region.emerging),
                            LabelKind::cluster, region.n_units > many ? 4 : 6, 0, 0});
    spots.letters = std::move(letters);
}

} // namespace

EmergingSpots find_emerging_spots(const IncidentTable& table, const Selected& selected, const UnitCounts& counts,
                                  CalendarUnit step, const std::vector<ReferencePlace>& places) {
    EmergingSpots spots;
    spots.units = counts.units;
    spots.unit = step;
    check_unit(spots.unit);
    set_steps(spots, selected.window, counts.units->n_slots());
    std::vector<std::uint32_t> incidents(counts.units->n_slots());
    const std::vector<double> values = values_by_step(spots, table, selected, counts, incidents);
    const GiStar gi = counts.units->gi_star_by_step_of(values, counts.included);
    spots.mean = gi.mean;
    spots.deviation = gi.deviation;
    add_units(spots, incidents, gi);
    find_regions(spots, places);
    make_geometry(spots);
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
