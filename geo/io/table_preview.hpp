#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/table/schema.hpp"

namespace geo {

/// The first records of a file as they stand, for a person who says which column is what.
struct TablePreview {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< at most what was asked for; each as long as the header
    bool has_geometry = false;                  ///< of the format's own

    /// The layout and the roles as the reader guesses them with these options; the kind alone where no place
    /// is found or an option names no column.
    Schema guessed(const RoleOptions& options) const;
};

} // namespace geo
