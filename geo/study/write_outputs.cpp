#include "geo/study/write_outputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/analysis/contours.hpp"
#include "geo/core/error.hpp"
#include "geo/crs/analysis_crs.hpp"
#include "geo/io/area_export.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/feature_table.hpp"
#include "geo/io/grid_export.hpp"
#include "geo/study/bands_text.hpp"
#include "geo/study/border_strip.hpp"
#include "geo/study/border_zones.hpp"
#include "geo/study/incident_features.hpp"
#include "geo/study/make_scene.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/publish_safe.hpp"
#include "geo/study/words.hpp"

namespace geo {

namespace {

/// Contour bands in WGS 84, as plain polygons.
std::vector<AreaFeature> contour_features(const DensitySurface& surface, const AnalysisCrs& crs) {
    std::vector<double> values = surface.grid.per_km2;
    for (double& value : values) value *= surface.per_unit;
    const Transformer transformer(crs);
    std::vector<AreaFeature> features;
    for (const ContourBand& band : contour_bands(surface.grid.shape, values, surface.scale.breaks)) {
        AreaFeature feature;
        feature.numbers = {band.min, std::isinf(band.max) ? surface.peak : band.max};
        feature.words = {surface.scale.unit};
        for (const LocalPolygon& polygon : band.polygons) {
            Polygon lonlat;
            for (Local place : polygon.exterior) lonlat.exterior.push_back(transformer.lonlat_from_local(place));
            for (const auto& hole : polygon.holes) {
                Ring& ring = lonlat.holes.emplace_back();
                for (Local place : hole) ring.push_back(transformer.lonlat_from_local(place));
            }
            feature.polygons.push_back(std::move(lonlat));
        }
        if (!feature.polygons.empty()) features.push_back(std::move(feature));
    }
    return features;
}

/// An edge correction says nothing of cells outside the area: no number, not 0.
void leave_out_beyond(const EdgeWindow& window, GridToWrite& grid) {
    for (std::uint32_t row = 0; row < grid.shape.n_rows; ++row)
        for (std::uint32_t column = 0; column < grid.shape.n_columns; ++column)
            if (window.share(column, row) == 0)
                grid.values[std::size_t{row} * grid.shape.n_columns + column] =
                    std::numeric_limits<float>::quiet_NaN();
}

std::vector<std::string> publishing_in_words(const PublishSpec& spec, const PublishedRows& published,
                                             std::size_t n_columns_left_out) {
    std::string words = grouped(published.rows.size()) + " incidents in cells of " + word_of(*spec.coarsen);
    if (spec.merge_under > 1)
        words += ", " + grouped(published.n_merged) + " of them in larger ones, " +
                 grouped(published.n_withheld) + " withheld: fewer than " + std::to_string(spec.merge_under) +
                 " together";
    if (published.n_unplaced > 0) words += ", " + grouped(published.n_unplaced) + " without a place left out";
    return {words + ", " + std::to_string(n_columns_left_out) + " columns left out"};
}

/// Incidents made fit to be passed on: cells, and the columns that tell no place.
std::vector<std::string> write_published(const Study& study, const Snapshot& snapshot,
                                         const OutputSpec& output, const Selection& rows,
                                         const std::string& by_hand, unsigned threads, Progress& progress) {
    const IncidentTable& table = *snapshot.table();
    const PublishedRows published = published_rows(table, rows, output.publish);
    FeatureTable features;
    const std::vector<const Column*> columns = publishable_columns(table);
    for (const Column* column : columns) features.fields.push_back({column->name, column});
    features.lon_deg = published.lon;
    features.lat_deg = published.lat;
    add_place_fields(features, output.path);
    features.fields.push_back({cell_column_name(*output.publish.coarsen), NumberField{published.side, 6}});
    features.rows = published.rows;
    features.keep_formulas = output.keep_formulas;
    features.provenance =
        with_publishing(provenance_of(study, snapshot, by_hand), output.publish, published, table);
    std::vector<std::string> notes =
        publishing_in_words(output.publish, published, table.columns.size() - columns.size());
    for (std::string& note : write_features(features, output.path, threads, progress))
        notes.push_back(std::move(note));
    return notes;
}

/// `by_hand` says how the rows were taken out of those that pass; empty: they were not.
std::vector<std::string> write_rows(const Study& study, const Snapshot& snapshot, const OutputSpec& output,
                                    const Selection& rows, const std::string& by_hand, unsigned threads,
                                    Progress& progress) {
    if (const std::string fault = fault_of(output.publish); !fault.empty())
        throw Error(ErrorKind::Argument, fault);
    if (output.publish.coarsen)
        return write_published(study, snapshot, output, rows, by_hand, threads, progress);
    IncidentFeatures incidents = incident_features(study, snapshot, output);
    incidents.features.rows = rows;
    incidents.features.provenance = provenance_of(study, snapshot, by_hand);
    std::vector<std::string> notes = std::move(incidents.notes);
    for (std::string& note : write_features(incidents.features, output.path, threads, progress))
        notes.push_back(std::move(note));
    return notes;
}

} // namespace

std::vector<std::string> write_incidents(const Study& study, const Snapshot& snapshot,
                                         const OutputSpec& output, unsigned threads, Progress& progress,
                                         const RowsByHand* by_hand) {
    const Selection& rows = by_hand ? *by_hand->rows : snapshot.selected.value->rows;
    return write_rows(study, snapshot, output, rows, by_hand ? by_hand->words : "", threads, progress);
}

std::vector<std::string> write_strip(const Study& study, const Snapshot& snapshot, const OutputSpec& output,
                                     unsigned threads, Progress& progress) {
    Selection rows;
    for (const StripMark& mark : snapshot.strip.value->marks) rows.push_back(mark.row);
    return write_rows(study, snapshot, output, rows, "", threads, progress);
}

void write_density(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress) {
    const DensitySurface& surface = *snapshot.density.value;
    const std::string provenance = provenance_of(study, snapshot);
    if (is_grid_path(path)) {
        GridToWrite grid;
        grid.shape = surface.grid.shape;
        grid.values.reserve(surface.grid.per_km2.size());
        for (double value : surface.grid.per_km2) grid.values.push_back(static_cast<float>(value * surface.per_unit));
        if (study.density->edge != EdgeCorrection::none) leave_out_beyond(*snapshot.edge_window.value, grid);
        grid.crs = surface.crs;
        grid.unit = surface.scale.unit;
        grid.provenance = provenance;
        return write_geotiff(grid, path);
    }
    AreaTable areas;
    areas.layer = "density";
    areas.number_names = {"density_min", "density_max"};
    areas.word_names = {"unit"};
    areas.provenance = provenance;
    areas.features = contour_features(surface, {surface.crs, "", true});
    write_areas(areas, path, progress);
}

void write_zones(const Study& study, const Snapshot& snapshot, const std::string& path, Progress& progress) {
    AreaTable areas;
    areas.layer = "border_zones";
    areas.number_names = {"distance_min_m", "distance_max_m"};
    areas.word_names = {"border"};
    areas.provenance = provenance_of(study, snapshot);
    for (const BorderZone& zone : *snapshot.zones.value)
        areas.features.push_back({{zone.from_m, zone.to_m}, {border_in_words(*snapshot.border.value)}, zone.polygons});
    write_areas(areas, path, progress);
}

void write_bands(const Study& study, const Snapshot& snapshot, const std::string& path) {
    if (ending_of(path) != ".csv") return write_file_atomically(path, bands_as_json(study, snapshot));
    write_with_provenance(path, bands_as_csv(study, snapshot), provenance_of(study, snapshot));
}

} // namespace geo
