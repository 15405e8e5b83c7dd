#include "geo/study/border_strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "geo/analysis/border_chain.hpp"
#include "geo/analysis/border_index.hpp"
#include "geo/core/number_words.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

constexpr double kColumns = 300, kRows = 50; // of the cells that many marks are drawn by

bool is(std::uint8_t side, BorderSide wanted) { return side == static_cast<std::uint8_t>(wanted); }

StripLine described(const BorderLine& line, const BorderChain& chain) {
    StripLine result;
    result.neighbour = line.neighbour;
    result.name = line.name;
    result.accuracy_m = line.accuracy_m;
    result.length_m = chain.length_m();
    result.gap_m = chain.gap_m();
    result.n_parts = static_cast<std::uint32_t>(chain.walk().size());
    for (const LineString& part : line.parts) result.n_vertices += static_cast<std::uint32_t>(part.size());
    result.begin = chain.at(0);
    result.end = chain.at(chain.length_m());
    return result;
}

/// Each place beside the line that is nearest to it.
void put_places(BorderStrip& strip, const BorderSet& border, const Proximity& proximity,
                const std::vector<ReferencePlace>& places) {
    std::vector<BorderIndex> indexes;
    for (const BorderLine& line : border.lines) indexes.emplace_back(line.parts, wgs84_geodesics());
    const BorderSides sides(border);
    for (const ReferencePlace& place : places) {
        std::size_t nearest = 0;
        BorderDistance found = no_border_distance();
        for (std::size_t i = 0; i < indexes.size(); ++i) {
            const BorderDistance to = indexes[i].nearest(place.place);
            if (to.distance_m >= found.distance_m) continue; // false for the NaN before the first
            found = to;
            nearest = i;
        }
        if (!(found.distance_m <= strip.reach_m)) continue;
        const bool outside = sides.side(place.place, INFINITY, 0) == BorderSide::outside;
        const BorderChain& chain = *proximity.neighbours[nearest].chain;
        strip.lines[nearest].places.push_back({place.name, place.name_ur, place.name_ps, place.rank,
                                               chain.along_m(found.part, found.edge, found.foot),
                                               outside ? -found.distance_m : found.distance_m});
    }
    for (StripLine& line : strip.lines)
        std::stable_sort(line.places.begin(), line.places.end(),
                         [](const StripPlace& a, const StripPlace& b) { return a.rank < b.rank; });
}

void count_side(StripLine& line, std::uint8_t side) {
    if (is(side, BorderSide::inside))
        ++line.n_inside;
    else if (is(side, BorderSide::outside))
        ++line.n_outside;
    else
        ++line.n_undetermined;
}

void put_incidents(BorderStrip& strip, const Selected& selected, const Proximity& proximity,
                   const DateSteps& steps) {
    for (const RowId row : selected.rows) {
        const double distance_m = proximity.distance_m[row];
        if (std::isnan(distance_m)) {
            ++strip.n_unlocated;
            continue;
        }
        StripLine& line = strip.lines[proximity.neighbour[row]];
        if (!(distance_m <= strip.reach_m)) {
            ++line.n_beyond;
            continue;
        }
        count_side(line, proximity.side[row]);
        const bool far_side = is(proximity.side_as_given[row], BorderSide::outside);
        strip.marks.push_back({row, proximity.along_m[row], far_side ? -distance_m : distance_m,
                               proximity.neighbour[row], steps.step[row],
                               is(proximity.side[row], BorderSide::undetermined)});
        strip.n_undated += steps.step[row] == DateScale::kSteps;
    }
    std::stable_sort(strip.marks.begin(), strip.marks.end(), [](const StripMark& a, const StripMark& b) {
        return std::tie(a.line, a.along_m) < std::tie(b.line, b.along_m);
    });
}

/// Sums over the marks of a cell.
struct CellSums {
    double along_m = 0, signed_m = 0, steps = 0;
    std::uint32_t n = 0, n_dated = 0, n_undetermined = 0;
    const StripMark* newest = nullptr;
};

StripDisc mean_of(const CellSums& sums) {
    StripDisc disc{*sums.newest, sums.n};
    disc.mark.along_m = sums.along_m / sums.n;
    disc.mark.signed_m = sums.signed_m / sums.n;
    if (sums.n_dated > 0) disc.mark.step = static_cast<std::uint8_t>(std::lround(sums.steps / sums.n_dated));
    disc.mark.undetermined = 2 * sums.n_undetermined > sums.n;
    return disc;
}

bool is_newer(const StripMark& a, const StripMark& b) {
    const auto age = [](const StripMark& m) { return m.step == DateScale::kSteps ? -1 : int{m.step}; };
    return age(a) > age(b);
}

void put_means(BorderStrip& strip) {
    std::map<std::array<long, 3>, CellSums> cells;
    for (const StripMark& mark : strip.marks) {
        const double column = mark.along_m / strip.lines[mark.line].length_m * kColumns;
        const double row = mark.signed_m / strip.reach_m * kRows / 2;
        CellSums& sums = cells[{mark.line, std::lround(std::floor(column)), std::lround(std::floor(row))}];
        sums.along_m += mark.along_m;
        sums.signed_m += mark.signed_m;
        ++sums.n;
        sums.n_undetermined += mark.undetermined;
        if (mark.step < DateScale::kSteps) {
            sums.steps += mark.step;
            ++sums.n_dated;
        }
        if (!sums.newest || is_newer(mark, *sums.newest)) sums.newest = &mark;
    }
    for (const auto& [cell, sums] : cells) strip.discs.push_back(mean_of(sums));
}

} // namespace

BorderStrip unroll_border(const IncidentTable& table, const Selected& selected, const Proximity& proximity,
                          const BorderSet& border, const std::vector<ReferencePlace>& places,
                          const StripSpec& spec) {
    BorderStrip strip;
    strip.reach_m = spec.reach.value;
    strip.has_sides = !border.territory.empty();
    const bool bundled = border.id == "osm" || border.id == "ne10m" || border.id == "ne110m";
    strip.own_side = bundled ? "Pakistan" : "inside";
    for (std::size_t i = 0; i < border.lines.size(); ++i)
        strip.lines.push_back(described(border.lines[i], *proximity.neighbours[i].chain));
    const DateSteps steps = date_steps(table);
    strip.dates = steps.dates;
    put_places(strip, border, proximity, places);
    put_incidents(strip, selected, proximity, steps);
    strip.discs_are_means = strip.marks.size() > kMostStripMarks;
    if (strip.discs_are_means)
        put_means(strip);
    else
        for (const StripMark& mark : strip.marks) strip.discs.push_back({mark, 1});
    std::stable_sort(strip.discs.begin(), strip.discs.end(),
                     [](const StripDisc& a, const StripDisc& b) { return is_newer(b.mark, a.mark); });
    return strip;
}

std::string strip_in_words(const StripSpec& spec) {
    return fmt::format("kilometre along the line × signed distance, within {} km",
                       short_number(km_from(spec.reach)));
}

std::string line_in_words(const StripLine& line, double reach_m) {
    return fmt::format("{}, {} km: {} within {} km ({} inside, {} outside, {} undetermined), {} farther",
                       line.name, grouped(static_cast<std::uint64_t>(std::llround(line.length_m / 1000))),
                       grouped(line.n_shown()), short_number(reach_m / 1000), grouped(line.n_inside),
                       grouped(line.n_outside), grouped(line.n_undetermined), grouped(line.n_beyond));
}

} // namespace geo
