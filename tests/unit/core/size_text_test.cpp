#include "geo/core/size_text.hpp"

#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("a size has a number and a unit") {
    CHECK(bytes_from_text("500MB") == 500'000'000u);
    CHECK(bytes_from_text("1.5 GiB") == std::uint64_t{3} << 29);
    CHECK(bytes_from_text("2gb") == 2'000'000'000u);
    CHECK(bytes_from_text("64kB") == 64'000u);
    CHECK(bytes_from_text("1KiB") == 1024u);
    for (const char* text : {"", "500", "MB", "-1MB", "0MB", "1e-9kB", "1TB", "1 MBit", "inf GB", "nan GB", "1e300GB"}) {
        CAPTURE(text);
        CHECK_FALSE(bytes_from_text(text).has_value());
    }
}
