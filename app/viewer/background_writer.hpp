#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace app {

/// Writes small files on threads of its own, so that no frame waits for a disk. Of several texts for the
/// same path only the newest is written. A text stands in its file, whole, as soon as it is written, and
/// outlives a sudden end of the program; a second thread waits until it is on the disk too, which may take
/// seconds where the disk is busy, and holds up no newer text. Failures are remembered, not thrown: a full
/// disk must not stop the work. Whatever waits is on the disk before the destructor returns.
class BackgroundWriter {
  public:
    BackgroundWriter();
    ~BackgroundWriter();
    BackgroundWriter(const BackgroundWriter&) = delete;
    BackgroundWriter& operator=(const BackgroundWriter&) = delete;

    void write(const std::string& path, std::string text);
    void remove(const std::string& path);
    /// The sentence of the last failure since this was asked.
    std::optional<std::string> take_failure();
    /// Waits until everything is on the disk.
    void flush();

  private:
    using Text = std::optional<std::string>; ///< empty: remove the file
    void write_what_waits(const std::stop_token& stop);
    void flush_what_was_written(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any news_;
    std::map<std::string, Text> waiting_;
    std::set<std::string> to_flush_; ///< written, and perhaps not yet on the disk
    bool writing_ = false;
    bool flushing_ = false;
    std::optional<std::string> failure_;
    std::jthread flusher_; ///< last, with the next: they start when the rest is there
    std::jthread writer_;
};

} // namespace app
