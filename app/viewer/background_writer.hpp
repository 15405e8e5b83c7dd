#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace app {

/// Writes small files on a thread of its own, so that no frame waits for a disk. Of several texts for the
/// same path only the newest is written. Failures are remembered, not thrown: a full disk must not stop the
/// work. Whatever waits is written before the destructor returns.
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
    void work(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any news_;
    std::map<std::string, Text> waiting_;
    bool busy_ = false;
    std::optional<std::string> failure_;
    std::jthread worker_; ///< last: starts when the rest is there
};

} // namespace app
