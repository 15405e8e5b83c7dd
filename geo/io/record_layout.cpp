#include "geo/io/record_layout.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "geo/core/error.hpp"
#include "geo/table/column_name.hpp"

namespace geo {

namespace {

std::optional<std::size_t> asked_column(const std::string& name, const std::vector<std::string>& header,
                                        const Roles& roles) {
    if (const auto column = column_named(header, name)) return column;
    const auto role = role_from_name(name);
    return role ? column_of(roles, *role) : std::nullopt;
}

std::vector<std::size_t> kept_columns(const std::vector<std::string>& header, const ColumnRequest& request,
                                      const Roles& roles) {
    std::set<std::size_t> kept;
    for (std::size_t i = 0; request.all && i < header.size(); ++i) kept.insert(i);
    for (const std::string& name : request.names)
        if (const auto column = asked_column(name, header, roles)) kept.insert(*column);
    return {kept.begin(), kept.end()};
}

void note_repeated_names(const std::vector<std::string>& header, Report& report) {
    std::set<std::string> seen, repeated;
    std::vector<std::string> names;
    for (const std::string& name : header)
        if (!seen.insert(name).second && !name.empty() && repeated.insert(name).second) names.push_back(name);
    if (names.size() == 1)
        report.note("the column name " + listed(names) + " occurs more than once; the first is meant");
    if (names.size() > 1)
        report.note("column names that occur more than once, the first is meant: " + listed(names));
}

DayNumber today() {
    return number_from_day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

bool names_synthetic(const std::string& file) {
    const std::string name = lowered(file);
    return name.find("synthetic") != std::string::npos || name.find("incidents_sample") != std::string::npos;
}

} // namespace

bool ColumnRequest::covers(const ColumnRequest& other) const {
    if (other.deaths && !deaths) return false;
    if (all) return true;
    return !other.all && std::all_of(other.names.begin(), other.names.end(), [&](const std::string& wanted) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& n) { return same_but_for_case(n, wanted); });
    });
}

RecordLayout layout_of(std::vector<std::string> header, const SourceSpec& source,
                       const ColumnRequest& columns, bool has_geometry, Report& report) {
    RecordLayout layout;
    layout.schema = recognise_schema(header, source.roles, has_geometry);
    layout.kept = kept_columns(header, columns, layout.schema.roles);
    layout.deaths_kept = columns.deaths;
    layout.day_order = source.roles.day_order;
    layout.today = today();
    layout.header = std::move(header);
    note_repeated_names(layout.header, report);
    if (!layout.dated()) report.note("no date column is recognised: all incidents are undated");
    return layout;
}

TableOrigin origin_of(const RecordLayout& layout, const std::string& file, const std::string& layer) {
    const SchemaTerms terms = terms_of(layout.schema.kind);
    TableOrigin origin;
    origin.file = file;
    origin.layer = layer;
    origin.schema = layout.schema;
    origin.header = layout.header;
    origin.attribution = terms.attribution;
    origin.notice = terms.notice;
    origin.synthetic = names_synthetic(file);
    return origin;
}

bool must_read_again(const DayOrderEvidence& evidence, RecordLayout& layout) {
    if (layout.day_order != DayOrder::automatic) return false;
    const auto column = column_of(layout.schema.roles, Role::date);
    const auto end_column = column_of(layout.schema.roles, Role::date_end);
    if (!column && !end_column) return false;
    const DayOrder order = decided_day_order(evidence, layout.header[column ? *column : *end_column]);
    if (order != DayOrder::month_first || evidence.undecided == 0) return false;
    layout.day_order = order;
    return true;
}

DayOrderEvidence evidence_of(std::span<const IncidentBuilder> builders) {
    DayOrderEvidence all;
    for (const IncidentBuilder& builder : builders) all.add(builder.day_order_evidence());
    return all;
}

void number_records(std::span<IncidentBuilder> builders, std::uint64_t first_row) {
    for (IncidentBuilder& builder : builders) {
        builder.number_from(first_row);
        first_row += builder.n_records();
    }
}

bool is_hxl_tag_row(std::span<const std::string_view> fields) {
    bool any = false;
    for (const std::string_view field : fields) {
        const std::string_view tag = trimmed(field);
        if (tag.empty()) continue;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (tag.size() < 2 || tag[0] != '#' || !is_letter(tag[1])) return false;
        any = true;
    }
    return any;
}

namespace {

LoadedIncidents loaded_from(IncidentTable table, Report report) {
    if (table.origin.synthetic) { // whoever's columns it borrows, it is nobody's data
        table.origin.attribution = "made by a generator";
        table.origin.notice = "synthetic sample data";
    }
    return {std::make_shared<const IncidentTable>(std::move(table)), std::move(report)};
}

} // namespace

LoadedIncidents finished_part(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                              Report report, const PartsBefore& before) {
    IncidentTable table = merged_table(std::move(builders), std::move(origin), threads, report, before.ids,
                                       RowOrder::of_the_file);
    before.settle_types(table.columns);
    return loaded_from(std::move(table), std::move(report));
}

LoadedIncidents finished(std::vector<IncidentBuilder> builders, TableOrigin origin, unsigned threads,
                         Report report) {
    IncidentTable table = merged_table(std::move(builders), std::move(origin), threads, report);
    report.note_what_was_skipped();
    return loaded_from(std::move(table), std::move(report));
}

} // namespace geo
