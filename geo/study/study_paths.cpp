#include "geo/study/study_paths.hpp"

#include <algorithm>
#include <filesystem>

#include "geo/io/database_path.hpp"
#include "geo/study/stages.hpp"

namespace geo {

namespace {

namespace fs = std::filesystem;

bool is_file_path(const std::string& path) {
    return !path.empty() && path != "-" && !is_database(path) &&
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

/// All that is read and may be a path, or a word instead; the incidents first.
std::vector<StudyInput> named_inputs(Study& study) {
    std::vector<StudyInput> inputs{{"incidents", &study.source.path}};
    const std::string& set = study.border.set;
    if (set != "osm" && set != "ne10m" && set != "ne110m") inputs.push_back({"border", &study.border.set});
    inputs.push_back({"districts", &study.districts.path});
    inputs.push_back({"population", &study.districts.population});
    if (!is_area_word(study.filter.area)) inputs.push_back({"area", &study.filter.area});
    if (study.before_after)
        for (std::string* area : {&study.before_after->treated, &study.before_after->control})
            if (!is_area_word(*area)) inputs.push_back({"area", area});
    if (study.map) {
        for (ReferenceSpec& reference : study.map->references) inputs.push_back({"reference layer", &reference.path});
        if (study.map->backdrop) inputs.push_back({"backdrop", &study.map->backdrop->path});
    }
    return inputs;
}

/// These and the outputs, in the order of the study.
std::vector<std::string*> names_of(Study& study) {
    std::vector<std::string*> paths, outputs;
    for (const StudyInput& input : named_inputs(study)) paths.push_back(input.path);
    for (OutputSpec& output : study.outputs) outputs.push_back(&output.path);
    paths.insert(paths.begin() + 1, outputs.begin(), outputs.end()); // after the incidents
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

std::vector<StudyInput> inputs_of(Study& study) {
    std::vector<StudyInput> inputs = named_inputs(study);
    std::erase_if(inputs, [](const StudyInput& input) { return !is_file_path(*input.path); });
    return inputs;
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
                       [](const std::string* name) { return is_database(*name); });
}

Study with_paths_relative_to(Study study, const std::string& file) {
    std::error_code unknown;
    const fs::path folder = fs::absolute(file, unknown).lexically_normal().parent_path();
    if (unknown) return study;
    for (std::string* path : paths_of(study)) make_relative(*path, folder);
    return study;
}

} // namespace geo
