#include <atomic>

#include "geo/analysis/border_index.hpp"
#include "geo/analysis/morton_order.hpp"
#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"

namespace geo {

namespace {

constexpr std::size_t kBlock = 2048; // about a millisecond
constexpr std::size_t kAhead = 4;

void require_same_length(std::span<const double> lon_deg, std::span<const double> lat_deg) {
    if (lon_deg.size() != lat_deg.size())
        throw Error(ErrorKind::Argument, "coordinate spans differ in length");
}

} // namespace

std::vector<BorderDistance> border_distances(const BorderIndex& index, std::span<const double> lon_deg,
                                             std::span<const double> lat_deg, unsigned threads,
                                             Progress& progress) {
    require_same_length(lon_deg, lat_deg);
    return border_distances(index, lon_deg, lat_deg, morton_order(lon_deg, lat_deg), threads, progress);
}

std::vector<BorderDistance> border_distances(const BorderIndex& index, std::span<const double> lon_deg,
                                             std::span<const double> lat_deg,
                                             std::span<const std::uint32_t> rows, unsigned threads,
                                             Progress& progress) {
    require_same_length(lon_deg, lat_deg);
    std::vector<BorderDistance> answers(lon_deg.size(), no_border_distance());
    std::atomic<std::uint64_t> done{0};
    parallel_for(rows.size(), kBlock, threads, [&](std::size_t first, std::size_t last) {
        BorderIndex::Hint hint;
        LonLat answered{};
        const BorderDistance* answer = nullptr;
        for (std::size_t i = first; i < last; ++i) {
            if (i + kAhead < rows.size()) { // neighbours in space are far apart in memory
                __builtin_prefetch(&lon_deg[rows[i + kAhead]]);
                __builtin_prefetch(&lat_deg[rows[i + kAhead]]);
                __builtin_prefetch(&answers[rows[i + kAhead]], 1);
            }
            const LonLat place{lon_deg[rows[i]], lat_deg[rows[i]]};
            BorderDistance& mine = answers[rows[i]];
            mine = answer && place == answered ? *answer : index.nearest(place, hint);
            answered = place;
            answer = &mine;
        }
        progress.at(done += last - first, rows.size());
    });
    return answers;
}

} // namespace geo
