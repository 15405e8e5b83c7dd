#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/animation_options.hpp"
#include "geo/study/study.hpp"

namespace CLI {
class App;
}

namespace app {

/// What the flags said: the Study that the viewer would edit, and what concerns the terminal alone.
struct Arguments {
    geo::Study study;
    std::vector<std::string> outputs; ///< -o, in order; "-" is standard output
    std::string rejects;              ///< --rejects FILE
    std::string zones;                ///< --zones FILE
    bool zones_on_map = false;        ///< --show-zones
    bool hot_spots_on_map = false;    ///< --hot-spots
    geo::HotSpotSpec hot_spots;
    bool clusters_on_map = false;     ///< --clusters
    geo::ClusterSpec clusters;
    bool districts_on_map = false;    ///< --district-counts
    geo::DistrictCountSpec district_counts;
    geo::TrendSpec trend;
    bool change_on_map = false;       ///< --change-on DAY
    geo::BeforeAfterSpec before_after;
    std::string district_table;       ///< --district-table FILE
    std::string hulls;                ///< --hulls FILE
    std::string cluster_table;        ///< --table FILE
    std::string inputs_folder;        ///< --inputs DIR of report
    std::vector<std::string> report_parts; ///< --parts of report; empty: all
    bool json = false;
    bool quiet = false;
    bool timings = false;
    unsigned threads = 0;
    std::uint64_t memory_bytes = 0; ///< --memory; 0: as much as it takes
    double render_scale = 1;
    int width = 1600;
    int height = 1200;
    std::string paper_size; ///< --size in mm, cm or in; pixels follow from --dpi
    std::string bands_file; ///< --bands-file of proximity
    geo::ColumnsKept columns = geo::ColumnsKept::all;
    bool keep_formulas = false;
    geo::PublishSpec publish;
    bool allow_outside = false; ///< a study may name files outside its folder
    bool allow_network = false; ///< and a database
    std::string theme = "light";
    AnimationArguments animation;
};

/// Whose options of an analysis: of its command (--cell), of a picture, which has a switch for its layer and longer names
/// (--hot-spots, --hot-cell), or of a report, which has every analysis unasked and the longer names alone.
enum class OptionsOf { command, picture, report };

/// Option groups, the same on every command that has them. Each checks its values and names the option at
/// fault.
void add_input(CLI::App& command, Arguments& arguments);
void add_role_options(CLI::App& command, Arguments& arguments);
void add_filter_options(CLI::App& command, Arguments& arguments);
/// --place-code, --admin2-radius ..., --districts (precision_options.cpp).
void add_precision_options(CLI::App& command, Arguments& arguments);
void add_border_options(CLI::App& command, Arguments& arguments);
/// --zones FILE, --compare-borders.
void add_zone_options(CLI::App& command, Arguments& arguments);
/// --cells, --cell, --radius, --measure, --pin-vague, --emerging; of a picture or report: --hot-spots, --hot-cells ... of a picture.
void add_hot_spot_options(CLI::App& command, Arguments& arguments, OptionsOf whose);
/// Throws Argument for hot spots of districts without polygons, and for options that play no part: lengths of cells with
/// districts, the measure with cells.
void check_hot_spots(const geo::Study& study, const geo::HotSpotSpec& spec, OptionsOf whose);
/// --eps, --eps-time, --min-points; of a picture or report: --clusters, --cluster-eps ... of a picture.
void add_cluster_options(CLI::App& command, Arguments& arguments, OptionsOf whose);
/// --measure, --breaks, --pin-vague; of a picture or report: --district-counts, --district-measure ... of a picture.
void add_district_options(CLI::App& command, Arguments& arguments, OptionsOf whose);
/// --per, --by.
void add_trend_options(CLI::App& command, Arguments& arguments);
/// --on, --window, --relative, --cells, --cell, --treated, --control; of a picture or report: --change-on, --change-window ... of a picture.
void add_before_after_options(CLI::App& command, Arguments& arguments, OptionsOf whose);
void add_density_options(CLI::App& command, Arguments& arguments);
void add_map_options(CLI::App& command, Arguments& arguments);
void add_output(CLI::App& command, Arguments& arguments, const std::string& help, bool required);
/// --memory.
void add_memory_option(CLI::App& command, Arguments& arguments);
void add_terminal_options(CLI::App& command, Arguments& arguments);
void add_study(CLI::App& command, Arguments& arguments, bool required);
/// --no-density, --no-incidents, --no-labels, --show-zones ..., opacities and what the map shows.
void add_map_parts(CLI::App& command, Arguments& arguments);
/// --size, --width, --height, --scale, --dpi (picture_options.cpp).
void add_picture_options(CLI::App& command, Arguments& arguments);
/// --columns, --drop-text and, where it may be a .csv, --keep-formulas of an export of incidents.
void add_columns_option(CLI::App& command, Arguments& arguments, bool with_csv = true);
/// --coarsen, --merge-under.
void add_publish_options(CLI::App& command, Arguments& arguments);
/// --allow-outside, --allow-network of a study file.
void add_trust_options(CLI::App& command, Arguments& arguments);
void add_theme(CLI::App& command, Arguments& arguments);
/// --graticule, --label-language, --reference, --backdrop.
void add_map_contents(CLI::App& command, Arguments& arguments);
/// What those options ask for, beside what a study file has on its map.
void add_to_map(geo::MapSpec& map, const geo::MapSpec& asked);

} // namespace app
