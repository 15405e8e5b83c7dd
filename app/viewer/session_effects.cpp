#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/render/animation/write_animation.hpp"
#include "app/viewer/apply.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/home_path.hpp"
#include "app/viewer/session.hpp"
#include "app/viewer/text.hpp"
#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_paths.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxEntries = 2000; // of a folder in the dialog

std::vector<FolderEntry> entries_of(const fs::path& folder) {
    std::vector<FolderEntry> entries;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::string name = it->path().filename().string();
        std::error_code unknown;
        if (!name.starts_with(".")) entries.push_back({std::move(name), it->is_directory(unknown)});
        if (entries.size() == kMaxEntries) break;
    }
    std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.is_folder != b.is_folder ? a.is_folder : a.name < b.name;
    });
    return entries;
}

/// The study as its pictures are drawn: what the map shows, in the light theme, with the colours' scale as it
/// is.
geo::Study study_of_pictures(const Model& model) {
    geo::Study study = model.study;
    study.outputs.clear();
    study.proximity.reset(); // no picture shows it
    study.map->theme = geo::Theme::light;
    study.map->view = visible_box(model.view.camera, model.view.map_size);
    leave_out_hidden(study);
    const auto& surface = model.run.snapshot->density.value;
    if (study.density && !study.density->scale_top && surface) study.density->scale_top = surface->scale.top;
    return study;
}

/// What the study file wants from elsewhere.
std::vector<std::string> outside_of(const geo::Study& study, const std::string& file) {
    std::vector<std::string> outside = geo::named_outside(study, file);
    if (geo::names_network(study)) outside.emplace_back(text::kNetworkDatabase);
    return outside;
}

} // namespace

PathFacts facts_of_path(const std::string& typed) {
    const fs::path path = at_home(typed);
    std::error_code unknown;
    PathFacts facts;
    facts.exists = fs::exists(path, unknown);
    facts.is_folder = fs::is_directory(path, unknown);
    fs::path folder = facts.is_folder ? path : path.parent_path();
    if (folder.empty()) folder = fs::current_path(unknown);
    if (!folder.has_filename()) folder = folder.parent_path();
    facts.folder = fs::absolute(folder, unknown).string();
    facts.entries = entries_of(folder);
    return facts;
}

void Session::perform(const LoadStudy& effect) {
    try {
        geo::Study study = geo::load_study(at_home(effect.path));
        std::vector<std::string> outside = outside_of(study, at_home(effect.path));
        if (outside.empty())
            run(StudyLoaded{std::move(study), effect.path});
        else
            run(StudyAsks{std::move(study), effect.path, std::move(outside)});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const SaveStudy& effect) {
    try {
        geo::save_study(effect.study, at_home(effect.path));
        run(StudySaved{model_.study, effect.path, outside_of(effect.study, at_home(effect.path))});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const ExportPlayback& effect) {
    const PlaybackDialog& settings = effect.settings;
    AnimationRequest request;
    request.study = study_of_pictures(model_);
    request.playback = model_.view.playback.spec;
    request.picture.size = kFrameSizes[settings.size].size;
    request.picture.scale = kFrameSizes[settings.size].scale;
    request.timing = {settings.frame_ms, settings.repeats ? 0 : 1};
    const std::string path = at_home(settings.path);
    request.paths = {path};
    exporter_.submit_task([request = std::move(request), path,
                           start = model_.run.snapshot](const geo::Snapshot&, geo::Progress& progress) {
        const AnimationSummary summary = write_animation(request, *start, progress);
        return fmt::format(text::kWrotePlayback, path, count_text(summary.n_frames));
    });
}

void Session::perform(const StopExport&) { exporter_.cancel(); }

void Session::perform(const LookAt& effect) { run(PathSeen{effect.path, facts_of_path(effect.path)}); }

void Session::perform(const ProbeLayer& effect) {
    const ProbeLayer asked{at_home(effect.path), effect.use};
    auto promise = std::make_shared<std::promise<LayerFile>>();
    probes_.push_back({asked, promise->get_future()});
    evaluator_.submit_task([asked, promise](const geo::Snapshot&, geo::Progress& progress) {
        progress.stage("look at " + fs::path(asked.path).filename().string());
        try {
            promise->set_value(layer_file_of(asked.path, asked.use, progress));
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
        return std::string(); // told by take_probes
    });
}

void Session::perform(const OpenIncidents& effect) { run(OpenPath{effect.path}); }

void Session::perform(const StopRun&) { evaluator_.cancel(); }

void Session::perform(const FindSample&) {
    try {
        run(OpenPath{geo::datasets_folder() + "/incidents_sample.csv"});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const RunAgain&) { submitted_.reset(); }

} // namespace app
