#include "geo/io/delimited_text.hpp"

#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace geo {

namespace {

constexpr std::size_t kBlock = 64;

#if defined(__SSE2__)

template <typename Matches>
std::uint64_t mask_of(const char* bytes, const Matches& matches) {
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + std::size_t{16} * i));
        mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(matches(chunk))))
                << (16 * i);
    }
    return mask;
}

/// Bit i: bytes[i] is `separator`, a quote or a line end.
std::uint64_t specials_in(const char* bytes, char separator) {
    const __m128i separators = _mm_set1_epi8(separator);
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r');
    return mask_of(bytes, [&](__m128i c) {
        return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(c, separators), _mm_cmpeq_epi8(c, quotes)),
                            _mm_or_si128(_mm_cmpeq_epi8(c, line_feeds), _mm_cmpeq_epi8(c, returns)));
    });
}

std::uint64_t quotes_in(const char* bytes) {
    const __m128i quotes = _mm_set1_epi8('"');
    return mask_of(bytes, [&](__m128i c) { return _mm_cmpeq_epi8(c, quotes); });
}

#else

template <typename Matches>
std::uint64_t mask_of(const char* bytes, const Matches& matches) {
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < kBlock; ++i) mask |= static_cast<std::uint64_t>(matches(bytes[i])) << i;
    return mask;
}

std::uint64_t specials_in(const char* bytes, char separator) {
    return mask_of(bytes, [&](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
}

std::uint64_t quotes_in(const char* bytes) {
    return mask_of(bytes, [](char c) { return c == '"'; });
}

#endif

/// The 64 bytes of `text` from `at`, the last block filled up with zeros.
template <typename Look>
std::uint64_t look_at_block(std::string_view text, std::size_t at, const Look& look) {
    if (at + kBlock <= text.size()) return look(text.data() + at);
    std::array<char, kBlock> last{};
    if (at < text.size()) std::memcpy(last.data(), text.data() + at, text.size() - at);
    return look(last.data());
}

std::size_t count_quotes(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); at += kBlock)
        n += static_cast<std::size_t>(std::popcount(look_at_block(text, at, quotes_in)));
    return n;
}

std::size_t after_line_end(std::string_view text, std::size_t at) {
    return at + (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
}

/// The start of the first record after `at`, which stands inside quotes or not; npos when [at, last) ends
/// none.
std::size_t record_start_after(std::string_view text, std::size_t at, std::size_t last, bool inside) {
    for (; at < last; ++at) {
        const char c = text[at];
        if (c == '"')
            inside = !inside;
        else if (!inside && (c == '\n' || c == '\r'))
            return after_line_end(text, at);
    }
    return std::string_view::npos;
}

} // namespace

RecordScanner::RecordScanner(std::string_view text, char separator, std::size_t first)
    : text_(text), separator_(separator), position_(std::min(first, text.size())) {
    load_block(position_ / kBlock * kBlock);
}

void RecordScanner::load_block(std::size_t block) {
    block_ = block;
    specials_ =
        look_at_block(text_, block, [&](const char* bytes) { return specials_in(bytes, separator_); });
}

std::size_t RecordScanner::special_from(std::size_t at) {
    if (at >= text_.size()) return text_.size();
    if (at >= block_ + kBlock) load_block(at / kBlock * kBlock);
    std::uint64_t left = specials_ & (~std::uint64_t{0} << (at - block_));
    while (left == 0) {
        if (block_ + kBlock >= text_.size()) return text_.size();
        load_block(block_ + kBlock);
        left = specials_;
    }
    return block_ + static_cast<std::size_t>(std::countr_zero(left));
}

std::size_t RecordScanner::field_end_from(std::size_t at) {
    at = special_from(at);
    while (at < text_.size() && text_[at] == '"') at = special_from(at + 1);
    return at;
}

