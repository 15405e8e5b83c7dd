#include "app/viewer/settings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <nlohmann/json.hpp>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

struct Size {
    const char* key;
    float Settings::*member;
    float least, most;
};
constexpr Size kSizes[] = {{"text_size", &Settings::text_size, 0.5f, 3},
                           {"left_width", &Settings::left_width, 160, 800},
                           {"right_width", &Settings::right_width, 160, 800},
                           {"timeline_height", &Settings::timeline_height, 80, 800}};

void read_trusted(const Json& json, Settings& settings) {
    if (!json.is_object() || settings.trusted.size() == Settings::kMaxTrusted) return;
    const auto study = json.find("study"), files = json.find("files");
    if (study == json.end() || !study->is_string() || files == json.end() || !files->is_array()) return;
    Settings::Trusted trusted{study->get<std::string>(), {}};
    for (const Json& file : *files)
        if (file.is_string()) trusted.files.push_back(file.get<std::string>());
    settings.trusted.push_back(std::move(trusted));
}

} // namespace

float next_text_size(float size, int step) {
    const auto* const at = std::lower_bound(std::begin(kTextSizes), std::end(kTextSizes), size - 0.01f);
    const auto last = static_cast<long>(std::size(kTextSizes)) - 1;
    return kTextSizes[std::clamp(static_cast<long>(at - std::begin(kTextSizes)) + step, 0L, last)];
}

void remember_recent(Settings& settings, const std::string& path) {
    std::erase(settings.recent, path);
    settings.recent.insert(settings.recent.begin(), path);
    if (settings.recent.size() > Settings::kMaxRecent) settings.recent.resize(Settings::kMaxRecent);
}

void remember_trusted(Settings& settings, const std::string& study, const std::vector<std::string>& files) {
    std::erase_if(settings.trusted, [&](const Settings::Trusted& known) { return known.study == study; });
    if (files.empty()) return;
    settings.trusted.insert(settings.trusted.begin(), {study, files});
    if (settings.trusted.size() > Settings::kMaxTrusted) settings.trusted.resize(Settings::kMaxTrusted);
}

bool is_trusted(const Settings& settings, const std::string& study, const std::vector<std::string>& files) {
    const auto known = std::find_if(settings.trusted.begin(), settings.trusted.end(),
                                    [&](const Settings::Trusted& one) { return one.study == study; });
    return known != settings.trusted.end() &&
           std::all_of(files.begin(), files.end(), [&](const std::string& file) {
               return std::find(known->files.begin(), known->files.end(), file) != known->files.end();
           });
}

std::string json_from_settings(const Settings& settings) {
    Json json;
    if (settings.theme) json["theme"] = *settings.theme == geo::Theme::dark ? "dark" : "light";
    for (const Size& size : kSizes) json[size.key] = std::round(double{settings.*size.member} * 100) / 100;
    json["recent"] = settings.recent;
    for (const Settings::Trusted& one : settings.trusted)
        json["trusted"].push_back({{"study", one.study}, {"files", one.files}});
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Settings settings_from_json(std::string_view text) {
    Settings settings;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return settings;
    const auto theme = json.find("theme");
    if (theme != json.end() && *theme == "dark") settings.theme = geo::Theme::dark;
    if (theme != json.end() && *theme == "light") settings.theme = geo::Theme::light;
    for (const Size& size : kSizes)
        if (const auto it = json.find(size.key); it != json.end() && it->is_number())
            settings.*size.member = std::clamp(it->get<float>(), size.least, size.most);
    if (const auto it = json.find("recent"); it != json.end() && it->is_array())
        for (const Json& path : *it)
            if (path.is_string() && settings.recent.size() < Settings::kMaxRecent)
                settings.recent.push_back(path.get<std::string>());
    if (const auto it = json.find("trusted"); it != json.end() && it->is_array())
        for (const Json& one : *it) read_trusted(one, settings);
    return settings;
}

} // namespace app
