#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace app {

/// Chosen values of a column; an empty string among them: incidents without one.
struct ColumnChoice {
    std::string column;
    std::vector<std::string> values;
    bool all_but = false; ///< the values are those left out
    bool operator==(const ColumnChoice&) const = default;
};

/// Looks values up in a choice, which it needs no more once it is made; a choice may name thousands.
class ChosenValues {
  public:
    explicit ChosenValues(const ColumnChoice& choice)
        : values_(choice.values.begin(), choice.values.end()), all_but_(choice.all_but) {}
    bool holds(const std::string& value) const { return values_.contains(value) != all_but_; }

  private:
    std::unordered_set<std::string> values_;
    bool all_but_;
};

/// The parts of a filter's `where` that the viewer edits apart, and what the user typed.
struct WhereParts {
    std::vector<std::string>
        categories; ///< empty: all; an empty string among them: incidents without a category
    std::optional<double> deaths_from; ///< deaths_best >= this
    std::optional<double> deaths_to;   ///< deaths_best <= this
    std::string notes;               ///< words that the description holds, without case; % and _ as in `like`
    std::string rest;                ///< any further expression
    bool all_but_categories = false; ///< the categories are those left out
    std::vector<ColumnChoice> columns = {}; ///< of other columns, each once
    bool operator==(const WhereParts&) const = default;
};

/// Which categories pass; without a choice all do.
ChosenValues categories_of(const WhereParts& parts);
/// The choice of the column, of the category column too; null: all its values pass.
std::optional<ColumnChoice> choice_of(const WhereParts& parts, std::string_view category_column,
                                      const std::string& column);
/// Puts it in the place of the column's choice before; one without values is none.
void choose(WhereParts& parts, std::string_view category_column, ColumnChoice choice);

/// The choice of `chosen` out of all values of a column: all of them or none is no limit, and where they are
/// many those left out are named instead when they are fewer.
ColumnChoice choice_from(std::string column, const std::vector<std::string>& all,
                         const std::vector<std::string>& chosen);

/// Recognises what `where_from_parts` writes; anything else is all `rest`. With an empty column, categories
/// are a choice of a column like others.
WhereParts parts_of_where(std::string_view where, std::string_view column);
std::string where_from_parts(const WhereParts& parts, std::string_view column);

} // namespace app
