#pragma once

#include <string>

#include "app/viewer/model.hpp"

namespace app {

/// The legend's lines as a filter: the values of the column that gives the colours, chosen by clicks. It is
/// the same choice as the ticks of the filter panel where that column is the category.

/// How much of what a line stands for passes the filter's choice.
enum class LegendShare { all, some, none };
LegendShare share_chosen(const Model& model, const std::string& column, const geo::LegendValue& value);

/// Why clicks cannot choose values of this column; empty: they can.
std::string why_not_chosen(const Model& model, const std::string& column);

/// The filter's expression after a click: the value hidden or shown again, or it alone (all, where it is
/// alone already). As it was where clicks cannot choose.
std::string where_toggled(const Model& model, const std::string& column, const geo::LegendValue& value);
std::string where_only(const Model& model, const std::string& column, const geo::LegendValue& value);

/// The layer that a line of the legend names.
std::optional<LayerRef> layer_of(const geo::LegendItem& item);

} // namespace app
