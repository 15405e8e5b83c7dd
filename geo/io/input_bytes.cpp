#include "geo/io/input_bytes.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "geo/core/error.hpp"

namespace geo {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

  private:
    int fd_;
};

[[noreturn]] void fail() {
    if (errno == ENOMEM) throw std::bad_alloc();
    throw Error(ErrorKind::Io, std::strerror(errno));
}

/// Reads a descriptor to its end: pipes and standard input.
std::string everything_from(int fd) {
    std::string all;
    std::string block(std::size_t{1} << 20, '\0');
    for (;;) {
        const ssize_t n = ::read(fd, block.data(), block.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail();
        if (n == 0) return all;
        all.append(block.data(), static_cast<std::size_t>(n));
    }
}

/// What is first in a pipe that was opened without waiting, and from now on is read with waiting. Nobody may
/// ever write to a named pipe: that is said after a while.
std::string start_of_pipe(int fd) {
    constexpr int kMost_ms = 3000;
    pollfd waiting{fd, POLLIN, 0};
    const bool quiet = ::poll(&waiting, 1, kMost_ms) == 0;
    char first = 0;
    const ssize_t n = ::read(fd, &first, 1); // 0: no writer; below 0: one that has not written yet
    if (n == 0 && quiet) throw Error(ErrorKind::Io, "is a pipe that nobody writes to");
    if (::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) & ~O_NONBLOCK) < 0) fail();
    return n == 1 ? std::string(1, first) : std::string();
}

/// zlib's state for reading, ended whatever happens.
struct Inflater {
    z_stream stream{};
    Inflater() {
        // 15 + 32: the largest window, gzip or zlib by its own header.
        if (inflateInit2(&stream, 15 + 32) != Z_OK) throw Error(ErrorKind::Internal, "zlib cannot start");
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

} // namespace

InputWatch::InputWatch(int fd, std::string_view mapped, const struct stat& status)
    : fd_(fd), size_(mapped.size()), changed_s_(status.st_mtim.tv_sec), changed_ns_(status.st_mtim.tv_nsec),
      mapping_(mapped.data(), mapped.size()) {}

InputWatch::~InputWatch() { ::close(fd_); }

void InputWatch::require_unchanged() const {
    struct stat now {};
    if (::fstat(fd_, &now) != 0) fail();
    const auto size = static_cast<std::uint64_t>(now.st_size);
    if (mapping_.is_cut() || size < size_)
        throw Error(ErrorKind::Io, "was cut short by another program while it was read");
    if (size != size_ || now.st_mtim.tv_sec != changed_s_ || now.st_mtim.tv_nsec != changed_ns_)
        throw Error(ErrorKind::Io,
                    "was changed by another program while it was read; read it again when that is done");
}

InputBytes::InputBytes(InputBytes&& other) noexcept { *this = std::move(other); }

InputBytes& InputBytes::operator=(InputBytes&& other) noexcept {
    if (this == &other) return *this;
    unmap();
    owned_ = std::move(other.owned_);
    mapped_ = std::exchange(other.mapped_, nullptr);
    size_ = std::exchange(other.size_, 0);
    watch_ = std::move(other.watch_);
    return *this;
}

InputBytes::~InputBytes() { unmap(); }

void InputBytes::unmap() {
    if (watch_) watch_->unmapped();
    if (mapped_) ::munmap(const_cast<char*>(mapped_), size_);
    mapped_ = nullptr;
    watch_.reset();
}

void InputBytes::let_go(std::string_view part) const {
    if (!mapped_ || part.empty()) return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto first = static_cast<std::size_t>(part.data() - mapped_) / page * page;
    ::madvise(const_cast<char*>(mapped_) + first,
              static_cast<std::size_t>(part.data() + part.size() - (mapped_ + first)), MADV_DONTNEED);
}

InputBytes InputBytes::from_file(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) fail();
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) fail();
    if (S_ISDIR(status.st_mode)) throw Error(ErrorKind::Io, "is a folder, not a file");
    if (S_ISFIFO(status.st_mode)) {
        std::string all = start_of_pipe(file.get()); // first: until then nothing waits
        all += everything_from(file.get());
        return InputBytes(std::move(all));
    }
    if (!S_ISREG(status.st_mode)) throw Error(ErrorKind::Io, "is a device, not a file");
    InputBytes bytes;
    bytes.size_ = static_cast<std::size_t>(status.st_size);
    if (bytes.size_ == 0) return bytes;
    void* const mapped = ::mmap(nullptr, bytes.size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (mapped == MAP_FAILED) fail();
    ::madvise(mapped, bytes.size_, MADV_WILLNEED);
    bytes.mapped_ = static_cast<const char*>(mapped);
    bytes.watch_ = std::make_shared<InputWatch>(file.release(), bytes.view(), status);
    return bytes;
}

InputBytes InputBytes::from_stdin() { return InputBytes(everything_from(STDIN_FILENO)); }

std::uint64_t most_unpacked_bytes(std::uint64_t packed_bytes) {
    constexpr std::uint64_t kAlways = std::uint64_t{256} << 20, kMostTimes = 200;
    return std::min(kMaxUnpackedBytes, std::max(kAlways, packed_bytes * kMostTimes));
}

std::string unpacked_gzip(std::string_view packed, std::uint64_t limit) {
    limit = std::min(limit, most_unpacked_bytes(packed.size()));
    Inflater inflater;
    z_stream& stream = inflater.stream;
    std::string out;
    std::string block(std::size_t{1} << 20, '\0');
    std::size_t used = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END || used < packed.size()) {
        if (state == Z_STREAM_END && inflateReset(&stream) != Z_OK)
            throw Error(ErrorKind::Internal, "zlib cannot go on");
        const std::size_t n_in =
            std::min<std::size_t>(packed.size() - used, std::numeric_limits<uInt>::max());
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + used));
        stream.avail_in = static_cast<uInt>(n_in);
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        used += n_in - stream.avail_in;
        const std::size_t n_out = block.size() - stream.avail_out;
        out.append(block.data(), n_out);
        if (out.size() > limit)
            throw Error(ErrorKind::Format, "unpacks to more than " + std::to_string(limit >> 20) + " MiB");
        if (state != Z_OK && state != Z_STREAM_END && (state != Z_BUF_ERROR || n_out == 0))
            throw Error(ErrorKind::Format,
                        used < packed.size() ? "the gzip data is damaged" : "the gzip data is cut off");
    }
    return out;
}

} // namespace geo
