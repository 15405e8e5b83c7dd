#include "app/viewer/format.hpp"
#include "tests/support/catch.hpp"

using namespace app;

TEST_CASE("numbers as people read them") {
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(6416) == "6,416");
    CHECK(count_text(1234567) == "1,234,567");
    CHECK(length_text(849.6) == "850 m");
    CHECK(length_text(12345) == "12.3 km");
    CHECK(length_text(186400) == "186 km");
    CHECK(place_text(71.5249, -34.0151) == "71.5249\xc2\xb0 E  34.0151\xc2\xb0 S");
    CHECK(with_digits(0.08291, 3) == "0.0829");
    CHECK(with_digits(11182, 6) == "11,182");
}

TEST_CASE("a scale bar is round and never longer than its room") {
    for (double mpp : {0.37, 1.0, 12.3, 450.0, 9999.0}) {
        const ScaleBar bar = scale_bar(mpp, 120);
        CHECK(bar.px <= 120);
        CHECK(bar.px > 40);
        CHECK(bar.px * mpp == Approx(bar.metres));
        double digit = bar.metres;
        while (digit >= 9.99) digit /= 10;
        CHECK((digit == Approx(1) || digit == Approx(2) || digit == Approx(5)));
    }
}
