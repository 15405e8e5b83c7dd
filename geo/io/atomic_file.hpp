#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "geo/io/part_file.hpp"

namespace geo {

/// The one way to write a file: bytes go to a temporary file in the same folder, `commit` flushes it to the
/// disk and renames it over the target. Without a commit (an exception, an interrupt) the temporary file is
/// removed and a file that stood there before is untouched. "-" is standard output; devices and pipes are
/// written straight through; links are not followed (part_file.hpp). Every failure is an Error{Output} that
/// names the file and the system's reason.
class AtomicFile {
  public:
    explicit AtomicFile(std::string path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    /// False of standard output, pipes and devices.
    bool can_go_back() const { return part_.has_value(); }
    /// Over what was written at `offset`; later `write`s go on at the end.
    void write_at(std::uint64_t offset, std::string_view bytes);
    /// To the disk; `commit` does it too. Before several files are committed, none of which may go wrong any
    /// more.
    void flush();
    void commit();
    /// Renamed over the target without waiting for the disk: outlives the program's sudden end at once, the
    /// machine's only after `flush_to_disk(path)`. For what is written again and again and must not queue
    /// behind a busy disk.
    void publish();

  private:
    void send_on();

    std::string path_;
    std::optional<PartFile> part_; ///< empty when written straight through
    int fd_ = -1;
    std::uint64_t n_written_ = 0, n_sent_ = 0; ///< bytes; those that the disk was asked to begin with
};

void write_file_atomically(const std::string& path, std::string_view bytes);

/// The file's bytes and its entry in the folder; Error{Output} when the disk fails.
void flush_to_disk(const std::filesystem::path& path);

/// Commits the file of this path together with PATH.provenance.json: both, or none. No file beside "-".
void commit_with_provenance(AtomicFile& file, const std::string& path, std::string_view provenance);
void write_with_provenance(const std::string& path, std::string_view bytes, std::string_view provenance);

/// The same for a library that writes files by itself (GDAL): it writes into a new folder beside the target;
/// `commit` moves every file in it beside the target, the target itself last. Each is whole; a program that
/// is killed between two of them leaves files of both exports (a Shapefile has several). Never a pipe or a
/// device.
class StagedFiles {
  public:
    explicit StagedFiles(std::string target);
    ~StagedFiles() = default;
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    /// Path in the staging folder with the target's file name.
    std::string path() const;
    void commit();

  private:
    std::filesystem::path target_;
    std::optional<PartFile> folder_;
};

} // namespace geo
