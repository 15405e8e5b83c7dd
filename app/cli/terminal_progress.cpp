#include "app/cli/terminal_progress.hpp"

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace app {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a signal's handler may write
volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int signal) {
    if (interrupted == 0) interrupted = signal;
}

} // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
    }
    // A closed pipe and a limit on the size of files are output errors with their sentences, not silent ends.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

int interrupt_signal() { return interrupted; }

TerminalProgress::TerminalProgress(bool quiet) : on_terminal_(!quiet && isatty(STDERR_FILENO) == 1) {}

TerminalProgress::~TerminalProgress() { clear_line(); }

void TerminalProgress::stage(std::string_view name) {
    const std::lock_guard lock(mutex_);
    end_stage();
    stage_ = name;
    stage_start_ = Clock::now();
}

std::vector<std::pair<std::string, double>> TerminalProgress::timings() {
    const std::lock_guard lock(mutex_);
    end_stage();
    return timings_;
}

bool TerminalProgress::cancelled() const { return interrupted != 0; }

void TerminalProgress::shown(std::uint64_t done, std::uint64_t total) {
    if (!on_terminal_ || total == 0) return;
    const std::lock_guard lock(mutex_);
    const auto now = Clock::now();
    if (now - last_shown_ < std::chrono::milliseconds(100)) return;
    last_shown_ = now;
    line_drawn_ = true;
    const int percent = static_cast<int>(100.0 * static_cast<double>(done) / static_cast<double>(total));
    std::fprintf(stderr, "\r%s %3d %%\033[K", stage_.c_str(), percent);
}

void TerminalProgress::end_stage() {
    if (!stage_.empty())
        timings_.emplace_back(stage_, std::chrono::duration<double>(Clock::now() - stage_start_).count());
    stage_.clear();
    clear_line();
}

void TerminalProgress::clear_line() {
    if (line_drawn_) std::fputs("\r\033[K", stderr);
    line_drawn_ = false;
}

} // namespace app
