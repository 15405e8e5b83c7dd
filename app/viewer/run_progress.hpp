#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "geo/core/progress.hpp"

namespace app {

/// Progress of one run on the evaluator's thread, readable from the window's thread.
class RunProgress final : public geo::Progress {
  public:
    using Clock = std::chrono::steady_clock;

    RunProgress(std::chrono::milliseconds grace, std::function<void()> changed)
        : grace_(grace), changed_(std::move(changed)), start_(Clock::now()) {}

    void supersede() { superseded_ = true; }
    void stop() { stopped_ = true; }

    std::uint64_t done() const { return done_; }
    std::uint64_t total() const { return total_; }
    std::string stage_name() const {
        const std::lock_guard lock(mutex_);
        return stage_;
    }

    void stage(std::string_view name) override {
        {
            const std::lock_guard lock(mutex_);
            stage_ = name;
        }
        done_ = 0;
        total_ = 0;
        changed_();
    }

  protected:
    bool cancelled() const override { return stopped_ || (superseded_ && Clock::now() - start_ >= grace_); }
    void shown(std::uint64_t done, std::uint64_t total) override {
        done_ = done;
        total_ = total;
    }

  private:
    const std::chrono::milliseconds grace_;
    const std::function<void()> changed_;
    const Clock::time_point start_;
    std::atomic<bool> superseded_{false};
    std::atomic<bool> stopped_{false};
    std::atomic<std::uint64_t> done_{0};
    std::atomic<std::uint64_t> total_{0};
    mutable std::mutex mutex_;
    std::string stage_;
};

} // namespace app
