#include "geo/table/incident_table.hpp"

#include <algorithm>
#include <limits>

#include "geo/table/column_name.hpp"

namespace geo {

std::uint8_t added_place_code(std::vector<PlaceCode>& known, const PlaceCode& code) {
    const auto at = std::find(known.begin(), known.end(), code);
    if (at == known.end() && known.size() < kOtherPlaceCode) {
        known.push_back(code);
        return static_cast<std::uint8_t>(known.size() - 1);
    }
    return at == known.end() ? kOtherPlaceCode : static_cast<std::uint8_t>(at - known.begin());
}

const Column* IncidentTable::column(std::string_view name) const {
    const auto exact =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    if (exact != columns.end()) return &*exact;
    const auto cased = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& c) { return same_but_for_case(c.name, name); });
    return cased == columns.end() ? nullptr : &*cased;
}

const Column* IncidentTable::column(Role role) const {
    const auto index = column_of(origin.schema.roles, role);
    if (!index || *index >= origin.header.size()) return nullptr;
    const std::string& name = origin.header[*index];
    const auto it =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    return it == columns.end() ? nullptr : &*it;
}

std::pair<RowId, RowId> IncidentTable::rows_within(DayWindow window) const {
    const auto dated = std::upper_bound(first_day.begin(), first_day.end(), kNoDay);
    const auto row_of = [&](Day day) {
        return static_cast<RowId>(std::lower_bound(dated, first_day.end(), number_from_day(day)) -
                                  first_day.begin());
    };
    const RowId first = row_of(window.first);
    return {first, std::max(first, row_of(window.last))};
}

std::optional<DayWindow> IncidentTable::period() const {
    DayNumber first = std::numeric_limits<DayNumber>::max(), last = kNoDay;
    for (std::size_t row = 0; row < first_day.size(); ++row) {
        if (first_day[row] == kNoDay) continue;
        first = std::min(first, first_day[row]);
        last = std::max(last, last_day[row]);
    }
    if (last == kNoDay) return std::nullopt;
    return DayWindow{day_from_number(first), day_from_number(last + 1)};
}

LonLatBox IncidentTable::extent() const {
    LonLatBox box;
    for (std::size_t row = 0; row < size(); ++row)
        if (located(static_cast<RowId>(row))) box.add(place(static_cast<RowId>(row)));
    return box;
}

} // namespace geo
