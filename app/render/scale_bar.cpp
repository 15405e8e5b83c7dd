#include "app/render/scale_bar.hpp"

#include <fmt/format.h>

#include <cmath>

namespace app {

namespace {

double round_below(double metres) {
    const double power = std::pow(10, std::floor(std::log10(metres)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= metres) return digit * power;
    }
    return power;
}

} // namespace

ScaleBar scale_bar(const Camera& camera, double most_px) {
    const double metres_per_pixel = ground_metres_per_pixel(camera);
    ScaleBar bar;
    bar.length_m = round_below(most_px * metres_per_pixel);
    bar.length_px = bar.length_m / metres_per_pixel;
    bar.unit = bar.length_m >= 1000 ? "km" : "m";
    const double length = bar.length_m >= 1000 ? bar.length_m / 1000 : bar.length_m;
    bar.labels = {"0", fmt::format("{:g}", length / 2), fmt::format("{:g}", length)};
    return bar;
}

} // namespace app
