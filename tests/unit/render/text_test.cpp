#include "app/render/text/typesetter.hpp"
#include "app/render/text/utf8.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace app;

namespace {

const TextStyle kPlain{13, FontStyle::regular, 0};

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

} // namespace

TEST_CASE("text goes to code points and back; bytes that are not UTF-8 are replaced, not lost") {
    const std::string text = "Mīrān Shāh خیبر 𐎀";
    CHECK(utf8_from(code_points(text)) == text);
    CHECK(code_points("a\xFF\xC3").size() == 3);
    CHECK(code_points("a\xFF\xC3")[1] == 0xFFFD);
    CHECK(code_points("\xC0\x80")[0] == 0xFFFD);
    CHECK(code_points("\xED\xA0\x80")[0] == 0xFFFD);
}

TEST_CASE("Latin names become capitals with their accents, others stay") {
    CHECK(utf8_from(in_capitals(code_points("Balochistān é ž"))) == "BALOCHISTĀN É Ž");
    CHECK(utf8_from(in_capitals(code_points("بلوچستان"))) == "بلوچستان");
}

TEST_CASE("wrapping fits the width and loses nothing") {
    Typesetter typesetter;
    const std::string text =
        "Borders: © OpenStreetMap contributors 2026, ODbL 1.0, by way of geo-tz 8.1.9 "
        "https://example.org/a/very/long/address/that/fits/on/no/line/at/all?with=everything";
    for (const float width : {60.0F, 150.0F, 2000.0F}) {
        std::string joined;
        for (const std::string& line : typesetter.wrapped(text, kPlain, width)) {
            CHECK(typesetter.width(line, kPlain) <= width);
            joined += line;
        }
        CHECK(without_spaces(joined) == without_spaces(text));
    }
}

TEST_CASE("newlines are kept as breaks when wrapping") {
    Typesetter typesetter;
    CHECK(typesetter.wrapped("a b\nc", kPlain, 500) == std::vector<std::string>{"a b", "c"});
}

TEST_CASE("a name too long ends in an ellipsis and fits") {
    Typesetter typesetter;
    const std::string name = "Former Federally Administered Tribal Areas";
    const std::string shorter = typesetter.shortened(name, kPlain, 120);
    CHECK(typesetter.width(shorter, kPlain) <= 120);
    CHECK(shorter.substr(shorter.size() - 3) == "…");
    CHECK(typesetter.shortened(name, kPlain, 2000) == name);
}

TEST_CASE("Urdu letters join: a word is narrower than its letters alone") {
    Typesetter typesetter;
    const std::u32string word = code_points("پشاور");
    float apart = 0;
    for (const char32_t letter : word) apart += typesetter.width(utf8_from({&letter, 1}), kPlain);
    CHECK(typesetter.width("پشاور", kPlain) < apart);
    const TextBitmap bitmap = typesetter.set("پشاور", kPlain);
    CHECK(std::any_of(bitmap.coverage.begin(), bitmap.coverage.end(), [](auto c) { return c > 128; }));
}

TEST_CASE("two lines are as wide as the wider and higher than one") {
    Typesetter typesetter;
    const TextBitmap one = typesetter.set_lines("Peshawar", kPlain),
                     two = typesetter.set_lines("Peshawar\nx", kPlain);
    CHECK(two.advance == Approx(one.advance));
    CHECK(two.height > one.height + 8);
}

TEST_CASE("wide letter spacing widens Latin and leaves Arabic joined") {
    Typesetter typesetter;
    TextStyle spaced = kPlain;
    spaced.tracking_px = 4;
    CHECK(typesetter.width("SINDH", spaced) == Approx(typesetter.width("SINDH", kPlain) + 16));
    CHECK(typesetter.width("سندھ", spaced) == Approx(typesetter.width("سندھ", kPlain)));
}

TEST_CASE("nothing is drawn for empty text") {
    Typesetter typesetter;
    CHECK(typesetter.set("", kPlain).coverage.empty());
    CHECK(typesetter.width("", kPlain) == 0);
}
