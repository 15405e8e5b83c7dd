#include "geo/io/geojson_source.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "geo/core/parallel.hpp"
#include "geo/io/geojson_pieces.hpp"
#include "geo/io/geojson_text.hpp"

namespace geo {

namespace {

/// All pieces of one text.
class CollectionReader {
  public:
    CollectionReader(const FeatureCollectionText& collection, std::size_t piece_bytes, unsigned threads,
                     Progress& progress)
        : collection_(collection), threads_(threads), progress_(progress),
          starts_(likely_feature_starts(collection, piece_bytes)) {}

    /// The names of all properties, from those of the first piece on.
    Header header_of_first_piece() const;
    /// Builders in the order of the file, or what the header lacks.
    std::vector<IncidentBuilder> read(const RecordLayout& layout, Header& header) const;

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
    Progress& progress_;
    std::vector<std::size_t> starts_;
};

Header CollectionReader::header_of_first_piece() const {
    Header header, unknown;
    PieceReader(header).read(piece(0), nullptr, unknown);
    return unknown;
}

std::vector<IncidentBuilder> CollectionReader::read(const RecordLayout& layout, Header& header) const {
    const auto shared = std::make_shared<const RecordLayout>(layout);
    std::vector<IncidentBuilder> builders(starts_.size(), IncidentBuilder(shared));
    std::vector<Header> unknown(starts_.size());
    std::atomic<std::size_t> next{0};
    const unsigned threads = threads_ == 0 ? std::thread::hardware_concurrency() : threads_;
    const std::size_t n_readers = std::min<std::size_t>(starts_.size(), std::max(1u, threads));
    parallel_for(n_readers, 1, threads_, [&](std::size_t, std::size_t) {
        PieceReader reader(header);
        for (std::size_t i = next++; i < starts_.size(); i = next++) {
            constexpr std::size_t kUsualFeature = 250;
            builders[i].reserve(piece(i).size() / kUsualFeature, piece(i).size());
            reader.read(piece(i), &builders[i], unknown[i]);
            progress_.at(starts_[i] + piece(i).size(), collection_.features.size());
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
        auto builders = reader.read(layout, header);
        if (header.names().size() > n_names) continue; // a later feature has more of them
        if (must_read_again(evidence_of(builders), layout)) builders = reader.read(layout, header);
        number_records(builders, 2);
        progress.stage("sorting");
        return finished(std::move(builders), origin_of(layout, file_name, layer), threads, std::move(report));
    }
}

} // namespace

std::optional<LoadedIncidents> load_geojson(std::string_view text, const std::string& default_name,
                                            const std::string& file_name, const SourceSpec& source,
                                            const ColumnRequest& columns, unsigned threads,
                                            Progress& progress, std::size_t piece_bytes) {
    const auto collection = feature_collection_text(text);
    if (!collection) return {};
    const std::string layer = collection->name.empty() ? default_name : collection->name;
    if (!source.layer.empty() && source.layer != layer) return {};
    try {
        const CollectionReader reader(*collection, piece_bytes, threads, progress);
        return loaded_from(reader, layer, file_name, source, columns, threads, progress);
    } catch (const NotOurs&) {
        return {};
    } catch (const simdjson::simdjson_error&) {
        return {};
    }
}

} // namespace geo
