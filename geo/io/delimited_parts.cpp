#include <algorithm>

#include "geo/io/count_records.hpp"
#include "geo/io/delimited_records.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/io/text_encoding.hpp"
#include "geo/io/text_parts.hpp"

namespace geo {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

/// Looked at piece by piece, none of which stays in memory.
bool is_plain_utf8(const InputBytes& bytes, unsigned threads) {
    constexpr std::size_t kPiece = std::size_t{64} << 20;
    const std::string_view text = bytes.view();
    if (text.substr(0, 4096).find('\0') != std::string_view::npos) return false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + kPiece);
        while (end < text.size() && end > at && continues_character(text[end])) --end;
        if (end == at) return false; // nothing but middles of characters
        if (first_invalid_utf8(text.substr(at, end - at), threads)) return false;
        bytes.let_go(text.substr(at, end - at));
        at = end;
    }
    return true;
}

class DelimitedParts final : public TextParts {
  public:
    DelimitedParts(std::shared_ptr<const InputBytes> bytes, std::size_t part_bytes)
        : bytes_(std::move(bytes)), part_bytes_(part_bytes) {
        text_ = bytes_->view();
    }

    /// Throws as read_header.
    const std::vector<std::string>& header() {
        Report notes;
        read_head(notes);
        return head_.header;
    }
    RecordLayout begin(const SourceSpec& source, const ColumnRequest& columns, Report& notes) override {
        read_head(notes);
        RecordLayout layout = layout_of(head_.header, source, columns, false, notes);
        pass_tag_row(text_, head_, notes);
        at_ = head_.first;
        return layout;
    }
    std::uint64_t first_row() const override { return head_.next_row; }
    std::vector<IncidentBuilder> next(const RecordLayout& layout, unsigned threads,
                                      Progress& progress) override {
        if (at_ >= text_.size()) return {};
        DelimitedText in;
        in.text = text_;
        in.separator = head_.separator;
        in.first = at_;
        in.last = at_ + part_bytes_;
        std::vector<IncidentBuilder> builders = read_builders(in, layout, threads, progress, &at_);
        bytes_->let_go(text_.substr(in.first, at_ - in.first));
        return builders;
    }
    bool columns_came() const override { return false; }
    std::string layer() const override { return {}; }

  private:
    void read_head(Report& notes) {
        head_ = {};
        head_.first = text_.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
        read_header(text_, head_, notes);
    }

    std::shared_ptr<const InputBytes> bytes_;
    std::string_view text_;
    std::size_t part_bytes_;
    DelimitedHead head_;
    std::size_t at_ = 0; ///< where the next part begins
};

} // namespace

std::unique_ptr<TextParts> delimited_parts(std::shared_ptr<const InputBytes> bytes, std::size_t part_bytes,
                                           const SourceSpec& source, unsigned threads) {
    if (!is_plain_utf8(*bytes, threads)) return nullptr;
    auto parts = std::make_unique<DelimitedParts>(std::move(bytes), part_bytes);
    if (count_layout_of(parts->header(), source.roles)) return nullptr;
    return parts;
}

} // namespace geo
