#include "geo/table/incident_builder.hpp"

#include <algorithm>

#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr std::size_t kRejectedText = std::size_t{64} * 1024;

std::string shortened(std::string_view text) { return std::string(text.substr(0, kRejectedText)); }

} // namespace

IncidentBuilder::IncidentBuilder(std::shared_ptr<const RecordLayout> layout)
    : layout_(std::move(layout)), reader_(*layout_), source_column_(column_named(layout_->header, "source")) {
    for (const std::size_t column : layout_->kept) part_.columns.emplace_back(layout_->header[column]);
}

void IncidentBuilder::reserve(std::size_t records, std::size_t bytes) {
    part_.lon_deg.reserve(records);
    part_.lat_deg.reserve(records);
    part_.first_day.reserve(records);
    part_.last_day.reserve(records);
    part_.date_precision.reserve(records);
    part_.place_code.reserve(records);
    const Roles& roles = layout_->schema.roles;
    if (layout_->keeps_deaths(Role::deaths_best)) part_.deaths_best.reserve(records);
    if (layout_->keeps_deaths(Role::deaths_low)) part_.deaths_low.reserve(records);
    if (layout_->keeps_deaths(Role::deaths_high)) part_.deaths_high.reserve(records);
    part_.input_row.reserve(records);
    if (roles.contains(Role::id)) id_hash_.reserve(records);
    for (Column& column : part_.columns)
        column.reserve(records, bytes / std::max<std::size_t>(1, layout_->header.size()));
}

void IncidentBuilder::add(std::span<const std::string_view> fields, std::string_view text,
                          std::optional<LonLat> given) {
    if (fields.size() != layout_->header.size())
        return reject("has " + std::to_string(fields.size()) + " fields where the header has " +
                          std::to_string(layout_->header.size()),
                      text);
    RecordFault fault;
    const auto incident = reader_.read(fields, given, fault);
    if (incident) {
        keep(*incident, fields);
    } else {
        rejected_.push_back({n_records_, fault.field ? layout_->header[*fault.field] : std::string(),
                             shortened(fault.value), fault.reason, shortened(text)});
    }
    ++n_records_;
}

void IncidentBuilder::reject(std::string reason, std::string_view text) {
    rejected_.push_back({n_records_, {}, {}, std::move(reason), shortened(text)});
    ++n_records_;
}

std::uint8_t IncidentBuilder::place_code_of(const Incident& incident) {
    // Few codes: a comparison or two, and no text is made of those met before.
    const std::vector<PlaceCode>& codes = part_.place_codes;
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i].admin2_named == incident.admin2_named && codes[i].code == incident.place_code)
            return static_cast<std::uint8_t>(i);
    if (codes.size() == kOtherPlaceCode) return kOtherPlaceCode;
    return added_place_code(part_.place_codes, {std::string(incident.place_code), incident.admin2_named});
}

void IncidentBuilder::keep(const Incident& incident, std::span<const std::string_view> fields) {
    part_.lon_deg.push_back(incident.place.lon_deg);
    part_.lat_deg.push_back(incident.place.lat_deg);
    part_.first_day.push_back(incident.dates.first);
    part_.last_day.push_back(incident.dates.last);
    part_.date_precision.push_back(incident.dates.precision);
    part_.place_code.push_back(place_code_of(incident));
    const Roles& roles = layout_->schema.roles;
    if (layout_->keeps_deaths(Role::deaths_best)) part_.deaths_best.push_back(incident.deaths_best);
    if (layout_->keeps_deaths(Role::deaths_low)) part_.deaths_low.push_back(incident.deaths_low);
    if (layout_->keeps_deaths(Role::deaths_high)) part_.deaths_high.push_back(incident.deaths_high);
    if (roles.contains(Role::id)) id_hash_.push_back(incident.id_hash);
    part_.input_row.push_back(n_records_);
    for (std::size_t i = 0; i < layout_->kept.size(); ++i)
        part_.columns[i].push_back(fields[layout_->kept[i]]);
    all_synthetic_ = all_synthetic_ && source_column_ && fields[*source_column_] == "synthetic sample";
    for (unsigned bits = incident.suspicions, i = 0; bits; bits >>= 1, ++i)
        if (bits & 1u) suspects_.push_back({static_cast<Suspicion>(i), n_records_});
}

} // namespace geo
