#include "geo/io/geojson_source.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/io/geojson_pieces.hpp"
#include "geo/io/geojson_text.hpp"
#include "geo/io/text_parts.hpp"

namespace geo {

namespace {

/// All pieces of one text.
class CollectionReader {
  public:
    CollectionReader(const FeatureCollectionText& collection, std::size_t piece_bytes, unsigned threads)
        : collection_(collection), threads_(threads),
          starts_(likely_feature_starts(collection, piece_bytes)) {}

    /// The names of all properties, from those of the first piece on.
    Header header_of_first_piece() const;
    std::size_t n_pieces() const { return starts_.size(); }
    /// Builders of the pieces [first, last) in the order of the file, or what the header lacks.
    std::vector<IncidentBuilder> read(const RecordLayout& layout, Header& header, std::size_t first,
                                      std::size_t last, Progress& progress) const;
    std::string_view text_of(std::size_t first, std::size_t last) const {
        const std::size_t end = last < starts_.size() ? starts_[last] : collection_.features.size();
        return collection_.features.substr(starts_[first], end - starts_[first]);
    }

  private:
    /// Without the comma before the next one.
    std::string_view piece(std::size_t i) const {
        if (i + 1 == starts_.size()) return collection_.features.substr(starts_[i]);
        const std::string_view text =
            without_blanks(collection_.features.substr(starts_[i], starts_[i + 1] - starts_[i]));
        return text.substr(0, text.size() - 1);
    }

    const FeatureCollectionText& collection_;
    unsigned threads_;
    std::vector<std::size_t> starts_;
};

Header CollectionReader::header_of_first_piece() const {
    Header header, unknown;
    PieceReader(header).read(piece(0), nullptr, unknown);
    return unknown;
}

std::vector<IncidentBuilder> CollectionReader::read(const RecordLayout& layout, Header& header,
                                                    std::size_t first, std::size_t last,
                                                    Progress& progress) const {
    const auto shared = std::make_shared<const RecordLayout>(layout);
    std::vector<IncidentBuilder> builders(last - first, IncidentBuilder(shared));
    std::vector<Header> unknown(last - first);
    std::atomic<std::size_t> next{first};
    const unsigned threads = threads_ == 0 ? std::thread::hardware_concurrency() : threads_;
    const std::size_t n_readers = std::min<std::size_t>(last - first, std::max(1u, threads));
    parallel_for(n_readers, 1, threads_, [&](std::size_t, std::size_t) {
        PieceReader reader(header);
        for (std::size_t i = next++; i < last; i = next++) {
            constexpr std::size_t kUsualFeature = 250;
            IncidentBuilder& builder = builders[i - first];
            builder.reserve(piece(i).size() / kUsualFeature, piece(i).size());
            reader.read(piece(i), &builder, unknown[i - first]);
            progress.at(starts_[i] + piece(i).size(), collection_.features.size());
        }
    });
    for (const Header& names : unknown)
        for (const std::string& name : names.names()) header.add(name);
    return builders;
}

LoadedIncidents loaded_from(const CollectionReader& reader, const std::string& layer,
                            const std::string& file_name, const SourceSpec& source,
                            const ColumnRequest& columns, unsigned threads, Progress& progress) {
    Header header = reader.header_of_first_piece();
    for (;;) {
        Report report;
        const std::size_t n_names = header.names().size();
        RecordLayout layout = layout_of(header.names(), source, columns, true, report);
        auto builders = reader.read(layout, header, 0, reader.n_pieces(), progress);
        if (header.names().size() > n_names) continue; // a later feature has more of them
        if (must_read_again(evidence_of(builders), layout)) builders = reader.read(layout, header, 0, reader.n_pieces(), progress);
        number_records(builders, 2);
        progress.stage("sorting");
        return finished(std::move(builders), origin_of(layout, file_name, layer), threads, std::move(report));
    }
}

std::string layer_of(const FeatureCollectionText& collection, const std::string& default_name) {
    return collection.name.empty() ? default_name : collection.name;
}

class GeoJsonParts final : public TextParts {
  public:
    GeoJsonParts(std::shared_ptr<const InputBytes> bytes, FeatureCollectionText collection, std::string layer,
                 std::size_t part_bytes, unsigned threads)
        : bytes_(std::move(bytes)), collection_(std::move(collection)), layer_(std::move(layer)),
          reader_(collection_, piece_bytes(part_bytes), threads),
          pieces_a_part_(std::max<std::size_t>(1, part_bytes / piece_bytes(part_bytes))) {}

    RecordLayout begin(const SourceSpec& source, const ColumnRequest& columns, Report& notes) override {
        if (header_.names().empty()) ours([&] { header_ = reader_.header_of_first_piece(); });
        n_names_ = header_.names().size();
        piece_ = 0;
        return layout_of(header_.names(), source, columns, true, notes);
    }
    std::uint64_t first_row() const override { return 2; }
    std::vector<IncidentBuilder> next(const RecordLayout& layout, unsigned, Progress& progress) override {
        const std::size_t first = piece_;
        piece_ = std::min(reader_.n_pieces(), first + pieces_a_part_);
        if (first == piece_) return {};
        std::vector<IncidentBuilder> builders;
        ours([&] { builders = reader_.read(layout, header_, first, piece_, progress); });
        bytes_->let_go(reader_.text_of(first, piece_));
        return builders;
    }
    bool columns_came() const override { return header_.names().size() > n_names_; }
    std::string layer() const override { return layer_; }

  private:
    static std::size_t piece_bytes(std::size_t part_bytes) {
        constexpr std::size_t kLeast = std::size_t{1} << 16, kPiecesAPart = 8;
        return std::clamp(part_bytes / kPiecesAPart, kLeast, kUsualPiece);
    }
    template <typename Read>
    static void ours(Read&& read) {
        try {
            read();
        } catch (const NotOurs&) {
            throw NotInParts();
        } catch (const simdjson::simdjson_error&) {
            throw NotInParts();
        }
    }

    std::shared_ptr<const InputBytes> bytes_;
    FeatureCollectionText collection_;
    std::string layer_;
    CollectionReader reader_;
    std::size_t pieces_a_part_;
    Header header_;
    std::size_t n_names_ = 0, piece_ = 0;
};

} // namespace

std::optional<LoadedIncidents> load_geojson(std::string_view text, const std::string& default_name,
                                            const std::string& file_name, const SourceSpec& source,
                                            const ColumnRequest& columns, unsigned threads,
                                            Progress& progress, std::size_t piece_bytes) {
    const auto collection = feature_collection_text(text);
    if (!collection) return {};
    const std::string layer = layer_of(*collection, default_name);
    if (!source.layer.empty() && source.layer != layer) return {};
    try {
        const CollectionReader reader(*collection, piece_bytes, threads);
        return loaded_from(reader, layer, file_name, source, columns, threads, progress);
    } catch (const NotOurs&) {
        return {};
    } catch (const simdjson::simdjson_error&) {
        return {};
    }
}

std::unique_ptr<TextParts> geojson_parts(std::shared_ptr<const InputBytes> bytes, std::size_t part_bytes,
                                         const std::string& default_name, const SourceSpec& source,
                                         unsigned threads) {
    auto collection = feature_collection_text(bytes->view());
    if (!collection) return nullptr;
    std::string layer = layer_of(*collection, default_name);
    if (!source.layer.empty() && source.layer != layer) return nullptr;
    return std::make_unique<GeoJsonParts>(std::move(bytes), std::move(*collection), std::move(layer), part_bytes,
                                          threads);
}

} // namespace geo
