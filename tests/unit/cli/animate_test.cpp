#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <png.h>

#include "app/cli/run_command_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/webp_frames.hpp"

namespace fs = std::filesystem;

namespace {

constexpr const char* kRows = "id,date,longitude,latitude,deaths,kind\n"
                              "1,2021-01-10,71.5249,34.0151,3,Battles\n"
                              "2,2021-02-11,66.9750,30.1798,0,Protests\n"
                              "3,2021-03-12,62.3254,25.1264,12,Battles\n"
                              "4,2021-03-13,71.5,34.1,1,Riots\n"
                              "5,2021-05-14,69.2075,34.5553,2,Battles\n";

struct Fixture {
    TemporaryFolder folder;
    Fixture() { std::ofstream(folder.file("rows.csv")) << kRows; }

    /// `borderlens render rows.csv` on a small picture of the study area, with more options.
    int render(std::vector<std::string> more) const {
        std::vector<std::string> words{"borderlens", "render",   folder.file("rows.csv"),
                                       "--area",     "study",    "--width",
                                       "420",        "--height", "360",
                                       "--cell",     "20km",     "--quiet"};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<char*> argv;
        for (std::string& word : words) argv.push_back(word.data());
        return app::run_command_line(static_cast<int>(argv.size()), argv.data());
    }
};

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::uint8_t> pixels_of(const fs::path& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&image, path.c_str()));
    image.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr));
    return pixels;
}

nlohmann::json json_of(const fs::path& path) { return nlohmann::json::parse(bytes_of(path)); }

} // namespace

TEST_CASE_METHOD(
    Fixture, "an animation is the same frames as PNG pictures and as WebP, and each is what render draws") {
    REQUIRE(render({"--animate", "month", "--window", "60d", "--frame-time", "200ms", "--loop", "2", "-o",
                    folder.file("frames/"), "-o", folder.file("map.webp")}) == 0);
    // The period is 10 January to 14 May: windows begin with January to April and are cut off at its ends.
    const auto animation = json_of(folder.file("frames/provenance.json"))["animation"];
    REQUIRE(animation["frames"].size() == 4);
    CHECK(animation["step"] == "month");
    CHECK(animation["window"] == "60 days");
    CHECK(animation["frames"][0]["first_day"] == "2021-01-10");
    CHECK(animation["frames"][0]["last_day"] == "2021-03-01");
    CHECK(animation["frames"][1]["incidents"] == 3);
    CHECK(animation["frames"][3]["last_day"] == "2021-05-14");
    CHECK(bytes_of(folder.file("map.webp.provenance.json")) ==
          bytes_of(folder.file("frames/provenance.json")));

    const std::string webp = bytes_of(folder.file("map.webp"));
    const auto decoded = test::webp_frames(webp);
    CHECK(decoded.loops == 2);
    REQUIRE(decoded.rgba.size() == 4);
    const double top = json_of(folder.file("frames/provenance.json"))["study"]["density"]["scale_top"];
    for (std::size_t i = 0; i < 4; ++i) {
        const auto pixels = pixels_of(folder.file(fmt::format("frames/frame-000{}.png", i + 1)));
        CHECK(decoded.rgba[i] == pixels);
        CHECK(decoded.end_ms[i] == 200 * static_cast<int>(i + 1));
        const auto& frame = animation["frames"][i];
        const std::string one = folder.file("one.png");
        REQUIRE(render({"--from", frame["first_day"], "--to", frame["last_day"], "--scale-top",
                        fmt::format("{}", top), "-o", one}) == 0);
        CHECK(pixels_of(one) == pixels);
    }
    CHECK(pixels_of(folder.file("frames/frame-0001.png")) != pixels_of(folder.file("frames/frame-0002.png")));
}

TEST_CASE_METHOD(Fixture, "cumulative frames only gain incidents, limits of time limit the animation") {
    REQUIRE(render({"--animate", "month", "--cumulative", "--from", "2021-02", "--to", "2021-04", "-o",
                    folder.file("frames")}) == 0);
    const auto frames = json_of(folder.file("frames/provenance.json"))["animation"]["frames"];
    REQUIRE(frames.size() == 3);
    CHECK(frames[0]["first_day"] == "2021-02-01");
    CHECK(frames[2]["first_day"] == "2021-02-01");
    CHECK(frames[0]["incidents"] == 1);
    CHECK(frames[2]["incidents"] == 3);
}

TEST_CASE_METHOD(Fixture, "a second run does not destroy the folder of the first") {
    REQUIRE(render({"--animate", "year", "-o", folder.file("frames")}) == 0);
    const std::string first = bytes_of(folder.file("frames/frame-0001.png"));
    CHECK(render({"--animate", "month", "-o", folder.file("frames")}) == 5);
    CHECK(bytes_of(folder.file("frames/frame-0001.png")) == first);
    CHECK(std::distance(fs::directory_iterator(folder.file("frames")), fs::directory_iterator()) == 2);
    // A picture is a file of its own: written again, the same bytes.
    REQUIRE(render({"--animate", "year", "-o", folder.file("map.webp")}) == 0);
    const std::string webp = bytes_of(folder.file("map.webp"));
    REQUIRE(render({"--animate", "year", "-o", folder.file("map.webp")}) == 0);
    CHECK(bytes_of(folder.file("map.webp")) == webp);
}

TEST_CASE_METHOD(Fixture, "what cannot be animated is refused by its exit code") {
    const std::string out = folder.file("out/");
    CHECK(render({"--animate", "fortnight", "-o", out}) == 2);
    CHECK(render({"--window", "90d", "-o", folder.file("a.png")}) == 2);
    CHECK(render({"--animate", "month", "--window", "90", "-o", out}) == 2);
    CHECK(render({"--animate", "month", "--frame-time", "500", "-o", out}) == 2);
    CHECK(render({"--animate", "month", "-o", folder.file("a.gif")}) == 2);
    CHECK(render({"--animate", "month", "--from", "2030", "-o", out}) == 4);
    CHECK(render({"--animate", "month", "-o", "/nowhere/at/all/frames/"}) == 5);
    CHECK_FALSE(fs::exists(out));
}
