#include "geo/table/repeated_ids.hpp"

#include <algorithm>
#include <bit>

namespace geo {

/// Where the hash is, or would go.
std::size_t RepeatedIds::slot_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash >> 1) & mask;
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & mask;
    return at;
}

void RepeatedIds::grow_to(std::size_t n_slots) {
    if (n_slots <= slots_.size()) return;
    std::vector<std::uint64_t> old(n_slots, 0);
    old.swap(slots_);
    for (const std::uint64_t hash : old)
        if (hash != 0) slots_[slot_of(hash)] = hash;
}

void RepeatedIds::reserve(std::size_t n) {
    grow_to(std::bit_ceil(2 * std::min(n_ + n, most_) + 2));
}

bool RepeatedIds::met_before(std::uint64_t hash) {
    if (hash == 0) return false;
    if (2 * (n_ + 1) > slots_.size()) reserve(n_ + 1);
    const std::size_t at = slot_of(hash);
    if (slots_[at] == hash) return true;
    if (is_full()) return false;
    slots_[at] = hash;
    ++n_;
    return false;
}

} // namespace geo
