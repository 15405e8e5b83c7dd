#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/viewer/distance_bins.hpp"
#include "geo/core/civil.hpp"
#include "geo/study/snapshot.hpp"

namespace app {

/// Incidents of one value of the category column.
struct CategoryCount {
    std::string value; ///< as it stands in the file; empty: not given
    std::string words; ///< the publisher's words for its code, else the value
    std::uint64_t n_all = 0;
    std::uint64_t n_shown = 0;
    std::uint64_t n_beyond = 0; ///< that pass every filter but the chosen categories
};

/// Incidents that may have been on any of these days.
struct VagueCount {
    geo::DayWindow days;
    std::uint64_t n_all = 0;
    std::uint64_t n_shown = 0; ///< that pass every filter but time
};

/// Counts for the panels, made on the evaluator's thread so that no frame waits for them.
struct Summary {
    std::uint64_t n_all = 0;
    std::uint64_t n_shown = 0;
    std::uint64_t n_unlocated = 0; ///< of those shown, without a place

    // Known to a week or better, by the day that they start on. A chart's own brush does not filter that
    // chart.
    geo::DayNumber first_day = 0;              ///< of the file; meaningless when all_by_day is empty
    std::vector<std::uint32_t> all_by_day;     ///< incidents that start on first_day + i
    std::vector<std::uint32_t> shown_by_day;   ///< of these, that pass every filter but time
    std::vector<std::uint32_t> lasting_by_day; ///< of shown_by_day, that end on a later day
    std::vector<VagueCount> vague;             ///< known to a month or a year only; ascending
    std::uint64_t n_vague = 0;                 ///< of the file
    std::uint64_t n_vague_shown = 0;           ///< that pass every filter but time

    DistanceBins distances; ///< of those shown; empty until the distances are measured

    std::string category_column; ///< empty: the file has none
    std::vector<CategoryCount>
        categories; ///< most frequent first, ties by value: the order of the map's colours
};

/// The value of every row's category as an index, made once per table.
struct CategoryCodes {
    std::string column;
    std::vector<std::string> values;
    std::vector<std::string> words;  ///< by value
    std::vector<std::uint32_t> code; ///< by row, into values
    std::vector<std::uint64_t> n;    ///< by value
};
CategoryCodes category_codes(const geo::IncidentTable& table);

/// `all`: the whole table; `days`: what passes every filter but time, may be null as `selected` may.
Summary summarise(const geo::IncidentTable& table, const CategoryCodes& codes, const geo::DayCounts& all,
                  const geo::Selected* selected, const geo::DayCounts* days,
                  const geo::Selection* beyond = nullptr);

/// The rows that pass the snapshot's filter, its chosen categories of this column left out; null when it
/// chooses none. Costs a step of the filter, and the evaluation of the rest of its expression.
std::optional<geo::Selection> rows_beyond_categories(const geo::Snapshot& snapshot,
                                                     const std::string& column);

/// Remembers the last summary, so that a snapshot with the same incidents and the same selection costs
/// nothing.
class Summariser {
  public:
    std::shared_ptr<const Summary> summary_of(const geo::Snapshot& snapshot);

  private:
    std::shared_ptr<const geo::IncidentTable> table_;
    std::shared_ptr<const geo::Selected> selected_;
    std::shared_ptr<const geo::DayCounts> days_;
    std::shared_ptr<const geo::Proximity> proximity_;
    CategoryCodes codes_;
    geo::DayCounts all_days_;
    std::shared_ptr<const Summary> summary_;
};

} // namespace app
