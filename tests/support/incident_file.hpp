#pragma once

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

#include "geo/core/civil.hpp"
#include "tests/support/incident_generator.hpp"

namespace bench {

/// Eleven columns of about 120 bytes a row, as incident files have.
inline void write_csv(const GeneratedIncidents& in, const std::string& path) {
    std::ofstream out(path);
    out << "event_id,event_date,event_type,actor,admin1,location,latitude,longitude,precision,fatalities,"
           "notes\n";
    for (std::size_t i = 0; i < in.size(); ++i) {
        std::array<char, 256> row{};
        const int n = std::snprintf(row.data(), row.size(),
                                    "E%08zu,%s,%s,Armed group %zu,Province %zu,Place %zu,%.6f,%.6f,1,%d,"
                                    "\"Report, with a comma\"\n",
                                    i, geo::iso_from_day(geo::day_from_number(in.day[i])).c_str(),
                                    i % 3 == 0 ? "Battles" : "Explosions", i % 17, i % 4, i % 999,
                                    in.lat_deg[i], in.lon_deg[i], in.deaths[i]);
        out.write(row.data(), n);
    }
}

} // namespace bench
