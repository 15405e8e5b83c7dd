#include "geo/io/incident_source.hpp"
#include "geo/table/location_support.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <unistd.h>
#include <zlib.h>

#include "geo/core/error.hpp"
#include "geo/io/input_bytes.hpp"
#include "tests/support/catch.hpp"

using namespace geo;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, removed afterwards.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "borderlens-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return (path / name).string();
    }
};

LoadedIncidents load(const std::string& path, const ColumnRequest& columns = {true, {}},
                     const RoleOptions& roles = {}, const std::string& layer = {}) {
    NoProgress progress;
    return load_incidents({path, layer, roles}, columns, 2, progress);
}

bool noted(const Report& report, const std::string& part) {
    for (const std::string& note : report.notes)
        if (note.find(part) != std::string::npos) return true;
    return false;
}

std::string gzipped(const std::string& text, const fs::path& where) {
    const gzFile file = gzopen(where.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    return where.string();
}

bool ogr2ogr() {
    if (std::system("ogr2ogr --version > /dev/null 2>&1") == 0) return true;
    std::cout << "skipped: ogr2ogr is not there\n";
    return false;
}

void run(const std::string& command) { REQUIRE(std::system((command + " > /dev/null 2>&1").c_str()) == 0); }

const std::string kCsv = "id,date,lon,lat,deaths,note\n1,2021-05-02,71.5,34.0,2,\"a\nb\"\n2,2021-05-01,67.0,"
                         "30.2,,x\n3,2021-05-03,,,0,\n";
const std::string kGeoJson = R"({"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[71.5,34.0]},"properties":{"id":1,"date":"2021-05-02","deaths":2.5}},
{"type":"Feature","geometry":null,"properties":{"id":2,"date":"2021-05-01","deaths":null}},
{"type":"Feature","geometry":{"type":"LineString","coordinates":[[70,30],[71,31]]},"properties":{"id":3,"date":"2021-05-03"}}]})";

} // namespace

TEST_CASE("delimited text is read whatever its separator, line ends, encoding and packing") {
    const Folder folder;
    std::string semicolons = kCsv;
    for (char& c : semicolons)
        if (c == ',') c = ';';
    std::string utf16("\xFF\xFE", 2);
    for (const char c : kCsv) utf16 += std::string{c, '\0'};
    for (const std::string& path :
         {folder.file("a.csv", kCsv), folder.file("b.txt", semicolons),
          folder.file("c.csv", "sep=;\n" + semicolons), folder.file("d.csv", "\xEF\xBB\xBF" + kCsv),
          folder.file("e.csv", utf16), gzipped(kCsv, folder.path / "f.csv.gz")}) {
        INFO(path);
        const auto [table, report, counts, stamp] = load(path);
        REQUIRE(table->size() == 3);
        CHECK(report.unlocated == 1);
        CHECK((*table->column("id"))[0] == "2");
        CHECK((*table->column("note"))[1] == "a\nb");
        CHECK(table->lon_deg[1] == 71.5);
        CHECK(table->deaths_best[1] == 2);
    }
}

TEST_CASE("columns are kept only when they are asked for, by their own name or by role") {
    const Folder folder;
    const std::string path = folder.file("a.csv", kCsv);
    CHECK(load(path, {}).table->columns.empty());
    const auto table = load(path, {false, {"NOTE", "deaths_best", "nowhere"}}).table;
    REQUIRE(table->columns.size() == 2);
    CHECK(table->columns[0].name == "deaths");
    CHECK(table->columns[0].type == ColumnType::integer);
    CHECK(table->column(Role::deaths_best) == &table->columns[0]);
    CHECK(ColumnRequest{true, {}}.covers({false, {"a"}}));
    CHECK(ColumnRequest{false, {"A", "b"}}.covers({false, {"a"}}));
    CHECK_FALSE(ColumnRequest{false, {"a"}}.covers({false, {"a", "b"}}));
    CHECK_FALSE(ColumnRequest{false, {"a"}}.covers({true, {}}));
}

