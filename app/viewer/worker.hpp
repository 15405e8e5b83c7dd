#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/viewer/command.hpp"
#include "app/viewer/run_progress.hpp"

namespace app {

/// What the worker does, the more urgent first. Of each kind the newest job counts: it replaces one that
/// waits and stops one that runs.
enum class Work { here, mark, order, places, marked_places, copy };

/// One thread for what answers to the mouse and needs no evaluation: the order of the table, what lies inside
/// a lasso, the distance from here. The evaluator's thread would make it wait for a density.
class Worker {
  public:
    /// Runs on the worker's thread; the command is applied on the window's.
    using Job = std::function<Command(geo::Progress&)>;

    /// `wake` is called from the worker's thread when there is news.
    explicit Worker(std::function<void()> wake);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Never waits.
    void submit(Work kind, Job job);
    Commands take_results();
    /// Nothing runs, nothing waits, nothing has come back unseen.
    bool idle() const;

  private:
    static constexpr std::size_t kKinds = 6;
    void work(const std::stop_token& stop);

    const std::function<void()> wake_;
    mutable std::mutex mutex_; // guards what follows
    std::condition_variable_any mail_;
    std::array<Job, kKinds> waiting_;
    std::optional<Work> running_kind_;
    std::shared_ptr<RunProgress> running_;
    Commands results_;
    std::jthread thread_; // last: starts when all else is there
};

} // namespace app
