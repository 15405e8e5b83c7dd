#include "app/viewer/table_cells.hpp"
#include "app/viewer/table_order.hpp"
#include "sample_model.hpp"
#include "tests/support/catch.hpp"

#include <chrono>

using namespace app;
using Kind = TableColumn::Kind;
using geo::RowId;

namespace {

geo::Column column_of(const char* name, const std::vector<std::string>& values) {
    geo::Column column(name);
    for (const std::string& value : values) column.push_back(value);
    column.infer_type();
    return column;
}

/// Five incidents, three of them on one day; measured by hand.
TableQuestion question_of(TableColumn sort = {}, bool ascending = true, const std::string& search = "") {
    auto table = std::make_shared<geo::IncidentTable>();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    table->lon_deg = {71, 71, 71, 66, nan};
    table->lat_deg = {34, 34, 34, 30, nan};
    table->first_day = {100, 100, 100, 200, geo::kNoDay};
    table->last_day = {100, 105, 100, 200, geo::kNoDay};
    table->input_row = {4, 2, 3, 6, 5};
    table->columns = {column_of("deaths", {"10", "9", "", "100", "-1"}),
                      column_of("notes", {"beta", "Alpha", "", "\xc3\x89toile", "=1+1"}),
                      column_of("code", {"007", "12", "3", "", "3"})};
    auto selected = std::make_shared<geo::Selected>();
    selected->rows = {0, 1, 2, 3, 4};
    auto proximity = std::make_shared<geo::Proximity>();
    proximity->neighbours = {{"IRN", {}, {}}, {"AFG", {}, {}}};
    proximity->distance_m = {5000, 1234.5, 20000, 70, nan};
    proximity->neighbour = {1, 1, 1, 0, 255};
    proximity->side = {0, 1, 2, 0, 255};
    TableQuestion question;
    question.table = table;
    question.selected = selected;
    question.proximity = proximity;
    question.sort = sort;
    question.ascending = ascending;
    question.search = search;
    return question;
}

std::vector<RowId> sorted(TableColumn column, bool ascending = true) {
    geo::NoProgress progress;
    return order_table(question_of(column, ascending), progress).rows;
}

std::vector<RowId> found(const std::string& search) {
    geo::NoProgress progress;
    return order_table(question_of({}, true, search), progress).rows;
}

using Rows_ = std::vector<RowId>;

} // namespace

TEST_CASE("numbers are sorted as numbers, rows without one stand last either way") {
    CHECK(sorted({Kind::file, 0}) == Rows_{4, 1, 0, 3, 2});
    CHECK(sorted({Kind::file, 0}, false) == Rows_{3, 0, 1, 4, 2});
    CHECK(sorted({Kind::distance}) == Rows_{3, 1, 0, 2, 4});
    CHECK(sorted({Kind::distance}, false) == Rows_{2, 0, 1, 3, 4});
}

TEST_CASE("numbers with leading noughts are numbers too, and equal ones stay in the table's order") {
    CHECK(sorted({Kind::file, 2}) == Rows_{2, 4, 0, 1, 3});
    CHECK(sorted({Kind::file, 2}, false) == Rows_{1, 0, 2, 4, 3});
}

TEST_CASE("dates are sorted as days, undated ones last either way") {
    CHECK(sorted({Kind::date}) == Rows_{0, 1, 2, 3, 4});
    CHECK(sorted({Kind::date}, false) == Rows_{3, 0, 1, 2, 4});
    CHECK(sorted({Kind::row_in_file}) == Rows_{1, 2, 0, 4, 3});
}

TEST_CASE("text is sorted without regard to case") {
    CHECK(sorted({Kind::file, 1}) == Rows_{4, 1, 0, 3, 2});
    CHECK(sorted({Kind::file, 1}, false) == Rows_{3, 0, 1, 4, 2});
    CHECK(sorted({Kind::neighbour}) == Rows_{0, 1, 2, 3, 4}); // Afghanistan, Iran, none
    CHECK(sorted({Kind::neighbour}, false) == Rows_{3, 0, 1, 2, 4});
    CHECK(sorted({Kind::side}) == Rows_{0, 3, 1, 2, 4});
}

TEST_CASE("a search finds text without regard to case, and whole numbers") {
    CHECK(found("ALPHA") == Rows_{1});
    CHECK(found("\xc3\xa9toile") == Rows_{3});
    CHECK(found("iran") == Rows_{3});
    CHECK(found("10") == Rows_{0}); // not in 100
    CHECK(found("nothing").empty());
    CHECK(found("") == Rows_{0, 1, 2, 3, 4});
}

