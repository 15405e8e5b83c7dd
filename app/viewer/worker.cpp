#include "app/viewer/worker.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace app {

namespace {

/// Stopped at once: what is superseded here shows nothing on the way.
std::shared_ptr<RunProgress> progress_of_job() {
    return std::make_shared<RunProgress>(std::chrono::milliseconds{0}, [] {});
}

} // namespace

Worker::Worker(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = {};
        if (running_) running_->stop();
    }
    thread_.request_stop();
    mail_.notify_all();
}

void Worker::submit(Work kind, Job job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_[static_cast<std::size_t>(kind)] = std::move(job);
        if (running_kind_ == kind) running_->stop();
    }
    mail_.notify_one();
}

Commands Worker::take_results() {
    const std::lock_guard lock(mutex_);
    return std::exchange(results_, {});
}

bool Worker::idle() const {
    const std::lock_guard lock(mutex_);
    return !running_ && results_.empty() &&
           std::none_of(waiting_.begin(), waiting_.end(), [](const Job& job) { return job != nullptr; });
}

void Worker::work(const std::stop_token& stop) {
    const auto next = [this] {
        return std::find_if(waiting_.begin(), waiting_.end(), [](const Job& job) { return job != nullptr; });
    };
    while (true) {
        Job job;
        std::shared_ptr<RunProgress> progress;
        {
            std::unique_lock lock(mutex_);
            if (!mail_.wait(lock, stop, [&] { return next() != waiting_.end(); })) return;
            running_kind_ = static_cast<Work>(next() - waiting_.begin());
            job = std::exchange(*next(), nullptr);
            progress = running_ = progress_of_job();
        }
        Commands result;
        try {
            result.push_back(job(*progress));
        } catch (const geo::Cancelled&) { // a newer one waits
        } catch (const std::exception& error) {
            result.emplace_back(Tell{{error.what(), true}});
        }
        job = nullptr; // what it holds dies here, outside the lock
        {
            const std::lock_guard lock(mutex_);
            for (Command& command : result) results_.push_back(std::move(command));
            running_.reset();
            running_kind_.reset();
        }
        if (wake_) wake_();
    }
}

} // namespace app
