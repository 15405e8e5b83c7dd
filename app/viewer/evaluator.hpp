#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/viewer/run_progress.hpp"
#include "app/viewer/summary.hpp"
#include "geo/study/evaluate.hpp"

namespace app {

/// What is known of the computation at one moment.
struct EvaluatorState {
    std::shared_ptr<const geo::Snapshot>
        snapshot;                           ///< newest published, possibly of an unfinished run; may be null
    std::shared_ptr<const Summary> summary; ///< of that snapshot
    bool busy = false;
    bool cancelled = false; ///< the last run was given up by the user
    std::string stage;      ///< what runs now
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::string error; ///< of the last run: one sentence, empty when all went well
};

/// Runs `evaluate` on a thread of its own. A mailbox of one: a newer study replaces the one that waits. The
/// run in flight is then superseded; it is cancelled unless it is younger than the grace period, in which
/// case it may finish (plain "latest wins" starves the slow stages while the user drags). Finished stages are
/// published one by one and survive a cancel.
class Evaluator {
  public:
    using Evaluate = std::function<geo::Snapshot(const geo::Study&, const geo::Snapshot&, geo::Progress&,
                                                 const geo::EvaluateOptions&)>;
    /// Work on a finished snapshot that may take long: exports. Returns what to tell the user; nothing when
    /// it tells otherwise.
    using Task = std::function<std::string(const geo::Snapshot&, geo::Progress&)>;
    struct TaskResult {
        bool done = false;
        std::string text;    ///< the task's words, or the error's sentence
        std::string subject; ///< as it was submitted with
    };
    struct Options {
        std::chrono::milliseconds grace{150};
        unsigned threads = 0;
        std::function<void()> wake; ///< called from the evaluator's thread when there is news
    };

    Evaluator(Evaluate evaluate, Options options);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    /// Never waits for a computation.
    void submit(geo::Study study);
    /// Runs after the study that waits (if any) is computed. `subject` comes back with the result.
    void submit_task(Task task, std::string subject = "");
    /// Gives up the run in flight and what waits; what has been published stays. A task that has a subject
    /// and has not begun gives a result too.
    void cancel();

    EvaluatorState state() const;
    std::optional<TaskResult> take_task_result();
    /// Nothing runs, nothing waits.
    bool idle() const;

  private:
    struct Job {
        std::optional<geo::Study> study;
        Task task;
        std::string subject;
    };
    void work(const std::stop_token& stop);
    std::optional<Job> next_job(const std::stop_token& stop);
    void run_study(const geo::Study& study);
    void run_task(const Job& job);
    void publish(const geo::Snapshot& snapshot);
    void finish(const std::string& error, bool cancelled);
    void wake() const;

    const Evaluate evaluate_;
    const Options options_;

    mutable std::mutex mutex_; // guards what follows; held for assignments only
    std::condition_variable_any mail_;
    std::optional<geo::Study> waiting_;
    std::deque<Job> tasks_;
    std::shared_ptr<RunProgress> running_;
    EvaluatorState state_;
    std::deque<TaskResult> task_results_;

    Summariser summariser_; // of the worker alone
    std::jthread worker_;   // last: starts when all else is there, joins first
};

} // namespace app
