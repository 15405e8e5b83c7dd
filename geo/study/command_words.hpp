#pragma once

// Seen by command_line.cpp and command_words.cpp only.

#include <string>
#include <vector>

#include "geo/study/command_line.hpp"
#include "geo/study/study.hpp"

namespace geo {

/// A line as it grows, with the study that a parser will read from it: what that study lacks of the wanted
/// one is what the flags cannot say.
struct SaidStudy {
    std::vector<std::string> words;
    Study study;

    void flag(const std::string& name) { words.push_back(name); }
    void option(const std::string& name, const std::string& value);
};

void say_source(const SourceSpec& source, SaidStudy& said);
void say_filter(const Filter& filter, SaidStudy& said);
void say_precision(const PrecisionSpec& precision, SaidStudy& said);
void say_districts(const DistrictSpec& districts, SaidStudy& said);
void say_border(const BorderSpec& border, SaidStudy& said);
void say_bands(const ProximitySpec& proximity, SaidStudy& said);
/// --no-intervals where they are not wanted: a command of the border has them.
void say_intervals(const ProximitySpec& proximity, SaidStudy& said);
/// --null, --runs, --seed.
void say_null(const NullSpec& null, SaidStudy& said);
/// --compare-borders.
void say_comparison(SaidStudy& said);
/// --show-zones, with their bands.
void say_zones(const ProximitySpec& proximity, SaidStudy& said);
/// `on_map`: as a layer of a picture, where the names of the options say so.
void say_hot_spots(const HotSpotSpec& spec, bool on_map, SaidStudy& said);
/// `on_map`: as a layer of a picture.
void say_clusters(const ClusterSpec& spec, bool on_map, SaidStudy& said);
/// `on_map`: as a layer of a picture.
void say_district_counts(const DistrictCountSpec& spec, bool on_map, SaidStudy& said);
void say_trend(const TrendSpec& spec, SaidStudy& said);
/// `on_map`: as a layer of a picture.
void say_before_after(const BeforeAfterSpec& spec, bool on_map, SaidStudy& said);
/// --reach.
void say_strip(const StripSpec& spec, SaidStudy& said);
void say_density(const DensitySpec& density, SaidStudy& said);
void say_map(const MapSpec& map, SaidStudy& said);

/// A path that no parser takes for an option.
std::string plain_path(const std::string& path);

} // namespace geo
