#include <filesystem>

#include <fmt/format.h>

#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/strip_picture.hpp"
#include "app/render/picture/write_picture.hpp"
#include "app/report/write_report.hpp"
#include "app/viewer/home_path.hpp"
#include "app/viewer/session.hpp"
#include "app/viewer/text.hpp"
#include "geo/core/error.hpp"
#include "geo/study/district_counts.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
using What = geo::OutputSpec::What;

void make_folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    std::error_code failed;
    if (!folder.empty()) fs::create_directories(folder, failed);
    if (failed)
        throw geo::Error(geo::ErrorKind::Output,
                         "cannot make the folder " + folder.string() + ": " + failed.message());
}

PictureOptions picture_options(const ExportJob& job) {
    const auto options = options_of(job.picture);
    if (!options) throw geo::Error(geo::ErrorKind::Argument, fmt::format(text::kNoPictureSize, job.picture.size));
    return *options;
}

void write_job(const ExportJob& job, const geo::Study& study, const geo::Snapshot& snapshot,
               const std::string& path, geo::Progress& progress) {
    geo::OutputSpec output = job.output;
    output.path = path;
    switch (job.output.what) {
    case What::incidents:
    case What::clusters:
        geo::write_incidents(study, snapshot, output, 0, progress, job.rows ? &*job.rows : nullptr);
        break;
    case What::density:
        geo::write_density(study, snapshot, path, progress);
        break;
    case What::bands:
        geo::write_bands(study, snapshot, path);
        break;
    case What::zones:
        geo::write_zones(study, snapshot, path, progress);
        break;
    case What::cluster_hulls:
        geo::write_cluster_hulls(study, snapshot, path, progress);
        break;
    case What::districts:
        geo::write_districts(study, snapshot, path, progress);
        break;
    case What::change:
        geo::write_change(study, snapshot, path, progress);
        break;
    case What::change_districts:
        geo::write_change_districts(study, snapshot, path, progress);
        break;
    case What::trend:
        geo::write_trend(study, snapshot, path);
        break;
    case What::hot_spots:
        geo::write_hot_spots(study, snapshot, path, progress);
        break;
    case What::strip:
        if (is_picture_path(path))
            write_strip_picture(study, snapshot, picture_options(job), path);
        else
            geo::write_strip(study, snapshot, output, 0, progress);
        break;
    case What::report:
        write_report(study, snapshot, path, {0, job.output.columns}, progress);
        break;
    case What::map:
        write_picture(study, snapshot, nullptr, picture_options(job), path);
        break;
    }
}

/// What has to be computed for this file: also a density that the map hides.
geo::Study computed_for(const geo::Study& study, What what) {
    geo::Study wanted = study_to_compute(study);
    if (what == What::report) return study; // also what the map hides
    if (what == What::density) wanted.density = study.density;
    if (what == What::hot_spots) wanted.hot_spots = study.hot_spots;
    if (what == What::change || what == What::change_districts) wanted.before_after = study.before_after;
    if (what == What::clusters || what == What::cluster_hulls) wanted.clusters = study.clusters;
    if (what == What::districts) wanted.district_counts = study.district_counts;
    return wanted;
}

} // namespace

void Session::perform(const Export& effect) {
    const std::string path = at_home(effect.path);
    // What was asked for is written as it was, whatever has been changed since: what is current of the
    // snapshot is used, the rest computed.
    const auto write = [evaluate = evaluate_, job = effect.job, study = effect.study,
                        path](const geo::Snapshot& snapshot, geo::Progress& progress) {
        const geo::Snapshot own = evaluate(computed_for(study, job.output.what), snapshot, progress, {});
        progress.stage(fs::path(path).filename().string());
        progress.at(0, 1); // not written at all when it was cancelled meanwhile
        make_folder_of(path);
        write_job(job, study, own, path, progress);
        return fmt::format(text::kWrote, path);
    };
    evaluator_.submit_task(write, effect.path);
}

void Session::perform(const LookAtExport& effect) {
    std::error_code unknown;
    ExportFacts facts;
    const fs::path folder = at_home(effect.folder);
    facts.folder_exists = folder.empty() || fs::exists(folder, unknown);
    facts.folder_is_file = facts.folder_exists && !folder.empty() && !fs::is_directory(folder, unknown);
    for (const std::string& path : effect.paths)
        if (fs::is_regular_file(path, unknown)) facts.existing.push_back(path);
        else if (fs::is_directory(path, unknown) && !fs::is_empty(path, unknown)) facts.taken.push_back(path);
    for (const FolderEntry& entry : facts_of_path((folder / "").string()).entries)
        if (entry.is_folder) facts.folders.push_back(entry.name);
    run(ExportSeen{effect.folder, std::move(facts)});
}

} // namespace app
