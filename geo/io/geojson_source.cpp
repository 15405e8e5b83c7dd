#include "geo/io/geojson_source.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <simdjson.h>

#include "geo/core/parallel.hpp"
#include "geo/io/geojson_text.hpp"
#include "geo/io/record_layout.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

namespace json = simdjson::ondemand;

/// The text is not what this reader takes.
struct NotOurs {};

/// The value, or an end of our reading.
template <typename T>
T taken(simdjson::simdjson_result<T> result) {
    T value{};
    if (std::move(result).get(value)) throw NotOurs();
    return value;
}

/// Columns by name; new ones are added behind.
class Header {
  public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::size_t find(std::string_view name) const {
        const auto found = index_.find(std::string(name));
        return found == index_.end() ? kNone : found->second;
    }
    void add(std::string_view name) {
        if (index_.try_emplace(std::string(name), names_.size()).second) names_.emplace_back(name);
    }
    const std::vector<std::string>& names() const { return names_; }

  private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> index_;
};

enum class PlaceKind { missing, empty, point, broken, other };

struct Geometry {
    PlaceKind kind = PlaceKind::missing;
    LonLat place{};
    std::string type; ///< of others
};

/// [x, y, ...]; no element at all is an empty point.
Geometry point_from(json::array coordinates) {
    Geometry geometry{PlaceKind::empty, {}, {}};
    std::size_t n = 0;
    for (auto element : coordinates) {
        if (taken(element.type()) != json::json_type::number) return {PlaceKind::broken, {}, {}};
        const double value = taken(element.get_double());
        if (n == 0) geometry.place.lon_deg = value;
        if (n == 1) geometry.place.lat_deg = value;
        geometry.kind = ++n == 1 ? PlaceKind::broken : PlaceKind::point;
    }
    return geometry;
}

/// A multipoint of one is a point.
Geometry multipoint_from(json::array points) {
    Geometry geometry{PlaceKind::empty, {}, {}};
    std::size_t n = 0;
    for (auto point : points)
        if (n++ == 0) geometry = point_from(taken(point.get_array()));
    if (n > 1) return {PlaceKind::other, {}, "MULTIPOINT"};
    return geometry;
}

bool is_null(json::value& value) {
    if (taken(value.type()) != json::json_type::null) return false;
    if (!value.is_null()) throw NotOurs(); // it only begins like one
    return true;
}

Geometry geometry_from(json::value value) {
    if (is_null(value)) return {};
    json::object object = taken(value.get_object());
    const std::string_view type = taken(object.find_field_unordered("type").get_string());
    if (type == "Point") return point_from(taken(object.find_field_unordered("coordinates").get_array()));
    if (type == "MultiPoint")
        return multipoint_from(taken(object.find_field_unordered("coordinates").get_array()));
    std::string upper(type);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return {PlaceKind::other, {}, upper};
}

/// A text without the white space that may follow it.
std::string_view without_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

/// As the file writes it; a string without its quotes and escapes. simdjson has seen to it that a string is
/// UTF-8 and closed; one without a backslash is taken as it lies.
std::string_view text_of(json::value& value) {
    std::string_view text = without_blanks(value.raw_json_token());
    switch (taken(value.type())) {
    case json::json_type::string:
        return text.find('\\') == std::string_view::npos ? text.substr(1, text.size() - 2)
                                                         : taken(value.get_string());
    case json::json_type::null:
        is_null(value); // or throws
        return {};
    case json::json_type::number:
        taken(value.get_double()); // is one
        return text;
    case json::json_type::boolean:
        taken(value.get_bool());
        return text;
    case json::json_type::array:
        return without_blanks(taken(taken(value.get_array()).raw_json()));
    default:
        return without_blanks(taken(taken(value.get_object()).raw_json()));
    }
}

/// Whether the name stands in the file as it is read: compared with the file's text, one with a quote would
/// mislead.
bool is_plain(std::string_view name) { return name.find_first_of("\"\\") == std::string_view::npos; }
constexpr std::string_view kNeverEqual = "\""; // an empty name is followed by no second quote

/// One thread's reader of pieces.
class PieceReader {
  public:
    explicit PieceReader(const Header& header) : header_(header) {}

    /// Features of a piece, with commas between them. Names that the
    /// header lacks are collected, and from then on nothing is built. Without a builder: looks only whether
    /// the first feature has a place, and is no HXL tag row.
    void read(std::string_view piece, IncidentBuilder* builder, Header& unknown);

