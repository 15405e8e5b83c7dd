#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "geo/core/places.hpp"

namespace geo {

/// A coarse box around a country or province that a row names, nullptr for names we do not know. The boxes
/// are drawn a few tenths of a degree wide of the outlines, disputed areas included: a place outside is worth
/// a look, a place inside proves nothing. Known: Pakistan, Afghanistan, Iran, Khyber Pakhtunkhwa (also FATA,
/// NWFP) and Balochistan, under their usual spellings.
const LonLatBox* country_box(std::string_view name);
const LonLatBox* province_box(std::string_view name);

/// Pakistan, Afghanistan and Iran together.
const LonLatBox& region_box();

/// Looks names up once each: columns of countries repeat.
class BoxFinder {
  public:
    explicit BoxFinder(const LonLatBox* (*look_up)(std::string_view)) : look_up_(look_up) {}
    /// nullptr for an unknown or empty name. One comparison when the name is the last row's.
    const LonLatBox* find(std::string_view name);

  private:
    const LonLatBox* (*look_up_)(std::string_view);
    std::string last_;
    const LonLatBox* last_box_ = nullptr;
    std::unordered_map<std::string, const LonLatBox*> known_;
};

} // namespace geo
