#include "geo/study/study_json_layers.hpp"

#include <cmath>

#include <fmt/format.h>

#include "geo/core/error.hpp"

namespace geo {

namespace {

using Json = nlohmann::ordered_json;

double rounded(float value) { return std::round(double{value} * 1000) / 1000; }

[[noreturn]] void refuse(const std::string& key, const std::string& why) {
    throw Error(ErrorKind::Format, "study: '" + key + "' " + why);
}

Rgba color_of(const std::string& key, const std::string& text) {
    const bool hex = text.size() == 7 && text[0] == '#' &&
                     text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!hex) refuse(key, "must be a colour like #1b9e8a, not \"" + text + "\"");
    return rgb(static_cast<std::uint32_t>(std::stoul(text.substr(1), nullptr, 16)));
}

float number_within(const std::string& key, const Json& value, float least, float most) {
    const float number = value.get<float>();
    if (!(number >= least && number <= most))
        refuse(key, fmt::format("must be a number from {:g} to {:g}", least, most));
    return number;
}

} // namespace

std::string color_text(Rgba color) { return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b); }

Json reference_json(const ReferenceSpec& spec) {
    Json json{{"path", spec.path},
              {"visible", spec.visible},
              {"opacity", rounded(spec.opacity)},
              {"color", color_text(spec.color)},
              {"width_px", rounded(spec.width_px)}};
    if (!spec.label_field.empty()) json["label_field"] = spec.label_field;
    return json;
}

Json backdrop_json(const BackdropSpec& spec) {
    return {{"path", spec.path}, {"visible", spec.visible}, {"opacity", rounded(spec.opacity)}};
}

namespace {

void read_reference_key(const std::string& key, const Json& value, ReferenceSpec& spec) {
    const std::string name = "map.references." + key;
    if (key == "path")
        spec.path = value.get<std::string>();
    else if (key == "visible")
        spec.visible = value.get<bool>();
    else if (key == "opacity")
        spec.opacity = number_within(name, value, 0, 1);
    else if (key == "color")
        spec.color = color_of(name, value.get<std::string>());
    else if (key == "width_px")
        spec.width_px = number_within(name, value, kReferenceWidths[0], kReferenceWidths[1]);
    else if (key == "label_field")
        spec.label_field = value.get<std::string>();
    else
        refuse(name, "is not a key of a study");
}

void read_backdrop_key(const std::string& key, const Json& value, BackdropSpec& spec) {
    const std::string name = "map.backdrop." + key;
    if (key == "path")
        spec.path = value.get<std::string>();
    else if (key == "visible")
        spec.visible = value.get<bool>();
    else if (key == "opacity")
        spec.opacity = number_within(name, value, 0, 1);
    else
        refuse(name, "is not a key of a study");
}

template <typename Spec, typename ReadKey>
Spec layer_from(const std::string& where, const Json& json, ReadKey read_key) {
    if (!json.is_object()) refuse(where, "must be an object");
    Spec spec;
    for (const auto& [key, value] : json.items()) {
        try {
            read_key(key, value, spec);
        } catch (const nlohmann::json::exception&) {
            refuse(fmt::format("{}.{}", where, key), "has a value of the wrong kind: " + value.dump());
        }
    }
    if (spec.path.empty()) refuse(where + ".path", "is missing: the file of the layer");
    return spec;
}

} // namespace

ReferenceSpec reference_from_json(const Json& json) {
    return layer_from<ReferenceSpec>("map.references", json, read_reference_key);
}

BackdropSpec backdrop_from_json(const Json& json) {
    return layer_from<BackdropSpec>("map.backdrop", json, read_backdrop_key);
}

} // namespace geo
