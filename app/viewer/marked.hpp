#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/viewer/tool.hpp"
#include "geo/table/selection.hpp"

namespace app {

using Rows = std::shared_ptr<const geo::Selection>;

/// The rows that the user has gathered, by box, lasso, place and table: of the view, never of the study. They
/// stay when a filter hides them, but only those that pass it are shown, copied and exported.
struct Marked {
    Rows rows;  ///< ascending; nullptr: none
    Rows shown; ///< of these, that pass the filter
    /// The one shape that gathered them, as long as nothing else changed them: what "show only these" makes a
    /// filter.
    std::vector<geo::LonLat> shape;
    bool shape_is_box = false;
    // How they were gathered, for the provenance.
    bool by_box = false, by_lasso = false, by_click = false;

    std::size_t n() const { return rows ? rows->size() : 0; }
    std::size_t n_shown() const { return shown ? shown->size() : 0; }
    bool has(geo::RowId row) const;
};

/// Sorted lists of rows in, a sorted one out.
geo::Selection gathered(const geo::Selection& rows, const geo::Selection& more, MarkMode mode);
geo::Selection toggled(const geo::Selection& rows, geo::RowId row);
geo::Selection both(const geo::Selection& rows, const geo::Selection& selection);

/// "37 rows marked by hand (box, table) among those that pass the filter".
std::string in_words(const Marked& marked);

} // namespace app
