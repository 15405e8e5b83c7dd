#include "app/viewer/model.hpp"

#include <filesystem>

#include "geo/crs/mercator.hpp"

namespace app {

geo::Study study_for_file(const std::string& path, geo::Theme theme) {
    geo::Study study;
    study.name = std::filesystem::path(path).stem().string();
    study.source.path = path;
    study.all_columns = true;
    study.proximity.emplace();
    study.density.emplace();
    study.map.emplace();
    study.map->theme = theme;
    study.map->incident_opacity = 0.6f; // the density under them must be seen
    return study;
}

geo::Study study_to_compute(const geo::Study& study) {
    geo::Study wanted = study;
    wanted.name.clear();
    wanted.outputs.clear();
    wanted.all_columns = true;
    if (!wanted.proximity) wanted.proximity.emplace();
    geo::MapSpec looks;
    if (study.map) {
        if (!study.map->show_density) wanted.density.reset();
        looks.color_by = study.map->color_by;
        looks.size_by_deaths = study.map->size_by_deaths;
        for (const geo::ReferenceSpec& reference : study.map->references)
            looks.references.push_back({.path = reference.path, .label_field = reference.label_field});
        if (study.map->backdrop) looks.backdrop = geo::BackdropSpec{.path = study.map->backdrop->path};
    }
    wanted.map = looks;
    return wanted;
}

geo::LonLatBox visible_box(const Camera& camera, PixelSize size) {
    geo::LonLatBox box;
    box.add(geo::lonlat_from_mercator(mercator_from_pixel(camera, size, {0, 0})));
    box.add(geo::lonlat_from_mercator(mercator_from_pixel(
        camera, size, {static_cast<double>(size.width), static_cast<double>(size.height)})));
    return box;
}

} // namespace app
