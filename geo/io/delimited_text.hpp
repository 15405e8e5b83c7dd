#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/core/progress.hpp"

namespace geo {

/// Delimited text by RFC 4180, and strictly: a quote opens a quoted field at the start of a field only, a
/// doubled quote inside stands for one, nothing but a separator or a line end may follow the closing quote. A
/// quote inside an unquoted field is a character like any other. Records end with LF, CRLF or CR, mixed at
/// will.

enum class RecordFaultKind { none, text_after_quote, unclosed_quote };

/// One record. The views point into the text, or into `scratch` where quotes were doubled; valid until the
/// next record.
struct DelimitedRecord {
    std::vector<std::string_view> fields;
    std::string_view text; ///< as it stands, without the line end
    RecordFaultKind fault = RecordFaultKind::none;
    bool blank() const { return text.empty(); }

  private:
    friend class RecordScanner;
    std::vector<std::size_t> doubled_; ///< fields that hold doubled quotes
    std::string scratch_;
};

/// Reads records one after the other. About 1 GB/s.
class RecordScanner {
  public:
    /// `first` is where a record starts.
    RecordScanner(std::string_view text, char separator, std::size_t first);

    /// False at the end of the text.
    bool next(DelimitedRecord& record);
    std::size_t position() const { return position_; } ///< where the next record starts

  private:
    std::size_t
    special_from(std::size_t at); ///< next separator, quote or line end at or after `at`, or the size
    std::size_t field_end_from(std::size_t at); ///< the same without quotes
    std::size_t closing_quote(std::size_t at, bool& doubled);
    void load_block(std::size_t block);
    void pass_line_end(std::size_t at);
    static void undouble(DelimitedRecord& record);

    std::string_view text_;
    char separator_;
    std::size_t position_;
    std::size_t block_ = 0;      ///< multiple of 64
    std::uint64_t specials_ = 0; ///< bit i: text_[block_ + i] is a separator, a quote or a line end
};

/// The separator that the first record (the header) uses most: , ; tab or |.
char separator_of_header(std::string_view text, std::size_t first);

/// Where to cut the text so that each piece starts a record, if no stray quote misleads: every block's quotes
/// are counted, an odd number before a block means that it starts inside quotes. The first element is
/// `first`.
std::vector<std::size_t> likely_record_starts(std::string_view text, std::size_t first,
                                              std::size_t block_bytes, unsigned threads);

struct DelimitedText {
    std::string_view text;
    char separator = ',';
    std::size_t first = 0; ///< start of the first record to read
    std::size_t block_bytes = std::size_t{2} << 20;
    std::size_t last = std::string_view::npos; ///< records that start before it are read
};

/// Calls `add(chunk, record)` for all records, on up to `threads` threads, each chunk made by `make(bytes)`;
/// the chunks come back in file order. Where a guessed cut turns out not to start a record, its piece is read
/// again from where the one before it ended: the answer is that of one scanner from first to last, for any
/// block size and thread count. `end`, where it is given, becomes the place where the last record ended.
template <typename Make, typename Add>
auto read_chunks(const DelimitedText& in, unsigned threads, Progress& progress, const Make& make,
                 const Add& add, std::size_t* end = nullptr) {
    using Chunk = decltype(make(std::size_t{}));
    const std::size_t end_of_starts = std::min(in.last, in.text.size());
    const std::vector<std::size_t> starts =
        likely_record_starts(in.text.substr(0, end_of_starts), in.first, in.block_bytes, threads);
    std::vector<std::optional<Chunk>> chunks(starts.size());
    std::vector<std::size_t> ends(starts.size());
    const auto read = [&](std::size_t i, std::size_t start) {
        const std::size_t limit = i + 1 < starts.size() ? starts[i + 1] : end_of_starts;
        Chunk& chunk = chunks[i].emplace(make(limit > start ? limit - start : 0));
        RecordScanner scanner(in.text, in.separator, start);
        DelimitedRecord record;
        while (scanner.position() < limit && scanner.next(record)) add(chunk, record);
        ends[i] = std::max(start, scanner.position());
        progress.at(limit, in.text.size());
    };
    parallel_for(starts.size(), 1, threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) read(i, starts[i]);
    });
    for (std::size_t i = 1; i < starts.size(); ++i)
        if (starts[i] != ends[i - 1]) read(i, ends[i - 1]);
    if (end) *end = ends.back();
    std::vector<Chunk> out;
    out.reserve(chunks.size());
    for (auto& chunk : chunks) out.push_back(std::move(*chunk));
    return out;
}

} // namespace geo
