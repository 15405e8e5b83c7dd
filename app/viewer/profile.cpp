#include "app/viewer/profile.hpp"

#include <signal.h> // NOLINT(modernize-deprecated-headers): kill is POSIX's
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/study/study_json.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kEnding = ".unsaved.json";
constexpr std::size_t kMaxUnsaved = 5; // shown and kept

std::optional<std::string> text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// $VARIABLE/borderlens or ~/FALLBACK/borderlens; relative values are to be ignored, says the specification.
std::string xdg_folder(const char* variable, const char* fallback) {
    const char* set = std::getenv(variable);
    if (set && fs::path(set).is_absolute()) return (fs::path(set) / "borderlens").string();
    const char* home = std::getenv("HOME");
    return home && *home ? (fs::path(home) / fallback / "borderlens").string() : std::string();
}

/// The process number in "1234-1.unsaved.json".
std::optional<pid_t> process_of(const std::string& name) {
    pid_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc() || number <= 0 || end == name.data() + name.size() || *end != '-')
        return std::nullopt;
    return number;
}

bool runs(pid_t process) { return process != ::getpid() && (::kill(process, 0) == 0 || errno == EPERM); }

std::string local_time(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(system));
    std::tm parts{};
    if (!::localtime_r(&seconds, &parts)) return "";
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min);
}

std::optional<UnsavedStudy> unsaved_in(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    const auto process = process_of(name);
    if (!name.ends_with(kEnding) || !process || runs(*process)) return std::nullopt;
    try {
        const UnsavedWork work = load_unsaved(entry.path().string());
        return UnsavedStudy{entry.path().string(), work.study.name, work.study_path, work.study.source.path,
                            local_time(entry.last_write_time())};
    } catch (const std::exception&) { // not ours, or cut off: no reason to bother anybody
        return std::nullopt;
    }
}

} // namespace

Profile profile_of_user() {
    const std::string config = xdg_folder("XDG_CONFIG_HOME", ".config");
    const std::string state = xdg_folder("XDG_STATE_HOME", ".local/state");
    if (config.empty() || state.empty()) return {};
    return {config + "/viewer.json", state + "/unsaved"};
}

Profile profile_in(const std::string& folder) { return {folder + "/viewer.json", folder + "/unsaved"}; }

Settings load_settings(const Profile& profile) {
    if (profile.settings_file.empty()) return {};
    return settings_from_json(text_of(profile.settings_file).value_or(""));
}

std::vector<UnsavedStudy> unsaved_studies(const Profile& profile) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    if (!profile.unsaved_folder.empty())
        for (fs::directory_iterator it(profile.unsaved_folder, failed), end; !failed && it != end;
             it.increment(failed))
            entries.push_back(*it);
    const auto written = [](const fs::directory_entry& entry) {
        std::error_code gone;
        return entry.last_write_time(gone);
    };
    std::sort(entries.begin(), entries.end(),
              [&](const auto& a, const auto& b) { return written(a) > written(b); });
    std::vector<UnsavedStudy> found;
    for (const fs::directory_entry& entry : entries)
        if (auto study = unsaved_in(entry)) found.push_back(std::move(*study));
    for (std::size_t i = kMaxUnsaved; i < found.size(); ++i) fs::remove(found[i].file, failed);
    if (found.size() > kMaxUnsaved) found.resize(kMaxUnsaved);
    return found;
}

std::string new_unsaved_file(const Profile& profile) {
    static int n = 0;
    return fmt::format("{}/{}-{}{}", profile.unsaved_folder, ::getpid(), ++n, kEnding);
}

std::string unsaved_text(const geo::Study& study, const std::string& study_path) {
    Json json;
    json["borderlens_unsaved"] = 1;
    json["study_path"] = study_path;
    json["study"] = Json::parse(geo::json_from_study(study));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

UnsavedWork load_unsaved(const std::string& file) {
    const auto text = text_of(file);
    if (!text) throw geo::Error(geo::ErrorKind::Io, "cannot open " + file);
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object() || !json.contains("study") || !json.contains("borderlens_unsaved"))
        throw geo::Error(geo::ErrorKind::Format, file + " is no unsaved study");
    return {geo::study_from_json(json["study"].dump(), ""), json.value("study_path", std::string())};
}

} // namespace app
