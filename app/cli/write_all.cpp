#include "app/cli/write_all.hpp"

#include <algorithm>

#include "app/cli/report_text.hpp"
#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/strip_picture.hpp"
#include "app/render/picture/write_picture.hpp"
#include "app/report/report_study.hpp"
#include "app/report/write_report.hpp"
#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/study_paths.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

using What = geo::OutputSpec::What;

namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& endings) {
    throw geo::Error(geo::ErrorKind::Argument, "cannot write " + path + ": the ending must be one of " + endings);
}

bool is_strip_picture(const geo::OutputSpec& output) {
    return output.what == What::strip && is_picture_path(output.path);
}

void check_ending(const geo::OutputSpec& output) {
    const bool feature = geo::is_feature_path(output.path);
    if (output.what == What::map && !is_picture_path(output.path)) refuse(output.path, ".png, .svg");
    if (output.what == What::strip && !feature && !is_picture_path(output.path))
        refuse(output.path, std::string(".png, .svg, ") + geo::kKnownFeatureEndings);
    const bool cells =
        output.what == What::density || output.what == What::hot_spots || output.what == What::change;
    if (cells && !feature && !geo::is_grid_path(output.path))
        refuse(output.path, std::string(".tif, .png, .svg, ") + geo::kKnownFeatureEndings);
    const bool features_only = output.what == What::districts || output.what == What::incidents || output.what == What::zones ||
                               output.what == What::clusters || output.what == What::cluster_hulls ||
                               output.what == What::change_districts;
    const std::string ending = geo::ending_of(output.path);
    if (output.what == What::trend && ending != ".csv" && ending != ".json") refuse(output.path, ".csv, .json");
    if (features_only && !feature)
        refuse(output.path, geo::kKnownFeatureEndings);
}

PictureOptions picture_options(const Arguments& arguments) {
    PictureOptions options;
    options.size = {arguments.width, arguments.height};
    options.scale = arguments.render_scale;
    if (arguments.paper_size.empty()) return options;
    if (const auto size = size_from_text(arguments.paper_size, 96 * options.scale)) options.size = *size;
    return options;
}

} // namespace

void require_trust(const Arguments& arguments, const std::string& study_path) {
    const auto refuse = [&](const std::string& what, const char* option) {
        throw geo::Error(geo::ErrorKind::Argument,
                         study_path + " names " + what + "; " + option + " lets it");
    };
    if (!arguments.allow_network && geo::names_network(arguments.study))
        refuse("a database on the network", "--allow-network");
    if (arguments.allow_outside) return;
    const std::vector<std::string> outside = geo::named_outside(arguments.study, study_path);
    if (outside.empty()) return;
    constexpr std::size_t kShown = 3;
    std::string names;
    for (std::size_t i = 0; i < outside.size() && i < kShown; ++i) names += (i > 0 ? ", " : "") + outside[i];
    if (outside.size() > kShown) names += " and " + std::to_string(outside.size() - kShown) + " more";
    refuse("files outside its folder: " + names, "--allow-outside");
}

bool is_study_path(const std::string& path) { return path.ends_with(".study.json"); }

bool wants_picture(const Arguments& arguments) {
    return std::any_of(arguments.study.outputs.begin(), arguments.study.outputs.end(),
                       [](const geo::OutputSpec& output) { return output.what == What::map; });
}

void add_output(Arguments& arguments, geo::OutputSpec output) {
    check_ending(output);
    if (const std::string fault = geo::fault_of(output.publish); !fault.empty())
        throw geo::Error(geo::ErrorKind::Argument, fault);
    if (output.what == What::map || is_strip_picture(output)) check_picture(picture_options(arguments));
    arguments.study.outputs.push_back(std::move(output));
}

void add_outputs(Arguments& arguments, What what) {
    for (const std::string& path : arguments.outputs) {
        const bool picture = is_picture_path(path) && (what == What::density || what == What::hot_spots || what == What::clusters || what == What::districts || what == What::change);
        geo::OutputSpec output{picture ? What::map : what, path};
        const bool of_rows = output.what == What::incidents || output.what == What::clusters;
        if (of_rows || (output.what == What::strip && !is_strip_picture(output))) {
            output.columns = arguments.columns;
            output.keep_formulas = arguments.keep_formulas;
        }
        if (output.what == What::incidents) output.publish = arguments.publish;
        add_output(arguments, std::move(output));
    }
}

