#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/delimited_text.hpp"
#include "geo/table/incident_builder.hpp"

namespace geo {

/// What stands before the first record of incidents.
struct DelimitedHead {
    std::vector<std::string> header;
    char separator = ',';
    std::size_t first = 0;      ///< where the first record after it starts
    std::uint64_t next_row = 2; ///< its number; the first line of the file is row 1
    std::uint64_t n_tag_rows = 0;
};

/// Reads it from `head.first` on. Throws Error: Empty, Format (the header's quotes).
void read_header(std::string_view text, DelimitedHead& head, Report& report);

/// Past an HXL tag row, where one follows; it is noted and counts as read.
void pass_tag_row(std::string_view text, DelimitedHead& head, Report& report);

/// Builders of the records of `in`, in their order; `end` as of read_chunks.
std::vector<IncidentBuilder> read_builders(const DelimitedText& in, const RecordLayout& layout,
                                           unsigned threads, Progress& progress, std::size_t* end = nullptr);

} // namespace geo
