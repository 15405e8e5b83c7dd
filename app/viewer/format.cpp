#include "app/viewer/format.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/viewer/text.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

double rounded(double value, int n_significant) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - n_significant + 1);
    return std::round(value / unit) * unit;
}

} // namespace

std::string count_text(std::uint64_t n) {
    std::string digits = std::to_string(n);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string with_digits(double value, int n_significant) {
    const double round = rounded(value, n_significant);
    if (std::abs(round) >= 1000 && round > 0) return count_text(static_cast<std::uint64_t>(round + 0.5));
    return fmt::format("{:.{}g}", round, n_significant);
}

std::string length_text(double metres) {
    if (metres < 1000) return fmt::format("{:.0f} m", metres);
    if (metres < 100'000) return fmt::format("{:.1f} km", metres / 1000);
    return count_text(static_cast<std::uint64_t>(metres / 1000 + 0.5)) + " km";
}

std::string place_text(double lon_deg, double lat_deg) {
    return fmt::format("{:.4f}\xc2\xb0 {}  {:.4f}\xc2\xb0 {}", std::abs(lon_deg), lon_deg < 0 ? 'W' : 'E',
                       std::abs(lat_deg), lat_deg < 0 ? 'S' : 'N');
}

std::string neighbour_name(std::string_view iso_a3) { return geo::neighbour_in_words(iso_a3); }

ScaleBar scale_bar(double ground_metres_per_px, double max_px) {
    const double most = ground_metres_per_px * max_px;
    if (!(most > 0) || !std::isfinite(most)) return {};
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    double metres = power;
    for (double step : {2.0, 5.0})
        if (power * step <= most) metres = power * step;
    return {metres, metres / ground_metres_per_px};
}

double scale_number(double ground_metres_per_px, double pixel_ratio) {
    constexpr double kPixel_m = 0.0254 / 96;
    return rounded(ground_metres_per_px * pixel_ratio / kPixel_m, 2);
}

} // namespace app
