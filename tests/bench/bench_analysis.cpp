#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "geo/analysis/border_index.hpp"
#include "geo/analysis/contours.hpp"
#include "geo/analysis/density.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/crs/geodesic.hpp"
#include "geo/geometry/point_in_areas.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/incident_generator.hpp"
#include "tests/support/real_data.hpp"

// Times of the analyses, alone and in memory. bench_analysis [--n N,N,...] [--threads T] [--runs R] [--json
// FILE]

namespace {

struct Options {
    std::vector<std::size_t> sizes{10'000, 100'000, 1'000'000};
    unsigned threads = 1;
    int runs = 5;
    std::string json;
};

Options options_from(int argc, char** argv) {
    Options o;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i], value = argv[i + 1];
        if (name == "--threads") o.threads = static_cast<unsigned>(std::stoul(value));
        if (name == "--runs") o.runs = std::stoi(value);
        if (name == "--json") o.json = value;
        if (name != "--n") continue;
        o.sizes.clear();
        for (std::size_t at = 0; at < value.size();
             at = value.find(',', at) == std::string::npos ? value.size() : value.find(',', at) + 1)
            o.sizes.push_back(std::stoul(value.substr(at)));
    }
    return o;
}

class Bench {
  public:
    explicit Bench(Options options) : options_(std::move(options)) {}

    template <typename Task>
    void run(const std::string& name, std::size_t n, double goal_at_1e6_s, Task&& task) {
        const double goal = n == 1'000'000 && options_.threads == 1 ? goal_at_1e6_s : 0;
        const bench::Measured m = bench::measure(name, n, options_.threads, options_.runs, goal, task);
        std::printf("%-34s n=%-8zu %9.4f s  (%.4f to %.4f)", name.c_str(), n, m.median_s, m.least_s,
                    m.most_s);
        std::printf(goal > 0 ? "  goal %.2f s\n" : "\n", goal);
        all_.push_back({{"task", m.task},
                        {"n", m.n},
                        {"threads", m.threads},
                        {"median_s", m.median_s},
                        {"least_s", m.least_s},
                        {"most_s", m.most_s},
                        {"runs", m.runs},
                        {"goal_s", m.goal_s}});
    }
    void write() const {
        if (!options_.json.empty()) std::ofstream(options_.json) << all_.dump(1) << '\n';
    }

  private:
    Options options_;
    nlohmann::json all_ = nlohmann::json::array();
};

/// The real fine line where it is there, else a made-up zigzag of as many vertices.
std::vector<geo::LineString> border(const std::string& name) {
    if (std::filesystem::exists(real::shared("borders/" + name + "_osm2026.geojson")))
        return real::border(name);
    geo::LineString line;
    for (int i = 0; i < 35'000; ++i) line.push_back({61 + i * 3e-4, 29.5 + i * 2e-4 + (i % 2 ? 1e-3 : 0)});
    return {line};
}

void bench_border(Bench& bench, const GeneratedIncidents& in, unsigned threads) {
    geo::NoProgress progress;
    for (const std::string name : {"pak_afg", "pak_irn"}) {
        const auto line = border(name);
        bench.run("border index, " + name, in.size(), 0,
                  [&] { geo::BorderIndex(line, geo::wgs84_geodesics()); });
        const geo::BorderIndex index(line, geo::wgs84_geodesics());
        bench.run("border distance, " + name, in.size(), name == "pak_afg" ? 0.85 : 0,
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
    if (!std::filesystem::exists(real::shared("areas/pakistan_districts_osm2026.geojson"))) return;
    geo::NoProgress progress;
    for (const std::string level : {"provinces", "districts"}) {
        const geo::PointInAreas areas(real::areas(level));
        bench.run("point in " + level, in.size(), 0,
                  [&] { static_cast<void>(areas.areas_of(in.lon_deg, in.lat_deg, threads, progress)); });
    }
}

} // namespace

int main(int argc, char** argv) {
    const Options options = options_from(argc, argv);
    Bench bench(options);
    for (const std::size_t n : options.sizes) {
        const GeneratedIncidents in = generate_incidents(n);
        bench_border(bench, in, options.threads);
        bench_density(bench, in, options.threads);
        bench_areas(bench, in, options.threads);
    }
    bench.write();
}
