#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "geo/core/error.hpp"

// Shared by the fuzz targets: a target turns bytes into an input, runs the code, and calls `require` for what must hold
// whatever the input is. An Error is an answer; any other exception, a crash or a failed `require` is a finding.

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// Runs it; an Error is well said and has words.
template <typename Run>
void expect_answer_or_error(Run&& run) {
    try {
        run();
    } catch (const geo::Error& error) {
        require(error.what()[0] != '\0', "an error has words");
    }
}

/// Numbers out of the input's bytes, 0 when they are used up.
class Values {
  public:
    Values(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

    bool empty() const { return at_ == end_; }
    std::uint32_t below(std::uint32_t n) { return next16() % n; }
    /// Of a grid of 65,536 values from low to high: neighbours, ties and equal values come up often.
    double between(double low, double high) { return low + (high - low) * next16() / 65'535.0; }
    bool flag() { return below(2) == 1; }

  private:
    std::uint32_t next16() {
        std::uint32_t value = 0;
        for (int i = 0; i < 2; ++i) value = value << 8 | (at_ == end_ ? 0u : *at_++);
        return value;
    }

    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

} // namespace fuzz
