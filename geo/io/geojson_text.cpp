#include "geo/io/geojson_text.hpp"

#include <simdjson.h>

namespace geo {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kFeatures = "\"features\"";

/// The first place at or after `at` that is no white space; npos at the end.
std::size_t past_blanks(std::string_view text, std::size_t at) { return text.find_first_not_of(kBlanks, at); }

/// The bracket that opens the value of the member whose name stands at `at`; npos when no array follows.
std::size_t array_after_name(std::string_view text, std::size_t at) {
    const std::size_t colon = past_blanks(text, at + kFeatures.size());
    if (colon == std::string_view::npos || text[colon] != ':') return std::string_view::npos;
    const std::size_t bracket = past_blanks(text, colon + 1);
    return bracket == std::string_view::npos || text[bracket] != '[' ? std::string_view::npos : bracket;
}

bool is_wgs84(std::string_view crs) {
    return crs == "urn:ogc:def:crs:OGC:1.3:CRS84" || crs == "urn:ogc:def:crs:OGC::CRS84" ||
           crs == "EPSG:4326";
}

/// What stands before the features, closed: a whole document when they were a member of the outermost object.
struct Head {
    bool whole = false; ///< it is
    bool usable = false;
    std::string name;
};

Head head_of(std::string_view before_features) {
    Head head;
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    const simdjson::padded_string closed(std::string(before_features) + "[]}");
    if (parser.parse(closed).get_object().get(object)) return head;
    head.whole = true;
    std::string_view type;
    if (object["type"].get_string().get(type) || type != "FeatureCollection") return head;
    simdjson::dom::element crs;
    if (!object["crs"].get(crs) && !crs.is_null()) {
        std::string_view crs_name;
        if (crs["properties"]["name"].get_string().get(crs_name) || !is_wgs84(crs_name)) return head;
    }
    std::string_view name;
    if (!object["name"].get_string().get(name)) head.name = name;
    head.usable = true;
    return head;
}

/// Without "]}" and white space at the end; nothing when something else ends it.
std::optional<std::string_view> without_ending(std::string_view text) {
    for (const char closing : {'}', ']'}) {
        const std::size_t last = text.find_last_not_of(kBlanks);
        if (last == std::string_view::npos || text[last] != closing) return {};
        text = text.substr(0, last);
    }
    return text;
}

/// `"type"` of `{"type": ...`; empty when no object with a member starts there.
std::string_view first_key_of(std::string_view features) {
    const std::size_t brace = past_blanks(features, 0);
    if (brace == std::string_view::npos || features[brace] != '{') return {};
    const std::size_t quote = past_blanks(features, brace + 1);
    if (quote == std::string_view::npos || features[quote] != '"') return {};
    const std::size_t end = features.find_first_of("\"\\", quote + 1);
    return end == std::string_view::npos || features[end] != '"' ? std::string_view{}
                                                                 : features.substr(quote, end + 1 - quote);
}

/// A brace at or after `at` that follows a comma and opens an object with that first member. A quotation mark
/// within a string is escaped, so that only structure looks like this.
std::size_t feature_start_from(const FeatureCollectionText& collection, std::size_t at) {
    const std::string_view text = collection.features;
    for (at = text.find('{', at); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_not_of(kBlanks, at - 1);
        if (before == std::string_view::npos || text[before] != ',') continue;
        const std::size_t key = past_blanks(text, at + 1);
        if (key != std::string_view::npos && text.substr(key).starts_with(collection.first_key)) return at;
    }
    return text.size();
}

} // namespace

std::optional<FeatureCollectionText> feature_collection_text(std::string_view text) {
    constexpr std::size_t kMostHead = std::size_t{1} << 20;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::string_view start = text.substr(0, kMostHead);
    for (std::size_t at = start.find(kFeatures); at != std::string_view::npos;
         at = start.find(kFeatures, at + 1)) {
        const std::size_t bracket = array_after_name(start, at);
        if (bracket == std::string_view::npos) continue;
        Head head = head_of(text.substr(0, bracket));
        if (!head.whole) continue; // a member of the same name further within
        const auto features = without_ending(text.substr(bracket + 1));
        if (!head.usable || !features) return {};
        FeatureCollectionText found{std::move(head.name), *features, first_key_of(*features)};
        if (found.first_key.empty()) return {};
        return found;
    }
    return {};
}

std::vector<std::size_t> likely_feature_starts(const FeatureCollectionText& collection,
                                               std::size_t piece_bytes) {
    std::vector<std::size_t> starts{0};
    const std::size_t size = collection.features.size();
    for (std::size_t wanted = piece_bytes; wanted < size; wanted = starts.back() + piece_bytes) {
        const std::size_t start = feature_start_from(collection, wanted);
        if (start >= size) break;
        starts.push_back(start);
    }
    return starts;
}

} // namespace geo
