#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/border/border_set.hpp"
#include "geo/border/border_side.hpp"
#include "geo/border/reference.hpp"
#include "geo/layer/date_scale.hpp"
#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// A place beside an unrolled line, so that a reader knows where he is.
struct StripPlace {
    std::string name, name_ur, name_ps;
    int rank = 9;
    double along_m = 0;
    double signed_m = 0; ///< negative on the neighbour's side
};

/// One line of the border, unrolled.
struct StripLine {
    std::string neighbour; ///< ISO 3166 alpha-3
    std::string name;      ///< "Pakistan–Afghanistan border"
    double length_m = 0;
    double gap_m = 0; ///< between parts of the line: without a kilometre
    std::uint32_t n_parts = 0, n_vertices = 0;
    double accuracy_m = 0;
    LonLat begin, end;
    std::vector<StripPlace> places;                                ///< within the reach, the best known first
    std::uint64_t n_inside = 0, n_outside = 0, n_undetermined = 0; ///< incidents within the reach, by side
    std::uint64_t n_beyond = 0; ///< nearest to this line, but beyond the reach
    std::uint64_t n_shown() const { return n_inside + n_outside + n_undetermined; }
};

/// An incident on the strip of the line that is nearest to it.
struct StripMark {
    RowId row = 0;
    double along_m = 0;
    double signed_m = 0; ///< with an undetermined side: on the side that the place itself lies on
    std::uint8_t line = 0;
    std::uint8_t step = 0;     ///< into date_colors()
    bool undetermined = false; ///< which side: drawn hollow
    bool operator==(const StripMark&) const = default;
};

/// Several incidents that one disc stands for, when there are very many.
struct StripDisc {
    StripMark mark; ///< of one incident; of several their mean, with the row of the newest
    std::uint32_t n = 1;
    bool operator==(const StripDisc&) const = default;
};

/// The border unrolled. Each incident stands once, on the line nearest to it.
struct BorderStrip {
    double reach_m = 0;
    std::vector<StripLine> lines; ///< in the order of the border set
    std::vector<StripMark> marks; ///< within the reach, along each line in turn
    std::vector<StripDisc> discs; ///< what is drawn, old ones first: the marks one by one, or together
    bool discs_are_means = false;
    bool has_sides = false;         ///< the border set says which side is inside
    std::string own_side;           ///< "Pakistan"; "inside" with a border of the user's own
    std::optional<DateScale> dates; ///< of the whole file
    std::uint64_t n_undated = 0;    ///< of the marks
    std::uint64_t n_unlocated = 0;  ///< pass, but have no place
};

/// More marks than this are drawn as discs that stand for all in a cell of the strip: a three hundredth of
/// the line by a fiftieth of the distances shown.
constexpr std::size_t kMostStripMarks = 3000;

/// Unrolls the border. Nothing passes: lines without marks. Cost: linear, beside an index for the places.
BorderStrip unroll_border(const IncidentTable& table, const Selected& selected, const Proximity& proximity,
                          const BorderSet& border, const std::vector<ReferencePlace>& places,
                          const StripSpec& spec);

/// "kilometre along the line × signed distance, within 100 km".
std::string strip_in_words(const StripSpec& spec);
/// "Pakistan–Afghanistan border, 2,790 km: 1,234 within 100 km (1,200 inside, 20 outside, 14 undetermined),
/// 30 farther".
std::string line_in_words(const StripLine& line, double reach_m);

} // namespace geo
