#include "app/viewer/background_writer.hpp"

#include <filesystem>
#include <utility>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;

void put(const std::string& path, const std::optional<std::string>& text) {
    std::error_code failed;
    if (!text) {
        fs::remove(path, failed);
        return;
    }
    fs::create_directories(fs::path(path).parent_path(), failed);
    geo::write_file_atomically(path, *text);
}

} // namespace

BackgroundWriter::BackgroundWriter() : worker_([this](const std::stop_token& stop) { work(stop); }) {}

BackgroundWriter::~BackgroundWriter() { flush(); }

void BackgroundWriter::write(const std::string& path, std::string text) {
    const std::lock_guard lock(mutex_);
    waiting_[path] = std::move(text);
    news_.notify_all();
}

void BackgroundWriter::remove(const std::string& path) {
    const std::lock_guard lock(mutex_);
    waiting_[path] = std::nullopt;
    news_.notify_all();
}

std::optional<std::string> BackgroundWriter::take_failure() {
    const std::lock_guard lock(mutex_);
    return std::exchange(failure_, std::nullopt);
}

void BackgroundWriter::flush() {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return waiting_.empty() && !busy_; });
}

void BackgroundWriter::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (news_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        const auto job = waiting_.extract(waiting_.begin());
        busy_ = true;
        lock.unlock();
        std::optional<std::string> failure;
        try {
            put(job.key(), job.mapped());
        } catch (const std::exception& error) {
            failure = error.what();
        }
        lock.lock();
        busy_ = false;
        if (failure) failure_ = std::move(failure);
        news_.notify_all();
    }
}

} // namespace app
