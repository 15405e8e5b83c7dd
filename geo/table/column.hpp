#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/copy_text.hpp"

namespace geo {

enum class ColumnType { text, integer, real };

/// One column of the input, in the words of the file: what was read is what is written. `integer` and `real`
/// say that every non-empty value is a JSON number as it stands, so that an export can write it unquoted
/// without changing it ("007" and "1e999" make a column text). 256 rows that follow one another hold less than
/// 4 GiB.
class Column {
  public:
    Column() = default;
    explicit Column(std::string column_name) : name(std::move(column_name)) {}

    std::string name;
    ColumnType type = ColumnType::text;

    std::size_t size() const { return ends_.size(); }
    /// Every value is empty.
    bool all_empty() const { return n_chars_ == 0; }
    std::string_view operator[](std::size_t row) const {
        const char* const block = chars_.data() + bases_[row / kBlock];
        const std::size_t begin = row % kBlock == 0 ? 0 : ends_[row - 1];
        return {block + begin, ends_[row] - begin};
    }
    void push_back(std::string_view value) {
        if (n_chars_ + value.size() > chars_.size()) grow(n_chars_ + value.size());
        copy_text(chars_.data() + n_chars_, value);
        end_value(value.size());
    }
    void reserve(std::size_t rows, std::size_t bytes) {
        ends_.reserve(rows);
        chars_.reserve(bytes);
    }
    void append(const Column& other);
    /// The parts one after the other, the i-th of all their rows at `new_row[i]`; in their order when
    /// `new_row` is empty.
    static Column gathered(std::span<const Column* const> parts, std::span<const std::uint32_t> new_row);
    /// Sets `type` from the values; text where all are empty.
    void infer_type();

  private:
    static constexpr std::size_t kBlock = 256; ///< rows

    void grow(std::size_t at_least);
    /// The next value is the next `size` characters.
    void end_value(std::size_t size) {
        if (ends_.size() % kBlock == 0) bases_.push_back(n_chars_);
        n_chars_ += size;
        ends_.push_back(short_end(n_chars_ - bases_.back()));
    }
    static std::uint32_t short_end(std::size_t end) {
        if (end > std::numeric_limits<std::uint32_t>::max()) refuse();
        return static_cast<std::uint32_t>(end);
    }
    /// Throws Error{Format}.
    [[noreturn]] static void refuse();

    std::vector<char> chars_; ///< the first n_chars_ are in use
    std::size_t n_chars_ = 0;
    std::vector<std::uint64_t> bases_; ///< where each block of rows begins in chars_
    std::vector<std::uint32_t> ends_;  ///< of each value, from its block's base: half the size of offsets into chars_
};

} // namespace geo
