#include "geo/io/reference_layers.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "geo/core/error.hpp"
#include "geo/io/vector_features.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

namespace fs = std::filesystem;

struct BundledSet {
    const char* id;
    const char* suffix; ///< of the files in datasets/borders
};
constexpr std::array<BundledSet, 3> kBundled{{{"osm", "osm2026"}, {"ne10m", "ne10m"}, {"ne110m", "ne110m"}}};
constexpr std::array<const char*, 2> kBundledNeighbours{"AFG", "IRN"};

/// A number, or the fallback when the field is missing or empty.
double number_or(const std::string& text, double fallback) {
    try {
        return text.empty() ? fallback : std::stod(text);
    } catch (const std::exception&) {
        return fallback;
    }
}

BorderLine line_from(const VectorFeature& feature) {
    BorderLine line;
    line.neighbour = feature.field("neighbour");
    line.name = feature.field("name");
    line.source = feature.field("source");
    line.licence = feature.field("licence");
    line.date = feature.field("date");
    line.note = feature.field("note");
    line.accuracy_m = number_or(feature.field("accuracy_m"), 0);
    line.parts = feature.lines;
    return line;
}

std::string bundled_line(const BundledSet& set, const std::string& neighbour) {
    return datasets_folder() + "/borders/pak_" + lowered(neighbour) + "_" + set.suffix + ".shp";
}

std::string bundled_territory(const BundledSet& set) {
    return datasets_folder() + "/borders/territory_" + set.suffix + ".fgb";
}

BorderSet load_bundled(const BundledSet& set, std::span<const std::string> neighbours) {
    BorderSet border;
    border.id = set.id;
    for (const std::string& neighbour : neighbours) {
        if (std::find(kBundledNeighbours.begin(), kBundledNeighbours.end(), neighbour) ==
            kBundledNeighbours.end())
            throw Error(ErrorKind::Argument, "there is no border with '" + neighbour +
                                                 "' in the bundled set '" + set.id + "': it has AFG and IRN");
        for (const VectorFeature& feature : read_vector_features(bundled_line(set, neighbour)))
            border.lines.push_back(line_from(feature));
    }
    for (const VectorFeature& feature : read_vector_features(bundled_territory(set))) {
        border.territory.insert(border.territory.end(), feature.polygons.begin(), feature.polygons.end());
        border.territory_source = feature.field("source");
    }
    return border;
}

/// Lines of a file without `neighbour` belong to the neighbour that is asked for, when only one is.
std::string neighbour_of(const VectorFeature& feature, std::span<const std::string> asked,
                         const std::string& path) {
    std::string neighbour = feature.field("neighbour");
    std::transform(neighbour.begin(), neighbour.end(), neighbour.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (!neighbour.empty()) return neighbour;
    if (asked.size() == 1) return asked.front();
    throw Error(ErrorKind::Argument,
                "the lines of " + path +
                    " have no field 'neighbour': say whose border they are with one --neighbour");
}

bool is_one_place(const LineString& line) {
    return std::all_of(line.begin(), line.end(), [&](LonLat place) { return place == line.front(); });
}

/// The feature's line joins the neighbour's line if there is one: one index per neighbour.
void add_line(BorderSet& border, BorderLine line) {
    for (BorderLine& known : border.lines)
        if (known.neighbour == line.neighbour) {
            known.parts.insert(known.parts.end(), line.parts.begin(), line.parts.end());
            return;
        }
    border.lines.push_back(std::move(line));
}

BorderSet load_own(const std::string& path, std::span<const std::string> neighbours) {
    BorderSet border;
    border.id = fs::path(path).filename().string();
    for (const VectorFeature& feature : read_vector_features(path)) {
        border.territory.insert(border.territory.end(), feature.polygons.begin(), feature.polygons.end());
        if (feature.lines.empty()) continue;
        BorderLine line = line_from(feature);
        std::erase_if(line.parts, is_one_place);
        if (line.parts.empty()) continue;
        line.neighbour = neighbour_of(feature, neighbours, path);
        if (std::find(neighbours.begin(), neighbours.end(), line.neighbour) == neighbours.end()) continue;
        if (line.name.empty()) line.name = "Border with " + line.neighbour;
        if (line.source.empty()) line.source = border.id;
        add_line(border, std::move(line));
    }
    border.territory_source = border.id;
    if (border.lines.empty())
        throw Error(ErrorKind::Empty, path + " has no line of a border with the neighbours asked for");
    return border;
}

Area area_from(const VectorFeature& feature) {
    return {feature.field("id"), feature.field("name"),    feature.field("source"), feature.field("licence"),
            feature.polygons,    feature.field("name_ur"), feature.field("name_ps")};
}

ReferencePolygon polygon_from(const VectorFeature& feature) {
    return {feature.field("iso_a3"), feature.field("name"), feature.field("name_ur"),
            feature.field("name_ps"), feature.polygons};
}

/// Each source of the files once.
void note_source(std::set<std::string>& sources, const VectorFeature& feature) {
    if (const std::string source = feature.field("source"); !source.empty())
        sources.insert(source + ", " + feature.field("licence"));
}

constexpr std::array kBasemapFiles{"countries.fgb", "provinces.fgb", "coast.fgb", "disputed.fgb", "places.fgb"};

std::string basemap_file(const char* file) { return datasets_folder() + "/basemap/" + file; }

std::vector<VectorFeature> read_basemap(const char* file) { return read_vector_features(basemap_file(file)); }

std::vector<ReferencePlace> read_places(std::set<std::string>& sources) {
    std::vector<ReferencePlace> places;
    for (const VectorFeature& feature : read_basemap("places.fgb")) {
        if (feature.points.empty()) continue;
        places.push_back({feature.field("name"), feature.field("name_ur"), feature.field("name_ps"),
                          feature.points.front(), static_cast<int>(number_or(feature.field("rank"), 9))});
        note_source(sources, feature);
    }
    return places;
}

} // namespace

