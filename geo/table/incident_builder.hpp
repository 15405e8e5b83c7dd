#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/report.hpp"
#include "geo/table/incident_record.hpp"
#include "geo/table/incident_table.hpp"

namespace geo {

class RepeatedIds; // geo/table/repeated_ids.hpp

/// Collects the incidents of a run of records (a chunk of a file). Chunks are built on their own threads,
/// numbered when all are there, and merged by `merged_table`: the result does not depend on how the file was
/// cut.
class IncidentBuilder {
  public:
    explicit IncidentBuilder(std::shared_ptr<const RecordLayout> layout);

    void reserve(std::size_t records, std::size_t bytes);

    /// The next record; `text` is the record as it stands in the file. `given`: see RecordReader::read.
    void add(std::span<const std::string_view> fields, std::string_view text,
             std::optional<LonLat> given = std::nullopt);
    /// The next record is at fault before its fields can be understood.
    void reject(std::string reason, std::string_view text);
    /// The next record is no incident and no fault: a blank line, a tag row.
    void skip_blank() { ++n_records_, ++n_blank_; }

    std::uint64_t n_records() const { return n_records_; } ///< given so far, blank ones included
    const DayOrderEvidence& day_order_evidence() const { return reader_.day_order_evidence(); }

    /// Number of the first record in the file, the header being row 1.
    void number_from(std::uint64_t first_row) { first_row_ = first_row; }

  private:
    friend class TableMerger;
    struct Suspect {
        Suspicion what;
        std::uint64_t row;
    };
    void keep(const Incident& incident, std::span<const std::string_view> fields);
    std::uint8_t place_code_of(const Incident& incident);

    std::shared_ptr<const RecordLayout> layout_;
    RecordReader reader_;
    IncidentTable part_; ///< columns in file order; input_row counts from 0
    std::vector<std::uint64_t> id_hash_;
    std::vector<Rejected> rejected_;
    std::vector<Suspect> suspects_;
    std::uint64_t first_row_ = 0;
    std::uint64_t n_records_ = 0;
    std::uint64_t n_blank_ = 0;
    std::optional<std::size_t> source_column_;
    bool all_synthetic_ = true; ///< every record's `source` is "synthetic sample"
};

enum class RowOrder { by_day, of_the_file };

/// The incidents of all builders, sorted by (first_day, row in the file) or as they come. Fills the report: rows, incidents,
/// unlocated, rejected and suspicious records. Sets `synthetic` of the origin when every record says so. O(n)
/// for ordinary dates. Throws Error{Format} for more than 2^32 - 2 incidents.
/// `ids`: those of the parts of the file before this one, which gain these; null where there are none.
IncidentTable merged_table(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                           Report& report, RepeatedIds* ids = nullptr,
                           RowOrder order = RowOrder::by_day);

} // namespace geo