/// The quote that closes the field whose content starts at `at`; the size of the text when none does.
std::size_t RecordScanner::closing_quote(std::size_t at, bool& doubled) {
    for (;;) {
        at = special_from(at);
        while (at < text_.size() && text_[at] != '"') at = special_from(at + 1);
        if (at + 1 >= text_.size() || text_[at + 1] != '"') return std::min(at, text_.size());
        doubled = true;
        at += 2;
    }
}

bool RecordScanner::next(DelimitedRecord& record) {
    const std::size_t start = position_;
    if (start >= text_.size()) return false;
    record.fields.clear();
    record.doubled_.clear();
    record.fault = RecordFaultKind::none;
    for (std::size_t at = start;;) {
        std::size_t begin = at;
        std::size_t end = 0;
        if (at < text_.size() && text_[at] == '"') {
            bool doubled = false;
            const std::size_t close = closing_quote(++begin, doubled);
            if (doubled) record.doubled_.push_back(record.fields.size());
            record.fields.push_back(text_.substr(begin, close - begin));
            if (close == text_.size()) record.fault = RecordFaultKind::unclosed_quote;
            end = close == text_.size() ? close : field_end_from(close + 1);
            if (close != text_.size() && end != close + 1) record.fault = RecordFaultKind::text_after_quote;
        } else {
            end = field_end_from(at);
            record.fields.push_back(text_.substr(begin, end - begin));
        }
        if (end < text_.size() && text_[end] == separator_) {
            at = end + 1;
            continue;
        }
        record.text = text_.substr(start, end - start);
        position_ = end < text_.size() ? after_line_end(text_, end) : end;
        break;
    }
    if (!record.doubled_.empty()) undouble(record);
    return true;
}

/// Halves doubled quotes, in a copy that the record owns. The copy never grows after its first byte is
/// pointed at.
void RecordScanner::undouble(DelimitedRecord& record) {
    record.scratch_.clear();
    record.scratch_.reserve(record.text.size());
    for (const std::size_t i : record.doubled_) {
        const std::string_view field = record.fields[i];
        const std::size_t begin = record.scratch_.size();
        for (std::size_t at = 0; at < field.size(); ++at) {
            record.scratch_.push_back(field[at]);
            if (field[at] == '"') ++at;
        }
        record.fields[i] = std::string_view(record.scratch_).substr(begin);
    }
}

char separator_of_header(std::string_view text, std::size_t first) {
    char best = ',';
    std::size_t most = 1;
    for (const char separator : {',', ';', '\t', '|'}) {
        DelimitedRecord header;
        if (!RecordScanner(text, separator, first).next(header)) break;
        if (header.fault == RecordFaultKind::none && header.fields.size() > most) {
            best = separator;
            most = header.fields.size();
        }
    }
    return best;
}

std::vector<std::size_t> likely_record_starts(std::string_view text, std::size_t first,
                                              std::size_t block_bytes, unsigned threads) {
    const std::size_t n_bytes = text.size() - std::min(first, text.size());
    const std::size_t n_blocks = std::max<std::size_t>(1, n_bytes / std::max<std::size_t>(1, block_bytes));
    std::vector<std::size_t> n_quotes(n_blocks);
    const auto block_start = [&](std::size_t i) {
        return i == n_blocks ? text.size() : first + i * block_bytes;
    };
    if (n_blocks > 1) {
        parallel_for(n_blocks, 1, threads, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i)
                n_quotes[i] = count_quotes(text.substr(block_start(i), block_start(i + 1) - block_start(i)));
        });
    }
    std::vector<std::size_t> starts{first};
    bool inside = n_quotes[0] % 2 != 0;
    for (std::size_t i = 1; i < n_blocks; ++i) {
        const std::size_t start = record_start_after(text, block_start(i), block_start(i + 1), inside);
        if (start < text.size()) starts.push_back(start);
        inside = inside != (n_quotes[i] % 2 != 0);
    }
    return starts;
}

} // namespace geo
