#include "geo/study/bands_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/study/words.hpp"

namespace geo {

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
