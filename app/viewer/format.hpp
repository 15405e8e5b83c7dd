#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace app {

// Numbers as people read them.
std::string with_digits(double value, int n_significant); ///< 1234.5, 3 -> "1,230"
std::string count_text(std::uint64_t n);                  ///< "6,416"
std::string length_text(double metres);                   ///< "850 m", "12.4 km"
std::string place_text(double lon_deg, double lat_deg);   ///< "71.5249° E  34.0151° N"
std::string neighbour_name(std::string_view iso_a3);      ///< "Afghanistan"

/// A scale bar of a round length that is at most `max_px` long.
struct ScaleBar {
    double metres = 0;
    double px = 0;
};
ScaleBar scale_bar(double ground_metres_per_px, double max_px);

/// The n of "1:n" on a display of 96 pixels an inch, rounded to two digits.
double scale_number(double ground_metres_per_px, double pixel_ratio);

} // namespace app
