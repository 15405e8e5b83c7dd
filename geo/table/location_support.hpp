#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/core/units.hpp"
#include "geo/table/incident_table.hpp"

namespace geo {

/// What the place of an incident stands for. A disc has a radius; an area is a district, a province or a
/// country: its polygon where one is loaded, else a disc of stated size.
enum class SupportKind : std::uint8_t { disc, admin2, admin1, country, not_usable };

/// What one precision code says of a place.
struct SupportRule {
    SupportKind kind = SupportKind::disc;
    Metres radius; ///< of a disc, or of the disc that stands for an admin2 that the row does not name
    bool only_if_named = false; ///< of an admin2: a disc of `radius` where the row names none
    bool operator==(const SupportRule&) const = default;
};

/// "5km", "admin2", "admin2-or-25km", "admin1", "country", "not-usable"; nullopt for anything else and for no
/// length.
std::optional<SupportRule> support_rule_from_text(std::string_view text);
std::string text_of(const SupportRule& rule); ///< the inverse

/// The table of radii, as the user may change it. What is not changed is the publisher's
/// (usual_support_rule).
struct PrecisionSpec {
    std::map<std::string, SupportRule> codes; ///< by the code as the file writes it
    Metres admin2 = kilometres(35); ///< radii of the discs that stand for an area whose polygon is not loaded
    Metres admin1 = kilometres(150);
    Metres country = kilometres(450);
    bool operator==(const PrecisionSpec&) const = default;
};

/// What a publisher's precision code says about the place; nullopt for a code that it does not have. METHODS
/// of borderlens, "location precision":
///   ACLED geo_precision  1: 5 km | 2: the admin2 where the row names one, else 25 km | 3: admin1
///   UCDP where_prec      1: 2 km | 2: 25 km | 3: admin2 | 4: admin1 | 5: 50 km | 6: country | 7: not usable
///   GTD specificity      1: 5 km | 2, 3: admin2 | 4: admin1 | 5: not usable
/// Sources: ACLED Codebook, UCDP GED Codebook 23.1, GTD Codebook (their codes); the radii are ours.
std::optional<SupportRule> usual_support_rule(SchemaKind schema, std::string_view code);

struct Support {
    SupportKind kind = SupportKind::disc;
    float uncertainty_m = 0; ///< radius; NaN when not stated or not usable
    bool known =
        true; ///< the code has a rule (an empty one is not stated: known, NaN; so is any of a generic file)
};

/// The support of a row with that code. Spreadsheets write 1 as 1.0: both are the code 1.
Support support_from_code(SchemaKind schema, std::string_view code, bool admin2_named,
                          const PrecisionSpec& spec = {});

/// A polygon that supports are read as.
struct SupportArea {
    std::string name;
    std::string source;
    MultiPolygon polygons;
    float radius_m = 0; ///< of the disc of equal area
};

/// A precision code of the file, with what stands for it and how many rows have it.
struct PrecisionCount {
    PlaceCode code;
    Support support;
    std::uint64_t n = 0;
};
/// Counts of parts of one file as those of the whole: in order of the code, each code once.
std::vector<PrecisionCount> united_precision_counts(std::vector<PrecisionCount> counts);

/// What each row's place stands for.
struct LocationSupports {
    static constexpr std::int32_t kDisc = -1;

    std::vector<SupportKind> kind;
    std::vector<float>
        uncertainty_m; ///< radius of the disc, or of the disc of the area's size; NaN: not stated, not usable
    std::vector<std::int32_t> area; ///< index into areas, or kDisc; empty where no row has a polygon
    std::vector<SupportArea> areas;
    std::uint64_t n_without_polygon =
        0; ///< rows of an admin2 or admin1 that stay discs: no polygon holds their place

    std::vector<PrecisionCount> codes; ///< count_precision_codes of the table

    const SupportArea* area_of(RowId row) const {
        return area.empty() || area[row] == kDisc ? nullptr : &areas[static_cast<std::size_t>(area[row])];
    }
    /// No place that density or hot spots could use.
    bool usable(RowId row) const { return kind[row] != SupportKind::not_usable; }
};

/// Supports by the codes alone: areas are discs. O(rows).
LocationSupports supports_from_codes(const IncidentTable& table, const PrecisionSpec& spec);

/// The codes that the table's rows have, in order of the code; apart by whether the row names its district only where
/// that makes a difference. O(rows).
std::vector<PrecisionCount> count_precision_codes(const IncidentTable& table, const PrecisionSpec& spec);

} // namespace geo
