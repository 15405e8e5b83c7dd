#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace geo {

/// Who is near whom: a list for each of some things, end to end. For things with few neighbours each
/// (districts); of regular cells, neighbours are visited and not kept.
struct NeighbourLists {
    std::vector<std::uint32_t> starts{0}; ///< where list i begins in `all`; one more than lists
    std::vector<std::uint32_t> all;

    std::size_t size() const { return starts.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t i) const {
        return std::span(all).subspan(starts[i], starts[i + 1] - starts[i]);
    }
    /// Adds a list after the last.
    void add(std::span<const std::uint32_t> list) {
        all.insert(all.end(), list.begin(), list.end());
        starts.push_back(static_cast<std::uint32_t>(all.size()));
    }
};

} // namespace geo
