#include "geo/study/before_after_text.hpp"

#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/grid_export.hpp"
#include "geo/study/area_table_text.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/words.hpp"
#include "geo/study/write_outputs.hpp"

namespace geo {

namespace {

using Json = nlohmann::ordered_json;

/// Eight digits; NaN for what is infinite, so that no file has to say so.
double rounded(double value) {
    if (!std::isfinite(value) || value == 0)
        return std::isfinite(value) ? 0 : std::numeric_limits<double>::quiet_NaN();
    const double scale = std::pow(10.0, 7 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

Json number(double value) { return std::isfinite(value) ? Json(rounded(value)) : Json(); }

const std::vector<std::string> kNumbers{"before",    "after",          "straddling",   "ratio",
                                        "ratio_low", "ratio_high",     "log_ratio",    "p",
                                        "q",         "per_day_before", "per_day_after"};

std::vector<double> numbers_of(const Change& change, int n_days) {
    return {double(change.n.before),
            double(change.n.after),
            double(change.n_straddling),
            rounded(change.ratio.ratio),
            rounded(change.counts() ? change.ratio.interval.low : std::numeric_limits<double>::quiet_NaN()),
            rounded(change.ratio.interval.high),
            rounded(change.counts() ? change.log_ratio : std::numeric_limits<double>::quiet_NaN()),
            rounded(change.p),
            rounded(change.q),
            rounded(change.n.before / double(n_days)),
            rounded(change.n.after / double(n_days))};
}

Json change_json(const Change& change) {
    return {{"before", change.n.before},
            {"after", change.n.after},
            {"straddling", change.n_straddling},
            {"ratio", number(change.ratio.ratio)},
            {"interval", {number(change.ratio.interval.low), number(change.ratio.interval.high)}},
            {"log_ratio", number(change.log_ratio)},
            {"p", number(change.p)},
            {"q", number(change.q)},
            {"class", name_of(change.change_class)}};
}

Json summary_json(const ChangeSummary& summary) {
    Json json{{"tested", summary.n_tested},
              {"before", summary.n.before},
              {"after", summary.n.after},
              {"share_after_asked", number(summary.share)},
              {"likeness", number(summary.likeness)}};
    for (std::size_t i = 1; i < kChangeClasses; ++i)
        json["classes"][name_of(static_cast<ChangeClass>(i))] = summary.n_by_class[i];
    return json;
}

Json window_json(const DayWindow& window) {
    return {iso_from_day(window.first), iso_from_day(window.last - std::chrono::days{1})};
}

Json displacement_json(const BeforeAfter& found) {
    const DisplacementDifference& wdd = *found.displacement;
    return {{"treated", {found.treated.before, found.treated.after}},
            {"control", {found.control.before, found.control.after}},
            {"difference", wdd.difference},
            {"standard_error", number(wdd.error)},
            {"interval", {number(wdd.low), number(wdd.high)}},
            {"p", number(wdd.p)}};
}

void write_table(const AreaTable& table, const std::string& path, Progress& progress) {
    if (ending_of(path) != ".csv") return write_areas(table, path, progress);
    write_with_provenance(path, csv_from(table), table.provenance);
}

GridToWrite grid_of(const BeforeAfter& found) {
    GridToWrite grid;
    const CellLayout& layout = found.layout;
    grid.shape = {layout.west_m, layout.south_m, layout.cell_m, layout.n_columns, layout.n_rows};
    grid.values.assign(grid.shape.size(), std::numeric_limits<float>::quiet_NaN());
    for (const ChangeCell& cell : found.cells)
        if (cell.change.counts())
            grid.values[std::size_t{cell.row} * layout.n_columns + cell.column] =
                static_cast<float>(cell.change.log_ratio);
    grid.crs = found.crs;
    grid.unit = "ln of the shrunken ratio, after to before";
    return grid;
}

} // namespace

std::string ratio_in_words(const RateRatio& ratio) {
    if (std::isnan(ratio.ratio)) return "–";
    if (std::isinf(ratio.ratio)) return "from 0";
    return fmt::format("{:.2f} ({:.2f}–{})", ratio.ratio, ratio.interval.low,
                       std::isinf(ratio.interval.high) ? "∞" : fmt::format("{:.2f}", ratio.interval.high));
}

AreaTable change_cell_table(const Study& study, const Snapshot& snapshot) {
    const BeforeAfter& found = *snapshot.before_after.value;
    AreaTable table;
    table.layer = "change";
    table.number_names = kNumbers;
    table.number_names.insert(table.number_names.end(), {"vague", "lon", "lat"});
    table.word_names = {"class", "clipped"};
    table.provenance = provenance_of(study, snapshot);
    const Transformer transformer({found.crs, "", true});
    const auto degrees = [](double value) { return std::round(value * 1e7) / 1e7; };
    for (const ChangeCell& cell : found.cells) {
        AreaFeature feature;
        const LonLat centre = transformer.lonlat_from_local(found.layout.centre(cell.column, cell.row));
        feature.numbers = numbers_of(cell.change, found.n_days);
        feature.numbers.insert(feature.numbers.end(),
                               {double(cell.n_vague), degrees(centre.lon_deg), degrees(centre.lat_deg)});
        feature.words = {name_of(cell.change.change_class), cell.clipped ? "yes" : "no"};
        Ring ring;
        for (const Local corner : found.layout.corners(cell.column, cell.row))
            ring.push_back(transformer.lonlat_from_local(corner));
        ring.push_back(ring.front());
        feature.polygons.push_back({std::move(ring), {}});
        table.features.push_back(std::move(feature));
    }
    return table;
}

AreaTable change_district_table(const Study& study, const Snapshot& snapshot) {
    const BeforeAfter& found = *snapshot.before_after.value;
    AreaTable table;
    table.layer = "change_by_district";
    table.number_names = kNumbers;
    table.word_names = {"name", "class"};
    table.provenance = provenance_of(study, snapshot);
    for (const ChangedDistrict& district : found.districts)
        table.features.push_back({numbers_of(district.change, found.n_days),
                                  {district.name, name_of(district.change.change_class)},
                                  snapshot.districts.value->areas.areas[district.area].polygons});
    return table;
}

std::string before_after_as_json(const Study& study, const Snapshot& snapshot) {
    const BeforeAfter& found = *snapshot.before_after.value;
    Json json{
        {"method", before_after_in_words(*study.before_after)},
        {"date", iso_from_day(study.before_after->date)},
        {"window_days", found.n_days},
        {"window_before", window_json(found.before)},
        {"window_after", window_json(found.after)},
        {"tested", study.before_after->relative ? "the same change as all of them together" : "no change"},
        {"straddling", found.n_straddling},
        {"without_date", found.n_undated},
        {"in_no_cell", found.n_left_out},
        {"vague", found.n_vague},
        {"crs", found.crs},
        {"all", change_json(found.total)},
        {"cells", summary_json(found.of_cells)}};
    if (found.displacement) json["displacement"] = displacement_json(found);
    if (snapshot.districts.value) {
        json["districts"] = summary_json(found.of_districts);
        json["in_no_district"] = found.n_no_district;
        json["by_district"] = Json::array();
        for (const ChangedDistrict& district : found.districts) {
            json["by_district"].push_back({{"name", district.name}});
            json["by_district"].back().update(change_json(district.change));
        }
    }
    const Transformer transformer({found.crs, "", true});
    json["by_cell"] = Json::array();
    for (const ChangeCell& cell : found.cells) {
        if (!cell.change.counts()) continue;
        const LonLat centre = transformer.lonlat_from_local(found.layout.centre(cell.column, cell.row));
        json["by_cell"].push_back({{"lon", rounded(centre.lon_deg)}, {"lat", rounded(centre.lat_deg)}});
        json["by_cell"].back().update(change_json(cell.change));
    }
    return json.dump(2) + "\n";
}

void write_change(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress) {
    const BeforeAfter& found = *snapshot.before_after.value;
    require_windows(found);
    if (!is_grid_path(path)) return write_table(change_cell_table(study, snapshot), path, progress);
    if (found.layout.shape != CellShape::square)
        throw Error(ErrorKind::Argument,
                    "hexagons are no grid: write " + path + " as polygons, or take square cells");
    GridToWrite grid = grid_of(found);
    grid.provenance = provenance_of(study, snapshot);
    write_geotiff(grid, path);
}

void write_change_districts(const Study& study, const Snapshot& snapshot, const std::string& path,
                            Progress& progress) {
    require_windows(*snapshot.before_after.value);
    if (!snapshot.districts.value)
        throw Error(ErrorKind::Argument,
                    "there are no districts to write " + path + " of: --districts names their polygons");
    write_table(change_district_table(study, snapshot), path, progress);
}

} // namespace geo
