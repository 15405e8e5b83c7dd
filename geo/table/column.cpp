#include "geo/table/column.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geo/core/error.hpp"

namespace geo {

namespace {

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t n = 0;
    while (at + n < text.size() && text[at + n] >= '0' && text[at + n] <= '9') ++n;
    return n;
}

bool is_finite(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && std::isfinite(value);
}

/// The type of one value by the grammar of RFC 8259, section 6. Integers of more than 15 digits are text: a
/// reader of JSON that keeps numbers as doubles would change them.
ColumnType json_type(std::string_view text) {
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t whole = digits_from(text, at);
    if (whole == 0 || whole > 15 || (whole > 1 && text[at] == '0')) return ColumnType::text;
    at += whole;
    if (at == text.size()) return ColumnType::integer;
    if (text[at] == '.') {
        const std::size_t fraction = digits_from(text, at + 1);
        if (fraction == 0) return ColumnType::text;
        at += 1 + fraction;
    }
    if (at == text.size()) return ColumnType::real;
    if (text[at] != 'e' && text[at] != 'E') return ColumnType::text;
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = digits_from(text, at);
    return exponent > 0 && at + exponent == text.size() && is_finite(text) ? ColumnType::real
                                                                           : ColumnType::text;
}

} // namespace

void Column::grow(std::size_t at_least) {
    chars_.resize(std::max({at_least, chars_.size() * 2, std::size_t{256}}));
}

void Column::refuse() {
    throw Error(ErrorKind::Format, "256 rows that follow one another hold more than 4 GiB in one column");
}

void Column::append(const Column& other) {
    if (n_chars_ + other.n_chars_ > chars_.size()) grow(n_chars_ + other.n_chars_);
    std::copy_n(other.chars_.data(), other.n_chars_, chars_.data() + n_chars_);
    for (std::size_t row = 0; row < other.size(); ++row) end_value(other[row].size());
}

Column Column::gathered(std::span<const Column* const> parts, std::span<const std::uint32_t> new_row) {
    Column out(parts.empty() ? std::string() : parts.front()->name);
    std::size_t n_rows = 0;
    std::size_t n_chars = 0;
    for (const Column* part : parts) {
        n_rows += part->size();
        n_chars += part->n_chars_;
    }
    out.chars_.resize(n_chars);
    out.bases_.reserve(n_rows / kBlock + 1);
    if (new_row.empty()) {
        out.ends_.reserve(n_rows);
        for (const Column* part : parts) out.append(*part);
        return out;
    }
    // Lengths first, then where each value ends, then the values: reading in order is cheaper than writing in
    // order.
    out.ends_.resize(n_rows);
    std::size_t i = 0;
    for (const Column* part : parts)
        for (std::size_t row = 0; row < part->size(); ++row)
            out.ends_[new_row[i++]] = short_end((*part)[row].size());
    for (std::size_t row = 0; row < n_rows; ++row) {
        if (row % kBlock == 0) out.bases_.push_back(out.n_chars_);
        out.n_chars_ += out.ends_[row];
        out.ends_[row] = short_end(out.n_chars_ - out.bases_.back());
    }
    i = 0;
    for (const Column* part : parts) {
        for (std::size_t row = 0; row < part->size(); ++row) {
            const std::string_view to = out[new_row[i++]];
            copy_text(out.chars_.data() + (to.data() - out.chars_.data()), (*part)[row]);
        }
    }
    return out;
}

void Column::infer_type() {
    type = ColumnType::text;
    ColumnType found = ColumnType::integer;
    bool any = false;
    for (std::size_t row = 0; row < size(); ++row) {
        const std::string_view value = (*this)[row];
        if (value.empty()) continue;
        const ColumnType one = json_type(value);
        if (one == ColumnType::text) return;
        if (one == ColumnType::real) found = ColumnType::real;
        any = true;
    }
    if (any) type = found;
}

} // namespace geo
