#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/core/progress.hpp"

namespace app {

/// What a file that was dropped or chosen holds, as far as the user must be asked about it.
struct LayerFile {
    bool is_raster = false;
    bool has_dates = false; ///< an attribute that is recognised as a date
    std::size_t n_features = 0;
    bool has_areas = false, has_lines = false, has_points = false;
    bool operator==(const LayerFile&) const = default;
};

/// What it is wanted for.
enum class LayerUse { unknown, reference, backdrop };

/// By the ending: what borderlens reads as a table of incidents whatever it holds (text, spreadsheets,
/// archives).
bool is_table_path(const std::string& path);

/// Of files dropped together those that belong to another (the .dbf of a Shapefile, a world file) are left
/// out.
std::vector<std::string> without_companions(const std::vector<std::string>& paths);

/// Reads the file as it would be read for the map. Throws geo::Error when it cannot be.
LayerFile layer_file_of(const std::string& path, LayerUse use, geo::Progress& progress);

/// Incidents are dated points; for all else the user is asked.
bool looks_like_incidents(const LayerFile& file);

} // namespace app
