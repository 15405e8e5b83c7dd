#include "geo/table/filter.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "geo/table/drawn_polygon.hpp"

namespace geo {

namespace {

std::string period_in_words(const Filter& filter) {
    if (filter.from && filter.to)
        return *filter.from == *filter.to ? iso_from_day(*filter.from)
                                          : iso_from_day(*filter.from) + " to " + iso_from_day(*filter.to);
    return filter.from ? "from " + iso_from_day(*filter.from) : "until " + iso_from_day(*filter.to);
}

std::string area_in_words(const std::string& area) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kAreas = {{
        {"kp", "Khyber Pakhtunkhwa"},
        {"kp-without-fata", "Khyber Pakhtunkhwa without the former FATA"},
        {"fata", "the former FATA"},
        {"balochistan", "Balochistan"},
        {"study", "Khyber Pakhtunkhwa and Balochistan"},
    }};
    for (const auto& [name, words] : kAreas)
        if (area == name) return "in " + std::string(words);
    return "in the area of " + area.substr(area.find_last_of('/') + 1);
}

std::string polygon_in_words(const std::vector<LonLat>& polygon) {
    return fmt::format("inside a drawn polygon of {} vertices{}", polygon.size(),
                       crosses_itself(polygon) ? " that crosses itself (even-odd rule)" : "");
}

std::string length_in_words(Metres length) {
    return length.value < 1000 ? fmt::format("{:g} m", length.value)
                               : fmt::format("{:g} km", km_from(length));
}

} // namespace

std::string in_words(const Filter& filter) {
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
    if (filter.from || filter.to) add(period_in_words(filter));
    if (!filter.area.empty()) add(area_in_words(filter.area));
    if (filter.bbox)
        add(fmt::format("longitude {:g} to {:g} and latitude {:g} to {:g}", filter.bbox->west,
                        filter.bbox->east, filter.bbox->south, filter.bbox->north));
    if (!filter.polygon.empty()) add(polygon_in_words(filter.polygon));
    if (filter.within) add("within " + length_in_words(*filter.within) + " of the border");
    if (filter.max_uncertainty) add("places known to within " + length_in_words(*filter.max_uncertainty));
    if (!filter.where.empty()) add(filter.where);
    return out.empty() ? "all incidents" : out;
}

} // namespace geo
