#include "geo/io/atomic_folder.hpp"

#include <sys/stat.h>

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

} // namespace

void require_free_folder(const std::string& given) {
    const fs::path target = without_slash(given);
    std::error_code unknown;
    if (fs::is_symlink(target, unknown)) fail(target, "it is a symbolic link, and links are not followed");
    if (!fs::exists(target, unknown)) return;
    if (!fs::is_directory(target, unknown)) fail(target, "a file of that name is there");
    if (!fs::is_empty(target, unknown)) fail(target, "the folder is not empty; name a new one");
}

AtomicFolder::AtomicFolder(const std::string& target)
    : target_((require_free_folder(target), without_slash(target))), part_(target_, PartFile::Kind::folder) {}

void AtomicFolder::write(const std::string& name, std::string_view bytes) {
    write_file_atomically(path_of(name), bytes);
}

std::string AtomicFolder::path_of(const std::string& name) {
    const fs::path path = part_.path() / name;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) fail(target_, failed.message());
    return path.string();
}

void AtomicFolder::commit() {
    for (const auto& entry : fs::recursive_directory_iterator(part_.path()))
        if (entry.is_directory()) flush_folder(entry.path());
    flush_folder(part_.path());
    chmod(part_.path().c_str(), new_folder_mode());
    part_.move_to(target_); // over an empty folder, or nothing, and over nothing else
    flush_folder(folder_of(target_));
}

} // namespace geo
