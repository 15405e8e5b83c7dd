#include "geo/study/bands_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/study/border_comparison.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

nlohmann::ordered_json comparison_json(const BorderComparison& comparison) {
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const auto& line : comparison.lines) {
        nlohmann::ordered_json counts = nlohmann::ordered_json::array();
        for (const Band& band : line.bands.bands) counts.push_back(band.count);
        lines.push_back({{"border", line.set},
                         {"border_source", line.words},
                         {"accuracy_m", line.accuracy_m},
                         {"counts", counts},
                         {"in_another_band", line.n_other_band}});
    }
    return lines;
}

} // namespace

std::string bands_as_json(const Study& study, const Snapshot& snapshot) {
    const BandTable& table = *snapshot.bands.value;
    nlohmann::ordered_json json;
    json["bands"] = nlohmann::ordered_json::array();
    for (const Band& band : table.bands) {
        nlohmann::ordered_json row{{"from_m", band.from_m}};
        if (std::isinf(band.to_m))
            row["to_m"] = nullptr;
        else
            row["to_m"] = band.to_m;
        row["count"] = band.count;
        if (snapshot.table()->deaths_best.empty())
            row["deaths"] = nullptr;
        else
            row["deaths"] = band.deaths;
        row["vaguer_than_band"] = band.vaguer;
        json["bands"].push_back(row);
    }
    json["total"] = table.total;
    json["unlocated"] = table.unlocated;
    json["border"] = snapshot.border.value->id;
    json["border_source"] = border_in_words(*snapshot.border.value);
    json["neighbours"] = study.border.neighbours;
    if (snapshot.comparison.value) json["compared_borders"] = comparison_json(*snapshot.comparison.value);
    return json.dump(2) + "\n";
}

std::string bands_as_csv(const Snapshot& snapshot) {
    const bool deaths = !snapshot.table()->deaths_best.empty();
    std::string text = "from_m,to_m,count,deaths,vaguer_than_band\n";
    for (const Band& band : snapshot.bands.value->bands)
        text += fmt::format("{},{},{},{},{}\n", band.from_m,
                            std::isinf(band.to_m) ? "" : fmt::format("{}", band.to_m), band.count,
                            deaths ? fmt::format("{}", band.deaths) : "", band.vaguer);
    return text;
}

} // namespace geo
