#include "geo/study/playback_provenance.hpp"

#include <nlohmann/json.hpp>

#include "geo/study/provenance.hpp"

namespace geo {

std::string playback_provenance(const Study& study, const Snapshot& whole, const PlaybackSpec& playback,
                                std::span<const FrameCount> frames) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const FrameCount& frame : frames)
        list.push_back({{"frame", list.size() + 1},
                        {"first_day", iso_from_day(frame.days.first)},
                        {"last_day", iso_from_day(frame.days.last - std::chrono::days{1})},
                        {"incidents", frame.incidents}});
    Json json = Json::parse(provenance_of(study, whole));
    // Peak and years of the whole period are no frame's; what every frame shares stands in the study.
    json.erase("density");
    json["animation"] = {
        {"step", name_of(playback.step)},
        {"window", playback.cumulative ? "from the first day on" : in_words(playback.window)},
        {"frames", std::move(list)}};
    return json.dump(2) + "\n";
}

} // namespace geo
