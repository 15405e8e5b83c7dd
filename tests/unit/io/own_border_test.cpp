#include <fstream>

#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace geo;

namespace {

std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string line(const std::string& places) {
    return R"({"type":"LineString","coordinates":)" + places + "}";
}

/// A border of a user's own: a GeoJSON file with these features.
class OwnBorder {
  public:
    explicit OwnBorder(const std::vector<std::string>& features) {
        std::ofstream file(path());
        file << R"({"type":"FeatureCollection","features":[)";
        for (std::size_t i = 0; i < features.size(); ++i) file << (i == 0 ? "" : ",") << features[i];
        file << "]}";
    }
    std::string path() const { return folder_.file("mine.geojson"); }
    BorderSet load(const std::vector<std::string>& neighbours) const {
        return load_border_set(path(), neighbours);
    }

  private:
    TemporaryFolder folder_;
};

ErrorKind kind_of_failure(const OwnBorder& border, const std::vector<std::string>& neighbours) {
    try {
        border.load(neighbours);
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Internal;
}

const std::string kNorth = line("[[70,34],[71,35]]"), kSouth = line("[[66,30],[67,31]]"),
                  kWest = line("[[61,29],[61,28]]");

} // namespace

TEST_CASE("pieces of a user's border join by the neighbour that they name, in any case of letters") {
    const OwnBorder border({feature(R"("neighbour":"AFG","name":"Line","source":"Atlas")", kNorth),
                            feature(R"("neighbour":"afg")", kSouth), feature(R"("neighbour":"IRN")", kWest)});
    const BorderSet both = border.load({"AFG", "IRN"});
    REQUIRE(both.lines.size() == 2);
    CHECK(both.id == "mine.geojson");
    CHECK(both.lines[0].neighbour == "AFG");
    CHECK(both.lines[0].name == "Line");
    CHECK(both.lines[0].source == "Atlas");
    REQUIRE(both.lines[0].parts.size() == 2);
    CHECK(both.lines[0].parts[1].front().lon_deg == 66);
    CHECK(both.lines[1].name == "Border with IRN"); // it says nothing of itself
    CHECK(both.lines[1].source == "mine.geojson");
    const BorderSet one = border.load({"IRN"});
    REQUIRE(one.lines.size() == 1);
    CHECK(one.lines[0].parts[0].front().lon_deg == 61);
}

TEST_CASE(
    "lines that name nobody are the one neighbour's that is asked for, and refused when there are two") {
    const OwnBorder border({feature("", kNorth)});
    REQUIRE(border.load({"IRN"}).lines.size() == 1);
    CHECK(border.load({"IRN"}).lines[0].neighbour == "IRN");
    CHECK(kind_of_failure(border, {"AFG", "IRN"}) == ErrorKind::Argument);
    CHECK_THROWS_WITH(border.load({"AFG", "IRN"}), Catch::Contains("no field 'neighbour'"));
}

TEST_CASE("a line that is one place is no border, and a file without any other says so") {
    const std::string spot = line("[[70,34],[70,34]]");
    const OwnBorder mixed({feature(R"("neighbour":"AFG")", spot), feature(R"("neighbour":"AFG")", kNorth)});
    const BorderSet border = mixed.load({"AFG"});
    REQUIRE(border.lines.size() == 1);
    CHECK(border.lines[0].parts.size() == 1);
    CHECK(kind_of_failure(OwnBorder({feature(R"("neighbour":"AFG")", spot)}), {"AFG"}) == ErrorKind::Empty);
    CHECK(kind_of_failure(OwnBorder({feature(R"("neighbour":"IRN")", kWest)}), {"AFG"}) == ErrorKind::Empty);
}

TEST_CASE("polygons beside the lines say which side is inside") {
    const OwnBorder border(
        {feature(R"("neighbour":"AFG")", kNorth),
         feature("", R"({"type":"Polygon","coordinates":[[[70,34],[71,35],[71,34],[70,34]]]})")});
    const BorderSet read = border.load({"AFG"});
    REQUIRE(read.territory.size() == 1);
    CHECK(read.territory[0].exterior.size() >= 3);
    CHECK(read.territory_source == "mine.geojson");
}

TEST_CASE("a border that is neither bundled nor a file is refused with what there is") {
    CHECK_THROWS_WITH(load_border_set("atlantis", std::vector<std::string>{"AFG"}),
                      Catch::Contains("'atlantis'") && Catch::Contains("osm"));
    CHECK_THROWS_WITH(load_border_set("osm", std::vector<std::string>{"IND"}), Catch::Contains("'IND'"));
}
