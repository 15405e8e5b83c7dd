#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/table/incident_date.hpp"
#include "geo/table/incident_table.hpp"
#include "geo/table/place_boxes.hpp"

namespace geo {

/// Everything about a file that is decided before its first record is read.
struct RecordLayout {
    Schema schema;
    std::vector<std::string> header;
    std::vector<std::size_t> kept; ///< columns of the file to keep as text, in file order
    bool deaths_kept = true;       ///< else they are only judged
    DayOrder day_order = DayOrder::automatic;
    DayNumber today = kNoDay; ///< dates after it are suspicious; kNoDay: not checked
    bool keeps_deaths(Role role) const { return deaths_kept && schema.roles.contains(role); }
    bool dated() const {
        const Roles& roles = schema.roles;
        return roles.contains(Role::date) || roles.contains(Role::date_end) || roles.contains(Role::year);
    }
};

/// What is odd about a record that is kept all the same.
enum class Suspicion : std::uint8_t {
    swapped,
    null_island,
    outside_named,
    place_code,
    date_code,
    future,
    repeated_id
};
constexpr std::size_t kSuspicions = 7;
std::string_view text_of(Suspicion suspicion); ///< "latitude and longitude look swapped"

/// One record, understood.
struct Incident {
    LonLat place;   ///< NaN without a place
    DateSpan dates; ///< kNoDay in a file without dates
    std::string_view place_code; ///< into the record
    bool admin2_named = false;
    double deaths_best = std::numeric_limits<double>::quiet_NaN(); ///< NaN when not given, the next two too
    double deaths_low = std::numeric_limits<double>::quiet_NaN();
    double deaths_high = std::numeric_limits<double>::quiet_NaN();
    std::uint64_t id_hash = 0;                   ///< 0 without an id
    std::uint8_t suspicions = 0;                 ///< bit i is Suspicion i
};

/// Why a record is not an incident.
struct RecordFault {
    std::optional<std::size_t> field; ///< index into the header
    std::string_view value;           ///< into the record
    const char* reason = "";
};

/// Reads the roles out of records of one layout. One per thread; no allocation per record.
class RecordReader {
  public:
    /// `layout` must outlive the reader.
    explicit RecordReader(const RecordLayout& layout);

    /// The fields must be as many as the header has. `given` is the place that the format itself holds (a
    /// feature's geometry); it is used when the layout has no place columns. Nothing when the record is at
    /// fault.
    std::optional<Incident> read(std::span<const std::string_view> fields, std::optional<LonLat> given,
                                 RecordFault& fault);

    const DayOrderEvidence& day_order_evidence() const { return dates_.evidence(); }
    std::uint64_t n_clocks_dropped() const { return n_clocks_dropped_; }

  private:
    using Fields = std::span<const std::string_view>;
    bool read_place(Fields fields, std::optional<LonLat> given, Incident& out, RecordFault& fault) const;
    bool read_dates(Fields fields, Incident& out, RecordFault& fault);
    bool read_deaths(Fields fields, Incident& out, RecordFault& fault) const;
    void read_precision(Fields fields, Incident& out) const;
    void look_for_suspicions(Fields fields, Incident& out);

    std::size_t index_of(Role role) const { return index_[static_cast<std::size_t>(role)]; }
    bool has(Role role) const;
    std::string_view field(Fields fields, Role role) const; ///< trimmed; empty when nobody plays the role

    const RecordLayout& layout_;
    std::vector<std::size_t> index_; ///< by Role
    DateReader dates_;
    BoxFinder countries_{country_box};
    BoxFinder provinces_{province_box};
    std::uint64_t n_clocks_dropped_ = 0;
};

} // namespace geo
