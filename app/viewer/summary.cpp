#include "app/viewer/summary.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>

#include "geo/layer/color_points.hpp"

namespace app {

namespace {

constexpr std::size_t kMaxDays = 4'000'000; // ten thousand years: a wrong year must not cost gigabytes

void count_days(const geo::IncidentTable& table, const geo::Selected* selected, Summary& summary) {
    const auto period = table.period();
    if (!period || static_cast<std::size_t>(period->days()) > kMaxDays) return;
    summary.first_day = geo::number_from_day(period->first);
    summary.all_by_day.assign(static_cast<std::size_t>(period->days()), 0);
    summary.shown_by_day = summary.all_by_day;
    const auto count = [&](std::vector<std::uint32_t>& days, geo::RowId row) {
        if (table.first_day[row] == geo::kNoDay) return;
        ++days[static_cast<std::size_t>(table.first_day[row] - summary.first_day)];
    };
    for (geo::RowId row = 0; row < table.size(); ++row) count(summary.all_by_day, row);
    if (selected)
        for (geo::RowId row : selected->rows) count(summary.shown_by_day, row);
}

void count_categories(const CategoryCodes& codes, const geo::Selected* selected, Summary& summary) {
    summary.category_column = codes.column;
    for (std::size_t i = 0; i < codes.values.size(); ++i)
        summary.categories.push_back({codes.values[i], codes.words[i], 0, 0});
    for (std::uint32_t code : codes.code) ++summary.categories[code].n_all;
    if (selected && !codes.code.empty())
        for (geo::RowId row : selected->rows) ++summary.categories[codes.code[row]].n_shown;
    std::sort(summary.categories.begin(), summary.categories.end(), [](const auto& a, const auto& b) {
        return a.n_all != b.n_all ? a.n_all > b.n_all : a.value < b.value;
    });
}

} // namespace

CategoryCodes category_codes(const geo::IncidentTable& table) {
    CategoryCodes codes;
    const geo::Column* column = table.column(geo::Role::category);
    if (!column) return codes;
    codes.column = column->name;
    std::unordered_map<std::string_view, std::uint32_t> known;
    codes.code.reserve(column->size());
    for (std::size_t row = 0; row < column->size(); ++row) {
        const auto [it, added] = known.emplace((*column)[row], static_cast<std::uint32_t>(known.size()));
        if (added) codes.values.emplace_back(it->first);
        codes.code.push_back(it->second);
    }
    for (const std::string& value : codes.values)
        codes.words.push_back(geo::category_in_words(table, *column, value));
    return codes;
}

Summary summarise(const geo::IncidentTable& table, const CategoryCodes& codes,
                  const geo::Selected* selected) {
    Summary summary;
    summary.n_all = table.size();
    if (selected) {
        summary.n_shown = selected->rows.size();
        summary.n_unlocated = selected->unlocated;
    }
    count_days(table, selected, summary);
    count_categories(codes, selected, summary);
    return summary;
}

std::shared_ptr<const Summary> Summariser::summary_of(const geo::Snapshot& snapshot) {
    if (!snapshot.table()) return nullptr;
    const std::shared_ptr<const geo::IncidentTable> table = snapshot.incidents.value->table;
    if (table != table_) {
        codes_ = category_codes(*table);
        summary_.reset();
    }
    // A selection made from another file's rows says nothing about this one.
    const auto& inputs = snapshot.selected.inputs;
    const bool fits = snapshot.selected.value &&
                      std::find(inputs.begin(), inputs.end(), snapshot.incidents.value) != inputs.end();
    const auto selected = fits ? snapshot.selected.value : nullptr;
    if (summary_ && selected == selected_) return summary_;
    table_ = table;
    selected_ = selected;
    summary_ = std::make_shared<const Summary>(summarise(*table, codes_, selected.get()));
    return summary_;
}

} // namespace app
