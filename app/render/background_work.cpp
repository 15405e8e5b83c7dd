#include "app/render/background_work.hpp"

#include <algorithm>

#include <sys/resource.h>

namespace app {

namespace {

constexpr int kNicer = 5; ///< a third of the weight: much more, and other busy programs would starve it

} // namespace

void give_way() {
    // On Linux a thread has a niceness of its own, and "process 0" is the thread that asks.
    const int now = getpriority(PRIO_PROCESS, 0);
    static_cast<void>(setpriority(PRIO_PROCESS, 0, std::min(now + kNicer, 19)));
}

BackgroundWork::~BackgroundWork() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    mail_.notify_all();
}

void BackgroundWork::add(std::shared_ptr<const void> subject, std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        const bool known = std::any_of(tasks_.begin(), tasks_.end(),
                                       [&](const Task& other) { return other.subject == subject; });
        if (known) return;
        tasks_.push_back({std::move(subject), std::move(task)});
        if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    mail_.notify_one();
}

void BackgroundWork::run(const std::stop_token& stop) {
    give_way();
    std::unique_lock lock(mutex_);
    while (mail_.wait(lock, stop, [this] { return !tasks_.empty(); })) {
        if (stop.stop_requested()) return;
        const Task& task = tasks_.front(); // a deque's elements stay put when others come behind them
        lock.unlock();
        task.work();
        lock.lock();
        tasks_.pop_front();
    }
}

} // namespace app
