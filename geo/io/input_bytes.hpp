#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "geo/core/error.hpp"
#include "geo/io/cut_mapping.hpp"

struct stat;

namespace geo {

/// A file that is being read, and how it was when that began.
class InputWatch {
  public:
    InputWatch(int fd, std::string_view mapped, const struct stat& status);
    ~InputWatch();
    InputWatch(const InputWatch&) = delete;
    InputWatch& operator=(const InputWatch&) = delete;

    /// Throws Error{Io} when the file was cut short or written to since.
    void require_unchanged() const;
    void unmapped() { mapping_.end(); }

  private:
    int fd_;
    std::uint64_t size_;
    std::int64_t changed_s_, changed_ns_;
    WatchedMapping mapping_;
};

/// What `read()` returns, or throws; unless the file changed meanwhile, which then is the reason that is
/// told.
template <typename Read>
auto read_watched(const std::shared_ptr<const InputWatch>& watch, Read&& read) {
    const auto look = [&] {
        if (watch) watch->require_unchanged();
    };
    try {
        auto result = read();
        look();
        return result;
    } catch (const Error&) {
        look();
        throw;
    }
}

/// The bytes of an input: a mapped file or a string of our own. Move-only. Another program may write to the
/// file or cut it short while it is read: nothing crashes (cut_mapping.hpp), and the watch tells that what
/// was read is worth nothing. A file that is removed or replaced by a rename stays whole to those who have it
/// open.
class InputBytes {
  public:
    explicit InputBytes(std::string owned) : owned_(std::move(owned)) {}
    InputBytes(InputBytes&& other) noexcept;
    InputBytes& operator=(InputBytes&& other) noexcept;
    InputBytes(const InputBytes&) = delete;
    InputBytes& operator=(const InputBytes&) = delete;
    ~InputBytes();

    std::string_view view() const {
        return mapped_ ? std::string_view(mapped_, size_) : std::string_view(owned_);
    }

    /// `part` of the view will not be looked at soon: of a mapped file its pages need not stay in memory.
    void let_go(std::string_view part) const;

    /// Maps the file. Throws Error{Io}: does not exist, may not be read, is a folder; std::bad_alloc: no room
    /// to map it.
    static InputBytes from_file(const std::string& path);
    /// Of a mapped file; outlives the bytes. Null for others.
    std::shared_ptr<const InputWatch> watch() const { return watch_; }
    /// Everything on standard input. Throws Error{Io}.
    static InputBytes from_stdin();

  private:
    InputBytes() = default;
    void unmap();

    std::string owned_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
    std::shared_ptr<InputWatch> watch_;
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
