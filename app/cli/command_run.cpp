#include <filesystem>

#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/cli/write_all.hpp"
#include "geo/study/study_json.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;

void add_options(CLI::App& command, Arguments& arguments) {
    add_study(command, arguments, true);
    add_trust_options(command, arguments);
    add_picture_options(command, arguments);
    add_memory_option(command, arguments);
    add_terminal_options(command, arguments);
}

/// A study that names no outputs gets all that it computes, in NAME-output/ beside it.
fs::path default_outputs(geo::Study& study, const std::string& path) {
    std::string name = fs::path(path).filename().string();
    for (const char* ending : {".json", ".study"})
        if (name.ends_with(ending)) name.erase(name.size() - std::string_view(ending).size());
    fs::path folder = fs::path(path).parent_path() / (name + "-output");
    using What = geo::OutputSpec::What;
    study.outputs.push_back({What::incidents, (folder / "incidents.geojson").string()});
    if (study.proximity) study.outputs.push_back({What::bands, (folder / "bands.json").string()});
    if (study.density) {
        study.outputs.push_back({What::density, (folder / "density.geojson").string()});
        study.outputs.push_back({What::density, (folder / "density.tif").string()});
    }
    const bool hot = study.hot_spots && (!study.hot_spots->by_district() || !study.districts.path.empty());
    if (hot) study.outputs.push_back({What::hot_spots, (folder / "hotspots.geojson").string()});
    if (study.clusters) {
        study.outputs.push_back({What::clusters, (folder / "clusters.geojson").string()});
        study.outputs.push_back({What::cluster_hulls, (folder / "cluster-hulls.geojson").string()});
        study.outputs.push_back({What::cluster_hulls, (folder / "clusters.csv").string()});
    }
    if (study.district_counts && !study.districts.path.empty()) {
        study.outputs.push_back({What::districts, (folder / "districts.geojson").string()});
        study.outputs.push_back({What::districts, (folder / "districts.csv").string()});
    }
    if (study.trend) study.outputs.push_back({What::trend, (folder / "trend.csv").string()});
    if (study.before_after) {
        study.outputs.push_back({What::change, (folder / "change.geojson").string()});
        if (!study.districts.path.empty())
            study.outputs.push_back({What::change_districts, (folder / "change-districts.csv").string()});
    }
    if (study.strip) {
        study.outputs.push_back({What::strip, (folder / "strip.png").string()});
        study.outputs.push_back({What::strip, (folder / "strip.geojson").string()});
    }
    if (study.map) study.outputs.push_back({What::map, (folder / "map.png").string()});
    return folder;
}

/// After the evaluation: a study that cannot be done leaves no empty folder.
void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw geo::Error(geo::ErrorKind::Output, "cannot make folder " + folder.string() + ": " + error.message());
}

geo::Snapshot evaluated(Arguments& arguments, const std::string& path, TerminalProgress& progress) {
    try {
        require_what_outputs_need(arguments.study);
        return evaluate_and_tell(arguments, progress);
    } catch (const geo::Error& error) {
        throw error.with_context("cannot run " + path);
    }
}

void run(Arguments& arguments, TerminalProgress& progress) {
    const std::string path = arguments.study.source.path;
    arguments.study = geo::load_study(path);
    fs::path folder;
    if (arguments.study.outputs.empty()) folder = default_outputs(arguments.study, path);
    require_trust(arguments, path);
    const bool as_it_is_read = arguments.memory_bytes > 0; // incidents are written during the evaluation
    if (!folder.empty() && as_it_is_read) make_folder(folder);
    const geo::Snapshot snapshot = evaluated(arguments, path, progress);
    if (!folder.empty() && !as_it_is_read) make_folder(folder);
    write_all(arguments, snapshot, progress);
}

} // namespace

const Command kRun{"run", "Does what a study file asks for", "borderlens run khyber.study.json", add_options, run};

} // namespace app
