#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

#include "app/cli/command.hpp"
#include "app/cli/terminal_progress.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;

void add_options(CLI::App& command, Arguments& arguments) {
    add_study(command, arguments, false);
    add_theme(command, arguments);
}

/// The viewer is a program of its own, so that the command line runs where no window library is installed.
std::string viewer_program() {
    std::error_code ignored;
    const fs::path here = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path beside = here.parent_path() / "borderlens-viewer";
    return fs::exists(beside) ? beside.string() : "borderlens-viewer";
}

void run(Arguments& arguments, TerminalProgress&) {
    std::string program = viewer_program();
    std::vector<std::string> words{program, "--theme", arguments.theme};
    if (!arguments.study.source.path.empty()) words.push_back(arguments.study.source.path);
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    execvp(program.c_str(), argv.data());
    throw geo::Error(geo::ErrorKind::Io, "cannot start " + program + ": " + std::strerror(errno) +
                                             " (the viewer is built with GLFW and Dear ImGui)");
}

} // namespace

const Command kView{"view", "Opens the viewer", "borderlens view incidents.csv", add_options, run};

} // namespace app
