#include "app/viewer/table_order.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

#include "app/viewer/table_cells.hpp"
#include "geo/table/number_from_text.hpp"

namespace app {

namespace {

using Kind = TableColumn::Kind;
using Key = std::uint64_t;
constexpr Key kNothing = std::numeric_limits<Key>::max(); // rows without a value

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// The byte at `at` in lower case. Capitals of Latin-1 are C3 80 to C3 9E but for the sign of multiplication.
char lowered_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) >= 0x80 && byte(at) <= 0x9E && byte(at) != 0x97 && at > 0 && byte(at - 1) == 0xC3)
        return static_cast<char>(byte(at) + 0x20);
    return lowered(text[at]);
}

/// Keys compare as the numbers do; not NaN.
Key key_of(double value) {
    constexpr Key kSign = Key{1} << 63;
    const Key bits = std::bit_cast<Key>(value == 0 ? 0.0 : value); // one zero
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}
Key key_or_nothing(std::optional<double> value) {
    return value && !std::isnan(*value) ? key_of(*value) : kNothing;
}

Key day_key(geo::DayNumber day) { return day == geo::kNoDay ? kNothing : key_of(static_cast<double>(day)); }

/// Every non-empty value is a number, though not one that JSON would write as it stands ("007").
bool all_numbers(const geo::Column& column, const std::vector<geo::RowId>& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](geo::RowId row) {
        return column[row].empty() || geo::number_from_text(column[row]);
    });
}

/// Eight letters from `depth` on in lower case, so that they compare as a number; noughts after the end.
Key letters_at(std::string_view text, std::size_t depth) {
    Key key = 0;
    for (std::size_t i = depth; i < depth + 8; ++i)
        key = key << 8 | (i < text.size() ? static_cast<unsigned char>(lowered_at(text, i)) : 0u);
    return key;
}

struct Text {
    Key letters;
    std::uint32_t at;
};

/// The rank of each row's text, case aside: equal texts have the same. Sorted eight letters at a time, those
/// that are equal so far by the next eight: texts that begin alike (and most do) cost no more than others.
std::vector<Key> text_keys(const geo::Column& column, const std::vector<geo::RowId>& rows,
                           geo::Progress& progress) {
    std::vector<Text> texts(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) texts[i].at = static_cast<std::uint32_t>(i);
    std::vector<bool> begins(rows.size(), false); // another text than the one before
    struct Part {
        std::size_t first, last, depth;
    };
    std::vector<Part> waiting{{0, rows.size(), 0}};
    for (std::uint64_t n_parts = 0; !waiting.empty(); ++n_parts) {
        if (n_parts % 1024 == 0) progress.at(n_parts, rows.size());
        const Part part = waiting.back();
        waiting.pop_back();
        for (std::size_t i = part.first; i < part.last; ++i)
            texts[i].letters = letters_at(column[rows[texts[i].at]], part.depth);
        std::sort(texts.begin() + static_cast<std::ptrdiff_t>(part.first),
                  texts.begin() + static_cast<std::ptrdiff_t>(part.last),
                  [](const Text& a, const Text& b) { return a.letters < b.letters; });
        for (std::size_t i = part.first; i < part.last;) {
            std::size_t end = i + 1;
            while (end < part.last && texts[end].letters == texts[i].letters) ++end;
            begins[i] = true;
            const bool ended = (texts[i].letters & 0xFF) == 0;
            if (end - i > 1 && !ended) waiting.push_back({i, end, part.depth + 8});
            i = end;
        }
    }
    std::vector<Key> keys(rows.size(), kNothing);
    Key rank = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (begins[i]) ++rank;
        if (!column[rows[texts[i].at]].empty()) keys[texts[i].at] = rank;
    }
    return keys;
}

std::optional<geo::Role> day_role(const geo::IncidentTable& table, TableColumn column) {
    const std::string& name = table.columns[column.index].name;
    for (const geo::Role role : {geo::Role::date, geo::Role::date_end})
        if (const geo::Column* found = table.column(role); found && found->name == name) return role;
    return std::nullopt;
}

