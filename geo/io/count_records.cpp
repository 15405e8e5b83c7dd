#include "geo/io/count_records.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

#include <fmt/format.h>

#include "geo/core/calendar.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/incident_date.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

using Names = std::initializer_list<std::string_view>;

std::optional<std::size_t> column_among(std::span<const std::string> header, Names names) {
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (folded_name(header[i]) == name) return i;
    return std::nullopt;
}

/// The column named for the role, else the first known name that the header has.
std::optional<std::size_t> column_for(Role role, std::span<const std::string> header,
                                      const RoleOptions& options, Names names) {
    const auto named = options.columns.find(role);
    return named != options.columns.end() ? column_named(header, named->second) : column_among(header, names);
}

/// "8", "08", "August", "Aug"; 0 for anything else.
int month_from_text(std::string_view text) {
    const auto number = number_from_text(text);
    if (!number) return month_from_word(text);
    return *number >= 1 && *number <= 12 && *number == std::floor(*number) ? static_cast<int>(*number) : 0;
}

std::optional<DayWindow> year_from_text(std::string_view text) {
    return text.size() == 4 ? window_from_text(text) : std::nullopt;
}

std::optional<DayWindow> month_of(std::string_view year, std::string_view month) {
    const int number = month_from_text(month);
    if (number == 0 || !year_from_text(year)) return std::nullopt;
    return window_from_text(fmt::format("{}-{:02}", year, number));
}

/// "2021-Q3", "2021Q3"; else what window_from_text knows.
std::optional<DayWindow> period_from_text(std::string_view text) {
    const std::size_t q = text.find_first_of("Qq");
    if (q == std::string_view::npos) return window_from_text(text);
    std::string_view year = text.substr(0, q);
    if (!year.empty() && (year.back() == '-' || year.back() == ' ')) year.remove_suffix(1);
    const auto whole = year_from_text(year);
    const std::string_view quarter = text.substr(q + 1);
    if (!whole || quarter.size() != 1 || quarter[0] < '1' || quarter[0] > '4')
        return std::nullopt;
    Day first = whole->first;
    for (char before = '1'; before < quarter[0]; ++before) first = next_unit(first, CalendarUnit::quarter);
    return DayWindow{first, next_unit(first, CalendarUnit::quarter)};
}

std::optional<double> count_from_text(std::string_view text) {
    const auto number = number_from_text(text);
    return number && *number >= 0 && *number == std::floor(*number) && *number < 1e15 ? number : std::nullopt;
}

} // namespace

std::optional<CountLayout> count_layout_of(std::span<const std::string> header, const RoleOptions& options) {
    for (const Role place : {Role::lon, Role::lat, Role::geometry})
        if (options.columns.contains(place)) return std::nullopt;
    const bool has_places = column_among(header, {"longitude", "lon", "long", "lng", "x"}) &&
                            column_among(header, {"latitude", "lat", "y"});
    if (has_places || column_among(header, {"geometry", "wkt", "geom", "thegeom"})) return std::nullopt;
    const auto district = column_for(
        Role::admin2, header, options,
        {"district", "admin2", "adm2", "adm2en", "adm2name", "admin2name", "name2", "districtname"});
    const auto incidents = column_among(
        header, {"incidents", "events", "count", "nincidents", "nevents", "incidentcount", "eventcount"});
    if (!district || !incidents) return std::nullopt;
    CountLayout layout{*district, *incidents, {}, {}, {}, {}};
    layout.deaths =
        column_for(Role::deaths_best, header, options, {"deaths", "fatalities", "best", "deathsbest"});
    layout.year = column_for(Role::year, header, options, {"year"});
    layout.month = column_for(Role::month, header, options, {"month"});
    layout.period = column_for(Role::date, header, options, {"period", "date", "quarter"});
    if (!layout.period && !layout.year && layout.month) layout.period = layout.month; // "2021-08"
    if (layout.period)
        layout.year = layout.month = std::nullopt;
    else if (!layout.year)
        return std::nullopt;
    return layout;
}

void add_count_record(std::span<const std::string_view> fields, std::string_view text, std::uint64_t row,
                      std::span<const std::string> header, const CountLayout& layout, CountTable& table,
                      Report& report) {
    const auto field = [&](std::size_t at) {
        return at < fields.size() ? trimmed(fields[at]) : std::string_view();
    };
    const auto reject = [&](std::size_t at, const char* reason) {
        report.reject({row, header[at], std::string(field(at)), reason, std::string(text)});
    };
    CountRow read;
    read.district = field(layout.district);
    if (read.district.empty()) return reject(layout.district, "names no district");
    const auto incidents = count_from_text(field(layout.incidents));
    if (!incidents) return reject(layout.incidents, "is not a count");
    read.incidents = *incidents;
    std::optional<DayWindow> period;
    const std::size_t dated = layout.period ? *layout.period : layout.month ? *layout.month : *layout.year;
    if (layout.period)
        period = period_from_text(field(*layout.period));
    else if (!layout.month)
        period = year_from_text(field(*layout.year));
    else
        period = month_of(field(*layout.year), field(*layout.month));
    if (!period) return reject(dated, "is not a year, month, quarter or day");
    read.period = *period;
    read.deaths = std::numeric_limits<double>::quiet_NaN();
    if (layout.deaths && !field(*layout.deaths).empty()) {
        const auto deaths = count_from_text(field(*layout.deaths));
        if (!deaths) return reject(*layout.deaths, "is not a number of deaths");
        read.deaths = *deaths;
    }
    table.rows.push_back(std::move(read));
}

} // namespace geo
