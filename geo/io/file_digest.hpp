#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace geo {

/// Size and last change of a file: what tells whether it is still the one that was read.
struct FileStamp {
    std::uint64_t n_bytes = 0;
    std::int64_t changed_ns = 0; ///< since the epoch of the file system's clock
    bool operator==(const FileStamp&) const = default;
};

/// All 0 for what is no regular file.
FileStamp stamp_of(const std::string& path);

struct FileDigest {
    std::uint64_t n_bytes = 0;
    std::string sha256; ///< 64 hexadecimal digits, lower case
    bool operator==(const FileDigest&) const = default;
};

/// SHA-256 (FIPS 180-4, by OpenSSL's libcrypto) of the file's bytes. Throws Error{Io} with the path and the system's
/// reason, also when the file is cut short meanwhile. Maps the file: any size in bounded memory.
FileDigest digest_of_file(const std::string& path);
FileDigest digest_of_bytes(std::string_view bytes);

} // namespace geo