TEST_CASE("bad rows are rejected with their number, reason and text, and the others are read") {
    const Folder folder;
    const std::string path =
        folder.file("a.csv", "date,lon,lat\n2021-01-01,71,34\n2021-01-02,71\n\nsoon,71,34\n\"2021-01-03\"x,"
                             "71,34\n2021-01-04,71,34\n\"2021,71,34\n1\n");
    const auto [table, report, counts, stamp] = load(path);
    CHECK(table->size() == 2);
    CHECK(report.rows_read == 6);
    REQUIRE(report.rejected().size() == 4);
    CHECK(report.rejected()[0].reason == "has 2 fields where the header has 3");
    CHECK(report.rejected()[0].row == 3);
    CHECK(report.rejected()[1].row == 5); // the blank line is row 4
    CHECK(report.rejected()[1].text == "soon,71,34");
    CHECK(report.rejected()[2].reason.find("closing quote") != std::string::npos);
    CHECK(report.rejected()[3].reason.find("never closed") != std::string::npos);
    CHECK(noted(report, "1 blank line skipped"));
}

TEST_CASE("the order of day and month is the column's, not the row's") {
    const Folder folder;
    std::string text = "date,lon,lat\n";
    for (int i = 0; i < 50; ++i) text += "03/04/2021,71,34\n";
    CHECK_THROWS_WITH(load(folder.file("a.csv", text)),
                      Catch::Contains("--day-order") && Catch::Contains("03/04/2021"));
    const auto month_first = load(folder.file("b.csv", text + "04/13/2021,71,34\n"));
    CHECK(month_first.table->size() == 51);
    CHECK(iso_from_day(month_first.table->period()->first) == "2021-03-04");
    const auto day_first = load(folder.file("c.csv", text + "13/04/2021,71,34\n"));
    CHECK(iso_from_day(day_first.table->period()->first) == "2021-04-03");
    RoleOptions asked;
    asked.day_order = DayOrder::month_first;
    CHECK(iso_from_day(load(folder.file("a.csv", text), {}, asked).table->period()->first) == "2021-03-04");
}

TEST_CASE("one thread and many read the same table") {
    const Folder folder;
    std::string text = "id,date,lon,lat,note\n";
    for (int i = 0; i < 120000; ++i)
        text += std::to_string(i * 7919 % 100000) + ",2021-0" + std::to_string(1 + i % 9) + "-1" +
                std::to_string(i % 10) + ",7" + std::to_string(i % 5) + ".25,34.5,\"attack, \"\"no\"\"\n " +
                std::to_string(i) + "\"\n";
    const std::string path = folder.file("a.csv", text);
    NoProgress progress;
    const auto one = load_incidents({path, {}, {}}, {true, {}}, 1, progress);
    const auto many = load_incidents({path, {}, {}}, {true, {}}, 5, progress);
    CHECK(one.table->size() == 120000);
    CHECK(one.table->input_row == many.table->input_row);
    CHECK(one.report.n_suspicious() == many.report.n_suspicious());
    bool same = true;
    for (std::size_t row = 0; row < one.table->size(); ++row)
        same = same && (*one.table->column("note"))[row] == (*many.table->column("note"))[row];
    CHECK(same);
}

