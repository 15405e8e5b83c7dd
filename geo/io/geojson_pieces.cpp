#include "geo/io/geojson_pieces.hpp"

#include <algorithm>
#include <cstring>

#include "geo/table/column_name.hpp"

namespace geo {

namespace json = simdjson::ondemand;

namespace {

/// Whether the name stands in the file as it is read: compared with the file's text, one with a quote would
/// mislead.
bool is_plain(std::string_view name) { return name.find_first_of("\"\\") == std::string_view::npos; }
constexpr std::string_view kNeverEqual = "\""; // an empty name is followed by no second quote

} // namespace

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

bool PieceReader::read_properties(json::value value, Header& unknown) {
    next_ = 0;
    if (is_null(value)) return false;
    for (auto member : taken(value.get_object())) set(taken(std::move(member)), unknown);
    return true;
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
    bool is_feature = false, properties_seen = false, has_properties = false, has_others = false;
    for (auto member : feature) {
        const std::string_view key = taken(member.unescaped_key());
        json::value value = taken(member.value());
        if (key == "properties") {
            if (properties_seen) throw NotOurs(); // of several the last one is meant, to GDAL
            properties_seen = true;
            has_properties = read_properties(value, unknown);
        } else if (key == "geometry") {
            geometry = geometry_from(value);
        } else if (key == "type") {
            is_feature = taken(value.get_string()) == "Feature";
        } else if (key != "id") {
            has_others = true;
        } else if (taken(value.type()) != json::json_type::number) {
            throw NotOurs(); // a column of its own
        }
    }
    if (!is_feature || (has_others && !has_properties)) throw NotOurs(); // GDAL takes them for properties
    if (!builder) return look_at_first(geometry);
    if (!unknown.names().empty()) return;
    const std::string_view raw = taken(feature.raw_json());
    if (raw.size() > text_.size()) throw NotOurs(); // brackets do not match: it ends before it begins
    const std::string_view text = without_blanks(raw);
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

} // namespace geo
