#include "geo/io/delimited_text.hpp"

#include <random>

#include "tests/support/catch.hpp"

using namespace geo;

namespace {

struct Plain {
    std::vector<std::string> fields;
    RecordFaultKind fault = RecordFaultKind::none;
    bool operator==(const Plain&) const = default;
};

/// The obvious twin: one character after the other.
std::vector<Plain> naive(std::string_view text, char separator) {
    std::vector<Plain> out;
    for (std::size_t i = 0; i < text.size();) {
        Plain record;
        for (bool more = true; more;) {
            std::string field;
            if (i < text.size() && text[i] == '"') {
                bool closed = false;
                for (++i; i < text.size() && !closed; ++i) {
                    if (text[i] != '"')
                        field += text[i];
                    else if (i + 1 < text.size() && text[i + 1] == '"')
                        field += text[i++];
                    else
                        closed = true;
                }
                bool rest = false;
                while (closed && i < text.size() && text[i] != separator && text[i] != '\n' &&
                       text[i] != '\r')
                    ++i, rest = true;
                if (!closed)
                    record.fault = RecordFaultKind::unclosed_quote;
                else if (rest)
                    record.fault = RecordFaultKind::text_after_quote;
            } else {
                while (i < text.size() && text[i] != separator && text[i] != '\n' && text[i] != '\r')
                    field += text[i++];
            }
            record.fields.push_back(field);
            more = i < text.size() && text[i] == separator;
            if (more) ++i;
        }
        if (i < text.size() && text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            i += 2;
        else if (i < text.size())
            ++i;
        out.push_back(std::move(record));
    }
    return out;
}

Plain plain(const DelimitedRecord& record) {
    return {{record.fields.begin(), record.fields.end()}, record.fault};
}

std::vector<Plain> scanned(std::string_view text, char separator = ',') {
    std::vector<Plain> out;
    RecordScanner scanner(text, separator, 0);
    for (DelimitedRecord record; scanner.next(record);) out.push_back(plain(record));
    return out;
}

std::vector<Plain> chunked(std::string_view text, std::size_t block_bytes, unsigned threads) {
    NoProgress progress;
    const DelimitedText in{text, ',', 0, block_bytes};
    std::vector<Plain> out;
    for (auto& chunk : read_chunks(
             in, threads, progress, [](std::size_t) { return std::vector<Plain>(); },
             [](std::vector<Plain>&records, const DelimitedRecord&record) {
                 records.push_back(plain(record));
             }))
        for (Plain& record : chunk) out.push_back(std::move(record));
    return out;
}

std::string random_text(std::mt19937& random, std::size_t size, std::string_view alphabet) {
    std::string text;
    while (text.size() < size) text += alphabet[random() % alphabet.size()];
    return text;
}

/// Text as a careful program writes it: fields of any content, quoted where they must be.
std::string written(const std::vector<std::vector<std::string>>& records, std::mt19937& random) {
    std::string text;
    for (const auto& record : records) {
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (i) text += ',';
            const bool quoted = record[i].find_first_of(",\"\r\n") != std::string::npos ||
                                random() % 4 == 0 || record.size() == 1;
            if (!quoted) {
                text += record[i];
                continue;
            }
            text += '"';
            for (const char c : record[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        text += random() % 2 ? "\n" : random() % 2 ? "\r\n" : "\r";
    }
    return text;
}

} // namespace

TEST_CASE("records of every kind are read as RFC 4180 has it") {
    CHECK(scanned("a,b\n1,2\n") == std::vector<Plain>{{{"a", "b"}, {}}, {{"1", "2"}, {}}});
    CHECK(scanned("a,b\r\n\"1,\n2\",\"\"\"x\"\"\"") ==
          std::vector<Plain>{{{"a", "b"}, {}}, {{"1,\n2", "\"x\""}, {}}});
    CHECK(scanned("a\rb\rc") == std::vector<Plain>{{{"a"}, {}}, {{"b"}, {}}, {{"c"}, {}}});
    CHECK(scanned("a,\n,") == std::vector<Plain>{{{"a", ""}, {}}, {{"", ""}, {}}});
    CHECK(scanned("5\" gun,x") == std::vector<Plain>{{{"5\" gun", "x"}, {}}});
    CHECK(scanned("").empty());
}

TEST_CASE("text after a closing quote and a quote that is never closed are faults of their record only") {
    const auto records = scanned("\"a\"b,c\nd,e\n\"f,g\nh,i\n");
    REQUIRE(records.size() == 3);
    CHECK(records[0].fault == RecordFaultKind::text_after_quote);
    CHECK(records[1] == Plain{{"d", "e"}, {}});
    CHECK(records[2].fault == RecordFaultKind::unclosed_quote);
}

TEST_CASE("any text is read as the obvious twin reads it, for any cut and any number of threads") {
    std::mt19937 random(42);
    for (int round = 0; round < 3000; ++round) {
        const std::string_view alphabet = round % 3 == 0   ? "ab,\"\n\r"
                                          : round % 3 == 1 ? "abcdefgh,,\"\"\n"
                                                           : "aaaaaaaaaaaaaaaa\"\n,";
        const std::string text = random_text(random, random() % 400, alphabet);
        INFO(text);
        const auto expected = naive(text, ',');
        REQUIRE(scanned(text) == expected);
        REQUIRE(chunked(text, 1 + random() % 80, 1 + static_cast<unsigned>(random() % 3)) == expected);
    }
}

TEST_CASE("what a careful program writes is read back field for field") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::vector<std::string>> records(1 + random() % 30);
        const std::size_t n_fields = 1 + random() % 6;
        for (auto& record : records)
            for (std::size_t i = 0; i < n_fields; ++i)
                record.push_back(random_text(random, random() % 40, "abc é,\"\r\n;"));
        const std::string text = written(records, random);
        std::vector<Plain> expected;
        for (const auto& record : records) expected.push_back({record, {}});
        REQUIRE(scanned(text) == expected);
        for (const std::size_t block : {1u, 16u, 63u, 64u, 65u, 1000u})
            REQUIRE(chunked(text, block, 2) == expected);
    }
}

TEST_CASE("a cut inside quotes full of line ends is found out and mended") {
    // An apostrophe-like stray quote makes every later block look as if it started inside quotes.
    std::string text = "x,5\" gun\n";
    for (int i = 0; i < 200; ++i) text += "a,\"line one\nline, two\nline three\"\n";
    for (const std::size_t block : {10u, 100u, 1000u}) CHECK(chunked(text, block, 2) == naive(text, ','));
}

TEST_CASE("the separator is the one that the header uses most") {
    CHECK(separator_of_header("a,b;c\n1;2;3;4", 0) == ',');
    CHECK(separator_of_header("a;b;c,d\n", 0) == ';');
    CHECK(separator_of_header("a\tb\n", 0) == '\t');
    CHECK(separator_of_header("a|b|c\n", 0) == '|');
    CHECK(separator_of_header("\"a;b;c\",d\n", 0) == ',');
    CHECK(separator_of_header("alone\n", 0) == ',');
}