  private:
    static constexpr std::size_t kMostPiece = std::size_t{256} << 20;

    void add(json::object feature, IncidentBuilder* builder, Header& unknown);
    void read_properties(json::value value, Header& unknown);
    void set(json::field member, Header& unknown);
    void look_at_first(const Geometry& geometry);
    std::size_t column_of(std::string_view name);

    const Header& header_;
    json::parser parser_;
    std::string text_; ///< "[piece]" and the bytes behind it that simdjson may look at
    std::vector<std::string_view> fields_;
    std::vector<std::string_view> unknown_fields_; ///< values of names that the header lacks
    bool first_seen_ = false;
    std::vector<std::pair<std::string_view, std::size_t>> order_; ///< columns as the last feature named them
    std::size_t next_ = 0;
};

/// Features name their members in the same order: mostly the next one is meant.
std::size_t PieceReader::column_of(std::string_view name) {
    const std::size_t column = header_.find(name);
    if (column == Header::kNone) return column;
    order_.resize(next_);
    order_.emplace_back(is_plain(name) ? header_.names()[column] : kNeverEqual, column);
    ++next_;
    return column;
}

void PieceReader::set(json::field member, Header& unknown) {
    if (next_ < order_.size() && member.key().unsafe_is_equal(order_[next_].first)) {
        fields_[order_[next_++].second] = text_of(member.value());
        return;
    }
    const std::string_view name = taken(member.unescaped_key());
    const std::size_t column = column_of(name);
    const std::string_view text = text_of(member.value());
    if (column == Header::kNone) {
        unknown.add(name);
        unknown_fields_.push_back(text);
    } else {
        fields_[column] = text;
    }
}

void PieceReader::read_properties(json::value value, Header& unknown) {
    next_ = 0;
    if (is_null(value)) return;
    for (auto member : taken(value.get_object())) set(taken(std::move(member)), unknown);
}

void PieceReader::look_at_first(const Geometry& geometry) {
    if (!first_seen_ && (geometry.kind == PlaceKind::missing || is_hxl_tag_row(unknown_fields_)))
        throw NotOurs();
    first_seen_ = true;
}

void PieceReader::add(json::object feature, IncidentBuilder* builder, Header& unknown) {
    fields_.assign(header_.names().size(), {});
    unknown_fields_.clear();
    Geometry geometry;
    bool is_feature = false;
    for (auto member : feature) {
        const std::string_view key = taken(member.unescaped_key());
        json::value value = taken(member.value());
        if (key == "properties")
            read_properties(value, unknown);
        else if (key == "geometry")
            geometry = geometry_from(value);
        else if (key == "type")
            is_feature = taken(value.get_string()) == "Feature";
        else if (key == "id" && taken(value.type()) != json::json_type::number)
            throw NotOurs(); // a column of its own
    }
    if (!is_feature) throw NotOurs();
    if (!builder) return look_at_first(geometry);
    if (!unknown.names().empty()) return;
    const std::string_view text = without_blanks(taken(feature.raw_json()));
    switch (geometry.kind) {
    case PlaceKind::missing: // nor anything else: an empty row of a spreadsheet was converted
        return std::all_of(fields_.begin(), fields_.end(), [](std::string_view f) { return f.empty(); })
                   ? builder->skip_blank()
                   : builder->add(fields_, text);
    case PlaceKind::empty:
        return builder->add(fields_, text);
    case PlaceKind::point:
        return builder->add(fields_, text, geometry.place);
    case PlaceKind::broken:
        return builder->reject("its position is not two numbers, longitude and latitude", text);
    case PlaceKind::other:
        return builder->reject("has a " + geometry.type + " geometry, not a point", text);
    }
}

void PieceReader::read(std::string_view piece, IncidentBuilder* builder, Header& unknown) {
    if (piece.size() > kMostPiece) throw NotOurs();
    const std::size_t size = piece.size() + 2;
    if (text_.size() < size + simdjson::SIMDJSON_PADDING) text_.resize(size + simdjson::SIMDJSON_PADDING);
    text_.front() = '[';
    std::memcpy(text_.data() + 1, piece.data(), piece.size());
    text_[size - 1] = ']';
    auto document = taken(parser_.iterate(text_.data(), size, text_.size()));
    for (auto feature : taken(document.get_array())) add(taken(feature.get_object()), builder, unknown);
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        throw NotOurs(); // it was cut within a feature
}

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
        for (std::size_t i; (i = next++) < starts_.size();) {
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
