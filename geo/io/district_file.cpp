#include "geo/io/district_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <limits>

#include "geo/core/error.hpp"
#include "geo/io/delimited_source.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/io/vector_features.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostRows = 100'000; // districts of a country, not people

std::string plain_name(const std::string& name) {
    std::string plain;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) > 127)
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return plain;
}

/// The column asked for; else "population", else the first that begins with "pop".
std::optional<std::size_t> population_in(const std::vector<std::string>& header, const std::string& asked) {
    const std::string wanted = asked.empty() ? "population" : asked;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (same_but_for_case(header[i], wanted)) return i;
    if (!asked.empty()) return std::nullopt;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (lowered(header[i]).starts_with("pop")) return i;
    return std::nullopt;
}

std::optional<std::size_t> name_in(const std::vector<std::string>& header) {
    constexpr std::array kNames{"district", "name", "adm2_en", "adm2_name", "adm2", "admin2", "name_2"};
    for (const char* wanted : kNames)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (same_but_for_case(header[i], wanted)) return i;
    return std::nullopt;
}

/// Adds up; the first number replaces "unknown".
void add(double& sum, double number) { sum = sum == sum ? sum + number : number; }

void read_table(const DistrictSpec& spec, Districts& districts) {
    const TablePreview table = preview_delimited(InputBytes::from_file(spec.population), kMostRows);
    const auto name = name_in(table.header), number = population_in(table.header, spec.population_column);
    if (!name)
        throw Error(ErrorKind::Argument,
                    spec.population + " has no column of names of districts (district, name, adm2); it has " +
                        listed(table.header));
    if (!number)
        throw Error(ErrorKind::Argument,
                    spec.population + " has no column of population" +
                        (spec.population_column.empty() ? "" : " '" + spec.population_column + "'") +
                        "; it has " + listed(table.header));
    districts.population_column = table.header[*number];
    const DistrictNames names(districts.areas);
    for (const std::vector<std::string>& row : table.rows) {
        const auto value = number_from_text(trimmed(row[*number]));
        const auto area = names.find(row[*name]);
        if (!area) {
            districts.unknown_names.push_back(row[*name]);
            continue;
        }
        if (value && *value >= 0) add(districts.population[*area], *value);
    }
}

void read_field(const DistrictSpec& spec, Districts& districts) {
    std::vector<VectorFeature> features;
    for (VectorFeature& feature : read_vector_features(spec.path))
        if (!feature.polygons.empty()) features.push_back(std::move(feature));
    std::vector<std::string> header; // a feature has the fields that are not empty
    for (const VectorFeature& feature : features)
        for (const auto& [field, value] : feature.fields)
            if (std::find(header.begin(), header.end(), field) == header.end()) header.push_back(field);
    const auto number = population_in(header, spec.population_column);
    if (!number) {
        if (spec.population_column.empty()) return;
        throw Error(ErrorKind::Argument,
                    spec.path + " has no field '" + spec.population_column + "'; it has " + listed(header));
    }
    districts.population_column = header[*number];
    for (std::size_t i = 0; i < std::min(features.size(), districts.population.size()); ++i) {
        const auto value = number_from_text(trimmed(features[i].field(lowered(header[*number]))));
        if (value && *value >= 0) districts.population[i] = *value;
    }
}

} // namespace

DistrictNames::DistrictNames(const AreaSet& areas) {
    for (std::size_t i = 0; i < areas.areas.size(); ++i) by_name_[plain_name(areas.areas[i].name)].push_back(i);
}

// A district of several polygons is one feature; of two features of one name nobody knows which is meant.
std::optional<std::size_t> DistrictNames::find(const std::string& name) const {
    const auto areas = by_name_.find(plain_name(name));
    if (areas == by_name_.end() || areas->second.size() != 1) return std::nullopt;
    return areas->second.front();
}

Districts load_districts(const DistrictSpec& spec) {
    Districts districts;
    districts.areas = load_area_file(spec.path);
    districts.population.assign(districts.areas.areas.size(), kUnknown);
    if (spec.population.empty())
        read_field(spec, districts);
    else
        read_table(spec, districts);
    return districts;
}

} // namespace geo