template <typename KeyOfRow>
std::vector<Key> keys_by(const std::vector<geo::RowId>& rows, KeyOfRow key) {
    std::vector<Key> keys;
    keys.reserve(rows.size());
    for (const geo::RowId row : rows) keys.push_back(key(row));
    return keys;
}

std::vector<Key> file_keys(const TableQuestion& question, const std::vector<geo::RowId>& rows,
                           geo::Progress& progress) {
    const geo::IncidentTable& table = *question.table;
    const geo::Column& column = table.columns[question.sort.index];
    if (const auto role = day_role(table, question.sort)) {
        const auto& days = *role == geo::Role::date ? table.first_day : table.last_day;
        return keys_by(rows, [&](geo::RowId row) { return day_key(days[row]); });
    }
    if (column.type == geo::ColumnType::text && !all_numbers(column, rows))
        return text_keys(column, rows, progress);
    return keys_by(rows, [&](geo::RowId row) { return key_or_nothing(geo::number_from_text(column[row])); });
}

/// The few words of a measured column, ranked.
template <typename CodeOfRow>
std::vector<Key> word_keys(const TableQuestion& question, const std::vector<geo::RowId>& rows,
                           CodeOfRow code) {
    std::vector<std::string> words(256);
    std::vector<bool> known(256, false);
    for (const geo::RowId row : rows)
        if (const std::size_t c = code(row); !known[c]) {
            known[c] = true;
            words[c] = folded_case(cell_text(question, question.sort, row));
        }
    return keys_by(rows, [&](geo::RowId row) {
        const std::string& mine = words[code(row)];
        if (mine.empty()) return kNothing;
        return static_cast<Key>(
            std::count_if(words.begin(), words.end(), [&](const std::string& word) { return word < mine; }));
    });
}

std::vector<Key> keys_of(const TableQuestion& question, const std::vector<geo::RowId>& rows,
                         geo::Progress& progress) {
    const geo::IncidentTable& table = *question.table;
    const geo::Proximity* proximity = question.proximity.get();
    const geo::AreaOfRow* provinces = question.provinces.get();
    switch (question.sort.kind) {
    case Kind::row_in_file:
        return keys_by(rows, [&](geo::RowId row) {
            return table.input_row.empty() ? Key{row} : Key{table.input_row[row]};
        });
    case Kind::date:
        return keys_by(rows, [&](geo::RowId row) { return day_key(table.first_day[row]); });
    case Kind::distance:
        if (proximity)
            return keys_by(rows, [&](geo::RowId row) { return key_or_nothing(proximity->distance_m[row]); });
        break;
    case Kind::neighbour:
        if (proximity)
            return word_keys(question, rows, [&](geo::RowId row) { return proximity->neighbour[row]; });
        break;
    case Kind::side:
        if (proximity) return word_keys(question, rows, [&](geo::RowId row) { return proximity->side[row]; });
        break;
    case Kind::province:
        if (provinces) return word_keys(question, rows, [&](geo::RowId row) { return provinces->area[row]; });
        break;
    case Kind::file:
        return file_keys(question, rows, progress);
    }
    std::vector<Key> nothing(rows.size(), kNothing);
    return nothing;
}

void sort_rows(std::vector<geo::RowId>& rows, const TableQuestion& question, geo::Progress& progress) {
    std::vector<Key> keys = keys_of(question, rows, progress);
    progress.at(0, rows.size());
    struct Place {
        Key key;
        std::uint32_t at; // in the table's own order: equal keys stay in it
    };
    std::vector<Place> places(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Key key = keys[i];
        places[i] = {question.ascending || key == kNothing ? key : kNothing - 1 - key,
                     static_cast<std::uint32_t>(i)};
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.key != b.key ? a.key < b.key : a.at < b.at; });
    progress.at(rows.size(), rows.size());
    std::vector<geo::RowId> sorted;
    sorted.reserve(rows.size());
    for (const Place& place : places) sorted.push_back(rows[place.at]);
    rows = std::move(sorted);
}

