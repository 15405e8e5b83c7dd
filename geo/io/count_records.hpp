#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/report.hpp"
#include "geo/table/count_table.hpp"
#include "geo/table/schema.hpp"

namespace geo {

/// The columns of a table of counts: indices into its header.
struct CountLayout {
    std::size_t district = 0, incidents = 0;
    std::optional<std::size_t> deaths;
    std::optional<std::size_t> period;      ///< "2021", "2021-08", "2021-08-15", "2021-Q3"
    std::optional<std::size_t> year, month; ///< where there is no period; month as a number or in English
};

/// The layout of a header that names districts and counts (incidents, events, count), and a period; nullopt
/// for any other and for one with longitude and latitude: that is a file of incidents. Columns named for a
/// role (admin2, date, deaths_best) are taken as that.
std::optional<CountLayout> count_layout_of(std::span<const std::string> header, const RoleOptions& options);

/// One record; a faulty one is rejected into the report with its row, field and reason.
void add_count_record(std::span<const std::string_view> fields, std::string_view text, std::uint64_t row,
                      std::span<const std::string> header, const CountLayout& layout, CountTable& table,
                      Report& report);

} // namespace geo
