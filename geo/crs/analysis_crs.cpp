#include "geo/crs/analysis_crs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/core/error.hpp"
#include "geo/core/parallel.hpp"
#include "geo/core/units.hpp"
#include "geo/crs/proj_handles.hpp"

namespace geo {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kBlock = 1 << 16;

double rounded(double degrees) { return std::round(degrees * 100) / 100 + 0.0; }

LonLat middle_of(const LonLatBox& box) {
    if (box.empty()) throw Error(ErrorKind::Argument, "cannot fit a CRS to an empty extent");
    return {rounded((box.west + box.east) / 2), rounded((box.south + box.north) / 2)};
}

void require_metres(proj::Context& context, const PJ* crs, const std::string& text) {
    const proj::PjPtr axes(proj_crs_get_coordinate_system(context.get(), crs));
    double metres_per_unit = 0;
    if (!axes || !proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr,
                                        &metres_per_unit, nullptr, nullptr, nullptr))
        throw context.error("cannot read the axes of '" + text + "'");
    if (std::abs(metres_per_unit - 1) > 1e-9)
        throw Error(ErrorKind::Crs, "'" + text + "' is not in metres; an analysis CRS must be");
}

bool keeps_areas(PJ* crs, LonLat where) {
    const PJ_FACTORS factors =
        proj_factors(crs, proj_coord(where.lon_deg * kDegree, where.lat_deg * kDegree, 0, 0));
    proj_errno_reset(crs);
    return std::abs(factors.areal_scale - 1) < 1e-6;
}

void replace_infinite(std::span<double> values) {
    for (double& v : values)
        if (!std::isfinite(v)) v = kNaN;
}

void require_one_length(std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    if (a != b || a != c || a != d) throw Error(ErrorKind::Argument, "coordinate spans differ in length");
}

} // namespace

AnalysisCrs equal_area_crs_for(const LonLatBox& extent) {
    const LonLat c = middle_of(extent);
    return {fmt::format("+proj=laea +lat_0={} +lon_0={} +datum=WGS84 +units=m +no_defs +type=crs", c.lat_deg,
                        c.lon_deg),
            fmt::format("Lambert azimuthal equal-area, WGS 84, centred on {:.2f}° {} {:.2f}° {}",
                        std::abs(c.lat_deg), c.lat_deg < 0 ? "S" : "N", std::abs(c.lon_deg),
                        c.lon_deg < 0 ? "W" : "E"),
            true};
}

AnalysisCrs analysis_crs_from_text(const std::string& text, const LonLatBox& extent) {
    proj::Context context;
    const proj::PjPtr crs(proj_create(context.get(), text.c_str()));
    if (!crs) throw context.error("'" + text + "' is not a coordinate reference system");
    if (proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS)
        throw Error(ErrorKind::Crs, "'" + text + "' is not a projected CRS; an analysis CRS must be");
    require_metres(context, crs.get(), text);
    const LonLat middle = middle_of(extent);
    const LonLat corner{extent.west, extent.south};
    const char* name = proj_get_name(crs.get());
    return {text, name ? name : text, keeps_areas(crs.get(), middle) && keeps_areas(crs.get(), corner)};
}

struct Transformer::Handles {
    proj::Context context;
    proj::PjPtr local_from_lonlat; // destroyed before its context

    void transform(PJ_DIRECTION direction, std::span<double> a, std::span<double> b) const {
        PJ* pj = local_from_lonlat.get();
        proj_trans_generic(pj, direction, a.data(), sizeof(double), a.size(), b.data(), sizeof(double),
                           b.size(), nullptr, 0, 0, nullptr, 0, 0);
        proj_errno_reset(pj);
        replace_infinite(a);
        replace_infinite(b);
    }
};

Transformer::Transformer(const AnalysisCrs& crs) : handles_(std::make_unique<Handles>()) {
    proj::Context& context = handles_->context;
    const proj::PjPtr as_given(
        proj_create_crs_to_crs(context.get(), "OGC:CRS84", crs.definition.c_str(), nullptr));
    if (!as_given) throw context.error("cannot use the CRS '" + crs.definition + "'");
    handles_->local_from_lonlat.reset(proj_normalize_for_visualization(context.get(), as_given.get()));
    if (!handles_->local_from_lonlat) throw context.error("cannot use the CRS '" + crs.definition + "'");
}

Transformer::~Transformer() = default;
Transformer::Transformer(Transformer&&) noexcept = default;
Transformer& Transformer::operator=(Transformer&&) noexcept = default;

Local Transformer::local_from_lonlat(LonLat place) const {
    handles_->transform(PJ_FWD, {&place.lon_deg, 1}, {&place.lat_deg, 1});
    return {place.lon_deg, place.lat_deg};
}

LonLat Transformer::lonlat_from_local(Local place) const {
    handles_->transform(PJ_INV, {&place.x_m, 1}, {&place.y_m, 1});
    return {place.x_m, place.y_m};
}

void Transformer::local_from_lonlat(std::span<const double> lon_deg, std::span<const double> lat_deg,
                                    std::span<double> x_m, std::span<double> y_m) const {
    require_one_length(lon_deg.size(), lat_deg.size(), x_m.size(), y_m.size());
    std::copy(lon_deg.begin(), lon_deg.end(), x_m.begin());
    std::copy(lat_deg.begin(), lat_deg.end(), y_m.begin());
    handles_->transform(PJ_FWD, x_m, y_m);
}

void Transformer::lonlat_from_local(std::span<const double> x_m, std::span<const double> y_m,
                                    std::span<double> lon_deg, std::span<double> lat_deg) const {
    require_one_length(x_m.size(), y_m.size(), lon_deg.size(), lat_deg.size());
    std::copy(x_m.begin(), x_m.end(), lon_deg.begin());
    std::copy(y_m.begin(), y_m.end(), lat_deg.begin());
    handles_->transform(PJ_INV, lon_deg, lat_deg);
}

void local_from_lonlat(const AnalysisCrs& crs, std::span<const double> lon_deg,
                       std::span<const double> lat_deg, std::span<double> x_m, std::span<double> y_m,
                       unsigned threads) {
    require_one_length(lon_deg.size(), lat_deg.size(), x_m.size(), y_m.size());
    parallel_for(lon_deg.size(), kBlock, threads, [&](std::size_t first, std::size_t last) {
        const std::size_t n = last - first;
        const Transformer transformer(crs);
        transformer.local_from_lonlat(lon_deg.subspan(first, n), lat_deg.subspan(first, n),
                                      x_m.subspan(first, n), y_m.subspan(first, n));
    });
}

} // namespace geo
