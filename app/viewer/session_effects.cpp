#include <algorithm>
#include <filesystem>

#include "app/viewer/apply.hpp"
#include "app/viewer/home_path.hpp"
#include "app/viewer/session.hpp"
#include "geo/core/error.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/study_json.hpp"

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
        run(StudySaved{model_.study, effect.path});
    } catch (const geo::Error& error) {
        run(Tell{{error.what(), true}});
    }
}

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
