#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace geo {

/// Calls `body(first, last)` for consecutive blocks [first, last) of at most `grain` items that cover [0, n), on up
/// to `threads` threads (0: all of the machine). Blocks are the same for any number of threads, so a result that
/// depends only on its block is the same too. The first exception thrown is rethrown here; later blocks are skipped.
template <typename Body>
void parallel_for(std::size_t n, std::size_t grain, unsigned threads, Body&& body) {
    if (n == 0) return;
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t n_blocks = (n + grain - 1) / grain;
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    threads = static_cast<unsigned>(std::min<std::size_t>(threads, n_blocks));

    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::exception_ptr error;
    std::mutex error_mutex;
    const auto work = [&] {
        for (std::size_t block = 0; !failed && (block = next++) < n_blocks;) {
            try {
                body(block * grain, std::min(n, (block + 1) * grain));
            } catch (...) {
                const std::lock_guard lock(error_mutex);
                if (!error) error = std::current_exception();
                failed = true;
            }
        }
    };
    std::vector<std::jthread> others;
    try {
        for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    } catch (const std::system_error&) { // the system gives no more: those that run do it all
    }
    work();
    others.clear(); // joins
    if (error) std::rethrow_exception(error);
}

} // namespace geo
