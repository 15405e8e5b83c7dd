#pragma once

#include <memory>
#include <unordered_map>

namespace app {

/// What a renderer prepared for a geometry, kept while somebody holds the geometry. The weak pointer tells a
/// new geometry at an old address from the old one.
template <typename Geometry, typename Prepared>
class GeometryCache {
  public:
    template <typename Make>
    Prepared& get(const std::shared_ptr<const Geometry>& geometry, Make make) {
        return *shared(geometry, make);
    }
    /// The same for who goes on using it elsewhere.
    template <typename Make>
    std::shared_ptr<Prepared> shared(const std::shared_ptr<const Geometry>& geometry, Make make) {
        const auto found = entries_.find(geometry.get());
        if (found != entries_.end() && !found->second.owner.expired()) return found->second.prepared;
        entries_.erase(geometry.get());
        drop_expired();
        auto& entry = entries_[geometry.get()];
        entry = {geometry, std::shared_ptr<Prepared>(new Prepared(make(*geometry)))};
        return entry.prepared;
    }

  private:
    struct Entry {
        std::weak_ptr<const Geometry> owner;
        std::shared_ptr<Prepared> prepared;
    };

    void drop_expired() {
        std::erase_if(entries_, [](const auto& item) { return item.second.owner.expired(); });
    }

    std::unordered_map<const Geometry*, Entry> entries_;
};

} // namespace app