/// What a search has to look at, found once.
struct Search {
    std::string folded;
    std::string number; ///< as typed, empty when it is none
    std::vector<const geo::Column*> texts, integers;
    std::vector<TableColumn> measured;
};

Search search_of(const TableQuestion& question) {
    Search search{folded_case(question.search), "", {}, {}, {}};
    if (geo::number_from_text(question.search)) search.number = question.search;
    for (const geo::Column& column : question.table->columns) {
        if (column.type == geo::ColumnType::text) search.texts.push_back(&column);
        if (column.type == geo::ColumnType::integer) search.integers.push_back(&column);
    }
    if (question.proximity) search.measured = {{Kind::neighbour}, {Kind::side}};
    if (question.provinces) search.measured.push_back({Kind::province});
    return search;
}

bool has(const TableQuestion& question, const Search& search, geo::RowId row) {
    for (const geo::Column* column : search.texts)
        if (contains_folded((*column)[row], search.folded)) return true;
    if (!search.number.empty())
        for (const geo::Column* column : search.integers)
            if ((*column)[row] == search.number) return true;
    for (const TableColumn column : search.measured)
        if (contains_folded(cell_text(question, column, row), search.folded)) return true;
    return false;
}

std::vector<geo::RowId> rows_found(const TableQuestion& question, geo::Progress& progress) {
    if (question.search.empty()) return question.selected->rows;
    const Search search = search_of(question);
    std::vector<geo::RowId> found;
    std::uint64_t n = 0;
    for (const geo::RowId row : question.selected->rows) {
        if (n++ % 1024 == 0) progress.at(n, question.selected->rows.size());
        if (has(question, search, row)) found.push_back(row);
    }
    return found;
}

std::size_t n_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t digits_of_last_row(const geo::IncidentTable& table) {
    std::uint64_t last = table.size() + 1;
    for (const std::uint64_t row : table.input_row) last = std::max(last, row);
    return std::to_string(last).size();
}

std::vector<std::uint16_t> widths_of(const TableQuestion& question, const std::vector<geo::RowId>& rows) {
    constexpr std::size_t kLookedAt = 200;
    std::vector<std::uint16_t> widths;
    for (const TableColumn column : columns_of(question)) {
        std::size_t most = 0;
        for (std::size_t i = 0; i < std::min(kLookedAt, rows.size()); ++i)
            most = std::max(most, n_characters(cell_text(question, column, rows[i])));
        // The last row of the file is not among the first values, and its number must never be cut.
        if (column.kind == Kind::row_in_file) most = digits_of_last_row(*question.table);
        widths.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(most, 1000)));
    }
    return widths;
}

} // namespace

std::string folded_case(std::string_view text) {
    std::string folded(text);
    for (std::size_t i = 0; i < text.size(); ++i) folded[i] = lowered_at(text, i);
    return folded;
}

bool contains_folded(std::string_view text, std::string_view folded) {
    if (folded.empty()) return true;
    if (folded.size() > text.size()) return false;
    for (std::size_t start = 0; start + folded.size() <= text.size(); ++start) {
        if (lowered_at(text, start) != folded[0]) continue;
        std::size_t n = 1;
        while (n < folded.size() && lowered_at(text, start + n) == folded[n]) ++n;
        if (n == folded.size()) return true;
    }
    return false;
}

TableOrder order_table(const TableQuestion& question, geo::Progress& progress) {
    TableOrder order{question, {}, {}};
    if (!question.table || !question.selected) return order;
    order.rows = rows_found(question, progress);
    sort_rows(order.rows, question, progress);
    order.n_characters = widths_of(question, order.rows);
    return order;
}

} // namespace app
