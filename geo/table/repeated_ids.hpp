#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace geo {

/// The identifiers met so far, by their 64-bit hashes: a false alarm among a million different ones has a
/// chance of 3e-8. 16 to 32 bytes an identifier; after `most` of them no new one is remembered.
class RepeatedIds {
  public:
    explicit RepeatedIds(std::size_t most = static_cast<std::size_t>(-1)) : most_(most) {}

    /// True from the second time on; false for 0, which is no identifier. Amortised O(1).
    bool met_before(std::uint64_t hash);
    /// Room for so many more.
    void reserve(std::size_t n);
    bool is_full() const { return n_ >= most_; }

  private:
    std::size_t slot_of(std::uint64_t hash) const;
    void grow_to(std::size_t n_slots);

    std::vector<std::uint64_t> slots_; ///< open addressing, a power of two; 0 is free
    std::size_t n_ = 0;
    std::size_t most_;
};

} // namespace geo
