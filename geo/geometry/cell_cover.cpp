#include "geo/geometry/cell_cover.hpp"

#include <vector>

#include "geo/geometry/geos_handles.hpp"

namespace geo {

namespace {

/// One geometry without edges between neighbours that share them.
geos::Geometry united(geos::Context& context, const MultiPolygon& areas) {
    std::vector<geos::Geometry> parts;
    for (const Polygon& polygon : areas) {
        geos::Geometry part = geos::geometry_from(context, {polygon});
        parts.emplace_back(GEOSBuffer_r(context.get(), part.get(), 0, 8), geos::GeometryDeleter{context.get()});
        if (!parts.back()) throw context.error("cannot repair an area");
    }
    std::vector<GEOSGeometry*> taken;
    taken.reserve(parts.size());
    for (geos::Geometry& part : parts) taken.push_back(part.release());
    const geos::Geometry all(GEOSGeom_createCollection_r(context.get(), GEOS_GEOMETRYCOLLECTION, taken.data(),
                                                         static_cast<unsigned>(taken.size())),
                             geos::GeometryDeleter{context.get()});
    if (!all) throw context.error("cannot join the areas");
    geos::Geometry one(GEOSUnaryUnion_r(context.get(), all.get()), geos::GeometryDeleter{context.get()});
    if (!one) throw context.error("cannot join the areas");
    return one;
}

/// A hair smaller about its first corners' middle, so that what only shares an edge does not meet, and what
/// shares one from within is whole.
Ring shrunken(const Ring& ring) {
    constexpr double kHair = 1e-9;
    LonLat middle{0, 0};
    const auto n = static_cast<double>(ring.size() - 1);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        middle.lon_deg += ring[i].lon_deg / n;
        middle.lat_deg += ring[i].lat_deg / n;
    }
    Ring smaller;
    for (const LonLat corner : ring)
        smaller.push_back({corner.lon_deg + (middle.lon_deg - corner.lon_deg) * kHair,
                           corner.lat_deg + (middle.lat_deg - corner.lat_deg) * kHair});
    return smaller;
}

bool yes(geos::Context& context, char answer) {
    if (answer == 2) throw context.error("cannot compare a cell with the area");
    return answer == 1;
}

} // namespace

std::vector<Cover> covers_of(const MultiPolygon& areas, std::span<const Ring> rings) {
    std::vector<Cover> covers(rings.size(), Cover::none);
    if (areas.empty() || rings.empty()) return covers;
    geos::Context context;
    const geos::Geometry area = united(context, areas);
    const geos::Prepared prepared = geos::prepared_from(context, area, "cannot prepare the area");
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const geos::Geometry cell = geos::geometry_from(context, {Polygon{shrunken(rings[i]), {}}});
        if (!yes(context, GEOSPreparedIntersects_r(context.get(), prepared.get(), cell.get()))) continue;
        const bool whole = yes(context, GEOSPreparedContains_r(context.get(), prepared.get(), cell.get()));
        covers[i] = whole ? Cover::whole : Cover::part;
    }
    return covers;
}

} // namespace geo
