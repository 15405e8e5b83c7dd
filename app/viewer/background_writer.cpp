#include "app/viewer/background_writer.hpp"

#include <filesystem>
#include <utility>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;

/// Whether there is a file to flush.
bool put(const std::string& path, const std::optional<std::string>& text) {
    std::error_code failed;
    if (!text) {
        fs::remove(path, failed);
        return false;
    }
    fs::create_directories(fs::path(path).parent_path(), failed);
    geo::AtomicFile file(path);
    file.write(*text);
    file.publish();
    return true;
}

/// The sentence of what went wrong; empty when nothing did.
template <class Job>
std::optional<std::string> failure_of(Job&& job) {
    try {
        job();
    } catch (const std::exception& error) {
        return error.what();
    }
    return std::nullopt;
}

} // namespace

BackgroundWriter::BackgroundWriter()
    : flusher_([this](const std::stop_token& stop) { flush_what_was_written(stop); }),
      writer_([this](const std::stop_token& stop) { write_what_waits(stop); }) {}

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
    news_.wait(lock, [this] { return waiting_.empty() && !writing_ && to_flush_.empty() && !flushing_; });
}

void BackgroundWriter::write_what_waits(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (news_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        const auto job = waiting_.extract(waiting_.begin());
        writing_ = true;
        lock.unlock();
        bool written = false;
        auto failure = failure_of([&] { written = put(job.key(), job.mapped()); });
        lock.lock();
        writing_ = false;
        if (written) to_flush_.insert(job.key());
        if (failure) failure_ = std::move(failure);
        news_.notify_all();
    }
}

void BackgroundWriter::flush_what_was_written(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (news_.wait(lock, stop, [this] { return !to_flush_.empty(); })) {
        const auto job = to_flush_.extract(to_flush_.begin());
        flushing_ = true;
        lock.unlock();
        auto failure = failure_of([&] { geo::flush_to_disk(job.value()); });
        std::error_code unknown; // removed meanwhile, as unsaved work is when it is saved: nothing to flush
        if (!fs::exists(job.value(), unknown)) failure.reset();
        lock.lock();
        flushing_ = false;
        if (failure) failure_ = std::move(failure);
        news_.notify_all();
    }
}

} // namespace app
