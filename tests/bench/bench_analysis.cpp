#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "geo/analysis/border_brute.hpp"
#include "geo/analysis/border_index.hpp"
#include "geo/analysis/contours.hpp"
#include "geo/analysis/density.hpp"
#include "geo/analysis/density_brute.hpp"
#include "geo/analysis/false_discovery.hpp"
#include "geo/analysis/gi_star.hpp"
#include "geo/analysis/k_distance.hpp"
#include "geo/analysis/st_dbscan.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "geo/io/reference_layers.hpp"
#include "tests/bench/bench.hpp"
#include "tests/support/incident_generator.hpp"

// Times of the analyses, alone and in memory. bench_analysis [--n N,N,...] [--threads T] [--runs R] [--json
// FILE]

namespace {

using bench::Bench;

/// Rows spread over all of them: what the exact twin, which is slow, is asked about.
std::vector<std::size_t> some_of(std::size_t n, std::size_t most) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < std::min(n, most); ++i) rows.push_back(i * n / std::min(n, most));
    return rows;
}

void bench_border(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    struct Line {
        const char *set, *neighbour;
        double goal_s;
    };
    for (const Line& given : {Line{"ne10m", "AFG", 0.5}, Line{"osm", "AFG", 0.85}, Line{"osm", "IRN", 0}}) {
        const std::string neighbour = given.neighbour;
        const auto line = geo::load_border_set(given.set, {&neighbour, 1}).lines.at(0).parts;
        std::size_t n_edges = 0;
        for (const geo::LineString& part : line) n_edges += part.size() - 1;
        const std::string name = neighbour + ", " + std::to_string(n_edges) + " edges";
        bench.run("border index, " + name, in.size(), 0,
                  [&] { geo::BorderIndex(line, geo::wgs84_geodesics()); });
        const geo::BorderIndex index(line, geo::wgs84_geodesics());
        std::vector<geo::BorderDistance> found;
        const auto measure = [&] {
            found = geo::border_distances(index, in.lon_deg, in.lat_deg, threads, progress);
        };
        if (!bench.run("border distance, " + name, in.size(), given.goal_s, measure)) continue;
        const geo::BorderBrute exact(line, geo::wgs84_geodesics());
        double most = 0;
        for (const std::size_t row : some_of(in.size(), 200))
            most = std::max(most, std::abs(found[row].distance_m -
                                           exact.nearest({in.lon_deg[row], in.lat_deg[row]}).distance_m));
        bench.error(most * 1000, "mm");
    }
}

/// Of some cells of the grid, the busiest among them, relative to the peak.
double density_error(const geo::DensityGrid& grid, const std::vector<double>& x, const std::vector<double>& y,
                     const geo::DensityParams& params) {
    const auto peak = std::max_element(grid.per_km2.begin(), grid.per_km2.end());
    std::vector<std::size_t> cells = some_of(grid.per_km2.size(), 40);
    cells.push_back(static_cast<std::size_t>(peak - grid.per_km2.begin()));
    double most = 0;
    for (const std::size_t cell : cells) {
        geo::GridShape one = grid.shape;
        one.west_m += static_cast<double>(cell % grid.shape.n_columns) * one.cell_m;
        one.south_m += static_cast<double>(cell / grid.shape.n_columns) * one.cell_m;
        one.n_columns = one.n_rows = 1;
        most = std::max(most,
                        std::abs(grid.per_km2[cell] - geo::density_brute(x, y, {}, one, params).per_km2[0]));
    }
    return most / *peak;
}

void bench_density(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    const geo::AnalysisCrs crs = geo::equal_area_crs_for({60.9, 24.8, 76.6, 36.3});
    std::vector<double> x(in.size()), y(in.size());
    const auto project = [&] { geo::local_from_lonlat(crs, in.lon_deg, in.lat_deg, x, y, threads); };
    if (!bench.run("to the analysis CRS", in.size(), 0, project)) project();
    const geo::GridShape shape{-740e3, -740e3, 1480e3 / 1024, 1024, 1024};
    geo::DensityGrid grid;
    const auto run = [&](geo::Kernel kernel, double bandwidth_m, double goal_s) {
        const geo::DensityParams params{kernel, bandwidth_m, threads};
        const auto smooth = [&] { grid = geo::density(x, y, {}, shape, params, progress); };
        if (bench.run("density, " + std::string(geo::name_of(kernel)), in.size(), goal_s, smooth))
            bench.error(density_error(grid, x, y, params), "of the peak");
    };
    run(geo::Kernel::uniform, 25e3, 0);
    run(geo::Kernel::epanechnikov, 25e3, 0.20);
    run(geo::Kernel::triweight, 25e3, 0);
    run(geo::Kernel::gaussian, 10e3, 0.02);
    run(geo::Kernel::quartic, 25e3, 0.30);
    const std::vector<double> weight(in.deaths.begin(), in.deaths.end());
    bench.run("density, quartic, weighted", in.size(), 0, [&] {
        geo::density(x, y, weight, shape, {geo::Kernel::quartic, 25e3, threads}, progress);
    });
    if (grid.per_km2.empty()) return;
    const auto levels = geo::contour_levels(*std::max_element(grid.per_km2.begin(), grid.per_km2.end()));
    bench.run("contour bands", in.size(), 0, [&] { geo::contour_bands(shape, grid.per_km2, levels); });
}

