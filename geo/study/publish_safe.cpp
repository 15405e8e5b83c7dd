#include "geo/study/publish_safe.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/analysis/coarse_cells.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/table/column_name.hpp"
#include "geo/table/number_from_text.hpp"

namespace geo {

namespace {

using Unit = CoarseGrid::Unit;
using Json = nlohmann::ordered_json;

constexpr std::array kPublishable{
    Role::date,        Role::date_end,   Role::year,        Role::month,    Role::day,  Role::date_precision,
    Role::deaths_best, Role::deaths_low, Role::deaths_high, Role::category, Role::actor};

/// One plane for every file in the world, true to area; cells of two files are the same cells.
const AnalysisCrs kEaseGrid{"EPSG:6933", "EASE-Grid 2.0, cylindrical equal-area", true};

bool in_range(const CoarseGrid& grid) {
    const bool km = grid.unit == Unit::km;
    return grid.side >= (km ? 0.1 : 0.001) && grid.side <= (km ? 1000 : 10);
}

/// Coordinates of the chosen rows in the plane of the cells.
struct Plane {
    std::vector<double> x, y;
};

Plane plane_of(const IncidentTable& table, const Selection& rows, const CoarseGrid& grid) {
    Plane plane;
    const Transformer transformer(kEaseGrid);
    for (const RowId row : rows) {
        const LonLat place{table.lon_deg[row], table.lat_deg[row]};
        if (grid.unit == Unit::degrees || std::isnan(place.lon_deg)) {
            plane.x.push_back(place.lon_deg);
            plane.y.push_back(place.lat_deg);
        } else {
            const Local local = transformer.local_from_lonlat(place);
            plane.x.push_back(local.x_m / 1000);
            plane.y.push_back(local.y_m / 1000);
        }
    }
    return plane;
}

std::string grid_in_words(const CoarseGrid& grid) {
    if (grid.unit == Unit::degrees)
        return fmt::format("cells of {0:g}° × {0:g}°, counted from 0° E 0° N; places are their centres",
                           grid.side);
    return fmt::format(
        "cells of {0:g} km × {0:g} km in the equal-area plane of EASE-Grid 2.0 (EPSG:6933), counted from its "
        "origin; places are their centres",
        grid.side);
}

} // namespace

std::optional<CoarseGrid> coarse_grid_from_text(std::string_view text) {
    const std::string word = lowered(std::string(trimmed(text)));
    constexpr std::tuple<const char*, Unit, double> kUnits[] = {{"deg", Unit::degrees, 1}, {"km", Unit::km, 1}, {"m", Unit::km, 1000}};
    for (const auto& [ending, unit, per_unit] : kUnits) {
        if (!word.ends_with(ending)) continue;
        const auto number = number_from_text(std::string_view(word).substr(0, word.size() - std::string_view(ending).size()));
        if (!number) return std::nullopt;
        const CoarseGrid grid{*number / per_unit, unit};
        return in_range(grid) ? std::optional(grid) : std::nullopt;
    }
    return std::nullopt;
}

std::string word_of(const CoarseGrid& grid) {
    return fmt::format("{}{}", grid.side, grid.unit == Unit::degrees ? "deg" : "km");
}

std::string fault_of(const PublishSpec& spec) {
    if (spec.merge_under < 0 || spec.merge_under > kMostMergeUnder)
        return fmt::format("--merge-under must be from 0 to {}", kMostMergeUnder);
    if (spec.merge_under > 0 && !spec.coarsen)
        return "--merge-under needs --coarsen: without cells there is nothing to merge";
    if (spec.coarsen && !in_range(*spec.coarsen))
        return "--coarsen must be from 0.1km to 1000km or from 0.001deg to 10deg";
    return "";
}

PublishedRows published_rows(const IncidentTable& table, const Selection& rows, const PublishSpec& spec) {
    const CoarseGrid& grid = *spec.coarsen;
    const Plane plane = plane_of(table, rows, grid);
    const CoarseCells cells =
        coarse_cells(plane.x, plane.y, {.side = grid.side, .merge_under = spec.merge_under});
    PublishedRows published;
    published.n_merged = cells.n_merged;
    published.n_withheld = cells.n_withheld;
    published.n_unplaced = cells.n_unplaced;
    published.lon = published.lat = published.side = std::vector(table.size(), std::nan(""));
    const Transformer transformer(kEaseGrid);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::isnan(cells.x[i])) continue;
        const RowId row = rows[i];
        const LonLat centre =
            grid.unit == Unit::degrees
                ? LonLat{cells.x[i], cells.y[i]}
                : transformer.lonlat_from_local(Local{cells.x[i] * 1000, cells.y[i] * 1000});
        published.lon[row] = centre.lon_deg;
        published.lat[row] = centre.lat_deg;
        published.side[row] = std::ldexp(grid.side, cells.doubled[i]);
        published.rows.push_back(row);
    }
    const auto key = [&](RowId row) {
        return std::tuple(published.lat[row], published.lon[row], published.side[row], table.first_day[row],
                          row);
    };
    std::sort(published.rows.begin(), published.rows.end(),
              [&](RowId a, RowId b) { return key(a) < key(b); });
    return published;
}

std::vector<const Column*> publishable_columns(const IncidentTable& table) {
    std::vector<const Column*> columns;
    const Roles& roles = table.origin.schema.roles;
    for (const Column& column : table.columns)
        for (const Role role : kPublishable)
            if (const auto at = roles.find(role);
                at != roles.end() && table.origin.header[at->second] == column.name) {
                columns.push_back(&column);
                break;
            }
    return columns;
}

std::string cell_column_name(const CoarseGrid& grid) {
    return grid.unit == Unit::degrees ? "cell_deg" : "cell_km";
}

std::string with_publishing(const std::string& provenance, const PublishSpec& spec,
                            const PublishedRows& published, const IncidentTable& table) {
    Json json = Json::parse(provenance);
    Json& told = json["made_for_publishing"];
    told["places"] = grid_in_words(*spec.coarsen);
    told["coarsened_to"] = word_of(*spec.coarsen);
    if (spec.merge_under > 1) {
        told["merged_under"] = spec.merge_under;
        told["merging"] = "incidents of cells with fewer are gathered in cells of 2, 4 and 8 times the side, "
                          "each shown with that "
                          "many or more; the rest is withheld";
        told["in_merged_cells"] = published.n_merged;
    }
    told["withheld"] = published.n_withheld;
    told["left_out_without_place"] = published.n_unplaced;
    const std::vector<const Column*> kept = publishable_columns(table);
    for (const Column* column : kept) told["columns"].push_back(column->name);
    told["columns_left_out"] = table.columns.size() - kept.size();
    told["order"] = "by cell and day";
    return json.dump();
}

} // namespace geo
