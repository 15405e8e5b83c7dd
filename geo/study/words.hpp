#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/study/snapshot.hpp"
#include "geo/study/study.hpp"

namespace geo {

struct AxisSigmas; // geo/analysis/bandwidth_rules.hpp

/// The words that stand around numbers: the same in terminal, picture, window and file.

std::string map_title(const Study& study, const Snapshot& snapshot);
/// Period and filter, "n shown of N · m without a place".
std::vector<std::string> map_subtitle(const Study& study, const Snapshot& snapshot);
/// Incidents' source and notice, border line with source, licence and note, basemap.
std::vector<std::string> attributions_of(const Snapshot& snapshot);

/// The same for the districts and the files of the user's own that are shown: "Reference layer, source:
/// districts.gpkg as given by the user".
std::vector<std::string> own_layer_sources(const Study& study, const Snapshot& snapshot);

/// "quartic kernel, radius 25 km (σ 8.8 km)".
std::string kernel_in_words(const DensitySpec& spec);
/// What is not usual about the surface: "vague places spread", "uniform edge correction".
std::vector<std::string> treatments_in_words(const DensitySpec& spec, const DensitySurface& surface);
/// Both: "quartic kernel, radius 25 km (σ 8.8 km), vague places spread".
std::string density_in_words(const DensitySpec& spec, const DensitySurface& surface);
/// What a rule says for the kernel, east–west × north–south: "119 × 147 km (σ 42 × 52 km)"; "" where it says
/// nothing.
std::string rule_in_words(Kernel kernel, const AxisSigmas& sigmas);
/// The steps of emerging hot spots by name: month, quarter, year; nullopt for anything else.
std::optional<CalendarUnit> step_of_emerging(std::string_view name);
/// "Gi*, square cells of 10 km, neighbours within 20 km".
std::string hot_spots_in_words(const HotSpotSpec& spec);
/// What Gi* compares of a district, over the whole period: "incidents per 1,000 km²".
std::string compared_in_words(DistrictMeasure measure);
/// "ST-DBSCAN, eps 10 km and 14 days, 5 points", "DBSCAN, eps 10 km at any time, 5 points".
std::string clusters_in_words(const ClusterSpec& spec);
/// "per month, by category".
std::string trend_in_words(const TrendSpec& spec);
/// "2020-02-29, windows of 180 days, square cells of 20 km, tested against no change".
std::string before_after_in_words(const BeforeAfterSpec& spec);
/// A rule for both axes: "radius 41 km (σ 14 km)"; "" where it says nothing.
std::string rule_in_words(Kernel kernel, double sigma_m);
/// "incidents per km² and year", "deaths (low estimate) per km²".
std::string unit_in_words(const DensitySpec& spec);
/// "disc of 25 km", "district (disc of 35 km)", "place of no use", "not stated".
std::string support_in_words(const Support& support);
/// "OpenStreetMap 2026 (AFG, IRN)".
std::string border_in_words(const BorderSet& border);
/// "Afghanistan" for AFG; a code that is not known stays.
std::string neighbour_in_words(std::string_view iso_a3);
/// "5–10 km", "≥ 100 km".
std::string band_in_words(const Band& band);
/// "1989-01-25 to 2021-12-31", both days included.
std::string window_in_words(const DayWindow& window);
/// A source without the package that a recipe took it from.
std::string without_packages(std::string source);
/// A number with few digits: "25", "8.8", "0.25".
std::string short_number(double value);

} // namespace geo
