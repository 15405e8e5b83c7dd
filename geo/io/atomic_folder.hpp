#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "geo/io/part_file.hpp"

namespace geo {

/// A folder of files that appears as a whole or not at all: files go to a temporary folder beside the target,
/// `commit` flushes them and renames the folder. Without a commit (an exception, an interrupt) nothing stays.
/// A target that exists must be an empty folder: files of somebody else are never replaced. Every failure is
/// an Error{Output} that names the path and the system's reason.
class AtomicFolder {
  public:
    explicit AtomicFolder(const std::string& target);

    void write(const std::string& name, std::string_view bytes);
    /// Where a file of that name ("layers/a.geojson") is to be written until the commit; its folder is made.
    std::string path_of(const std::string& name);
    void commit();

  private:
    std::filesystem::path target_;
    PartFile part_;
};

/// Throws the Error{Output} that AtomicFolder would: to be asked before a long computation.
void require_free_folder(const std::string& given);

} // namespace geo
