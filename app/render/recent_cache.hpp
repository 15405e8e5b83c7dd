#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace app {

/// Values kept by key. When there are more than `most`, those not asked for the longest go; what was asked
/// for since the last `trim` always stays, since somebody may still hold a reference to it.
template <typename Key, typename Value>
class RecentCache {
  public:
    explicit RecentCache(std::size_t most) : most_(most) {}

    template <typename Make>
    const Value& get(const Key& key, Make make) {
        auto found = entries_.find(key);
        if (found == entries_.end()) found = entries_.emplace(key, Entry{make(), 0}).first;
        found->second.used = ++clock_;
        return found->second.value;
    }

    /// Call when nobody holds a reference any more that is older than the last call.
    void trim() {
        const std::uint64_t since = std::exchange(trimmed_, clock_);
        if (entries_.size() <= most_) return;
        std::vector<std::uint64_t> used;
        for (const auto& [key, entry] : entries_) used.push_back(entry.used);
        std::sort(used.begin(), used.end());
        const std::uint64_t oldest_kept = std::min(used[used.size() - most_], since + 1);
        std::erase_if(entries_, [&](const auto& item) { return item.second.used < oldest_kept; });
    }

    std::size_t size() const { return entries_.size(); }
    bool contains(const Key& key) const { return entries_.contains(key); }

  private:
    struct Entry {
        Value value;
        std::uint64_t used; ///< the clock when it was asked for last
    };
    std::map<Key, Entry> entries_;
    std::size_t most_;
    std::uint64_t clock_ = 0;
    std::uint64_t trimmed_ = 0;
};

} // namespace app
