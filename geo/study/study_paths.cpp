#include "geo/study/study_paths.hpp"

#include <filesystem>

namespace geo {

namespace {

namespace fs = std::filesystem;

bool is_file_path(const std::string& path) {
    return !path.empty() && path != "-" && !path.starts_with("PG:") &&
           path.find("://") == std::string::npos && !path.starts_with("/vsi");
}

bool share_a_folder(const fs::path& a, const fs::path& b) {
    const fs::path rest_a = a.relative_path(), rest_b = b.relative_path();
    return a.root_path() == b.root_path() && !rest_a.empty() && !rest_b.empty() &&
           *rest_a.begin() == *rest_b.begin();
}

void make_relative(std::string& path, const fs::path& folder) {
    if (!is_file_path(path)) return;
    std::error_code unknown;
    const fs::path whole = fs::absolute(path, unknown).lexically_normal();
    if (unknown) return;
    path = share_a_folder(whole, folder) ? whole.lexically_relative(folder).string() : whole.string();
}

} // namespace

Study with_paths_relative_to(Study study, const std::string& file) {
    std::error_code unknown;
    const fs::path folder = fs::absolute(file, unknown).lexically_normal().parent_path();
    if (unknown) return study;
    make_relative(study.source.path, folder);
    for (OutputSpec& output : study.outputs) make_relative(output.path, folder);
    const std::string& set = study.border.set;
    if (set != "osm" && set != "ne10m" && set != "ne110m") make_relative(study.border.set, folder);
    return study;
}

} // namespace geo
