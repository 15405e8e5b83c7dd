#include "geo/layer/color_by.hpp"

#include "geo/table/column_name.hpp"

namespace geo {

namespace {

constexpr std::string_view kDate = "date";
constexpr std::string_view kColumn = "column:";

} // namespace

ColorBy color_by_from_text(std::string_view text) {
    if (text.empty() || text == kColumn) return {};
    if (same_but_for_case(text, kDate)) return {ColorBy::Kind::date, ""};
    if (text.starts_with(kColumn)) text.remove_prefix(kColumn.size());
    return {ColorBy::Kind::column, std::string(text)};
}

std::string text_of(const ColorBy& color_by) {
    if (color_by.kind == ColorBy::Kind::category) return "";
    if (color_by.kind == ColorBy::Kind::date) return std::string(kDate);
    const bool plain = color_by_from_text(color_by.column) == color_by;
    return plain ? color_by.column : std::string(kColumn) + color_by.column;
}

} // namespace geo
