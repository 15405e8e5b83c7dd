#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Made-up incidents that are spread like the real ones, for benchmarks: towns and valleys with the weights
/// and widths of the UCDP file's clusters, and a fifth of all on 60 shared coordinates, as district capitals
/// are in real data.
struct GeneratedIncidents {
    std::vector<double> lon_deg, lat_deg;
    std::vector<std::int32_t> day; ///< since 1970-01-01, 1989 to 2021, denser from 2004 on
    std::vector<int> deaths;
    std::size_t size() const { return lon_deg.size(); }
};

/// The same for the same `n` and `seed` on every machine.
GeneratedIncidents generate_incidents(std::size_t n, std::uint64_t seed = 1);
