#pragma once

#include <string>
#include <string_view>

namespace geo {

/// What gives the discs of the incidents their colours.
struct ColorBy {
    enum class Kind {
        category, ///< the category role when the file has one, else one colour
        column,   ///< the values of a column
        date,     ///< the day of each incident, from old to new
    } kind = Kind::category;
    std::string column; ///< of Kind::column
    bool operator==(const ColorBy&) const = default;
};

/// The words of `--color-by` and of study files: nothing is the category, "date" (without case) the day of
/// the incident, also where the file has a column of that name; "column:NAME" is always the column NAME, any
/// other word is the column of that name.
ColorBy color_by_from_text(std::string_view text);
/// The inverse: "column:" stands only where it is needed.
std::string text_of(const ColorBy& color_by);

} // namespace geo
