#pragma once

#include <condition_variable>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/core/progress.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/text_block.hpp"

namespace geo {

inline constexpr std::size_t kRowsPerBlock = 2048; // about a megabyte of text

/// Takes blocks in order, whoever brings them when: a block that is early waits for its turn.
class OrderedBlocks {
  public:
    explicit OrderedBlocks(AtomicFile& file) : file_(file) {}

    void write(std::size_t index, std::string_view bytes) {
        std::unique_lock lock(mutex_);
        turned_.wait(lock, [&] { return given_up_ || next_ == index; });
        if (given_up_) return;
        lock.unlock(); // nobody else's turn: the others format meanwhile
        file_.write(bytes);
        lock.lock();
        ++next_;
        turned_.notify_all();
    }
    /// After an exception: nobody waits for what does not come any more.
    void give_up() {
        const std::scoped_lock lock(mutex_);
        given_up_ = true;
        turned_.notify_all();
    }

  private:
    AtomicFile& file_;
    std::mutex mutex_;
    std::condition_variable turned_;
    std::size_t next_ = 0;
    bool given_up_ = false;
};

/// Calls format(block, row) for all. On several threads, written in order; holds one block a thread in memory.
template <class FormatRow>
void write_rows(AtomicFile& file, const FeatureTable& table, unsigned threads, Progress& progress,
                const FormatRow& format) {
    OrderedBlocks blocks(file);
    std::mutex mutex;
    std::vector<TextBlock> at_rest; // their room is used again
    const auto taken = [&] {
        const std::scoped_lock lock(mutex);
        if (at_rest.empty()) return TextBlock();
        TextBlock block = std::move(at_rest.back());
        at_rest.pop_back();
        return block;
    };
    parallel_for(table.rows.size(), kRowsPerBlock, threads, [&](std::size_t first, std::size_t last) {
        try {
            TextBlock out = taken();
            for (std::size_t i = first; i < last; ++i) format(out, table.rows[i]);
            blocks.write(first / kRowsPerBlock, out.text());
            out.clear();
            {
                const std::scoped_lock lock(mutex);
                at_rest.push_back(std::move(out));
            }
            progress.at(last, table.rows.size());
        } catch (...) {
            blocks.give_up();
            throw;
        }
    });
}

} // namespace geo
