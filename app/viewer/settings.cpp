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

} // namespace

float next_text_size(float size, int step) {
    const auto at = std::lower_bound(std::begin(kTextSizes), std::end(kTextSizes), size - 0.01f);
    const auto last = static_cast<long>(std::size(kTextSizes)) - 1;
    return kTextSizes[std::clamp(static_cast<long>(at - std::begin(kTextSizes)) + step, 0L, last)];
}

void remember_recent(Settings& settings, const std::string& path) {
    std::erase(settings.recent, path);
    settings.recent.insert(settings.recent.begin(), path);
    if (settings.recent.size() > Settings::kMaxRecent) settings.recent.resize(Settings::kMaxRecent);
}

std::string json_from_settings(const Settings& settings) {
    Json json;
    if (settings.theme) json["theme"] = *settings.theme == geo::Theme::dark ? "dark" : "light";
    for (const Size& size : kSizes) json[size.key] = std::round(double{settings.*size.member} * 100) / 100;
    json["recent"] = settings.recent;
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
    return settings;
}

} // namespace app