void require_what_outputs_need(geo::Study& study) {
    for (const geo::OutputSpec& output : study.outputs) {
        check_ending(output);
        if (output.what == What::density && !study.density) study.density.emplace();
        if ((output.what == What::incidents || output.what == What::bands) && !study.proximity)
            study.proximity.emplace();
        if (output.what == What::hot_spots && !study.hot_spots) study.hot_spots.emplace();
        const bool hot_districts = study.hot_spots && study.hot_spots->by_district();
        if (output.what == What::hot_spots && hot_districts && study.districts.path.empty())
            throw geo::Error(geo::ErrorKind::Argument,
                             "cannot write " + output.path + ": the study names no districts ('districts.path')");
        if (output.what == What::districts && !study.district_counts) study.district_counts.emplace();
        if (output.what == What::clusters || output.what == What::cluster_hulls) {
            if (!study.clusters) study.clusters.emplace();
            if (!study.proximity) study.proximity.emplace();
        }
        if (output.what == What::trend && !study.trend) study.trend.emplace();
        const bool of_change = output.what == What::change || output.what == What::change_districts;
        if (of_change && !study.before_after)
            throw geo::Error(geo::ErrorKind::Argument,
                             "cannot write " + output.path + ": the study names no date ('before_after.date')");
        if (output.what == What::strip && !study.strip) study.strip.emplace();
        if (output.what == What::zones) {
            if (!study.proximity) study.proximity.emplace();
            study.proximity->zones = true;
        }
        if (output.what == What::map && !study.map) study.map.emplace();
        if (output.what == What::report) {
            require_report(study, output.path);
            complete_for_report(study);
        }
    }
}

void write_all(const Arguments& arguments, const geo::Snapshot& snapshot, TerminalProgress& progress) {
    for (const geo::OutputSpec& output : arguments.study.outputs) {
        if (snapshot.of_parts && output.what == What::incidents) continue; // written as the parts came
        progress.stage("write " + std::string(geo::ending_of(output.path)));
        progress.at(0, 1); // interrupted: what is written is whole, nothing more is begun
        switch (output.what) {
        case What::incidents:
        case What::clusters:
            for (const std::string& note :
                 geo::write_incidents(arguments.study, snapshot, output, arguments.threads, progress))
                tell(arguments, "  " + note);
            break;
        case What::density:
            geo::write_density(arguments.study, snapshot, output.path, progress);
            break;
        case What::zones:
            geo::write_zones(arguments.study, snapshot, output.path, progress);
            break;
        case What::cluster_hulls:
            geo::write_cluster_hulls(arguments.study, snapshot, output.path, progress);
            break;
        case What::trend:
            geo::write_trend(arguments.study, snapshot, output.path);
            break;
        case What::change:
            geo::write_change(arguments.study, snapshot, output.path, progress);
            break;
        case What::change_districts:
            geo::write_change_districts(arguments.study, snapshot, output.path, progress);
            break;
        case What::hot_spots:
            geo::write_hot_spots(arguments.study, snapshot, output.path, progress);
            break;
        case What::districts:
            geo::write_districts(arguments.study, snapshot, output.path, progress);
            break;
        case What::strip:
            if (is_strip_picture(output)) {
                write_strip_picture(arguments.study, snapshot, picture_options(arguments), output.path);
                break;
            }
            for (const std::string& note :
                 geo::write_strip(arguments.study, snapshot, output, arguments.threads, progress))
                tell(arguments, "  " + note);
            break;
        case What::report:
            write_report(arguments.study, snapshot, output.path, {arguments.threads, output.columns}, progress);
            break;
        case What::map:
            write_picture(arguments.study, snapshot, nullptr, picture_options(arguments), output.path);
            break;
        case What::bands:
            geo::write_bands(arguments.study, snapshot, output.path);
            break;
        }
        if (output.path != "-") tell(arguments, "wrote " + geo::shown_output(output.path));
    }
    progress.stage("");
}

} // namespace app
