#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

#include "geo/core/copy_text.hpp"

namespace geo {

/// Text being formatted, for inner loops: room is made for a whole value at once, and its characters are put
/// without a look at each.
class TextBlock {
  public:
    /// Where the next characters go, with room for `n` of them; `end_at` says how far they went.
    char* room(std::size_t n) {
        if (n > capacity_ - size_) grow(n);
        return bytes_.get() + size_;
    }
    void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }
    void append(std::string_view text) { end_at(copy_text(room(text.size()), text)); }
    void clear() { size_ = 0; }
    std::string_view text() const { return {bytes_.get(), size_}; }

  private:
    void grow(std::size_t n) {
        const std::size_t wanted = std::max(size_ + n, capacity_ * 2);
        auto larger = std::unique_ptr<char[]>(new char[wanted]); // not filled: every byte is written first
        std::copy_n(bytes_.get(), size_, larger.get());
        bytes_ = std::move(larger);
        capacity_ = wanted;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;
};

} // namespace geo
