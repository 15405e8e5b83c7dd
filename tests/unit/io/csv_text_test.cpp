#include "geo/io/csv_text.hpp"

#include <algorithm>

#include "geo/io/gdal_scope.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

std::string field(std::string_view text, Formulas formulas = Formulas::disarmed) {
    std::string out;
    append_csv_text(out, text, formulas);
    return out;
}

} // namespace

TEST_CASE("text that a spreadsheet would run gets an apostrophe in front") {
    CHECK(field("=1+1") == "'=1+1");
    CHECK(field("+a") == "'+a");
    CHECK(field("-") == "'-");
    CHECK(field("@SUM(1)") == "'@SUM(1)");
    CHECK(field("\tx") == "'\tx");
    CHECK(field("\rx") == "\"'\rx\"");
    CHECK(field("=a,\"b\"") == "\"'=a,\"\"b\"\"\"");
    CHECK(field("\uFF1D1") == "'\uFF1D1");
    CHECK(field("=1+1", Formulas::kept) == "=1+1");
}

TEST_CASE("numbers and other text stay as they are") {
    for (const char* text : {"", "-5", "+1e3", "-0.25", "5-3", "a=b", "'x", "\u2212" "5"}) CHECK(field(text) == text);
    CHECK(looks_like_formula("-5 km"));
    CHECK(looks_like_formula("-inf"));
}

TEST_CASE("GDAL has the drivers that are needed and no others") {
    const std::vector<std::string> drivers = registered_drivers();
    const auto has = [&](const char* name) { return std::find(drivers.begin(), drivers.end(), name) != drivers.end(); };
    for (const char* name : {"GeoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "GTiff"}) CHECK(has(name));
    for (const char* name : {"VRT", "OGR_VRT", "WFS", "OAPIF", "HTTP", "WMS", "WMTS", "WCS", "HFA", "CSV", "LIBKML", "GML", "DXF", "MVT", "SQLite",
                             "netCDF", "HDF5", "Rasterlite", "PLMOSAIC", "DAAS", "STACTA"})
        CHECK_FALSE(has(name));
    CHECK(drivers.size() <= 17);
}
