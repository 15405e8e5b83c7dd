#include "geo/core/parallel.hpp"

#include <atomic>
#include <stdexcept>

#include "geo/core/length_text.hpp"
#include "geo/core/report.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("every item is visited once, for any number of threads") {
    for (unsigned threads : {0u, 1u, 2u, 7u}) {
        std::vector<std::atomic<int>> visits(10007);
        parallel_for(visits.size(), 64, threads, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) ++visits[i];
        });
        for (const auto& n : visits) REQUIRE(n == 1);
    }
}

TEST_CASE("nothing to do calls nothing, and a failure comes back to the caller") {
    parallel_for(0, 1, 4, [](std::size_t, std::size_t) { throw std::runtime_error("called"); });
    CHECK_THROWS_WITH(parallel_for(100, 1, 4, [](std::size_t first, std::size_t) {
                          if (first == 37) throw std::runtime_error("item 37");
                      }),
                      "item 37");
}

TEST_CASE("a length needs its unit") {
    CHECK(metres_from_text("25km")->value == 25000);
    CHECK(metres_from_text("0.5 km")->value == 500);
    CHECK(metres_from_text("500m")->value == 500);
    for (const char* text : {"25", "km", "-5km", "5 miles", "1e999km", "nan km", ""}) CHECK_FALSE(metres_from_text(text));
}

TEST_CASE("a report counts by reason, the most frequent first, and keeps the first rows") {
    Report report;
    for (std::uint64_t row : {4, 8, 9}) report.reject({row, "latitude", "95", "is not a latitude", ""});
    report.reject({5, "date", "n/a", "is not a date", ""});
    for (std::uint64_t row = 1; row <= 20; ++row) report.suspect("0/0", row);
    REQUIRE(report.rejected_by_reason().size() == 2);
    CHECK(report.rejected_by_reason()[0].what == "latitude is not a latitude");
    CHECK(report.rejected_by_reason()[0].count == 3);
    CHECK(report.n_suspicious() == 20);
    CHECK(report.suspicious()[0].example_rows.size() == Report::kExamples);
}
