#include "app/viewer/chips.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/viewer/text.hpp"
#include "app/viewer/where_parts.hpp"

namespace app {

namespace {

using CategoryWords = std::vector<std::pair<std::string, std::string>>;

std::string words_of(const std::string& category, const CategoryWords& known) {
    const auto it =
        std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == category; });
    const std::string words = it == known.end() ? category : it->second;
    return words.empty() ? std::string(text::kNotGiven) : words;
}

std::string joined(const std::vector<std::string>& categories, const CategoryWords& known) {
    std::string all;
    for (const std::string& category : categories)
        all += (all.empty() ? "" : ", ") + words_of(category, known);
    return all;
}

std::string said(const std::string& values, bool all_but) {
    return all_but ? fmt::format(text::kAllBut, values) : values;
}

std::string deaths_in_words(const WhereParts& parts) {
    if (parts.deaths_from && parts.deaths_to)
        return fmt::format(text::kDeathsBetween, *parts.deaths_from, *parts.deaths_to);
    return parts.deaths_from ? fmt::format(text::kDeathsAtLeast, *parts.deaths_from)
                             : fmt::format(text::kDeathsAtMost, *parts.deaths_to);
}

/// The chips of the expression: each takes its part out and leaves the others.
void add_where(const geo::Filter& filter, const std::string& column, const CategoryWords& known,
               std::vector<Chip>& chips) {
    const WhereParts parts = parts_of_where(filter.where, column);
    const auto add = [&](const std::string& name, const std::string& words, const std::string& tip,
                         auto remove) {
        WhereParts rest = parts;
        remove(rest);
        geo::Filter without = filter;
        without.where = where_from_parts(rest, column);
        chips.push_back({name, words, tip, std::move(without)});
    };
    if (const std::size_t n = parts.categories.size(); n > 0) {
        const std::string all = joined(parts.categories, known);
        const bool without = parts.all_but_categories;
        add("categories", said(n <= 2 ? all : fmt::format(text::kNCategories, n), without),
            said(all, without), [&](WhereParts& rest) {
                choose(rest, column, {column, {}, false});
            });
    }
    for (const ColumnChoice& choice : parts.columns) {
        const std::size_t n = choice.values.size();
        const std::string all = joined(choice.values, {});
        const auto named = [&](const std::string& words) {
            return choice.column + ": " + said(words, choice.all_but);
        };
        add("values " + choice.column, named(n <= 2 ? all : fmt::format(text::kNValues, n)), named(all),
            [&](WhereParts& rest) {
                choose(rest, column, {choice.column, {}, false});
            });
    }
    if (parts.deaths_from || parts.deaths_to)
        add("deaths", deaths_in_words(parts), "", [](WhereParts& rest) {
            rest.deaths_from.reset();
            rest.deaths_to.reset();
        });
    if (!parts.notes.empty())
        add("notes", fmt::format(text::kNotesHold, parts.notes), "",
            [](WhereParts& rest) { rest.notes.clear(); });
    if (!parts.rest.empty())
        add("condition", parts.rest, parts.rest, [](WhereParts& rest) { rest.rest.clear(); });
}

} // namespace

std::vector<Chip> chips_of(const geo::Filter& filter, const std::string& column, const CategoryWords& known) {
    std::vector<Chip> chips;
    // The filter's own words, one limit at a time.
    const auto add = [&](const char* name, bool set, auto keep, auto remove) {
        if (!set) return;
        geo::Filter alone, without = filter;
        keep(alone);
        remove(without);
        chips.push_back({name, geo::in_words(alone), "", std::move(without)});
    };
    add(
        "period", filter.from || filter.to, [&](geo::Filter& f) { f.from = filter.from, f.to = filter.to; },
        [](geo::Filter& f) { f.from.reset(), f.to.reset(); });
    add_where(filter, column, known, chips);
    add(
        "within", filter.within.has_value(), [&](geo::Filter& f) { f.within = filter.within; },
        [](geo::Filter& f) { f.within.reset(); });
    add(
        "exact", filter.max_uncertainty.has_value(),
        [&](geo::Filter& f) { f.max_uncertainty = filter.max_uncertainty; },
        [](geo::Filter& f) { f.max_uncertainty.reset(); });
    add(
        "area", !filter.area.empty(), [&](geo::Filter& f) { f.area = filter.area; },
        [](geo::Filter& f) { f.area.clear(); });
    add(
        "box", filter.bbox.has_value(), [&](geo::Filter& f) { f.bbox = filter.bbox; },
        [](geo::Filter& f) { f.bbox.reset(); });
    return chips;
}

} // namespace app
