#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numbers>

#include <unistd.h>

#include "app/render/gl.hpp"
#include "app/viewer/window.hpp"
#include "geo/study/evaluate.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/frame_times.hpp"
#include "tests/support/incident_file.hpp"
#include "tests/bench/session_drive.hpp"
#include "tests/support/temporary_folder.hpp"

// Frame times of a session as a hand drives it, without a window, every frame drawn and waited for.
// bench_frames [--n N,N,...] [--runs R] [--json FILE]

namespace {

using bench::FrameTimes;

constexpr app::PixelSize kWindow{1280, 800};
constexpr int kFrames = 180; // of each part: three seconds when none is late

std::size_t resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    statm >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Once round in the middle of the item, from its right.
std::pair<double, double> circle(double t, double radius) {
    const double angle = 2 * std::numbers::pi * t;
    return {0.5 + radius * std::cos(angle), 0.5 + radius * std::sin(angle)};
}

class Run {
  public:
    Run(bench::SessionDrive& drive, int n_frames) : drive_(drive), n_(n_frames) {}

    void load() {
        part("load", [&] { drive_.until_idle(); });
    }
    void rest() {
        part("rest", [&] { drive_.frames(n_); });
    }
    void point() {
        part("point", [&] {
            for (int i = 0; i < n_; ++i) {
                const auto [x, y] = circle(static_cast<double>(i) / n_, 0.3);
                drive_.point_at("map", x, y);
                drive_.frame();
            }
        });
    }
    /// A range of two fifths is drawn, taken in its middle and pushed to the end and back.
    void time() {
        part("time", [&] {
            drive_.drag("timeline", 20, [](double t) { return std::pair{0.2 + 0.4 * t, 0.5}; });
            drive_.drag("timeline", n_, [](double t) {
                return std::pair{0.4 + 0.35 * std::sin(2 * std::numbers::pi * t), 0.5};
            });
        });
        settle("time, then");
    }
    void whole_time() {
        drive_.point_at("timeline", 0.5, 0.5);
        drive_.click("whole period");
        drive_.until_idle();
        static_cast<void>(drive_.take_times());
    }
    void pan() {
        part("pan", [&] { drive_.drag("map", n_, [](double t) { return circle(2 * t, 0.25); }); });
        settle("pan, then");
    }
    void zoom() {
        part("zoom", [&] {
            drive_.point_at("map", 0.6, 0.45);
            for (int i = 0; i < n_; ++i) {
                if (i % 8 == 0) drive_.wheel(i / 8 % 12 < 6 ? 1.0F : -1.0F);
                drive_.frame();
            }
        });
        settle("zoom, then");
    }
    void bandwidth() {
        drive_.click("tab Density");
        drive_.frames(3);
        static_cast<void>(drive_.take_times());
        part("bandwidth", [&] {
            drive_.drag("bandwidth", n_, [](double t) {
                return std::pair{0.5 + 0.35 * std::sin(4 * std::numbers::pi * t), 0.5};
            });
        });
        settle("bw., then");
    }
    void print_total() const { bench::print_row(total_); }
    const nlohmann::json& json() const { return json_; }
    void finish() { json_.push_back(bench::json_of(total_)); }

  private:
    template <typename Do>
    void part(const std::string& name, Do&& go) {
        go();
        FrameTimes times{name, drive_.take_times()};
        bench::print_row(times);
        json_.push_back(bench::json_of(times));
        total_.ms.insert(total_.ms.end(), times.ms.begin(), times.ms.end());
    }
    /// What is still drawn and computed when the hand rests.
    void settle(const std::string& name) {
        part(name, [&] { drive_.until_idle(); });
    }

    bench::SessionDrive& drive_;
    int n_;
    FrameTimes total_{"all", {}};
    nlohmann::json json_ = nlohmann::json::array();
};

nlohmann::json run_session(std::size_t n, int n_frames) {
    TemporaryFolder folder;
    const std::string csv = folder.file("incidents.csv");
    bench::write_csv(generate_incidents(n), csv);
    app::Headless host(kWindow, 1);
    host.set_map_budget(app::Window::kMapBudget_s);
    app::Session session(geo::evaluate, {});
    bench::SessionDrive drive(session, host, [] { glFinish(); });
    drive.frames(5);
    static_cast<void>(drive.take_times());
    const std::size_t before = resident_bytes();
    std::printf("\n%zu incidents, %d x %d, %s\n", n, kWindow.width, kWindow.height,
                reinterpret_cast<const char*>(glGetString(GL_RENDERER)));
    bench::print_head();
    Run run(drive, n_frames);
    session.run(app::OpenPath{csv});
    run.load();
    drive.frames(60); // the evaluator tidies up when it has had nothing to do for a while
    static_cast<void>(drive.take_times());
    const double file = static_cast<double>(std::filesystem::file_size(csv)), rows = static_cast<double>(n);
    const double grown = static_cast<double>(resident_bytes()) - static_cast<double>(before);
    run.rest();
    run.point();
    run.time();
    run.whole_time();
    run.pan();
    run.zoom();
    run.bandwidth();
    run.print_total();
    run.finish();
    drive.frames(60);
    const double later = static_cast<double>(resident_bytes()) - static_cast<double>(before);
    std::printf("memory after loading %.0f, at the end %.0f bytes an incident, of which the file's text %.0f: "
                "%.0f and %.0f over it\n",
                grown / rows, later / rows, file / rows, (grown - file) / rows, (later - file) / rows);
    return {{"n", n},
            {"renderer", reinterpret_cast<const char*>(glGetString(GL_RENDERER))},
            {"phases", run.json()},
            {"bytes_per_incident_loaded", grown / rows},
            {"bytes_per_incident_end", later / rows},
            {"file_bytes_per_incident", file / rows}};
}

} // namespace

int main(int argc, char** argv) {
    bench::Options options = bench::options_from(argc, argv);
    nlohmann::json all = nlohmann::json::array();
    for (const std::size_t n : options.sizes) all.push_back(run_session(n, options.runs == 1 ? 6 : kFrames));
    if (!options.json.empty()) std::ofstream(options.json) << all.dump(1) << '\n';
}
