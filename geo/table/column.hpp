#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/copy_text.hpp"

namespace geo {

enum class ColumnType { text, integer, real };

/// One column of the input, in the words of the file: what was read is what is written. `integer` and `real`
/// say that every non-empty value is a JSON number as it stands, so that an export can write it unquoted
/// without changing it ("007" and "1e999" make a column text).
class Column {
  public:
    Column() = default;
    explicit Column(std::string column_name) : name(std::move(column_name)) {}

    std::string name;
    ColumnType type = ColumnType::text;

    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t row) const {
        const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
        return {chars_.data() + begin, ends_[row] - begin};
    }
    void push_back(std::string_view value) {
        const std::size_t begin = ends_.empty() ? 0 : ends_.back();
        const std::size_t end = begin + value.size();
        if (end > chars_.size()) grow(end);
        copy_text(chars_.data() + begin, value);
        ends_.push_back(end);
    }
    void reserve(std::size_t rows, std::size_t bytes) {
        ends_.reserve(rows);
        chars_.reserve(bytes);
    }
    void append(const Column& other);
    /// The parts one after the other, the i-th of all their rows at `new_row[i]`; in their order when
    /// `new_row` is empty.
    static Column gathered(std::span<const Column* const> parts, std::span<const std::uint32_t> new_row);
    /// Sets `type` from the values.
    void infer_type();

  private:
    void grow(std::size_t at_least);

    std::vector<char> chars_; ///< the first ends_.back() are in use
    std::vector<std::uint64_t> ends_;
};

} // namespace geo
