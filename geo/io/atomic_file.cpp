#include "geo/io/atomic_file.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

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

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// mkstemp makes files that only the owner may read; an export gets what the user's umask gives any new file.
mode_t new_file_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/// A file, or nothing yet, can be replaced by a rename; a pipe or a device must be written to.
bool is_replaceable(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

void flush_to_disk(const fs::path& path) {
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
        return;
    }
    if (fs::is_directory(path_)) fail(path_, EISDIR);
    if (!is_replaceable(path_)) {
        fd_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd_ < 0) fail(path_, errno);
        return;
    }
    const fs::path target(path_);
    std::string pattern = (folder_of(target) / ("." + target.filename().string() + ".part-XXXXXX")).string();
    fd_ = mkostemp(pattern.data(), O_CLOEXEC);
    if (fd_ < 0) fail(path_, errno);
    temporary_ = pattern;
    fchmod(fd_, new_file_mode());
}

AtomicFile::~AtomicFile() {
    if (fd_ >= 0 && fd_ != STDOUT_FILENO) close(fd_);
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

void AtomicFile::commit() {
    if (temporary_.empty()) return;
    if (fsync(fd_) != 0) fail(path_, errno);
    if (close(std::exchange(fd_, -1)) != 0) fail(path_, errno);
    move_over(temporary_, path_);
    temporary_.clear();
}

void write_file_atomically(const std::string& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

StagedFiles::StagedFiles(std::string target) : target_(std::move(target)) {
    if (fs::is_directory(target_)) fail(target_, EISDIR);
    std::string pattern = (folder_of(target_) / ("." + target_.filename().string() + ".part-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) fail(target_, errno);
    folder_ = pattern;
}

StagedFiles::~StagedFiles() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string StagedFiles::path() const { return (folder_ / target_.filename()).string(); }

void StagedFiles::commit() {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) files.push_back(entry.path());
    for (const fs::path& file : files) {
        flush_to_disk(file);
        chmod(file.c_str(), new_file_mode());
    }
    for (const fs::path& file : files)
        if (file.filename() != target_.filename()) move_over(file, folder_of(target_) / file.filename());
    if (fs::exists(path())) move_over(path(), target_);
}

} // namespace geo
