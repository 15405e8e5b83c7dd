#pragma once

#include <cstdint>
#include <string>

#include "geo/io/input_bytes.hpp"

namespace geo {

/// The one data file inside a .zip, read through GDAL's /vsizip/.
struct ZipMember {
    std::string name;       ///< path inside the archive
    std::string path;       ///< what GDAL opens
    bool delimited = false; ///< .csv, .tsv, .tab or .txt
};

/// Throws Error{Format}: damaged, holds no data file or several, or one that unpacks to more than `limit`.
ZipMember only_member(const std::string& archive, std::uint64_t limit = kMaxUnpackedBytes);

/// The member's bytes. Throws Error{Format}.
std::string unpacked(const ZipMember& member, std::uint64_t limit = kMaxUnpackedBytes);

} // namespace geo
