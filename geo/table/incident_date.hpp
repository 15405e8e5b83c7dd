#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/core/civil.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/schema.hpp"

namespace geo {

/// The days that a date field covers; first == last for one day.
struct DateSpan {
    DayNumber first = kNoDay;
    DayNumber last = kNoDay; ///< included
    DatePrecision precision = DatePrecision::day;
    bool clock_dropped = false; ///< a clock time other than midnight stood after the day
};

/// What a column of dates such as 03/04/2021 says about the order of day and month.
struct DayOrderEvidence {
    std::uint64_t day_first = 0;   ///< dates that only day/month/year can be, such as 31/01/2021
    std::uint64_t month_first = 0; ///< dates that only month/day/year can be
    std::uint64_t undecided = 0;   ///< dates that can be both and differ, such as 03/04/2021
    std::string day_first_example, month_first_example, undecided_example;
    void add(const DayOrderEvidence& other);
};

/// The order that the whole column shows. Throws Error{Format}, which says to use --day-order, when both
/// orders occur or when every date can be read both ways. `automatic` when no date depends on the order.
DayOrder decided_day_order(const DayOrderEvidence& evidence, std::string_view column);

/// 1 to 12 for "October", "Oct", "Oct.", "Sept"; 0 otherwise.
int month_from_word(std::string_view word);

/// Reads the dates of one column: ISO (2021-08-15, 2021/08/15, 20210815), 15/08/2021 with / - or ., 4 October
/// 1990, Oct 4, 1990, 04-Oct-1990; 2021-08, Aug 2021 (precision month) and 2021 (year). A clock time is
/// dropped, no time zone moves the day. Years have four digits. No allocation for well-formed dates.
class DateReader {
  public:
    explicit DateReader(DayOrder order) : order_(order) {}

    /// nullopt with `reason` set ("is not a day of the calendar"). With DayOrder::automatic, a date that can
    /// be read both ways is read day first for now and counted in evidence().
    std::optional<DateSpan> read(std::string_view text, const char*& reason);
    const DayOrderEvidence& evidence() const { return evidence_; }

  private:
    std::optional<DateSpan> read_numeric(int a, int b, int year, std::string_view text, const char*& reason);
    std::optional<DateSpan> read_words(std::string_view text, const char*& reason);

    DayOrder order_;
    DayOrderEvidence evidence_;
};

/// Year, month, day in columns of their own (GTD iyear, imonth, iday): 0 or empty month: the year; 0 or empty
/// day: the month. nullopt with `reason` set otherwise.
std::optional<DateSpan> span_from_parts(std::string_view year, std::string_view month, std::string_view day,
                                        const char*& reason);

/// The publisher's date precision code: UCDP date_prec 1-5, ACLED time_precision 1-3; nullopt when unknown.
std::optional<DatePrecision> date_precision_from_code(SchemaKind schema, std::string_view code);

} // namespace geo
