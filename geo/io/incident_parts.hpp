#pragma once

#include <cstddef>

#include "geo/core/progress.hpp"
#include "geo/io/incident_source.hpp"

namespace geo {

/// Who takes a file that comes in parts.
class PartTaker {
  public:
    PartTaker() = default;
    PartTaker(const PartTaker&) = delete;
    PartTaker& operator=(const PartTaker&) = delete;
    virtual ~PartTaker() = default;

    /// Before the first part, and again whenever what came later shows that the parts taken so far were to be
    /// read otherwise (days and months the other way round, a number column that holds a text, a property
    /// that no feature had before): then they are to be forgotten.
    virtual void begin() = 0;
    /// The next part, its incidents in the order of the file: columns of the same types in all parts, records
    /// numbered through. Repeated identifiers are found across parts. A part may hold no incident.
    virtual void take(LoadedIncidents part) = 0;
};

struct PartSizes {
    std::size_t part_bytes = std::size_t{64} << 20; ///< of text
    std::size_t most_ids = std::size_t{10'000'000}; ///< that are remembered: 16 to 32 bytes each
    bool look_first = false; ///< read once more before the first part is taken, so that `begin` comes once
};

/// Reads a file of incidents in parts: delimited text in UTF-8, GeoJSON. False for every other input (packed,
/// in another encoding, a database, of counts): nothing that was taken counts, load_incidents reads it.
/// Memory: as load_incidents for `part_bytes` on each of two parts, whatever the file's size; and the
/// identifiers. Throws as load_incidents, but for a file without an incident.
bool load_in_parts(const SourceSpec& source, const ColumnRequest& columns, const PartSizes& sizes,
                   unsigned threads, Progress& progress, PartTaker& taker);

} // namespace geo
