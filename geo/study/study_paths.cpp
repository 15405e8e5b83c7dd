#include "geo/study/study_paths.hpp"

#include <algorithm>
#include <filesystem>

#include "geo/study/stages.hpp"

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
    std::error_code unknown;
    const fs::path whole = fs::absolute(path, unknown).lexically_normal();
    if (unknown) return;
    path = share_a_folder(whole, folder) ? whole.lexically_relative(folder).string() : whole.string();
}

} // namespace

namespace {

/// All that may be a path, or a word instead.
std::vector<std::string*> names_of(Study& study) {
    std::vector<std::string*> paths{&study.source.path};
    for (OutputSpec& output : study.outputs) paths.push_back(&output.path);
    const std::string& set = study.border.set;
    if (set != "osm" && set != "ne10m" && set != "ne110m") paths.push_back(&study.border.set);
    paths.push_back(&study.districts.path);
    paths.push_back(&study.districts.population);
    if (!is_area_word(study.filter.area)) paths.push_back(&study.filter.area);
    if (study.before_after)
        for (std::string* area : {&study.before_after->treated, &study.before_after->control})
            if (!is_area_word(*area)) paths.push_back(area);
    if (study.map) {
        for (ReferenceSpec& reference : study.map->references) paths.push_back(&reference.path);
        if (study.map->backdrop) paths.push_back(&study.map->backdrop->path);
    }
    return paths;
}

/// Both with their links resolved as far as they exist.
bool is_inside(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

} // namespace

std::vector<std::string*> paths_of(Study& study) {
    std::vector<std::string*> paths = names_of(study);
    std::erase_if(paths, [](const std::string* path) { return !is_file_path(*path); });
    return paths;
}

std::vector<std::string> named_outside(Study study, const std::string& file) {
    const fs::path folder = fs::weakly_canonical(fs::absolute(file).parent_path());
    std::vector<std::string> outside;
    for (const std::string* path : paths_of(study)) {
        std::error_code unknown;
        const fs::path real = fs::weakly_canonical(fs::absolute(*path), unknown);
        const bool known = std::find(outside.begin(), outside.end(), *path) != outside.end();
        if ((unknown || !is_inside(real, folder)) && !known) outside.push_back(*path);
    }
    return outside;
}

bool names_network(const Study& study) {
    Study copy = study;
    const std::vector<std::string*> names = names_of(copy);
    return std::any_of(names.begin(), names.end(),
                       [](const std::string* name) { return name->starts_with("PG:"); });
}

Study with_paths_relative_to(Study study, const std::string& file) {
    std::error_code unknown;
    const fs::path folder = fs::absolute(file, unknown).lexically_normal().parent_path();
    if (unknown) return study;
    for (std::string* path : paths_of(study)) make_relative(*path, folder);
    return study;
}

} // namespace geo
