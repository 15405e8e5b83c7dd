#include "geo/layer/graticule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace geo {

namespace {

constexpr int kMinute = 60, kDegree = 3600;
constexpr std::array<int, 20> kSteps{1,
                                     2,
                                     5,
                                     10,
                                     20,
                                     30,
                                     kMinute,
                                     2 * kMinute,
                                     5 * kMinute,
                                     10 * kMinute,
                                     20 * kMinute,
                                     30 * kMinute,
                                     kDegree,
                                     2 * kDegree,
                                     5 * kDegree,
                                     10 * kDegree,
                                     15 * kDegree,
                                     20 * kDegree,
                                     30 * kDegree,
                                     45 * kDegree};

} // namespace

int graticule_step_arcsec(double least_deg) {
    for (const int step : kSteps)
        if (step >= least_deg * kDegree) return step;
    return kSteps.back();
}

std::string degrees_text(int arcsec, bool along_equator) {
    if (arcsec == 0) return "0°";
    const int all = std::abs(arcsec);
    std::string text = fmt::format("{}°", all / kDegree);
    if (all % kDegree != 0) text += fmt::format(" {:02}′", all % kDegree / kMinute);
    if (all % kMinute != 0) text += fmt::format(" {:02}″", all % kMinute);
    const char* const side = along_equator ? (arcsec > 0 ? " E" : " W") : (arcsec > 0 ? " N" : " S");
    return text + side;
}

std::vector<int> graticule_lines(double low_deg, double high_deg, int step_arcsec, int limit_deg) {
    const double limit = limit_deg;
    low_deg = std::clamp(low_deg, -limit, limit);
    high_deg = std::clamp(high_deg, -limit, limit);
    std::vector<int> lines;
    const int first = static_cast<int>(std::ceil(low_deg * kDegree / step_arcsec)) * step_arcsec;
    for (int at = first; at <= high_deg * kDegree; at += step_arcsec) lines.push_back(at);
    return lines;
}

} // namespace geo
