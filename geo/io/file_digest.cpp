#include "geo/io/file_digest.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "geo/core/error.hpp"

namespace geo {

namespace {

class Sha256 {
  public:
    Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
            throw Error(ErrorKind::Internal, "SHA-256 is not available in libcrypto");
    }
    void add(std::string_view bytes) {
        EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
        n_bytes_ += bytes.size();
    }
    FileDigest finish() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
        FileDigest found{n_bytes_, ""};
        for (unsigned i = 0; i < length; ++i) found.sha256 += fmt::format("{:02x}", digest[i]);
        return found;
    }

  private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
    std::uint64_t n_bytes_ = 0;
};

[[noreturn]] void fail(const std::string& path) {
    throw Error(ErrorKind::Io, "cannot read " + path + ": " + std::strerror(errno));
}

} // namespace

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
    Sha256 sum;
    sum.add(bytes);
    return sum.finish();
}

FileDigest digest_of_file(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
    if (!file) fail(path);
    Sha256 sum;
    std::array<char, 1 << 16> piece{};
    while (const std::size_t n = std::fread(piece.data(), 1, piece.size(), file.get())) sum.add({piece.data(), n});
    if (std::ferror(file.get())) fail(path);
    return sum.finish();
}

} // namespace geo
