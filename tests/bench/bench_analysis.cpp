#include <algorithm>
#include <string>
#include <vector>

#include "geo/analysis/border_index.hpp"
#include "geo/analysis/contours.hpp"
#include "geo/analysis/density.hpp"
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

void bench_border(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    for (const std::string neighbour : {"AFG", "IRN"}) {
        const auto line = geo::load_border_set("osm", {&neighbour, 1}).lines.at(0).parts;
        const std::string& name = neighbour;
        bench.run("border index, " + name, in.size(), 0,
                  [&] { geo::BorderIndex(line, geo::wgs84_geodesics()); });
        const geo::BorderIndex index(line, geo::wgs84_geodesics());
        bench.run("border distance, " + name, in.size(), name == "AFG" ? 0.85 : 0,
                  [&] { geo::border_distances(index, in.lon_deg, in.lat_deg, threads, progress); });
    }
}

void bench_density(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    const geo::AnalysisCrs crs = geo::equal_area_crs_for({60.9, 24.8, 76.6, 36.3});
    std::vector<double> x(in.size()), y(in.size());
    bench.run("to the analysis CRS", in.size(), 0,
              [&] { geo::local_from_lonlat(crs, in.lon_deg, in.lat_deg, x, y, threads); });
    const geo::GridShape grid{-740e3, -740e3, 1480e3 / 1024, 1024, 1024};
    const auto run = [&](geo::Kernel kernel, double bandwidth_m, double goal_s) {
        bench.run("density, " + std::string(geo::name_of(kernel)), in.size(), goal_s, [&] {
            geo::density(x, y, {}, grid, {kernel, bandwidth_m, threads}, progress);
        });
    };
    run(geo::Kernel::uniform, 25e3, 0);
    run(geo::Kernel::epanechnikov, 25e3, 0.20);
    run(geo::Kernel::quartic, 25e3, 0.30);
    run(geo::Kernel::triweight, 25e3, 0);
    run(geo::Kernel::gaussian, 10e3, 0.02);
    const geo::DensityGrid surface =
        geo::density(x, y, {}, grid, {geo::Kernel::quartic, 25e3, threads}, progress);
    const auto levels =
        geo::contour_levels(*std::max_element(surface.per_km2.begin(), surface.per_km2.end()));
    bench.run("contour bands", in.size(), 0, [&] { geo::contour_bands(grid, surface.per_km2, levels); });
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
        bench_areas(bench, in, options.threads);
        bench_clusters(bench, in, options.threads);
    }
    bench.write();
}
