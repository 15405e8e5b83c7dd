#include "geo/io/file_digest.hpp"

#include <array>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "geo/core/error.hpp"
#include "geo/io/input_bytes.hpp"

namespace geo {

FileStamp stamp_of(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown)) return {};
    const auto size = fs::file_size(path, unknown);
    if (unknown) return {};
    const auto changed = fs::last_write_time(path, unknown).time_since_epoch();
    if (unknown) return {};
    return {size, std::chrono::duration_cast<std::chrono::nanoseconds>(changed).count()};
}

FileDigest digest_of_bytes(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
        throw Error(ErrorKind::Internal, "SHA-256 is not available in libcrypto");
    FileDigest found{bytes.size(), ""};
    for (unsigned i = 0; i < length; ++i) found.sha256 += fmt::format("{:02x}", digest[i]);
    return found;
}

FileDigest digest_of_file(const std::string& path) {
    try {
        const InputBytes bytes = InputBytes::from_file(path);
        return read_watched(bytes.watch(), [&] { return digest_of_bytes(bytes.view()); });
    } catch (const Error& error) {
        throw error.with_context("cannot read " + path);
    }
}

} // namespace geo
