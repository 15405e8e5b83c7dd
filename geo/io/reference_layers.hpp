#pragma once

#include <span>
#include <string>
#include <vector>

#include "geo/border/border_set.hpp"
#include "geo/border/reference.hpp"

namespace geo {

/// Where the datasets are: $BORDERLENS_DATASETS, else installed beside the program, else the source tree.
/// Throws Error{Io} that names the folders looked at.
std::string datasets_folder();

/// `set`: osm, ne10m, ne110m or a vector file with lines (a field `neighbour` names each; polygons in it, if any, say
/// which side is inside). Only the lines of `neighbours` are kept. Throws Error Io, Format, Argument, Empty.
BorderSet load_border_set(const std::string& set, std::span<const std::string> neighbours);

/// Khyber Pakhtunkhwa (with the former FATA, and the two apart) and Balochistan from datasets/areas.
AreaSet load_provinces();

/// The polygons of a user's file as areas. Throws Error Io, Format, Empty (no polygon in it).
AreaSet load_area_file(const std::string& path);

/// Countries, coast, disputed lines, provinces and place names from datasets/basemap.
ReferenceMap load_reference_map();
/// The files that those functions read, those beside a Shapefile (.dbf, .prj ...) among them.
std::vector<std::string> border_set_files(const std::string& set, std::span<const std::string> neighbours);
std::vector<std::string> province_files();
std::vector<std::string> reference_map_files();
/// A file and those that belong to it: the parts of a Shapefile; else itself.
std::vector<std::string> with_sidecars(const std::string& path);
/// Its populated places alone.
std::vector<ReferencePlace> load_reference_places();

} // namespace geo
