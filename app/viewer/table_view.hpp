#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/study/snapshot.hpp"

namespace app {

/// A column of the table of incidents: one that was measured, or one of the file.
struct TableColumn {
    enum class Kind : std::uint8_t { row_in_file, date, distance, neighbour, side, province, file };
    Kind kind = Kind::date;
    std::uint32_t index = 0; ///< of the file's column
    auto operator<=>(const TableColumn&) const = default;
};

/// What the table's order follows from. Compared by identity: everything in it is immutable.
struct TableQuestion {
    std::shared_ptr<const geo::IncidentTable> table;
    std::shared_ptr<const geo::Selected> selected;
    std::shared_ptr<const geo::Proximity> proximity; ///< may be null
    std::shared_ptr<const geo::AreaOfRow> provinces; ///< may be null
    TableColumn sort;
    bool ascending = true;
    std::string search;
    bool operator==(const TableQuestion&) const = default;
};

/// The rows of the table in their order: those that pass the filter and have what is searched for.
struct TableOrder {
    TableQuestion question;
    std::vector<geo::RowId> rows;
    /// By column of `columns_of(question)`: characters of the longest of the first values, for its width.
    std::vector<std::uint16_t> n_characters;
};

/// How the table of incidents is looked at.
struct TableView {
    bool open = false;
    float height = 0; ///< in pixels of the design; 0: as it comes
    TableColumn sort;
    bool ascending = true;
    std::string search;
    std::vector<TableColumn> hidden;
    std::vector<std::pair<TableColumn, float>> widths; ///< dragged by the user, in pixels of the design
    double top = 0;                                    ///< the first row in view, in rows
    float left = 0;                                    ///< how far it is scrolled to the right, in pixels
    std::size_t n_rows = 1;                            ///< whole rows that fit
    std::size_t cursor = 0;                            ///< where the keyboard is, in the table's order
};

} // namespace app
