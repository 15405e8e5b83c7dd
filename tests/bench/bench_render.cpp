#include <cmath>
#include <cstdio>
#include <fstream>
#include <numbers>
#include <thread>

#include "app/render/gl.hpp"
#include "app/render/live_map.hpp"
#include "app/render/offscreen_context.hpp"
#include "geo/crs/mercator.hpp"
#include "geo/layer/point_index.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/frame_times.hpp"
#include "tests/support/incident_generator.hpp"

// Frame times of the map alone, over made-up lines and areas. Links neither GDAL nor PROJ nor GEOS, so that
// it runs where there is only a GL driver. bench_render [--n N,N,...] [--runs R] [--json FILE]

namespace {

using bench::FrameTimes;

constexpr app::PixelSize kMap{1280, 800};
constexpr double kBudget_s = 0.008; // as in the window
constexpr int kFrames = 240;

/// A closed path like a coast: `n` places around a middle. All 40 together are about as many as the lines of
/// the neighbourhood in sight.
geo::MercatorPath rough_ring(geo::Mercator middle, double radius_m, std::size_t n) {
    geo::MercatorPath ring;
    for (std::size_t i = 0; i < n; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        double radius = radius_m;
        for (int octave = 1; octave <= 7; ++octave)
            radius += 0.12 * radius_m / octave * std::sin(angle * std::exp2(octave) + 1.7 * octave);
        ring.push_back({middle.x_m + radius * std::cos(angle), middle.y_m + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Mercator place_of(double lon_deg, double lat_deg) {
    return geo::mercator_from_lonlat({lon_deg, lat_deg});
}

void add_ground(geo::Scene& scene) {
    auto areas = std::make_shared<geo::AreaGeometry>();
    auto lines = std::make_shared<geo::LineGeometry>();
    for (int i = 0; i < 40; ++i) {
        const geo::Mercator middle = place_of(58 + 5 * (i % 8), 22 + 5 * (i / 8.0));
        areas->polygons.push_back({rough_ring(middle, 330e3, 2000)});
        lines->paths.push_back(areas->polygons.back().front());
    }
    geo::AreaLayer area{areas, geo::map_colors(scene.theme).land};
    geo::LineLayer line{lines, geo::map_colors(scene.theme).border, 2,
                        geo::map_colors(scene.theme).border_casing, 1.5F};
    scene.layers.push_back({"areas", "Areas", true, 1, area});
    scene.layers.push_back({"lines", "Lines", true, 1, line});
}

void add_density(geo::Scene& scene) {
    auto grid = std::make_shared<geo::GridGeometry>();
    grid->n_columns = grid->n_rows = 700;
    for (std::uint32_t i = 0; i < 700 * 700; ++i)
        grid->values.push_back(static_cast<float>(1 + std::sin(i % 700 / 40.0) * std::cos(i / 700 / 55.0)));
    grid->mesh_columns = grid->mesh_rows = 2;
    for (const double lat : {24.5, 37.0})
        for (const double lon : {60.5, 75.0}) grid->mesh.push_back(place_of(lon, lat));
    geo::GridLayer layer{grid, {}};
    layer.scale.top = 2;
    scene.layers.push_back({"density", "Density", true, 0.7F, layer});
}

std::shared_ptr<const geo::PointGeometry> points_of(const GeneratedIncidents& in, std::size_t from) {
    auto points = std::make_shared<geo::PointGeometry>();
    for (std::size_t i = from; i < in.size(); ++i) {
        points->places.push_back(place_of(in.lon_deg[i], in.lat_deg[i]));
        points->color_index.push_back(static_cast<std::uint8_t>(i % 3));
        points->radius_px.push_back(1.5F);
        points->hollow.push_back(i % 7 == 0 ? 1 : 0);
        points->row.push_back(static_cast<std::uint32_t>(i));
    }
    points->index =
        std::make_shared<const geo::PointIndex>(points->places, points->color_index, points->hollow);
    return points;
}

void add_points(geo::Scene& scene, std::shared_ptr<const geo::PointGeometry> points) {
    geo::PointLayer layer{std::move(points), {}, geo::map_colors(scene.theme).rim};
    layer.colors = {geo::category_color(0), geo::category_color(1), geo::category_color(2)};
    scene.layers.push_back({"incidents", "Incidents", true, 0.6F, layer});
}

class Run {
  public:
    void scene(const geo::Scene& scene) { scene_ = scene; }
    void look(const app::Camera& camera) { camera_ = camera; }

    template <typename Step>
    void part(const std::string& name, int n_frames, Step&& step) {
        FrameTimes times{name, {}};
        for (int i = 0; i < n_frames; ++i) {
            step(static_cast<double>(i) / n_frames);
            const auto start = std::chrono::steady_clock::now();
            map_.frame(scene_, camera_, kMap, 1, kBudget_s);
            glFinish();
            const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
            times.ms.push_back(taken.count());
            std::this_thread::sleep_until(start + std::chrono::microseconds(16'667));
        }
        bench::print_row(times);
        json_.push_back(bench::json_of(times));
    }
    bool is_exact() const { return map_.is_exact(); }
    const nlohmann::json& json() const { return json_; }

  private:
    app::LiveMap map_;
    geo::Scene scene_;
    app::Camera camera_;
    nlohmann::json json_ = nlohmann::json::array();
};

nlohmann::json run_map(std::size_t n, int n_frames) {
    const GeneratedIncidents in = generate_incidents(n);
    geo::Scene scene;
    add_ground(scene);
    add_density(scene);
    std::vector<std::shared_ptr<const geo::PointGeometry>> steps; // of a time range that moves
    for (std::size_t i = 0; i < 8; ++i) steps.push_back(points_of(in, i * n / 100));
    add_points(scene, steps[0]);
    const app::OffscreenContext context;
    std::printf("\n%zu incidents, %d x %d, %s\n", n, kMap.width, kMap.height, context.renderer().c_str());
    bench::print_head();
    Run run;
    run.scene(scene);
    const app::Camera start = app::camera_fitting({60.9, 24.5, 76.6, 37.1}, kMap);
    run.look(start);
    run.part("first", n_frames, [](double) {});
    run.part("rest", n_frames, [](double) {});
    run.part("pan", n_frames, [&](double t) {
        app::Camera camera = start;
        camera.centre.x_m += std::round(300 * std::sin(2 * std::numbers::pi * t)) * camera.metres_per_pixel;
        run.look(camera);
    });
    run.part("zoom", n_frames, [&](double t) {
        run.look(app::zoomed_at(start, kMap, {700, 350}, std::exp2(5 * std::sin(std::numbers::pi * t))));
    });
    run.look(start);
    run.part("zoom, then", n_frames / 2, [](double) {});
    if (n_frames == kFrames && !run.is_exact()) std::printf("the map was not finished\n");
    int frame = 0;
    run.part("time", n_frames, [&](double) {
        std::get<geo::PointLayer>(scene.layers.back().body).geometry =
            steps[static_cast<std::size_t>(++frame / 6 % 8)];
        run.scene(scene);
    });
    return {{"n", n}, {"renderer", context.renderer()}, {"phases", run.json()}};
}

} // namespace

int main(int argc, char** argv) {
    const bench::Options options = bench::options_from(argc, argv);
    nlohmann::json all = nlohmann::json::array();
    for (const std::size_t n : options.sizes) all.push_back(run_map(n, options.runs == 1 ? 8 : kFrames));
    if (!options.json.empty()) std::ofstream(options.json) << all.dump(1) << '\n';
}
