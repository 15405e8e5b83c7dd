#include "geo/io/part_file.hpp"

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/core/error.hpp"

namespace geo {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRandom = "XXXXXX"; // as mkstemp wants it

[[noreturn]] void fail(const fs::path& path, const std::string& why) {
    throw Error(ErrorKind::Output, "cannot write " + path.string() + ": " + why);
}

/// ".NAME.part-"; of a long name only the start, or the temporary name would be too long where the name is
/// not.
std::string prefix_of(const fs::path& target) {
    constexpr std::size_t kMostBytes = 200;
    return "." + target.filename().string().substr(0, kMostBytes) + ".part-";
}

bool is_locked_by_us(int fd) { return flock(fd, LOCK_EX | LOCK_NB) == 0; }

void try_to_remove(const fs::path& path) {
    std::error_code ignored; // what cannot be removed hinders nobody
    fs::remove_all(path, ignored);
}

/// What nobody writes to any more: ours, and without a lock.
void remove_if_left_behind(const fs::path& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return;
    struct stat status {};
    const bool ours = fstat(fd, &status) == 0 && status.st_uid == geteuid() &&
                      (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    if (ours && is_locked_by_us(fd)) try_to_remove(path);
    close(fd);
}

void remove_left_behind(const fs::path& target) {
    const std::string prefix = prefix_of(target);
    std::error_code failed;
    for (fs::directory_iterator entry(folder_of(target), failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (name.size() == prefix.size() + kRandom.size() && name.starts_with(prefix))
            remove_if_left_behind(entry->path());
    }
}

/// The folder itself, not what replaced it meanwhile.
bool is_still(int fd, const fs::path& path) {
    struct stat opened {
    }, named{};
    return fstat(fd, &opened) == 0 && lstat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

} // namespace

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void flush_folder(const fs::path& folder) {
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

OutputKind output_kind(const fs::path& path) {
    struct stat named {
    }, status{};
    if (lstat(path.c_str(), &named) != 0)
        return OutputKind::file; // what else is wrong is said when it is made
    const bool link = S_ISLNK(named.st_mode);
    const bool leads_somewhere = stat(path.c_str(), &status) == 0;
    if (leads_somewhere && S_ISDIR(status.st_mode)) fail(path, std::strerror(EISDIR));
    if (leads_somewhere && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode))) return OutputKind::stream;
    if (link) fail(path, "it is a symbolic link, and links are not followed; name the file itself");
    if (!S_ISREG(status.st_mode)) fail(path, "it is neither a file nor a pipe");
    if (access(path.c_str(), W_OK) != 0) fail(path, std::strerror(errno));
    return OutputKind::file;
}

PartFile::PartFile(const fs::path& target, Kind kind) {
    remove_left_behind(target);
    constexpr int kTries = 10; // another writer may take it for left behind before it is locked
    for (int i = 0; i < kTries; ++i)
        if (made(target, kind)) return;
    fail(target, "its temporary file is removed again and again");
}

bool PartFile::made(const fs::path& target, Kind kind) {
    std::string pattern = (folder_of(target) / (prefix_of(target) + std::string(kRandom))).string();
    if (kind == Kind::file)
        fd_ = mkostemp(pattern.data(), O_CLOEXEC);
    else if (mkdtemp(pattern.data()) != nullptr)
        fd_ = open(pattern.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd_ < 0) fail(target, std::strerror(errno));
    const bool taken =
        !is_locked_by_us(fd_) && errno == EWOULDBLOCK; // other errors: no locks on this file system
    path_ = pattern;
    if (!taken && is_still(fd_, path_)) return true;
    close(fd_);
    fd_ = -1;
    path_.clear();
    return false;
}

PartFile::~PartFile() {
    if (!path_.empty()) try_to_remove(path_);
    if (fd_ >= 0) close(fd_);
}

void PartFile::move_to(const fs::path& target) {
    if (std::rename(path_.c_str(), target.c_str()) != 0) fail(target, std::strerror(errno));
    path_.clear();
}

} // namespace geo
