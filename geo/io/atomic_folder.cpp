#include "geo/io/atomic_folder.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"

namespace geo {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& why) {
    throw Error(ErrorKind::Output, "cannot write " + path.string() + ": " + why);
}

/// "frames/" and "frames" are the same folder.
fs::path without_slash(const std::string& target) {
    const fs::path path(target);
    return path.has_filename() ? path : path.parent_path();
}

/// mkdtemp makes folders that only the owner may open; a result gets what the user's umask gives any new
/// folder.
mode_t new_folder_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0777 & ~mask;
}

void flush_folder(const fs::path& folder) {
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) fail(folder, std::strerror(errno));
    fsync(fd);
    close(fd);
}

} // namespace

void require_free_folder(const std::string& given) {
    const fs::path target = without_slash(given);
    std::error_code unknown;
    if (!fs::exists(target, unknown)) return;
    if (!fs::is_directory(target, unknown)) fail(target, "a file of that name is there");
    if (!fs::is_empty(target, unknown)) fail(target, "the folder is not empty; name a new one");
}

AtomicFolder::AtomicFolder(const std::string& target) : target_(without_slash(target)) {
    require_free_folder(target);
    const fs::path beside = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    std::string pattern = (beside / ("." + target_.filename().string() + ".part-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) fail(target_, std::strerror(errno));
    temporary_ = pattern;
}

AtomicFolder::~AtomicFolder() {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

void AtomicFolder::write(const std::string& name, std::string_view bytes) {
    write_file_atomically(path_of(name), bytes);
}

std::string AtomicFolder::path_of(const std::string& name) {
    const fs::path path = temporary_ / name;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) fail(target_, failed.message());
    return path.string();
}

void AtomicFolder::commit() {
    for (const auto& entry : fs::recursive_directory_iterator(temporary_))
        if (entry.is_directory()) flush_folder(entry.path());
    flush_folder(temporary_);
    chmod(temporary_.c_str(), new_folder_mode());
    // Over an empty folder, or nothing, and over nothing else.
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(target_, std::strerror(errno));
    temporary_.clear();
}

} // namespace geo
