#include "geo/table/column.hpp"

#include <numeric>
#include <random>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// Mostly short, some empty, a few long.
std::string some_text(std::mt19937_64& random) {
    const std::size_t kind = random() % 20;
    const std::size_t size = kind == 0 ? 0 : kind == 1 ? random() % 3000 : random() % 20;
    std::string text(size, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    return text;
}

void require_same(const Column& column, const std::vector<std::string>& expected) {
    REQUIRE(column.size() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) REQUIRE(column[row] == expected[row]);
}

} // namespace

TEST_CASE("a column gives back what was put in, over any number of blocks") {
    std::mt19937_64 random(3);
    for (const std::size_t n : {0, 1, 255, 256, 257, 512, 2000}) {
        Column column("c");
        std::vector<std::string> expected;
        for (std::size_t i = 0; i < n; ++i) column.push_back(expected.emplace_back(some_text(random)));
        require_same(column, expected);
        CHECK(column.all_empty() == std::all_of(expected.begin(), expected.end(),
                                                [](const std::string& text) { return text.empty(); }));
    }
}

TEST_CASE("parts of a column one after the other, in their order and in any other") {
    std::mt19937_64 random(4);
    std::vector<Column> parts;
    std::vector<std::string> expected;
    for (const std::size_t n : {0, 300, 1, 0, 700, 256}) {
        Column& part = parts.emplace_back("c");
        for (std::size_t i = 0; i < n; ++i) part.push_back(expected.emplace_back(some_text(random)));
    }
    std::vector<const Column*> pointers;
    Column appended("c");
    for (const Column& part : parts) {
        pointers.push_back(&part);
        appended.append(part);
    }
    require_same(appended, expected);
    require_same(Column::gathered(pointers, {}), expected);

    std::vector<std::uint32_t> new_row(expected.size());
    std::iota(new_row.begin(), new_row.end(), 0u);
    std::shuffle(new_row.begin(), new_row.end(), random);
    std::vector<std::string> moved(expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) moved[new_row[i]] = expected[i];
    Column gathered = Column::gathered(pointers, new_row);
    require_same(gathered, moved);
    gathered.push_back("one more"); // what was gathered can grow
    moved.emplace_back("one more");
    require_same(gathered, moved);
}
