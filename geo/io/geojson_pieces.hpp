#pragma once

// Seen by the .cpp files of geo/io only: simdjson's types are in it.

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geo/io/geojson_feature.hpp"
#include "geo/io/record_layout.hpp"

namespace geo {

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

    void add(simdjson::ondemand::object feature, IncidentBuilder* builder, Header& unknown);
    /// False for null.
    bool read_properties(simdjson::ondemand::value value, Header& unknown);
    void set(simdjson::ondemand::field member, Header& unknown);
    void look_at_first(const Geometry& geometry);
    std::size_t column_of(std::string_view name);

    const Header& header_;
    simdjson::ondemand::parser parser_;
    std::string text_; ///< "[piece]" and the bytes behind it that simdjson may look at
    std::vector<std::string_view> fields_;
    std::vector<std::string_view> unknown_fields_; ///< values of names that the header lacks
    bool first_seen_ = false;
    std::vector<std::pair<std::string_view, std::size_t>> order_; ///< columns as the last feature named them
    std::size_t next_ = 0;
};

} // namespace geo
