#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The one way to write a file: bytes go to a temporary file in the same folder, `commit` flushes it to the disk and
/// renames it over the target. Without a commit (an exception, an interrupt) the temporary file is removed and a file
/// that stood there before is untouched. "-" is standard output; devices and pipes are written straight through.
/// Every failure is an Error{Output} that names the file and the system's reason.
class AtomicFile {
  public:
    explicit AtomicFile(std::string path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    void commit();

  private:
    std::string path_;
    std::string temporary_; ///< empty when written straight through
    int fd_ = -1;
};

void write_file_atomically(const std::string& path, std::string_view bytes);

/// The same for a library that writes files by itself (GDAL): it writes into `folder()`, a new folder beside the
/// target; `commit` moves every file in it beside the target, the target itself last.
class StagedFiles {
  public:
    explicit StagedFiles(std::string target);
    ~StagedFiles();
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    /// Path in the staging folder with the target's file name.
    std::string path() const;
    void commit();

  private:
    std::filesystem::path target_;
    std::filesystem::path folder_;
};

} // namespace geo
