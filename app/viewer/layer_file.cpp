#include "app/viewer/layer_file.hpp"

#include <algorithm>
#include <array>

#include "geo/io/backdrop_source.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/stages.hpp"
#include "geo/table/schema.hpp"

namespace app {

namespace {

bool ends_with_any(const std::string& path, std::initializer_list<std::string_view> endings) {
    const std::string ending(geo::ending_of(path));
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_raster_path(const std::string& path) {
    return ends_with_any(path, {".tif", ".tiff", ".png", ".jpg", ".jpeg", ".jp2", ".webp", ".img", ".asc"});
}

bool has_dates(const std::vector<std::string>& fields) {
    const geo::Roles roles = geo::recognise_schema(fields, {}, true).roles;
    return roles.contains(geo::Role::date) || roles.contains(geo::Role::year);
}

std::size_t n_rings(const geo::DrawnReference& drawn) {
    std::size_t n = 0;
    if (drawn.areas)
        for (const auto& rings : drawn.areas->polygons) n += rings.size();
    return n;
}

} // namespace

bool is_table_path(const std::string& path) {
    return ends_with_any(path, {".csv", ".tsv", ".txt", ".gz", ".zip", ".xlsx", ".ods"});
}

std::vector<std::string> without_companions(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths)
        if (!ends_with_any(path, {".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".qmd", ".tfw",
                                  ".pgw", ".jgw", ".wld", ".ovr", ".xml"}))
            files.push_back(path);
    return files.empty() ? paths : files;
}

LayerFile layer_file_of(const std::string& path, LayerUse use, geo::Progress& progress) {
    LayerFile file;
    file.is_raster = use == LayerUse::backdrop || (use == LayerUse::unknown && is_raster_path(path));
    if (file.is_raster) {
        constexpr int kSmall_px = 64; // enough to know that all of it can be read
        geo::read_backdrop(path, kSmall_px, progress);
        return file;
    }
    const geo::DrawnReference drawn = geo::read_reference({path, ""}, progress);
    file.n_features = drawn.n_features;
    file.has_areas = drawn.areas != nullptr;
    file.has_lines =
        drawn.lines && drawn.lines->paths.size() > n_rings(drawn); // outlines of areas are lines too
    file.has_points = drawn.points != nullptr;
    file.has_dates = has_dates(drawn.fields);
    return file;
}

bool looks_like_incidents(const LayerFile& file) {
    return file.has_points && !file.has_areas && !file.has_lines && file.has_dates;
}

} // namespace app
