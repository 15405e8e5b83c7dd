#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace app {

/// One thread for what a frame must not wait for. It starts with the first task, runs them in order and, when
/// it ends, finishes the one it is at. Tasks touch no GL.
class BackgroundWork {
  public:
    BackgroundWork() = default;
    ~BackgroundWork();
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;

    /// At most one task of a subject waits or runs: another is not added.
    void add(std::shared_ptr<const void> subject, std::function<void()> task);

  private:
    struct Task {
        std::shared_ptr<const void> subject;
        std::function<void()> work;
    };
    void run(const std::stop_token& stop);

    std::mutex mutex_; // guards tasks_; the front one stays there while it runs
    std::condition_variable_any mail_;
    std::deque<Task> tasks_;
    std::jthread thread_;
};

/// The calling thread, and those it starts from now on, give way to the window's thread.
void give_way();

} // namespace app
