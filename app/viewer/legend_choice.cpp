#include "app/viewer/legend_choice.hpp"

#include <algorithm>
#include <charconv>

#include "app/viewer/text.hpp"
#include "app/viewer/where_parts.hpp"
#include "geo/layer/color_scale.hpp"
#include "geo/table/column_name.hpp"

namespace app {

namespace {

using Values = std::vector<std::string>;

/// What the discs of the column are made of; null while another column gives the colours.
const geo::PointMarks* marks_of(const Model& model, const std::string& column) {
    if (!model.run.snapshot || column.empty()) return nullptr;
    const geo::PointMarks* marks = model.run.snapshot->marks.value.get();
    return marks && marks->color_by == column ? marks : nullptr;
}

std::string category_column(const Model& model) {
    return model.run.summary ? model.run.summary->category_column : std::string();
}

/// A line's own values: one, or all beyond the palette.
Values values_of(const geo::PointMarks& marks, const geo::LegendValue& value) {
    if (!value.others) return {value.value};
    const std::size_t first = std::min(marks.values.size(), geo::kCategoryColors);
    return {marks.values.begin() + static_cast<std::ptrdiff_t>(first), marks.values.end()};
}

Values chosen_of(const Model& model, const geo::PointMarks& marks) {
    const std::string category = category_column(model);
    const auto choice =
        choice_of(parts_of_where(model.study.filter.where, category), category, marks.color_by);
    Values chosen = marks.values;
    if (!choice) return chosen;
    const ChosenValues kept(*choice);
    std::erase_if(chosen, [&](const std::string& value) { return !kept.holds(value); });
    return chosen;
}

std::string where_with(const Model& model, const geo::PointMarks& marks, const Values& chosen) {
    const std::string category = category_column(model);
    WhereParts parts = parts_of_where(model.study.filter.where, category);
    choose(parts, category, choice_from(marks.color_by, marks.values, chosen));
    return where_from_parts(parts, category);
}

/// In the order of `all`.
Values those_in(const Values& all, const ChosenValues& wanted) {
    Values kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
                 [&](const std::string& value) { return wanted.holds(value); });
    return kept;
}

bool plays_date(const Model& model, const std::string& column) {
    if (!model.table()) return false;
    const geo::TableOrigin& origin = model.table()->origin;
    return std::any_of(origin.schema.roles.begin(), origin.schema.roles.end(), [&](const auto& role) {
        return (role.first == geo::Role::date || role.first == geo::Role::date_end) &&
               role.second < origin.header.size() &&
               geo::same_but_for_case(origin.header[role.second], column);
    });
}

} // namespace

LegendShare share_chosen(const Model& model, const std::string& column, const geo::LegendValue& value) {
    const geo::PointMarks* marks = marks_of(model, column);
    if (!marks) return LegendShare::all;
    const std::string category = category_column(model);
    const auto choice = choice_of(parts_of_where(model.study.filter.where, category), category, column);
    if (!choice) return LegendShare::all;
    // The values that the choice names are looked at, not those of the file: these may be a million.
    const std::size_t n_palette = std::min(marks->values.size(), geo::kCategoryColors);
    const auto palette_end = marks->values.begin() + static_cast<std::ptrdiff_t>(n_palette);
    const auto is_own = [&](const std::string& named) {
        if (!value.others) return named == value.value;
        return std::find(marks->values.begin(), palette_end, named) == palette_end;
    };
    const std::size_t n_own = value.others ? marks->values.size() - n_palette : 1;
    const auto n_named =
        static_cast<std::size_t>(std::count_if(choice->values.begin(), choice->values.end(), is_own));
    const std::size_t n_shown = choice->all_but ? n_own - std::min(n_own, n_named) : n_named;
    return n_shown == 0 ? LegendShare::none : n_shown >= n_own ? LegendShare::all : LegendShare::some;
}

std::string why_not_chosen(const Model& model, const std::string& column) {
    return plays_date(model, column) ? text::kDateNotChosen : "";
}

std::string where_toggled(const Model& model, const std::string& column, const geo::LegendValue& value) {
    const geo::PointMarks* marks = marks_of(model, column);
    if (!marks || plays_date(model, column)) return model.study.filter.where;
    Values chosen = chosen_of(model, *marks);
    const Values own = values_of(*marks, value);
    const ChosenValues of_line({column, own, false});
    const std::size_t n_before = chosen.size();
    std::erase_if(chosen, [&](const std::string& one) { return of_line.holds(one); });
    if (chosen.size() == n_before) { // none of them was shown
        chosen.insert(chosen.end(), own.begin(), own.end());
        chosen = those_in(marks->values, ChosenValues({column, chosen, false}));
    }
    return where_with(model, *marks, chosen);
}

std::string where_only(const Model& model, const std::string& column, const geo::LegendValue& value) {
    const geo::PointMarks* marks = marks_of(model, column);
    if (!marks || plays_date(model, column)) return model.study.filter.where;
    const Values own = values_of(*marks, value);
    return where_with(model, *marks, chosen_of(model, *marks) == own ? Values() : own);
}

std::optional<LayerRef> layer_of(const geo::LegendItem& item) {
    if (item.layer == "border") return LayerRef{LayerKind::border};
    if (item.layer == "provinces") return LayerRef{LayerKind::areas};
    constexpr std::string_view kReference = "reference ";
    if (!item.layer.starts_with(kReference)) return std::nullopt;
    std::size_t at = 0;
    std::from_chars(item.layer.data() + kReference.size(), item.layer.data() + item.layer.size(), at);
    return LayerRef{LayerKind::reference, at};
}

} // namespace app
