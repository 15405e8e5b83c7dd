#include <algorithm>

#include "geo/study/stages.hpp"
#include "geo/study/study_json_names.hpp"

namespace geo {

std::vector<std::string*> paths_of(Study& study) {
    std::vector<std::string*> paths{&study.source.path};
    for (OutputSpec& output : study.outputs) paths.push_back(&output.path);
    const std::string& set = study.border.set;
    if (set != "osm" && set != "ne10m" && set != "ne110m") paths.push_back(&study.border.set);
    if (!is_area_word(study.filter.area)) paths.push_back(&study.filter.area);
    if (study.map) {
        for (ReferenceSpec& reference : study.map->references) paths.push_back(&reference.path);
        if (study.map->backdrop) paths.push_back(&study.map->backdrop->path);
    }
    std::erase_if(paths, [](const std::string* path) {
        return path->empty() || *path == "-" || path->starts_with("PG:") ||
               path->find("://") != std::string::npos;
    });
    return paths;
}

} // namespace geo