TEST_CASE("letters are folded for ASCII and Latin-1 alone") {
    CHECK(folded_case("Stra\xc3\x9f"
                      "e \xc3\x84\xc3\x97") == "stra\xc3\x9f"
                                               "e \xc3\xa4\xc3\x97");
    CHECK(contains_folded("Khyber \xd8\xae\xdb\x8c\xd8\xa8\xd8\xb1", "\xdb\x8c\xd8\xa8"));
    CHECK_FALSE(contains_folded("ab", "abc"));
}

TEST_CASE("a table is copied with its head, formulas made harmless, one line a row") {
    TableQuestion question = question_of();
    auto table = std::make_shared<geo::IncidentTable>(*question.table);
    table->columns[1] = column_of("notes", {"two\nlines", "tab\there", "-5", "@SUM(A1)", "=1+1"});
    question.table = table;
    const std::vector<TableColumn> columns{
        {Kind::row_in_file}, {Kind::distance}, {Kind::file, 0}, {Kind::file, 1}};
    CHECK(table_text(question, columns, {0, 1, 2, 3, 4}) == "Row\tTo border, km\tdeaths\tnotes\n"
                                                            "4\t5.00\t10\ttwo lines\n"
                                                            "2\t1.23\t9\ttab here\n"
                                                            "3\t20.00\t\t-5\n"
                                                            "6\t0.07\t100\t'@SUM(A1)\n"
                                                            "5\t\t-1\t'=1+1\n");
}

TEST_CASE("a span of days and what is not known are told as they are") {
    const TableQuestion question = question_of();
    CHECK(cell_text(question, {Kind::date}, 1).size() > 20);
    CHECK(cell_text(question, {Kind::date}, 4).empty());
    CHECK(cell_text(question, {Kind::side}, 2) == "undetermined");
    CHECK(cell_text(question, {Kind::side}, 4).empty());
    CHECK(columns_of(question).size() == 8); // no provinces were computed
    CHECK(columns_shown(question, {{Kind::side}, {Kind::file, 2}}).size() == 6);
}

TEST_CASE("a table of nothing has an order") {
    geo::NoProgress progress;
    CHECK(order_table({}, progress).rows.empty());
    TableQuestion question = question_of({Kind::file, 1}, false, "x");
    question.selected = std::make_shared<geo::Selected>();
    CHECK(order_table(question, progress).rows.empty());
}

TEST_CASE("half a million rows are sorted by text and by number as a plain sort would") {
    constexpr std::size_t n = 500'000;
    auto table = std::make_shared<geo::IncidentTable>();
    auto selected = std::make_shared<geo::Selected>();
    geo::Column numbers("n"), texts("t");
    std::vector<int> plain;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < n; ++i) {
        state = state * 1664525u + 1013904223u;
        plain.push_back(static_cast<int>(state >> 12));
        numbers.push_back(std::to_string(plain.back()));
        texts.push_back("Place " + std::to_string(plain.back() % 1000));
        selected->rows.push_back(static_cast<RowId>(i));
    }
    numbers.infer_type();
    table->columns = {numbers, texts};
    table->lon_deg.assign(n, 70);
    table->first_day.assign(n, 1);
    TableQuestion question;
    question.table = table;
    question.selected = selected;
    question.sort = {Kind::file, 0};
    geo::NoProgress progress;
    std::vector<RowId> expected = selected->rows;
    std::stable_sort(expected.begin(), expected.end(), [&](RowId a, RowId b) { return plain[a] < plain[b]; });
    CHECK(order_table(question, progress).rows == expected);
    question.sort = {Kind::file, 1};
    const std::vector<RowId> by_text = order_table(question, progress).rows;
    CHECK(std::is_sorted(by_text.begin(), by_text.end(), [&](RowId a, RowId b) {
        const int order = std::string(texts[a]).compare(std::string(texts[b]));
        return order != 0 ? order < 0 : a < b;
    }));
}

TEST_CASE("a sort that is no longer wanted stops") {
    struct Stopped final : geo::Progress {
        bool cancelled() const override { return true; }
    } stopped;
    CHECK_THROWS_AS(order_table(question_of({Kind::file, 1}), stopped), geo::Cancelled);
}
