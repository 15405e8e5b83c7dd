#include "geo/study/area_table_text.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "geo/io/atomic_file.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/feature_table.hpp"

namespace geo {

std::string csv_from(const AreaTable& table) {
    std::string text =
        fmt::format("{},{}\n", fmt::join(table.number_names, ","), fmt::join(table.word_names, ","));
    for (const AreaFeature& feature : table.features) {
        for (std::size_t i = 0; i < feature.numbers.size(); ++i)
            text += (i > 0 ? "," : "") +
                    (std::isnan(feature.numbers[i]) ? "" : fmt::format("{}", feature.numbers[i]));
        for (const std::string& word : feature.words) {
            text += ',';
            append_csv_text(text, word);
        }
        text += '\n';
    }
    return text;
}

void write_area_table(const AreaTable& table, const std::string& path, Progress& progress) {
    if (ending_of(path) != ".csv") return write_areas(table, path, progress);
    write_with_provenance(path, csv_from(table), table.provenance);
}

nlohmann::ordered_json json_from(const AreaTable& table, const AreaFeature& feature) {
    nlohmann::ordered_json json;
    for (std::size_t i = 0; i < feature.numbers.size(); ++i) {
        const double value = feature.numbers[i];
        const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
        json[table.number_names[i]] = nullptr;
        if (whole)
            json[table.number_names[i]] = static_cast<std::int64_t>(value);
        else if (!std::isnan(value))
            json[table.number_names[i]] = value;
    }
    for (std::size_t i = 0; i < feature.words.size(); ++i) json[table.word_names[i]] = feature.words[i];
    return json;
}

} // namespace geo
