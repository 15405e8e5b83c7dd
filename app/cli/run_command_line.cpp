#include "app/cli/run_command_line.hpp"

#include <cstdio>
#include <new>
#include <system_error>

#include <execinfo.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/exit_code.hpp"
#include "app/cli/report_text.hpp"
#include "app/cli/terminal_progress.hpp"
#include "geo/core/version.hpp"

namespace app {

namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 internal fault; 2 usage; 3 input not readable; 4 input readable but nothing "
    "usable in it;\n"
    "5 output not written; 6 out of memory; 129, 130, 143 interrupted by SIGHUP, SIGINT (Ctrl-C), SIGTERM.\n"
    "Distances are WGS 84 geodesics in metres; densities are computed in an equal-area projection.";

int tell_out_of_memory() {
    std::fputs(
        "borderlens: out of memory: this needs more than the system gives; nothing was left half-written "
        "(filter, proximity and density read a large file in parts with --memory)\n",
        stderr);
    return kOutOfMemory;
}

/// Runs it and turns what it throws into one sentence and an exit code.
template <typename Run>
int guarded(Run&& run) {
    try {
        return run();
    } catch (const geo::Cancelled&) {
        fmt::print(stderr, "borderlens: interrupted; nothing was left half-written\n");
        return kOfSignal + interrupt_signal();
    } catch (const geo::Error& error) {
        fmt::print(stderr, "borderlens: {}\n", error.what());
        return exit_code_of(error.kind());
    } catch (const std::bad_alloc&) {
        return tell_out_of_memory();
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::not_enough_memory ||
            error.code() == std::errc::resource_unavailable_try_again)
            return tell_out_of_memory(); // a thread that has no room
        fmt::print(stderr, "borderlens: internal fault: {}\n", error.what());
        return kInternal;
    } catch (const std::exception& error) {
        fmt::print(stderr, "borderlens: internal fault: {}\n", error.what());
        return kInternal;
    }
}

void run_one(const Command& command, Arguments& arguments) {
    TerminalProgress progress(arguments.quiet);
    command.run(arguments, progress);
    if (arguments.timings) tell_timings(progress);
}

/// glibc loads what unwinds a thread's stack when the first thread ends, and aborts where there is no room for it
/// any more: a call of backtrace loads it now.
void load_unwinder() {
    void* frame = nullptr;
    backtrace(&frame, 1);
}

int run_parsed(int argc, char** argv) {
    CLI::App app("borderlens: geocoded incidents, the border, distance and density.\n"
                 "Reads published, past incidents; every line and number names its source.",
                 "borderlens");
    app.set_version_flag("--version", std::string("borderlens ") + geo::kVersion);
    app.footer(kFooter);
    app.require_subcommand(1);

    // Each command has its own Arguments: options that a command does not have keep their defaults.
    std::vector<Arguments> arguments(commands().size());
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const Command& command = commands()[i];
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer(std::string("Example:\n  ") + command.example);
        command.add_options(*sub, arguments[i]);
        sub->callback([&, i] { run_one(commands()[i], arguments[i]); });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return kDone;
}

} // namespace

int run_command_line(int argc, char** argv) {
    catch_interrupts();
    load_unwinder();
    return guarded([&] { return run_parsed(argc, argv); });
}

} // namespace app