BorderSet load_border_set(const std::string& set, std::span<const std::string> neighbours) {
    for (const BundledSet& bundled : kBundled)
        if (set == bundled.id) return load_bundled(bundled, neighbours);
    if (!fs::exists(set))
        throw Error(ErrorKind::Argument,
                    "there is no border '" + set + "': osm, ne10m, ne110m or a file with lines");
    return load_own(set, neighbours);
}

AreaSet load_provinces() {
    AreaSet areas;
    for (const VectorFeature& feature : read_vector_features(province_files().front()))
        areas.areas.push_back(area_from(feature));
    return areas;
}

AreaSet load_area_file(const std::string& path) {
    AreaSet areas;
    std::size_t n = 0;
    for (const VectorFeature& feature : read_vector_features(path)) {
        ++n;
        if (feature.polygons.empty()) continue;
        Area area = area_from(feature);
        if (area.id.empty()) area.id = area.name.empty() ? std::to_string(n) : area.name;
        if (area.source.empty()) area.source = fs::path(path).filename().string();
        areas.areas.push_back(std::move(area));
    }
    if (areas.areas.empty()) throw Error(ErrorKind::Empty, path + " has no polygon in it");
    return areas;
}

ReferenceMap load_reference_map() {
    ReferenceMap map;
    std::set<std::string> sources;
    for (const VectorFeature& feature : read_basemap("countries.fgb")) {
        map.countries.push_back(polygon_from(feature));
        note_source(sources, feature);
    }
    for (const VectorFeature& feature : read_basemap("provinces.fgb")) map.provinces.push_back(polygon_from(feature));
    for (const VectorFeature& feature : read_basemap("coast.fgb"))
        for (const LineString& line : feature.lines) map.coast.push_back({feature.field("name"), line});
    for (const VectorFeature& feature : read_basemap("disputed.fgb"))
        for (const LineString& line : feature.lines) map.disputed.push_back({feature.field("name"), line});
    map.places = read_places(sources);
    map.attributions.assign(sources.begin(), sources.end());
    return map;
}

std::vector<std::string> with_sidecars(const std::string& path) {
    std::vector<std::string> files{path};
    if (lowered(fs::path(path).extension().string()) != ".shp") return files;
    for (const char* ending : {".shx", ".SHX", ".dbf", ".DBF", ".prj", ".PRJ", ".cpg", ".CPG"}) {
        const std::string beside = fs::path(path).replace_extension(ending).string();
        if (fs::is_regular_file(beside)) files.push_back(beside);
    }
    return files;
}

std::vector<std::string> border_set_files(const std::string& set, std::span<const std::string> neighbours) {
    const auto* const bundled =
        std::find_if(kBundled.begin(), kBundled.end(), [&](const BundledSet& one) { return set == one.id; });
    if (bundled == kBundled.end()) return with_sidecars(set);
    std::vector<std::string> files;
    for (const std::string& neighbour : neighbours)
        for (std::string& file : with_sidecars(bundled_line(*bundled, neighbour))) files.push_back(std::move(file));
    files.push_back(bundled_territory(*bundled));
    return files;
}

std::vector<std::string> province_files() { return {datasets_folder() + "/areas/areas.fgb"}; }

std::vector<std::string> reference_map_files() {
    std::vector<std::string> files;
    files.reserve(std::size(kBasemapFiles));
    for (const char* file : kBasemapFiles) files.push_back(basemap_file(file));
    return files;
}

std::vector<ReferencePlace> load_reference_places() {
    std::set<std::string> sources;
    return read_places(sources);
}

} // namespace geo
