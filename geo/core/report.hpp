#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/core/civil.hpp"

namespace geo {

/// A record of the input that is not an incident of the table, with the reason.
struct Rejected {
    std::uint64_t row = 0;  ///< record number in the file, the header is row 1
    std::string field;      ///< column name, empty when the record as a whole is at fault
    std::string value;      ///< the value at fault
    std::string reason;     ///< "is not a date"
    std::string text;       ///< the record as it stands in the file (first 64 KiB)
};

/// Counts of one kind of finding, with its first examples.
struct Finding {
    std::string what; ///< "latitude and longitude look swapped"
    std::uint64_t count = 0;
    std::vector<std::uint64_t> example_rows; ///< the first few
};

/// What happened on the way from the file to the result. Readers fill it; the CLI prints it, the viewer shows it,
/// tests assert it. Nothing is dropped silently.
class Report {
  public:
    std::uint64_t rows_read = 0;  ///< records after the header, rejected ones and tag rows included
    std::uint64_t incidents = 0;  ///< kept in the table
    std::uint64_t unlocated = 0;  ///< of these, without a place
    std::uint64_t blank_lines = 0;    ///< skipped
    std::uint64_t clocks_dropped = 0; ///< clock times of dates
    std::optional<DayWindow> period;  ///< first to last day of the incidents; none is dated: nothing
    std::vector<std::string> notes; ///< "1 HXL tag row recognised", "encoding Windows-1252 assumed", ...

    void reject(Rejected rejected) { rejected_.push_back(std::move(rejected)); }
    /// Counts a suspicion; every row is counted, the first kExamples of a kind are kept.
    void suspect(const std::string& what, std::uint64_t row);
    void note(std::string text) { notes.push_back(std::move(text)); }
    /// Blank lines and clock times, as notes.
    void note_what_was_skipped();
    /// What happened in the next part of the same file.
    void append(Report part);

    const std::vector<Rejected>& rejected() const { return rejected_; }
    const std::vector<Finding>& suspicious() const { return suspicious_; }
    std::uint64_t n_suspicious() const;
    /// Reasons of rejection with counts, most frequent first.
    std::vector<Finding> rejected_by_reason() const;

    static constexpr std::size_t kExamples = 5;

  private:
    std::vector<Rejected> rejected_;
    std::vector<Finding> suspicious_;
};

} // namespace geo
