#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "app/render/animation/write_animation.hpp"
#include "app/render/render_image.hpp"
#include "app/viewer/apply.hpp"
#include "app/viewer/format.hpp"
#include "app/viewer/session.hpp"
#include "app/viewer/text.hpp"
#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxEntries = 2000; // of a folder in the dialog

std::string at_home(const std::string& path) {
    const char* home = std::getenv("HOME");
    if (home && (path == "~" || path.starts_with("~/"))) return home + path.substr(1);
    return path;
}

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

/// Runs on the evaluator's thread.
std::string export_picture(geo::Study study, const geo::Snapshot& snapshot, const std::string& path) {
    study.map->theme = geo::Theme::light; // as in a report
    PictureOptions options;
    options.scale = 1.5;
    if (!study.map->show_density) study.density.reset();
    const Image image = render_image(geo::make_scene(study, snapshot), nullptr, options);
    const std::vector<std::uint8_t> png = png_from_image(
        image, {{"Software", "borderlens"}, {"borderlens", geo::provenance_of(study, snapshot)}},
        96 * options.scale);
    geo::write_file_atomically(path, {reinterpret_cast<const char*>(png.data()), png.size()});
    return fmt::format(text::kWrote, path);
}

/// The study as its pictures are drawn: what the map shows, in the light theme, with the colours' scale as it
/// is.
geo::Study study_of_pictures(const Model& model) {
    geo::Study study = model.study;
    study.outputs.clear();
    study.proximity.reset(); // no picture shows it
    study.map->theme = geo::Theme::light;
    study.map->view = visible_box(model.view.camera, model.view.map_size);
    if (!study.map->show_density) study.density.reset();
    const auto& surface = model.run.snapshot->density.value;
    if (study.density && !study.density->scale_top && surface) study.density->scale_top = surface->scale.top;
    return study;
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
        run(StudyLoaded{geo::load_study(at_home(effect.path)), effect.path});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const SaveStudy& effect) {
    try {
        geo::save_study(effect.study, at_home(effect.path));
        run(StudySaved{effect.path});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

void Session::perform(const Export& effect) {
    const std::string path = at_home(effect.path);
    evaluator_.submit_task([study = model_.study, what = effect.what, path,
                            box = visible_box(model_.view.camera, model_.view.map_size)](
                               const geo::Snapshot& snapshot, geo::Progress& progress) mutable {
        using What = geo::OutputSpec::What;
        if (what == What::map) {
            study.map->view = box;
            return export_picture(study, snapshot, path);
        }
        if (what == What::density)
            geo::write_density(study, snapshot, path, progress);
        else
            geo::write_incidents(study, snapshot, path, 0, progress);
        return fmt::format(text::kWrote, path);
    });
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
