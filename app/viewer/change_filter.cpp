#include <algorithm>
#include <chrono>

#include "app/viewer/change.hpp"
#include "app/viewer/where_parts.hpp"

namespace app {

namespace {

std::string category_column(const Model& model) {
    return model.run.summary ? model.run.summary->category_column : std::string();
}

std::vector<std::string> all_categories(const Model& model) {
    std::vector<std::string> values;
    if (model.run.summary)
        for (const CategoryCount& category : model.run.summary->categories) values.push_back(category.value);
    return values;
}

template <typename Change>
void change_where(Model& model, Change change) {
    const std::string column = category_column(model);
    WhereParts parts = parts_of_where(model.study.filter.where, column);
    change(parts);
    model.study.filter.where = where_from_parts(parts, column);
}

void choose_categories(Model& model, const std::vector<std::string>& chosen) {
    const std::string column = category_column(model);
    if (column.empty()) return;
    change_where(model, [&](WhereParts& parts) {
        choose(parts, column, choice_from(column, all_categories(model), chosen));
    });
}

} // namespace

void change(Model& model, const SetTimeRange& range) {
    stop_playback(model);
    model.study.filter.from = range.from;
    model.study.filter.to = range.to;
    if (range.from && range.to && *range.to < *range.from)
        std::swap(model.study.filter.from, model.study.filter.to);
}

void change(Model& model, const GrabBrush& grab) {
    stop_playback(model);
    model.view.brush = grab.drag;
}

void change(Model& model, const MoveBrush& move) {
    const geo::DayWindow limits = model.timeline.window;
    if (!model.view.brush || limits.days() <= 0) return;
    const auto [from, to] = brushed(*model.view.brush, move.day, limits);
    const bool everything = from == limits.first && to == limits.last - std::chrono::days{1};
    model.study.filter.from = everything ? std::nullopt : std::optional(from);
    model.study.filter.to = everything ? std::nullopt : std::optional(to);
}

void change(Model& model, const ReleaseBrush&) {
    model.view.brush.reset();
    model.history.end_step();
}

void change(Model& model, const SetWithin& within) { model.study.filter.within = within.distance; }
void change(Model& model, const SetMaxUncertainty& max) { model.study.filter.max_uncertainty = max.radius; }
void change(Model& model, const SetArea& area) { model.study.filter.area = area.area; }

void change(Model& model, const ToggleCategory& toggle) {
    const WhereParts parts = parts_of_where(model.study.filter.where, category_column(model));
    std::vector<std::string> chosen = parts.categories;
    if (chosen.empty() || parts.all_but_categories) {
        chosen = all_categories(model);
        const ChosenValues shown = categories_of(parts);
        std::erase_if(chosen, [&](const std::string& value) { return !shown.holds(value); });
    }
    const auto it = std::find(chosen.begin(), chosen.end(), toggle.value);
    if (it == chosen.end())
        chosen.push_back(toggle.value);
    else
        chosen.erase(it);
    choose_categories(model, chosen);
}

void change(Model& model, const OnlyCategory& only) { choose_categories(model, {only.value}); }
void change(Model& model, const AllCategories&) { choose_categories(model, {}); }

void change(Model& model, const SetWhereRest& where) {
    change_where(model, [&](WhereParts& parts) { parts.rest = where.expression; });
}

void change(Model& model, const SetDeathsRange& range) {
    change_where(model, [&](WhereParts& parts) {
        parts.deaths_from = range.from;
        parts.deaths_to = range.to;
        if (range.from && range.to && *range.to < *range.from) std::swap(parts.deaths_from, parts.deaths_to);
    });
}

void change(Model& model, const SearchNotes& search) {
    change_where(model, [&](WhereParts& parts) { parts.notes = search.words; });
}

void change(Model& model, const SetFilter& set) {
    stop_playback(model);
    model.study.filter = set.filter;
}
void change(Model& model, const ClearFilter&) {
    stop_playback(model);
    model.study.filter = {};
}

} // namespace app
