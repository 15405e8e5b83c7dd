#include "app/viewer/summary.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "app/viewer/where_parts.hpp"
#include "geo/layer/color_points.hpp"
#include "geo/study/stages.hpp"
#include "geo/table/expression.hpp"

namespace app {

namespace {

std::vector<VagueCount> vague_counts(const geo::DayCounts& all, const geo::DayCounts* days) {
    std::vector<VagueCount> counts;
    for (const geo::VagueSpan& span : all.vague)
        counts.push_back(
            {{geo::day_from_number(span.first), geo::day_from_number(span.last + 1)}, span.count, 0});
    if (!days) return counts;
    // Both ascend by first day; spans of the same first day are few.
    auto from = counts.begin();
    for (const geo::VagueSpan& span : days->vague) {
        const geo::DayWindow wanted{geo::day_from_number(span.first), geo::day_from_number(span.last + 1)};
        while (from != counts.end() && from->days.first < wanted.first) ++from;
        for (auto at = from; at != counts.end() && at->days.first == wanted.first; ++at)
            if (at->days == wanted) at->n_shown = span.count;
    }
    return counts;
}

void add_days(const geo::DayCounts& all, const geo::DayCounts* days, Summary& summary) {
    summary.first_day = all.first_day;
    summary.all_by_day = all.exact;
    const bool fits = days && days->exact.size() == all.exact.size();
    const std::vector<std::uint32_t> none(fits ? 0 : all.exact.size());
    summary.shown_by_day = fits ? days->exact : none;
    summary.lasting_by_day = fits ? days->lasting : none;
    summary.vague = vague_counts(all, days);
    summary.n_vague = all.n_vague;
    summary.n_vague_shown = days ? days->n_vague : 0;
}

/// `beyond`: what passes all but the choice of categories; null: there is no choice, `selected` is it.
void count_categories(const CategoryCodes& codes, const geo::Selected* selected, const geo::Selection* beyond,
                      Summary& summary) {
    summary.category_column = codes.column;
    for (std::size_t i = 0; i < codes.values.size(); ++i)
        summary.categories.push_back({codes.values[i], codes.words[i], codes.n[i], 0, 0});
    if (selected && !codes.code.empty())
        for (geo::RowId row : selected->rows) ++summary.categories[codes.code[row]].n_shown;
    if (selected && !codes.code.empty())
        for (geo::RowId row : beyond ? *beyond : selected->rows)
            ++summary.categories[codes.code[row]].n_beyond;
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
        if (added) {
            codes.values.emplace_back(it->first);
            codes.n.push_back(0);
        }
        ++codes.n[it->second];
        codes.code.push_back(it->second);
    }
    for (const std::string& value : codes.values)
        codes.words.push_back(geo::category_in_words(table, *column, value));
    return codes;
}

Summary summarise(const geo::IncidentTable& table, const CategoryCodes& codes, const geo::DayCounts& all,
                  const geo::Selected* selected, const geo::DayCounts* days, const geo::Selection* beyond) {
    Summary summary;
    summary.n_all = table.size();
    if (selected) {
        summary.n_shown = selected->rows.size();
        summary.n_unlocated = selected->unlocated;
    }
    add_days(all, days, summary);
    count_categories(codes, selected, beyond, summary);
    return summary;
}

std::optional<geo::Selection> rows_beyond_categories(const geo::Snapshot& snapshot,
                                                     const std::string& column) {
    geo::Filter filter = snapshot.selected.params;
    WhereParts parts = parts_of_where(filter.where, column);
    if (column.empty() || parts.categories.empty()) return std::nullopt;
    choose(parts, column, {column, {}, false});
    filter.where = where_from_parts(parts, column);
    const geo::IncidentTable& table = *snapshot.table();
    geo::RowFlags rest;
    if (!filter.where.empty()) rest.passes = geo::Expression::parse(filter.where).evaluate(table);
    return geo::select_rows(table, *snapshot.supports.value, filter, filter.area.empty() ? nullptr : snapshot.in_area.value.get(),
                            filter.polygon.empty() ? nullptr : snapshot.in_polygon.value.get(),
                            filter.where.empty() ? nullptr : &rest,
                            filter.within ? snapshot.proximity.value.get() : nullptr)
        .rows;
}

std::shared_ptr<const Summary> Summariser::summary_of(const geo::Snapshot& snapshot) {
    if (!snapshot.table()) return nullptr;
    const std::shared_ptr<const geo::IncidentTable> table = snapshot.incidents.value->table;
    if (table != table_) {
        codes_ = category_codes(*table);
        all_days_ = geo::count_days(*table);
        summary_.reset();
    }
    // What was made from another file's rows says nothing about this one.
    const auto of_this_file = [&](const auto& stage) {
        const bool fits = stage.value && std::find(stage.inputs.begin(), stage.inputs.end(),
                                                   snapshot.incidents.value) != stage.inputs.end();
        return fits ? stage.value : nullptr;
    };
    const auto selected = of_this_file(snapshot.selected);
    const auto days = of_this_file(snapshot.days);
    const auto proximity = of_this_file(snapshot.proximity);
    if (summary_ && selected == selected_ && days == days_ && proximity == proximity_) return summary_;
    table_ = table;
    selected_ = selected;
    days_ = days;
    proximity_ = proximity;
    const auto beyond = selected ? rows_beyond_categories(snapshot, codes_.column) : std::nullopt;
    Summary summary =
        summarise(*table, codes_, all_days_, selected.get(), days.get(), beyond ? &*beyond : nullptr);
    if (proximity && selected) summary.distances = distance_bins(*proximity, selected->rows);
    summary_ = std::make_shared<const Summary>(std::move(summary));
    return summary_;
}

} // namespace app
