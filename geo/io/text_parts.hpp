#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"
#include "geo/core/report.hpp"
#include "geo/io/incident_parts.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/table/incident_builder.hpp"

namespace geo {

/// The file turns out to be one that is read whole or not at all.
struct NotInParts {};

/// The text of a file as runs of records of some size, one after the other, as often as is wanted.
class TextParts {
  public:
    TextParts() = default;
    TextParts(const TextParts&) = delete;
    TextParts& operator=(const TextParts&) = delete;
    virtual ~TextParts() = default;

    /// Back to the first part. What the columns known by now mean; notes as those of a file read whole.
    virtual RecordLayout begin(const SourceSpec& source, const ColumnRequest& columns, Report& notes) = 0;
    /// The number of the first record after the header.
    virtual std::uint64_t first_row() const = 0;
    /// Builders of the next part's records; none when there is no further part.
    virtual std::vector<IncidentBuilder> next(const RecordLayout& layout, unsigned threads,
                                              Progress& progress) = 0;
    /// Since `begin` columns came that were not known then: the builders lack what they hold.
    virtual bool columns_came() const = 0;
    virtual std::string layer() const = 0;
};

/// load_in_parts of text that is at hand.
void read_in_parts(TextParts& text, const SourceSpec& source, const ColumnRequest& columns,
                   const PartSizes& sizes, const FileStamp& stamp, unsigned threads, Progress& progress,
                   PartTaker& taker);

/// Delimited text in UTF-8 with a header, in parts of about `part_bytes`. Null for text that has to be
/// converted first or that counts by district. Throws as load_delimited for what has no header.
std::unique_ptr<TextParts> delimited_parts(std::shared_ptr<const InputBytes> bytes, std::size_t part_bytes,
                                           const SourceSpec& source, unsigned threads);

/// GeoJSON that load_geojson takes; null for other. `begin` and `next` throw NotInParts for what turns out to
/// be none.
std::unique_ptr<TextParts> geojson_parts(std::shared_ptr<const InputBytes> bytes, std::size_t part_bytes,
                                         const std::string& default_name, const SourceSpec& source,
                                         unsigned threads);

} // namespace geo
