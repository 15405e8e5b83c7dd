#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/viewer/frame.hpp"
#include "app/viewer/frame_wait.hpp"
#include "app/viewer/headless.hpp"
#include "app/viewer/options.hpp"
#include "app/viewer/script_runner.hpp"
#include "app/viewer/window.hpp"
#include "geo/core/error.hpp"
#include "geo/core/version.hpp"
#include "geo/study/evaluate.hpp"

namespace {

using namespace app;
using Clock = std::chrono::steady_clock;

void start(Session& session, const Options& options) {
    if (options.path.empty()) return;
    // Absolute: the list of recent files and saved studies outlive the folder that the program was started
    // in.
    std::error_code unknown;
    const auto path = std::filesystem::absolute(options.path, unknown);
    session.run(OpenPath{unknown ? options.path : path.lexically_normal().string()});
}

std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw geo::Error(geo::ErrorKind::Io, "cannot open " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

void run_script(const Options& options) {
    const std::vector<ScriptLine> script = parse_script(text_of_file(options.script));
    Headless host(options.size, options.scale);
    Session session(geo::evaluate, {}, options.theme,
                    options.profile.empty() ? Profile{} : profile_in(options.profile));
    start(session, options);
    ScriptRunner(session, host).run(script);
}

/// Runs frames while something happens and sleeps when nothing does.
void run_window(const Options& options) {
    Window window(options.size);
    Session session(geo::evaluate, {.wake = Window::wake}, options.theme,
                    options.profile.empty() ? profile_of_user() : profile_in(options.profile));
    start(session, options);
    Frame frame(session, window);
    constexpr int kSettle = 3; // frames that Dear ImGui needs after an event until nothing moves any more
    int n_left = kSettle;
    for (auto last = Clock::now(); !window.wants_to_close();) {
        window.wait(wait_s({.n_settling = n_left,
                            .flying = session.model().view.flight.has_value(),
                            .drawing_s = frame.goes_on_in_s(),
                            .computing = session.animates(),
                            .typing = window.has_text_cursor(),
                            .keeping_s = session.keeps_in_s()}));
        const bool woken = n_left == 0;
        n_left = woken ? kSettle : n_left - 1;
        const auto now = Clock::now();
        const double passed_s = std::chrono::duration<double>(now - last).count();
        frame.run(std::min(0.1, passed_s)); // what moves does not jump after a sleep
        last = now;
    }
}

} // namespace

int main(int argc, char** argv) {
    // A closed pipe and a limit on the size of files are failures that are told, not the end of the window.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    Options options;
    try {
        options = options_from({argv + 1, static_cast<std::size_t>(argc - 1)});
    } catch (const geo::Error& error) {
        std::fprintf(stderr, "borderlens-viewer: %s\n", error.what());
        return 2;
    }
    if (options.help) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    if (options.version) {
        std::printf("borderlens-viewer %s\n", geo::kVersion);
        return 0;
    }
    try {
        if (options.script.empty())
            run_window(options);
        else
            run_script(options);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "borderlens-viewer: %s\n", error.what());
        return 1;
    }
}
