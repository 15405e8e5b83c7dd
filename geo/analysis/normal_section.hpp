#pragma once

#include <cmath>

#include "geo/analysis/ecef.hpp"

namespace geo {

/// Length of the normal section from `p` to a position `q` on the ellipsoid, which stands for the geodesic:
/// off by less than 0.1 mm up to 600 km (border_index_test.cpp; 0.01 mm for real incidents). About ten times
/// faster than the exact inverse.
///
/// Source: the series of A. R. Robbins, Long lines on the spheroid, Empire Survey Review 16 (1962), as
/// commonly printed in textbooks; checked here against Karney's geodesics rather than against the paper.
constexpr double kNormalSectionReach_m = 600e3;
inline double normal_section_length_m(const EarthPlace& p, Vec3 q) {
    constexpr double e2 = kEccentricity2;
    const double from_axis = std::sqrt(q.x * q.x + q.y * q.y);
    const double tan_lat = q.z / (from_axis * (1 - e2));
    const double cos_lat = 1 / std::sqrt(1 + tan_lat * tan_lat), sin_lat = tan_lat * cos_lat;
    const double radius = kEarthAxis_m / std::sqrt(1 - e2 * sin_lat * sin_lat);
    const double sin_dlon = (q.y * p.cos_lon - q.x * p.sin_lon) / from_axis;
    const double cos_dlon = (q.x * p.cos_lon + q.y * p.sin_lon) / from_axis;

    const double tan_psi = (1 - e2) * tan_lat + e2 * p.normal_radius_m * p.sin_lat / (radius * cos_lat);
    const double cos_psi = 1 / std::sqrt(1 + tan_psi * tan_psi), sin_psi = tan_psi * cos_psi;
    const double to_north = p.cos_lat * tan_psi - p.sin_lat * cos_dlon;
    const double aside = std::sqrt(sin_dlon * sin_dlon + to_north * to_north);
    const double cos_azimuth = aside > 0 ? to_north / aside : 1;
    const double sigma = std::atan2(cos_psi * aside, p.sin_lat * sin_psi + p.cos_lat * cos_psi * cos_dlon);

    constexpr double second_e2 = e2 / (1 - e2);
    const double g2 = second_e2 * p.sin_lat * p.sin_lat;
    const double h2 = second_e2 * p.cos_lat * p.cos_lat * cos_azimuth * cos_azimuth;
    const double gh = second_e2 * p.sin_lat * p.cos_lat * cos_azimuth;
    const double s2 = sigma * sigma;
    return p.normal_radius_m * sigma *
           (1 - s2 / 6 * h2 * (1 - h2) + s2 * sigma / 8 * gh * (1 - 2 * h2) +
            s2 * s2 / 120 * (h2 * (4 - 7 * h2) - 3 * g2 * (1 - 7 * h2)) - s2 * s2 * sigma / 48 * gh);
}

} // namespace geo
