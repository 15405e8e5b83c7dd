#include "geo/table/place_boxes.hpp"

#include <algorithm>
#include <array>

#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr LonLatBox kPakistan{60.5, 23.3, 78.3, 37.4};
constexpr LonLatBox kAfghanistan{60.2, 29.1, 75.2, 38.8};
constexpr LonLatBox kIran{43.8, 24.8, 63.6, 40.0};
constexpr LonLatBox kRegion{43.8, 23.3, 78.3, 40.0};
constexpr LonLatBox kKhyberPakhtunkhwa{68.9, 30.8, 74.4, 37.1};
constexpr LonLatBox kBalochistan{60.5, 24.4, 70.6, 32.4};

struct Named {
    std::string_view folded;
    const LonLatBox* box;
};

constexpr std::array kCountries = {
    Named{"pakistan", &kPakistan},
    Named{"islamicrepublicofpakistan", &kPakistan},
    Named{"pak", &kPakistan},
    Named{"pk", &kPakistan},
    Named{"afghanistan", &kAfghanistan},
    Named{"afg", &kAfghanistan},
    Named{"af", &kAfghanistan},
    Named{"iran", &kIran},
    Named{"iran(islamicrepublicof)", &kIran},
    Named{"iran,islamicrepublicof", &kIran},
    Named{"islamicrepublicofiran", &kIran},
    Named{"irn", &kIran},
    Named{"ir", &kIran},
};

constexpr std::array kProvinces = {
    Named{"khyberpakhtunkhwa", &kKhyberPakhtunkhwa},
    Named{"khyberpakhtunkwa", &kKhyberPakhtunkhwa},
    Named{"khyberpukhtunkhwa", &kKhyberPakhtunkhwa},
    Named{"khyberpakhtoonkhwa", &kKhyberPakhtunkhwa},
    Named{"kp", &kKhyberPakhtunkhwa},
    Named{"kpk", &kKhyberPakhtunkhwa},
    Named{"nwfp", &kKhyberPakhtunkhwa},
    Named{"northwestfrontier", &kKhyberPakhtunkhwa},
    Named{"federallyadministeredtribalareas", &kKhyberPakhtunkhwa},
    Named{"fata", &kKhyberPakhtunkhwa},
    Named{"balochistan", &kBalochistan},
    Named{"baluchistan", &kBalochistan},
};

template <std::size_t n>
const LonLatBox* box_named(const std::array<Named, n>& names, std::string_view folded) {
    const auto it =
        std::find_if(names.begin(), names.end(), [&](const Named& known) { return known.folded == folded; });
    return it == names.end() ? nullptr : it->box;
}

} // namespace

const LonLatBox* country_box(std::string_view name) { return box_named(kCountries, folded_name(name)); }

const LonLatBox* province_box(std::string_view name) {
    std::string folded = folded_name(name);
    constexpr std::string_view kSuffix = "province";
    if (folded.ends_with(kSuffix)) folded.resize(folded.size() - kSuffix.size());
    return box_named(kProvinces, folded);
}

const LonLatBox& region_box() { return kRegion; }

const LonLatBox* BoxFinder::find(std::string_view name) {
    if (name == last_) return last_box_;
    last_ = name;
    const auto [it, added] = known_.try_emplace(last_, nullptr);
    if (added) it->second = look_up_(name);
    return last_box_ = it->second;
}

} // namespace geo