/// 88,000 square cells of 4 km with their counts, as the hot spots of a map have.
void bench_gi_star(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    const geo::AnalysisCrs crs = geo::equal_area_crs_for({60.9, 24.8, 76.6, 36.3});
    std::vector<double> x(in.size()), y(in.size());
    geo::local_from_lonlat(crs, in.lon_deg, in.lat_deg, x, y, threads);
    const geo::CellLayout layout{geo::CellShape::square, 4e3, -594e3, -594e3, 297, 297};
    std::vector<double> counts;
    const auto count = [&] { // as a study's cells are counted
        counts.assign(layout.size(), 0);
        for (std::size_t i = 0; i < x.size(); ++i)
            if (const auto cell = layout.cell_of({x[i], y[i]})) ++counts[*cell];
    };
    const std::vector<std::uint8_t> included(layout.size(), 1);
    bench.run("bins, Gi* and FDR, 88,000 cells", in.size(), 0.015, [&] {
        count();
        const geo::GiStar spots = geo::gi_star(layout, counts, included, 8e3);
        std::vector<double> p(spots.z.size());
        std::transform(spots.z.begin(), spots.z.end(), p.begin(), geo::two_sided_p);
        static_cast<void>(geo::benjamini_hochberg(p));
    });
}

void bench_areas(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    std::vector<geo::MultiPolygon> provinces;
    for (const geo::Area& area : geo::load_provinces().areas) provinces.push_back(area.polygons);
    const geo::PointInAreas areas(provinces);
    bench.run("point in provinces", in.size(), 0,
              [&] { static_cast<void>(areas.areas_of(in.lon_deg, in.lat_deg, threads, progress)); });
}

void bench_clusters(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    const geo::AnalysisCrs crs = geo::equal_area_crs_for({60.9, 24.8, 76.6, 36.3});
    std::vector<double> x(in.size()), y(in.size());
    geo::local_from_lonlat(crs, in.lon_deg, in.lat_deg, x, y, threads);
    const auto run = [&](const char* name, double goal_s, const geo::StDbscanParameters& p) {
        bench.run(name, in.size(), goal_s, [&] { geo::st_dbscan(x, y, in.day, p, {}, progress); });
    };
    run("DBSCAN, 2 km, 10 points", 0.25, {2e3, std::nullopt, 10, threads});
    run("ST-DBSCAN, 2 km, 30 days, 5 points", 1.2, {2e3, 30, 5, threads});
    run("ST-DBSCAN, 10 km, 14 days, 5 points", 0, {10e3, 14, 5, threads});
    run("ST-DBSCAN, 50 km, 365 days, 5 points", 0, {50e3, 365, 5, threads});
    std::vector<std::uint32_t> asked; // as the k-distance curve does
    const std::size_t step = std::max<std::size_t>(1, in.size() / 5000);
    for (std::size_t i = 0; i < in.size(); i += step) asked.push_back(static_cast<std::uint32_t>(i));
    bench.run("k-distances of 5,000, 14 days", in.size(), 0,
              [&] { geo::k_distances(x, y, in.day, 14, 4, asked, threads, progress); });
    bench.run("k-distances of 5,000, any day", in.size(), 0,
              [&] { geo::k_distances(x, y, in.day, std::nullopt, 4, asked, threads, progress); });
}

} // namespace

int main(int argc, char** argv) {
    const bench::Options options = bench::options_from(argc, argv);
    Bench bench(options);
    for (const std::size_t n : options.sizes) {
        const GeneratedIncidents in = generate_incidents(n);
        bench_border(bench, in, options.threads);
        bench_density(bench, in, options.threads);
        bench_gi_star(bench, in, options.threads);
        bench_areas(bench, in, options.threads);
        bench_clusters(bench, in, options.threads);
    }
    bench.write();
}
