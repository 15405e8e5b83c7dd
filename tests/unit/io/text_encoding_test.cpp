#include "geo/io/text_encoding.hpp"

#include "geo/core/error.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

std::string decoded(std::string bytes, Report& report) {
    const Utf8Input input = utf8_input(InputBytes(std::move(bytes)), 1, report);
    return std::string(input.bytes.view().substr(input.first));
}

} // namespace

TEST_CASE("UTF-8 is taken as it is, without its byte order mark") {
    Report report;
    CHECK(decoded("a,\xC3\xA9", report) == "a,é");
    CHECK(decoded("\xEF\xBB\xBFlon", report) == "lon");
    CHECK(decoded("", report).empty());
    CHECK(report.notes.empty());
}

TEST_CASE("UTF-16 is read by its mark or by its zero bytes") {
    Report report;
    CHECK(decoded(std::string("\xFF\xFE\x61\x00\xE9\x00", 6), report) == "aé");
    CHECK(decoded(std::string("\xFE\xFF\x00\x61\x20\xAC", 6), report) == "a€");
    CHECK(decoded(std::string("l\0o\0n\0,\0", 8), report) == "lon,");
    CHECK(decoded(std::string("\xFF\xFE\x3D\xD8\x00\xDE\x3D\xD8", 8), report) == "😀\xEF\xBF\xBD");
    CHECK(report.notes.size() == 4);
}

TEST_CASE("what is not UTF-8 is read as Windows-1252, and the first such line is named") {
    Report report;
    CHECK(decoded("a\nb \x93quoted\x94 caf\xE9 \x81", report) == "a\nb “quoted” café \xEF\xBF\xBD");
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes[0] == "encoding Windows-1252 assumed: line 2 is not UTF-8");
}

TEST_CASE("bytes that are no text are refused") {
    Report report;
    CHECK_THROWS_AS(decoded(std::string("a\0\0\0b,c", 8), report), Error);
}

TEST_CASE("ill-formed UTF-8 is found wherever it stands") {
    for (const char* bad : {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                            "\xF8\x88\x80\x80\x80", "\xE2\x82"})
        for (const std::size_t before : {0u, 1u, 7u, 8u, 9u}) {
            const std::string text = std::string(before, 'a') + bad + "bbbbbbbbbbbb";
            CHECK(first_invalid_utf8(text) == before);
        }
    CHECK(first_invalid_utf8("abc\xE2\x82") == 3u);
    CHECK_FALSE(first_invalid_utf8("پشاور کوئٹہ 😀 é"));
}

TEST_CASE("characters across the blocks of several threads are whole") {
    std::string text(9'000'000, 'a');
    for (std::size_t at = (4u << 20) - 2; at < (4u << 20) + 1; at += 3) text.replace(at, 3, "€");
    CHECK_FALSE(first_invalid_utf8(text, 3));
    text.replace((8u << 20) - 1, 1, "\xE2");
    CHECK(first_invalid_utf8(text, 3) == (8u << 20) - 1);
}
