#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/analysis/density_brute.hpp"
#include "geo/analysis/edge_correction.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/real_data.hpp"

// The UCDP incidents in Khyber Pakhtunkhwa, in the province's (simplified) outline, against spatstat's
// density.ppp: tests/reference/density_edge.R.

using namespace geo;

namespace {

NoProgress progress;

nlohmann::json kept_numbers() {
    std::ifstream file(BORDERLENS_SOURCE_DIR "/tests/reference/density_edge.json");
    return nlohmann::json::parse(file);
}

using Numbers = std::vector<double>;

LocalRing ring_from(const nlohmann::json& kept) {
    const auto x = kept["window_x_m"].get<Numbers>(), y = kept["window_y_m"].get<Numbers>();
    LocalRing ring;
    for (std::size_t i = 0; i < x.size(); ++i) ring.push_back({x[i], y[i]});
    return ring;
}

bool holds(const LocalRing& ring, double x, double y) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y_m > y) != (ring[j].y_m > y) &&
            x < (ring[j].x_m - ring[i].x_m) * (y - ring[i].y_m) / (ring[j].y_m - ring[i].y_m) + ring[i].x_m)
            inside = !inside;
    return inside;
}

struct Inside {
    Numbers x, y;
};

Inside incidents_inside(const LocalRing& ring, const std::string& definition) {
    const real::Places places = real::incidents();
    Numbers x(places.lon_deg.size()), y(places.lon_deg.size());
    AnalysisCrs crs;
    crs.definition = definition;
    local_from_lonlat(crs, places.lon_deg, places.lat_deg, x, y, 1);
    Inside inside;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (places.where_prec[i] == 7 || !holds(ring, x[i], y[i])) continue;
        inside.x.push_back(x[i]);
        inside.y.push_back(y[i]);
    }
    return inside;
}

GridShape grid_over(const LocalRing& ring, double cell_m) {
    LocalBox box;
    for (const Local corner : ring) box.add(corner);
    GridShape shape{std::floor(box.low.x_m / cell_m) * cell_m, std::floor(box.low.y_m / cell_m) * cell_m,
                    cell_m, 0, 0};
    shape.n_columns = static_cast<std::uint32_t>(std::ceil((box.high.x_m - shape.west_m) / cell_m));
    shape.n_rows = static_cast<std::uint32_t>(std::ceil((box.high.y_m - shape.south_m) / cell_m));
    return shape;
}

/// Σ wⱼ k at incident i, term by term.
double gaussian_at(const Inside& in, std::size_t i, double sigma_m, const Numbers& weight) {
    double sum = 0;
    for (std::size_t j = 0; j < in.x.size(); ++j)
        sum += weight[j] * std::exp(-((in.x[i] - in.x[j]) * (in.x[i] - in.x[j]) +
                                      (in.y[i] - in.y[j]) * (in.y[i] - in.y[j])) /
                                    (2 * sigma_m * sigma_m));
    return sum * 1e6 / (2 * 3.14159265358979323846 * sigma_m * sigma_m);
}

constexpr EdgeCorrection kEdges[] = {EdgeCorrection::none, EdgeCorrection::uniform,
                                     EdgeCorrection::jones_diggle};
const char* const kKeys[] = {"none", "uniform", "jones_diggle"};

} // namespace

TEST_CASE("edge-corrected density at real incidents in a province is that of spatstat") {
    if (!real::present("incidents/ucdp_ged_pakistan.csv")) return;
    const nlohmann::json kept = kept_numbers();
    const LocalRing ring = ring_from(kept);
    const Inside in = incidents_inside(ring, kept["crs"]);
    REQUIRE(in.x.size() == kept["incidents"].get<std::size_t>());
    const double sigma_m = kept["gaussian_sigma_m"];
    const EdgeWindow window({{ring, {}}}, grid_over(ring, 1000), {Kernel::gaussian, sigma_m, 0}, progress);
    CHECK(window.area_m2() / 1e6 == Approx(kept["window_km2"].get<double>()).epsilon(1e-9));
    Numbers jones_diggle, ones(in.x.size(), 1.0);
    for (std::size_t i = 0; i < in.x.size(); ++i)
        jones_diggle.push_back(1 / window.kernel_inside(Local{in.x[i], in.y[i]}));
    const auto ranks = kept["point_rank"].get<std::vector<std::size_t>>();
    for (std::size_t e = 0; e < 3; ++e) {
        double worst = 0;
        const auto expected = kept["at_points_per_km2"][kKeys[e]].get<Numbers>();
        for (std::size_t n = 0; n < ranks.size(); ++n) {
            const std::size_t i = ranks[n] - 1;
            double value =
                gaussian_at(in, i, sigma_m, kEdges[e] == EdgeCorrection::jones_diggle ? jones_diggle : ones);
            if (kEdges[e] == EdgeCorrection::uniform) value *= jones_diggle[i];
            worst = std::max(worst, std::abs(value / expected[n] - 1));
        }
        INFO(kKeys[e] << ": largest difference " << worst << " at " << ranks.size() << " incidents");
        CHECK(worst < (e == 0 ? 1e-6 : 1e-2)); // spatstat looks e(u) up in the pixel of 250 m
    }
}

TEST_CASE("edge-corrected density on a grid over a province is that of spatstat") {
    if (!real::present("incidents/ucdp_ged_pakistan.csv")) return;
    const nlohmann::json kept = kept_numbers();
    const LocalRing ring = ring_from(kept);
    const Inside in = incidents_inside(ring, kept["crs"]);
    const GridShape shape = grid_over(ring, 2500);
    const DensityParams params{Kernel::quartic, kept["quartic_h_m"], 0};
    const EdgeWindow window({{ring, {}}}, shape, params, progress);
    const auto x = kept["node_x_m"].get<Numbers>(), y = kept["node_y_m"].get<Numbers>();
    for (std::size_t e = 0; e < 3; ++e) {
        const DensityGrid grid = density_within(in.x, in.y, {}, window, kEdges[e], shape, params, progress);
        const auto expected = kept["at_nodes_per_km2"][kKeys[e]].get<Numbers>();
        const double peak = *std::max_element(expected.begin(), expected.end());
        double worst = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto column = static_cast<std::size_t>((x[i] - shape.west_m) / shape.cell_m);
            const auto row = static_cast<std::size_t>((y[i] - shape.south_m) / shape.cell_m);
            worst =
                std::max(worst, std::abs(grid.per_km2[row * shape.n_columns + column] - expected[i]) / peak);
        }
        INFO(kKeys[e] << ": largest difference " << worst << " of the peak at " << x.size() << " centres");
        CHECK(worst < 1e-2); // spatstat moves each incident to the middle of its pixel
        if (kEdges[e] == EdgeCorrection::jones_diggle)
            CHECK(integral_within(grid, window) == Approx(static_cast<double>(in.x.size())).epsilon(1e-3));
    }
}
