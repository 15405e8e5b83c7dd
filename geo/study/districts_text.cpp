#include <cmath>

#include <nlohmann/json.hpp>

#include "geo/analysis/class_breaks.hpp"
#include "geo/core/error.hpp"
#include "geo/io/area_export.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/area_table_text.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

double rounded(double value, int digits) {
    if (!(std::abs(value) > 0)) return value;
    const double scale =
        std::pow(10.0, digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
    return std::round(value * scale) / scale;
}

const DistrictCounts& counts_of(const Snapshot& snapshot) {
    if (!snapshot.district_counts.value)
        throw Error(ErrorKind::Argument,
                    "counting by district needs polygons of districts: --districts FILE");
    return *snapshot.district_counts.value;
}

AreaTable district_table(const Study& study, const Snapshot& snapshot) {
    const DistrictCounts& counts = counts_of(snapshot);
    AreaTable table;
    table.layer = "districts";
    table.number_names = {"incidents", "deaths_best",  "vague",          "area_km2",
                          "residents", "per_km2_year", "per_100000_year"};
    table.word_names = {"district", "class"};
    table.provenance = provenance_of(study, snapshot);
    for (std::size_t i = 0; i < counts.districts.size(); ++i) {
        const DistrictCount& district = counts.districts[i];
        constexpr int kDigits = 9; // the same on any machine
        AreaFeature feature;
        feature.numbers = {district.incidents,
                           district.deaths,
                           district.vague,
                           std::round(district.area_km2 * 1000) / 1000,
                           district.residents,
                           rounded(district.per_km2_year, kDigits),
                           rounded(value_of(district, DistrictMeasure::per_resident), kDigits)};
        feature.words = {district.name, class_in_words(counts.breaks, district.map_class)};
        feature.polygons = snapshot.districts.value->areas.areas[i].polygons;
        table.features.push_back(std::move(feature));
    }
    return table;
}

} // namespace

void write_districts(const Study& study, const Snapshot& snapshot, const std::string& path,
                     Progress& progress) {
    const AreaTable table = district_table(study, snapshot);
    if (ending_of(path) != ".csv") return write_areas(table, path, progress);
    write_with_provenance(path, csv_from(table), table.provenance);
}

std::string districts_as_json(const Study& study, const Snapshot& snapshot) {
    const DistrictCounts& counts = counts_of(snapshot);
    nlohmann::ordered_json json{{"measure", in_words(study.district_counts->measure)},
                                {"period", window_in_words(counts.window)},
                                {"years", rounded(counts.years, 9)},
                                {"incidents", counts.n_incidents},
                                {"vague", counts.n_vague},
                                {"vague_places", study.district_counts->pin_vague ? "pinned" : "left out"},
                                {"outside", counts.n_outside},
                                {"without_usable_place", counts.n_unusable},
                                {"counted_by_the_file", counts.from_counts}};
    if (counts.from_counts) {
        json["of_unknown_districts"] = counts.n_unknown_names;
        json["unknown_districts"] = counts.unknown_names;
        json["of_periods_cut_by_the_window"] = counts.n_reaching_past;
    }
    json["breaks"] = counts.breaks;
    json["districts"] = nlohmann::ordered_json::array();
    const AreaTable table = district_table(study, snapshot);
    for (const std::uint32_t at : counts.by_value)
        json["districts"].push_back(json_from(table, table.features[at]));
    return json.dump(2) + "\n";
}

} // namespace geo
