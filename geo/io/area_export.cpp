#include "geo/io/area_export.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/gdal_writer.hpp"
#include "geo/io/json_text.hpp"

namespace geo {

namespace {

void append_ring(std::string& out, const Ring& ring) {
    out += '[';
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i > 0) out += ',';
        append_json_position(out, ring[i]);
    }
    out += ']';
}

void append_polygons(std::string& out, const MultiPolygon& polygons) {
    out += R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        out += i > 0 ? ",[" : "[";
        append_ring(out, polygons[i].exterior);
        for (const Ring& hole : polygons[i].holes) {
            out += ',';
            append_ring(out, hole);
        }
        out += ']';
    }
    out += "]}";
}

void append_path(std::string& out, const LineString& path) {
    out += path.size() == 1 ? R"({"type":"Point","coordinates":)" : R"({"type":"LineString","coordinates":)";
    if (path.size() == 1)
        append_json_position(out, path.front());
    else
        append_ring(out, path);
    out += '}';
}

void append_feature(std::string& out, const AreaTable& table, const AreaFeature& feature) {
    out += R"({"type":"Feature","geometry":)";
    if (feature.path.empty())
        append_polygons(out, feature.polygons);
    else
        append_path(out, feature.path);
    out += R"(,"properties":{)";
    for (std::size_t i = 0; i < table.number_names.size(); ++i) {
        if (i > 0) out += ',';
        append_json_string(out, table.number_names[i]);
        out += ':';
        append_json_number(out, feature.numbers[i], 12);
    }
    for (std::size_t i = 0; i < table.word_names.size(); ++i) {
        if (i > 0 || !table.number_names.empty()) out += ',';
        append_json_string(out, table.word_names[i]);
        out += ':';
        append_json_string(out, feature.words[i]);
    }
    out += "}}";
}

std::string head_of(const AreaTable& table) {
    std::string head = R"({"type":"FeatureCollection","name":)";
    append_json_string(head, table.layer);
    LonLatBox box;
    for (const AreaFeature& feature : table.features) {
        for (LonLat place : feature.path) box.add(place);
        for (const Polygon& polygon : feature.polygons)
            for (LonLat place : polygon.exterior) box.add(place);
    }
    if (!box.empty()) {
        head += ",\"bbox\":";
        append_json_position(head, {box.west, box.south});
        head.back() = ',';
        std::string end;
        append_json_position(end, {box.east, box.north});
        head += end.substr(1);
    }
    if (!table.provenance.empty()) head += ",\"borderlens\":" + table.provenance;
    return head + ",\"features\":[";
}

/// One feature a line; the whole collection, or with `lines` the features alone.
void write_json(const AreaTable& table, const std::string& path, bool lines, Progress& progress) {
    AtomicFile file(path);
    if (!lines) file.write(head_of(table));
    for (std::size_t i = 0; i < table.features.size(); ++i) {
        progress.at(i, table.features.size());
        std::string out = lines ? "" : i > 0 ? ",\n" : "\n";
        append_feature(out, table, table.features[i]);
        file.write(lines ? out + "\n" : out);
    }
    if (!lines) file.write("\n]}\n");
    commit_with_provenance(file, path, lines ? table.provenance : "");
}

void add_ring(OGRPolygon& polygon, const Ring& ring) {
    OGRLinearRing linear;
    for (LonLat place : ring) linear.addPoint(place.lon_deg, place.lat_deg);
    polygon.addRing(&linear);
}

void set_geometry(OGRFeature& feature, const AreaFeature& area) {
    OGRMultiPolygon polygons;
    for (const Polygon& part : area.polygons) {
        OGRPolygon polygon;
        add_ring(polygon, part.exterior);
        for (const Ring& hole : part.holes) add_ring(polygon, hole);
        polygons.addGeometry(&polygon);
    }
    if (area.path.empty()) feature.SetGeometry(&polygons);
    OGRLineString line;
    for (const LonLat place : area.path) line.addPoint(place.lon_deg, place.lat_deg);
    if (area.path.size() > 1) feature.SetGeometry(&line);
    if (area.path.size() != 1) return;
    const OGRPoint point(area.path.front().lon_deg, area.path.front().lat_deg);
    feature.SetGeometry(&point);
}

void write_gdal(const AreaTable& table, const std::string& path, const char* driver, Progress& progress) {
    const bool mixed = std::any_of(table.features.begin(), table.features.end(),
                                   [](const AreaFeature& area) { return !area.path.empty(); });
    const bool one_kind = std::string_view(driver) == "ESRI Shapefile";
    const OGRwkbGeometryType type = mixed && !one_kind ? wkbUnknown : wkbMultiPolygon;
    GdalWriter writer(path, driver, table.layer, type);
    for (const std::string& name : table.number_names) writer.add_field(name, OFTReal);
    for (const std::string& name : table.word_names) writer.add_field(name, OFTString);
    for (std::size_t i = 0; i < table.features.size(); ++i) {
        progress.at(i, table.features.size());
        const AreaFeature& area = table.features[i];
        const auto feature = writer.new_feature();
        int index = 0;
        for (double number : area.numbers) {
            if (std::isfinite(number)) feature->SetField(index, number); // else null
            ++index;
        }
        for (const std::string& word : area.words) feature->SetField(index++, word.c_str());
        if (area.path.empty() || !one_kind) set_geometry(*feature, area);
        writer.write(*feature);
    }
    writer.commit(table.provenance);
}

} // namespace

void write_areas(const AreaTable& table, const std::string& path, Progress& progress) {
    const std::string ending = ending_of(path);
    if (ending == ".geojson" || ending == ".json") return write_json(table, path, false, progress);
    if (ending == ".geojsonl") return write_json(table, path, true, progress);
    if (ending == ".gpkg") return write_gdal(table, path, "GPKG", progress);
    if (ending == kDatabaseEnding) return write_gdal(table, path, "PostgreSQL", progress);
    if (ending == ".fgb") return write_gdal(table, path, "FlatGeobuf", progress);
    if (ending == ".shp") return write_gdal(table, path, "ESRI Shapefile", progress);
    throw Error(ErrorKind::Argument, "cannot write areas to " + path +
                                         ": the ending must be one of .geojson, .geojsonl, .gpkg, .fgb, .shp");
}

} // namespace geo