TEST_CASE("GTD dates in parts and ACLED precision become days and supports") {
    const Folder folder;
    const auto gtd =
        load(folder.file("g.csv", "eventid,iyear,imonth,iday,latitude,longitude,specificity,nkill\n"
                                  "1,1997,6,0,34,71,1,3\n2,1996,0,0,34,71,4,\n3,1998,2,31,34,71,1,0\n"));
    CHECK(gtd.table->origin.schema.kind == SchemaKind::gtd);
    REQUIRE(gtd.table->size() == 2);
    CHECK(gtd.table->date_precision[0] == DatePrecision::year);
    CHECK(gtd.table->date_precision[1] == DatePrecision::month);
    CHECK(supports_from_codes(*gtd.table, {}).kind[0] == SupportKind::admin1);
    CHECK(gtd.report.rejected().size() == 1);
    const auto acled = load(folder.file("a.csv", "event_id_cnty,event_date,time_precision,event_type,admin2,"
                                                 "latitude,longitude,geo_precision,fatalities,inter1\n"
                                                 "PAK1,04 October 2021,2,Battles,Khyber,34,71,2,3,State "
                                                 "forces\nPAK2,5 October 2021,7,Riots,,34,71,2,0,1\n"));
    const LocationSupports supports = supports_from_codes(*acled.table, {});
    CHECK(supports.kind[0] == SupportKind::admin2);
    CHECK(supports.uncertainty_m[1] == 25'000);
    CHECK(acled.table->date_precision[0] == DatePrecision::week);
    CHECK(acled.report.n_suspicious() == 1);
    CHECK(acled.table->origin.notice.find("ACLED") == 0);
}

TEST_CASE("synthetic data say so by file name or by every row") {
    const Folder folder;
    const std::string rows = "date,lon,lat,source\n2021-01-01,71,34,synthetic sample\n";
    CHECK(load(folder.file("a.csv", rows)).table->origin.notice == "synthetic sample data");
    CHECK_FALSE(load(folder.file("b.csv", rows + "2021-01-01,71,34,me\n")).table->origin.synthetic);
    CHECK(load(folder.file("incidents_sample.csv", kCsv)).table->origin.synthetic);
    CHECK(load(folder.file("a.csv", rows)).table->origin.file == "a.csv");
}

TEST_CASE("a WKT column gives places, a file without dates is undated and says so") {
    const Folder folder;
    const auto [table, report, counts, stamp] =
        load(folder.file("a.csv", "wkt;n\nPOINT (71 34);1\nLINESTRING (0 0, 1 1);2\nPOINT EMPTY;3\n"));
    CHECK(table->size() == 2);
    CHECK(report.unlocated == 1);
    CHECK(table->first_day[0] == kNoDay);
    CHECK(noted(report, "undated"));
    CHECK(report.rejected()[0].reason == "is not a WKT point");
}

TEST_CASE("what cannot be read is refused in a sentence that names the file") {
    const Folder folder;
    const auto kind_of = [](const std::string& path) {
        try {
            load(path);
        } catch (const Error& error) {
            CHECK(std::string(error.what()).find("cannot load " + path) == 0);
            return error.kind();
        }
        return ErrorKind::Internal;
    };
    CHECK(kind_of((folder.path / "nowhere.csv").string()) == ErrorKind::Io);
    CHECK(kind_of(folder.path.string()) == ErrorKind::Io);
    CHECK(kind_of(folder.file("a.csv", "")) == ErrorKind::Empty);
    CHECK(kind_of(folder.file("d.csv", "a,b\n1,2\n")) == ErrorKind::Format);
    CHECK(kind_of(folder.file("e.csv", std::string("\0\0\0\0", 4))) == ErrorKind::Format);
    CHECK(kind_of(folder.file("f.csv.gz", "\x1F\x8B\x08 damaged")) == ErrorKind::Format);
    CHECK(kind_of(folder.file("g.zip", "PK\x03\x04 damaged")) == ErrorKind::Format);
    CHECK(kind_of(folder.file("h.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{")) ==
          ErrorKind::Format);
    CHECK(kind_of(folder.file("i.gpkg", "SQLite format 3")) == ErrorKind::Format);
    CHECK(kind_of("/vsicurl/http://localhost/a.csv") == ErrorKind::Argument);
    CHECK(kind_of("https://localhost/a.geojson") == ErrorKind::Argument);
    CHECK_THROWS_WITH(unpacked_gzip(std::string(), 10), Catch::Contains("cut off"));
}

TEST_CASE("packed data that unpack to too much are refused") {
    const Folder folder;
    gzipped(std::string(100'000, 'a'), folder.path / "a.gz");
    const InputBytes bytes = InputBytes::from_file((folder.path / "a.gz").string());
    CHECK(unpacked_gzip(bytes.view()).size() == 100'000);
    CHECK_THROWS_AS(unpacked_gzip(bytes.view(), 99'999), Error);
    CHECK_THROWS_AS(unpacked_gzip(bytes.view().substr(0, bytes.view().size() / 2)), Error);
    const std::string twice = std::string(bytes.view()) + std::string(bytes.view());
    CHECK(unpacked_gzip(twice).size() == 200'000);
}

TEST_CASE("GeoJSON points are places, null geometries are unlocated, lines are rejected") {
    const Folder folder;
    const auto [table, report, counts, stamp] = load(folder.file("a.geojson", kGeoJson));
    REQUIRE(table->size() == 2);
    CHECK(report.unlocated == 1);
    CHECK(report.rows_read == 3);
    CHECK(table->lon_deg[1] == 71.5);
    CHECK(table->deaths_best[1] == 2.5);
    CHECK((*table->column("date"))[0] == "2021-05-01");
    REQUIRE(report.rejected().size() == 1);
    CHECK(report.rejected()[0].reason == "has a LINESTRING geometry, not a point");
    CHECK(report.rejected()[0].row == 4);
    CHECK(report.rejected()[0].text.find("\"id\":3") != std::string::npos);
}

TEST_CASE("the formats of GIS programs give the same incidents as the text they were made from") {
    if (!ogr2ogr()) return;
    const Folder folder;
    const std::string csv =
        folder.file("in.csv", "id,date,lon,lat\n1,2021-05-02,71.5,34\n2,2021-05-01,67.25,30.5\n");
    const std::string here = folder.path.string() + "/";
    const std::string from =
        " " + csv + " -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -a_srs EPSG:4326 ";
    for (const char* output : {"a.gpkg", "a.fgb", "a.shp", "a.geojsonl", "a.kml", "a.geojson"}) {
        INFO(output);
        run("ogr2ogr " + here + output + from + "-nln points");
        const auto [table, report, counts, stamp] = load(here + output, {true, {}}, {});
        REQUIRE(table->size() == 2);
        CHECK(table->lon_deg[0] + table->lon_deg[1] == 71.5 + 67.25);
        CHECK(table->lat_deg[0] + table->lat_deg[1] == 34 + 30.5);
    }
    run("ogr2ogr -f XLSX " + here + "a.xlsx " + csv);
    CHECK(load(here + "a.xlsx").table->lon_deg == std::vector<double>{67.25, 71.5});
    run("ogr2ogr -t_srs EPSG:32642 " + here + "utm.gpkg " + here + "a.gpkg");
    const auto utm = load(here + "utm.gpkg");
    CHECK(utm.table->lon_deg[0] == Approx(67.25).margin(1e-9));
    CHECK(noted(utm.report, "transformed from WGS 84 / UTM zone 42N"));
    for (const auto& entry : fs::directory_iterator(folder.path)) CHECK(entry.path().extension() != ".xml");
}

TEST_CASE("a Shapefile without its index says so and gets none written beside it") {
    if (!ogr2ogr()) return;
    const Folder folder;
    const std::string here = folder.path.string() + "/";
    run("ogr2ogr " + here + "a.shp " + folder.file("a.geojson", kGeoJson) + " -where \"id<3\"");
    fs::remove(here + "a.shx");
    CHECK_THROWS_WITH(load(here + "a.shp"), Catch::Contains("a.shx is missing"));
    CHECK_FALSE(fs::exists(here + "a.shx"));
}

TEST_CASE("a file that was cut off is refused, not read in part") {
    if (!ogr2ogr()) return;
    const Folder folder;
    const std::string here = folder.path.string() + "/";
    std::string text = "id,date,lon,lat\n";
    for (int i = 0; i < 5000; ++i) text += std::to_string(i) + ",2021-05-02,71.5,34\n";
    const std::string from = " " + folder.file("in.csv", text) +
                             " -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -a_srs EPSG:4326";
    for (const char* name : {"a.shp", "a.fgb", "a.gpkg"}) run("ogr2ogr " + here + name + from);
    fs::copy(here + "a.shp", here + "b.shp");
    fs::copy(here + "a.shx", here + "b.shx");
    fs::copy(here + "a.dbf", here + "b.dbf");
    fs::resize_file(here + "a.shp", fs::file_size(here + "a.shp") / 2);
    fs::resize_file(here + "b.dbf", fs::file_size(here + "b.dbf") / 2);
    fs::resize_file(here + "a.fgb", fs::file_size(here + "a.fgb") / 2);
    fs::resize_file(here + "a.gpkg", fs::file_size(here + "a.gpkg") / 2);
    for (const char* name : {"a.shp", "b.shp", "a.fgb", "a.gpkg"}) {
        INFO(name);
        CHECK_THROWS_AS(load(here + name), Error);
    }
}

TEST_CASE("a zip archive with one data file is read, with several it is refused") {
    if (std::system("zip -v > /dev/null 2>&1") != 0 && std::system("python3 -c '' > /dev/null 2>&1") != 0) {
        std::cout << "skipped: neither zip nor python3 is there\n";
        return;
    }
    const Folder folder;
    const std::string csv = folder.file("in.csv", kCsv);
    const std::string json = folder.file("in.geojson", kGeoJson);
    const std::string read_me = folder.file("README.txt", "read me");
    const auto zip = [&](const std::string& name, const std::string& files) {
        run("cd " + folder.path.string() + " && python3 -m zipfile -c " + name + " " + files);
        return (folder.path / name).string();
    };
    CHECK(load(zip("a.zip", "in.csv README.txt")).table->size() == 3);
    CHECK(load(zip("b.zip", "in.geojson")).table->size() == 2);
    CHECK_THROWS_WITH(load(zip("c.zip", "in.csv in.geojson")), Catch::Contains("several files"));
}

TEST_CASE("a file whose records are all rejected is empty, and its report says why") {
    const Folder folder;
    const LoadedIncidents none = load(folder.file("b.csv", "date,lon,lat\n"));
    CHECK(none.table->size() == 0);
    CHECK_THROWS_AS(require_incidents(none), Error);
    const LoadedIncidents bad = load(folder.file("c.csv", "date,lon,lat\nx,1,2\n"));
    CHECK(bad.report.rejected().size() == 1);
    CHECK_THROWS_WITH(require_incidents(bad), Catch::Contains("c.csv: all 1 records are rejected"));
}

TEST_CASE(
    "the first rows of a file of features are shown with their fields, and that it has places of its own") {
    const Folder folder;
    const std::string path = folder.file("odd.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"nr":1,"when":"2021-05-03"},"geometry":{"type":"Point","coordinates":[71,34]}},
{"type":"Feature","properties":{"nr":2,"when":null},"geometry":null},
{"type":"Feature","properties":{"nr":3,"when":"2021-05-05"},"geometry":null}]})");
    const TablePreview preview = preview_incidents({path, "", {}}, 2);
    CHECK(preview.header == std::vector<std::string>{"nr", "when"});
    CHECK(preview.has_geometry);
    REQUIRE(preview.rows.size() == 2);
    CHECK(preview.rows[0] == std::vector<std::string>{"1", "2021-05-03"});
    CHECK(preview.rows[1] == std::vector<std::string>{"2", ""});
}

TEST_CASE("the first rows of a file are shown even where no place is found") {
    const Folder folder;
    const std::string path = folder.file("odd.csv", "sep=;\nnr;when;east;north\n#meta;#date;;\n1;2021-05-03;71.5;34.0\n\n"
                                                    "2;2021-05-04;72\n3;2021-05-05;70;33\n");
    const TablePreview preview = preview_incidents({path, "", {}}, 2);
    CHECK(preview.header == std::vector<std::string>{"nr", "when", "east", "north"});
    REQUIRE(preview.rows.size() == 2);
    CHECK(preview.rows[0] == std::vector<std::string>{"1", "2021-05-03", "71.5", "34.0"});
    CHECK(preview.rows[1] == std::vector<std::string>{"2", "2021-05-04", "72", ""});
    CHECK(column_of(preview.guessed({}).roles, Role::lon) == std::nullopt);
    RoleOptions named;
    named.columns[Role::lon] = "east";
    named.columns[Role::lat] = "north";
    CHECK(column_of(preview.guessed(named).roles, Role::lat) == 3u);
    CHECK_THROWS_AS(preview_incidents({folder.file("empty.csv", ""), "", {}}, 2), Error);
    CHECK_THROWS_AS(preview_incidents({folder.path.string() + "/none.csv", "", {}}, 2), Error);
}
