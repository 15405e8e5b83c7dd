#pragma once

#include <cstddef>

namespace geo {

/// A mapped file that another program cuts short has no pages behind its new end: touching them is a SIGBUS,
/// which ends a program. While a mapping is watched they become zero bytes instead, and `is_cut` says so:
/// what was read is then to be thrown away. A fault anywhere else goes its usual way.
class WatchedMapping {
  public:
    /// The pages of [begin, begin + size). At most 64 are watched at a time; more are left as they are.
    WatchedMapping(const void* begin, std::size_t size);
    WatchedMapping(const WatchedMapping&) = delete;
    WatchedMapping& operator=(const WatchedMapping&) = delete;
    ~WatchedMapping();

    bool is_cut() const;
    /// Before the pages are given back: others may come to the same place. What is known of them stays known.
    void end();

  private:
    int slot_ = -1;
    bool was_cut_ = false;
};

} // namespace geo
