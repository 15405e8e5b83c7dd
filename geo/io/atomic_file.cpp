#include "geo/io/atomic_file.hpp"

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/core/error.hpp"

namespace geo {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int code) {
    throw Error(ErrorKind::Output, "cannot write " + path + ": " + std::strerror(code));
}

/// mkstemp makes files that only the owner may read; an export gets what the user's umask gives any new file.
mode_t new_file_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

void flush_bytes(const fs::path& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) fail(path, errno);
    const int failed = fsync(fd) != 0 ? errno : 0;
    close(fd);
    if (failed != 0) fail(path, failed);
}

void move_over(const fs::path& from, const fs::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) fail(to, errno);
}

} // namespace

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
    if (path_ == "-") {
        fd_ = STDOUT_FILENO;
    } else if (output_kind(path_) == OutputKind::stream) {
        fd_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd_ < 0) fail(path_, errno);
    } else {
        part_.emplace(path_, PartFile::Kind::file);
        fd_ = part_->descriptor();
        fchmod(fd_, new_file_mode());
    }
}

AtomicFile::~AtomicFile() {
    if (!part_ && fd_ >= 0 && fd_ != STDOUT_FILENO) close(fd_);
}

void AtomicFile::write(std::string_view bytes) {
    n_written_ += bytes.size();
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (part_) send_on();
}

/// The disk begins while the rest is still being made: `flush` waits less.
void AtomicFile::send_on() {
#ifdef SYNC_FILE_RANGE_WRITE
    constexpr std::uint64_t kRun = std::uint64_t{16} << 20;
    if (n_written_ - n_sent_ < kRun) return;
    sync_file_range(fd_, static_cast<off_t>(n_sent_), static_cast<off_t>(n_written_ - n_sent_),
                    SYNC_FILE_RANGE_WRITE); // what fails here fails again in `flush`, which says so
    n_sent_ = n_written_;
#endif
}

void AtomicFile::write_at(std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
}

void AtomicFile::flush() {
    if (part_ && fsync(fd_) != 0) fail(path_, errno);
}

void AtomicFile::commit() {
    flush();
    publish();
    if (part_) flush_folder(folder_of(path_));
}

void AtomicFile::publish() {
    if (part_) part_->move_to(path_);
}

void write_file_atomically(const std::string& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

void flush_to_disk(const fs::path& path) {
    flush_bytes(path);
    flush_folder(folder_of(path));
}

void commit_with_provenance(AtomicFile& file, const std::string& path, std::string_view provenance) {
    if (path == "-" || provenance.empty()) return file.commit();
    AtomicFile beside(path + ".provenance.json");
    beside.write(provenance);
    if (!provenance.ends_with('\n')) beside.write("\n");
    file.flush();
    beside.commit();
    file.commit();
}

void write_with_provenance(const std::string& path, std::string_view bytes, std::string_view provenance) {
    AtomicFile file(path);
    file.write(bytes);
    commit_with_provenance(file, path, provenance);
}

StagedFiles::StagedFiles(std::string target) : target_(std::move(target)) {
    if (output_kind(target_) == OutputKind::stream)
        throw Error(ErrorKind::Output, "cannot write " + target_.string() +
                                           ": a file of this format cannot be a pipe or a device");
    folder_.emplace(target_, PartFile::Kind::folder);
}

std::string StagedFiles::path() const { return (folder_->path() / target_.filename()).string(); }

void StagedFiles::commit() {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_->path()))
        files.push_back(entry.path());
    for (const fs::path& file : files) {
        flush_bytes(file);
        chmod(file.c_str(), new_file_mode());
        output_kind(folder_of(target_) / file.filename()); // a link beside the target is not followed either
    }
    for (const fs::path& file : files)
        if (file.filename() != target_.filename()) move_over(file, folder_of(target_) / file.filename());
    if (fs::exists(path())) move_over(path(), target_);
    flush_folder(folder_of(target_));
}

} // namespace geo
