#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace geo {

/// The bytes of an input: a mapped file or a string of our own. Move-only. A file that shrinks while it is
/// mapped ends the program (SIGBUS), as for every program that maps files.
class InputBytes {
  public:
    explicit InputBytes(std::string owned) : owned_(std::move(owned)) {}
    InputBytes(InputBytes&& other) noexcept;
    InputBytes& operator=(InputBytes&& other) noexcept;
    ~InputBytes();

    std::string_view view() const {
        return mapped_ ? std::string_view(mapped_, size_) : std::string_view(owned_);
    }

    /// Maps the file. Throws Error{Io}: does not exist, may not be read, is a folder.
    static InputBytes from_file(const std::string& path);
    /// Everything on standard input. Throws Error{Io}.
    static InputBytes from_stdin();

  private:
    InputBytes() = default;
    void unmap();

    std::string owned_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
};

/// More than this is not unpacked: a small archive must not fill the memory.
constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{8} << 30;

/// A table packs to a tenth or a twentieth; what claims to be 200 times as large as its archive (and above 256 MiB) is
/// no table.
std::uint64_t most_unpacked_bytes(std::uint64_t packed_bytes);

/// The unpacked bytes of gzip data (several members too). Throws Error{Format}: damaged, cut off, larger than
/// `limit`.
std::string unpacked_gzip(std::string_view packed, std::uint64_t limit = kMaxUnpackedBytes);

} // namespace geo
