#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

#include "geo/core/error.hpp"

namespace geo {

/// Progress and cancellation in one line of a long loop: `progress.at(done, total)` about every millisecond.
/// `at` may be called from any thread of a parallel_for; it throws Cancelled when the run is no longer wanted.
class Progress {
  public:
    virtual ~Progress() = default;

    /// Names what runs now ("density"), from the thread that runs `evaluate`.
    virtual void stage(std::string_view) {}
    void at(std::uint64_t done, std::uint64_t total) {
        if (cancelled()) throw Cancelled{};
        shown(done, total);
    }

  protected:
    virtual bool cancelled() const { return false; }
    virtual void shown(std::uint64_t, std::uint64_t) {}
};

/// Shows nothing and never cancels.
class NoProgress final : public Progress {};

} // namespace geo
