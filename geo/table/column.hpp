#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

enum class ColumnType { text, integer, real };

/// One column of the input, in the words of the file: what was read is what is written. `integer` and `real`
/// say that every non-empty value is a JSON number as it stands, so that an export can write it unquoted
/// without changing it
/// ("007" and "1e999" make a column text).
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
        chars_.insert(chars_.end(), value.begin(), value.end());
        ends_.push_back(chars_.size());
    }
    void reserve(std::size_t rows, std::size_t bytes) {
        ends_.reserve(rows);
        chars_.reserve(bytes);
    }
    void append(const Column& other);
    /// The rows `order[0], order[1], ...`.
    Column permuted(std::span<const std::uint32_t> order) const;
    /// Sets `type` from the values.
    void infer_type();

  private:
    std::vector<char> chars_;
    std::vector<std::uint64_t> ends_;
};

} // namespace geo
