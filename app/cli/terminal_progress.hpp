#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "geo/core/progress.hpp"

namespace app {

/// Progress on standard error: a line that is overwritten when it is a terminal, nothing otherwise. Ctrl-C
/// (SIGINT), SIGTERM and SIGHUP make the next `at` throw Cancelled, so that temporary files are removed
/// before the program ends with 128 and the signal's number. Keeps the seconds of each stage for --timings.
class TerminalProgress final : public geo::Progress {
  public:
    explicit TerminalProgress(bool quiet);
    ~TerminalProgress() override;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void stage(std::string_view name) override;
    /// Seconds by stage so far, in order; the running stage is ended.
    std::vector<std::pair<std::string, double>> timings();

  protected:
    bool cancelled() const override;
    void shown(std::uint64_t done, std::uint64_t total) override;

  private:
    using Clock = std::chrono::steady_clock;

    void end_stage();
    void clear_line();

    bool on_terminal_;
    std::mutex mutex_;
    std::string stage_;
    Clock::time_point stage_start_ = Clock::now();
    Clock::time_point last_shown_ = Clock::now();
    bool line_drawn_ = false;
    std::vector<std::pair<std::string, double>> timings_;
};

/// Routes SIGINT, SIGTERM and SIGHUP to the progress, but those that the caller has ignored (nohup). Call
/// once, from main.
void catch_interrupts();
/// The first that came; 0 when none did.
int interrupt_signal();

} // namespace app
