#include "app/viewer/evaluator.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/render/background_work.hpp"
#include "geo/core/error.hpp"

namespace app {

namespace {

/// While somebody looks at results and moves them, a core is left to the window: each of its frames is many
/// short pieces of work that would each wait for a core. The first reading takes all.
unsigned threads_beside_window() { return std::max(2u, std::thread::hardware_concurrency()) - 1; }

constexpr std::chrono::milliseconds kBreather{500}; // without work, before memory is tidied up

/// Reading and measuring takes more memory for a while than keeping what came of it; the allocator would hold
/// on to that.
void give_memory_back() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

/// By default the allocator learns to take blocks of many megabytes from its heap, where what is given back
/// lies between what is kept. Taken from the system they go back to it at once: 50 bytes an incident less.
void take_large_blocks_from_the_system() {
#ifdef __GLIBC__
    constexpr int kLarge_bytes =
        6 << 20; // columns of a million incidents, not what drawing needs for a moment
    mallopt(M_MMAP_THRESHOLD, kLarge_bytes);
#endif
}

} // namespace

Evaluator::Evaluator(Evaluate evaluate, Options options)
    : evaluate_(std::move(evaluate)), options_(std::move(options)),
      worker_([this](const std::stop_token& stop) {
          take_large_blocks_from_the_system();
          work(stop);
      }) {}

Evaluator::~Evaluator() {
    cancel();
    worker_.request_stop();
    mail_.notify_all();
}

void Evaluator::submit(geo::Study study) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = std::move(study);
        if (running_) running_->supersede();
        state_.cancelled = false;
    }
    mail_.notify_one();
}

void Evaluator::submit_task(Task task, std::string subject) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({std::nullopt, std::move(task), std::move(subject)});
    }
    mail_.notify_one();
}

void Evaluator::cancel() {
    const std::lock_guard lock(mutex_);
    state_.cancelled = waiting_ || running_;
    waiting_.reset();
    for (Job& job : tasks_)
        if (!job.subject.empty())
            task_results_.push_back({false, geo::Cancelled().what(), std::move(job.subject)});
    tasks_.clear();
    if (running_) running_->stop();
}

EvaluatorState Evaluator::state() const {
    const std::lock_guard lock(mutex_);
    EvaluatorState state = state_;
    state.busy = running_ || waiting_ || !tasks_.empty();
    if (running_) {
        state.stage = running_->stage_name();
        state.done = running_->done();
        state.total = running_->total();
    }
    return state;
}

std::optional<Evaluator::TaskResult> Evaluator::take_task_result() {
    const std::lock_guard lock(mutex_);
    if (task_results_.empty()) return std::nullopt;
    TaskResult result = std::move(task_results_.front());
    task_results_.pop_front();
    return result;
}

bool Evaluator::idle() const {
    const std::lock_guard lock(mutex_);
    return !running_ && !waiting_ && tasks_.empty();
}

std::optional<Evaluator::Job> Evaluator::next_job(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const auto has_mail = [this] { return waiting_ || !tasks_.empty(); };
    if (!mail_.wait_for(lock, stop, kBreather, has_mail) && !stop.stop_requested()) {
        lock.unlock();
        give_memory_back(); // once: from here on nothing happens until there is mail
        lock.lock();
    }
    if (!mail_.wait(lock, stop, has_mail)) return std::nullopt;
    Job job;
    if (waiting_) {
        job.study = std::exchange(waiting_, std::nullopt);
    } else {
        job = std::move(tasks_.front());
        tasks_.pop_front();
    }
    // An export is never superseded by a later change: what was asked for is written as it was.
    const auto grace = job.study ? options_.grace : std::chrono::milliseconds{std::chrono::hours{24}};
    running_ = std::make_shared<RunProgress>(grace, [this] { wake(); });
    return job;
}

void Evaluator::work(const std::stop_token& stop) {
    give_way(); // frames come first: all that is computed here may come a little later
    while (const std::optional<Job> job = next_job(stop)) {
        if (job->study)
            run_study(*job->study);
        else
            run_task(*job);
        wake();
    }
}

void Evaluator::run_study(const geo::Study& study) {
    std::shared_ptr<const geo::Snapshot> previous;
    std::shared_ptr<RunProgress> progress;
    {
        const std::lock_guard lock(mutex_);
        previous = state_.snapshot;
        progress = running_;
    }
    if (!previous) previous = std::make_shared<geo::Snapshot>();
    geo::EvaluateOptions options;
    options.threads = options_.threads;
    options.count_days = true;
    options.take_counts = true;
    options.advise = true;
    if (options.threads == 0 && previous->table()) options.threads = threads_beside_window();
    options.publish = [this](const geo::Snapshot& part) { publish(part); };
    try {
        publish(evaluate_(study, *previous, *progress, options));
        finish("", false);
    } catch (const geo::Cancelled&) {
        finish("", true);
    } catch (const std::exception& error) {
        finish(error.what(), false);
    }
}

void Evaluator::run_task(const Job& job) {
    std::shared_ptr<const geo::Snapshot> snapshot;
    std::shared_ptr<RunProgress> progress;
    {
        const std::lock_guard lock(mutex_);
        snapshot = state_.snapshot ? state_.snapshot : std::make_shared<geo::Snapshot>();
        progress = running_;
    }
    TaskResult result;
    try {
        result = {true, job.task(*snapshot, *progress), job.subject};
    } catch (const std::exception& error) {
        result = {false, error.what(), job.subject};
    }
    const std::lock_guard lock(mutex_);
    if (!result.done || !result.text.empty()) task_results_.push_back(std::move(result));
    running_.reset();
}

void Evaluator::publish(const geo::Snapshot& snapshot) {
    auto shared = std::make_shared<const geo::Snapshot>(snapshot);
    std::shared_ptr<const Summary> summary = summariser_.summary_of(snapshot);
    {
        const std::lock_guard lock(mutex_);
        state_.snapshot.swap(shared);
        state_.summary.swap(summary);
    }
    wake(); // the old snapshot dies here, outside the lock
}

void Evaluator::finish(const std::string& error, bool cancelled) {
    const std::lock_guard lock(mutex_);
    if (!cancelled || !waiting_) state_.error = error;
    running_.reset();
}

void Evaluator::wake() const {
    if (options_.wake) options_.wake();
}

} // namespace app
