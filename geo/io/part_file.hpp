#pragma once

#include <filesystem>

namespace geo {

/// A temporary file or folder beside an output, ".NAME.part-XXXXXX", of which nothing stays unless it is
/// moved away. It is locked as long as its writer lives: what a killed program left behind has no lock, and
/// is removed when the same output is written again. Every failure is an Error{Output} that names the output
/// and the system's reason.
class PartFile {
  public:
    enum class Kind { file, folder };
    PartFile(const std::filesystem::path& target, Kind kind);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Open for writing where it is a file.
    int descriptor() const { return fd_; }
    /// Renames it over the target; the disk remembers after `flush_folder`.
    void move_to(const std::filesystem::path& target);

  private:
    bool made(const std::filesystem::path& target, Kind kind);

    std::filesystem::path path_; ///< empty once it is moved
    int fd_ = -1;
};

/// "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);

/// Flushes a folder's entries to the disk; file systems that cannot do that are not asked twice.
void flush_folder(const std::filesystem::path& folder);

/// Where an output may go. A file, or nothing yet, is replaced by a rename; a pipe or a device is written to,
/// also through a link (/dev/stdout). Throws Error{Output} for a folder, a file that may not be written, a
/// disk, and for a link to anything but a pipe or a device: neither what it points to nor the link itself is
/// overwritten.
enum class OutputKind { file, stream };
OutputKind output_kind(const std::filesystem::path& path);

} // namespace geo
