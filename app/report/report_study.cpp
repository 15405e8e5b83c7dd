#include "app/report/report_study.hpp"

#include <algorithm>

#include "geo/core/error.hpp"

namespace app {

namespace {

struct Part {
    const char* name;
    bool (*is_in)(const geo::Study&);
    void (*leave_out)(geo::Study&);
    const char* needs; ///< said when it is asked for and not there
};

constexpr Part kParts[] = {{"density", [](const geo::Study& s) { return s.density.has_value(); },
                            [](geo::Study& s) { s.density.reset(); }, ""},
                           {"hotspots", [](const geo::Study& s) { return s.hot_spots.has_value(); },
                            [](geo::Study& s) { s.hot_spots.reset(); }, ""},
                           {"clusters", [](const geo::Study& s) { return s.clusters.has_value(); },
                            [](geo::Study& s) { s.clusters.reset(); }, ""},
                           {"trend", [](const geo::Study& s) { return s.trend.has_value(); },
                            [](geo::Study& s) { s.trend.reset(); }, ""},
                           {"strip", [](const geo::Study& s) { return s.strip.has_value(); },
                            [](geo::Study& s) { s.strip.reset(); }, ""},
                           {"districts", [](const geo::Study& s) { return s.district_counts.has_value(); },
                            [](geo::Study& s) { s.district_counts.reset(); }, "polygons: --districts FILE"},
                           {"change", [](const geo::Study& s) { return s.before_after.has_value(); },
                            [](geo::Study& s) { s.before_after.reset(); }, "a date: --change-on DAY"}};

std::string all_names() {
    std::string names;
    for (const std::string& name : report_parts()) names += (names.empty() ? "" : ", ") + name;
    return names;
}

void require_known(const std::string& name) {
    const std::vector<std::string> known = report_parts();
    if (std::find(known.begin(), known.end(), name) == known.end())
        throw geo::Error(geo::ErrorKind::Argument, "'" + name + "' is no part of a report: " + all_names());
}

} // namespace

std::vector<std::string> report_parts() {
    std::vector<std::string> names;
    for (const Part& part : kParts) names.emplace_back(part.name);
    return names;
}

void complete_for_report(geo::Study& study) {
    if (!study.proximity) study.proximity.emplace();
    if (study.map) return;
    geo::MapSpec& map = study.map.emplace();
    map.show_density = map.show_hot_spots = map.show_clusters = map.show_districts = map.show_change = false;
}

void keep_parts(geo::Study& study, const std::vector<std::string>& parts) {
    for (const std::string& name : parts) require_known(name);
    for (const Part& part : kParts) {
        const bool wanted = parts.empty() || std::find(parts.begin(), parts.end(), part.name) != parts.end();
        if (!wanted)
            part.leave_out(study);
        else if (!parts.empty() && !part.is_in(study))
            throw geo::Error(geo::ErrorKind::Argument,
                             std::string("the part ") + part.name + " of a report needs " + part.needs);
    }
}

} // namespace app
