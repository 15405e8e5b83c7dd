#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/border/reference.hpp"

namespace geo {

/// Polygons of districts, and who lives in them.
struct DistrictSpec {
    std::string path;              ///< file of polygons; empty: none
    std::string population;        ///< table with a row for each district; empty: a field of the polygons
    std::string population_column; ///< of the table or the polygons; empty: "population", else the first that
                                   ///< begins so
    bool operator==(const DistrictSpec&) const = default;
};

struct Districts {
    AreaSet areas;
    std::vector<double> population;         ///< by area; NaN where none is known
    std::string population_column;          ///< it was read from; empty: none was found or asked for
    std::vector<std::string> unknown_names; ///< of the table, that no area has
    bool has_population() const { return !population_column.empty(); }
};

/// Areas by name, without case, spaces and signs.
class DistrictNames {
  public:
    explicit DistrictNames(const AreaSet& areas);
    /// The one area of that name; nullopt for a name of none or, as nobody knows which is meant, of several.
    std::optional<std::size_t> find(const std::string& name) const;

  private:
    std::map<std::string, std::vector<std::size_t>> by_name_;
};

/// Reads the polygons, and their population from the table or from a field. Names are joined without case,
/// spaces and signs; the table's names are in its column district, name, adm2..., admin2 or name_2. A
/// district named twice has the sum of its rows. Throws Error: Io, Format, Empty (no polygon in it), Argument
/// (no such column, named in the sentence).
Districts load_districts(const DistrictSpec& spec);

} // namespace geo
