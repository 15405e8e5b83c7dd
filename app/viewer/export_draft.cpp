#include "app/viewer/export_draft.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "app/render/picture/picture_size.hpp"
#include "app/render/picture/write_picture.hpp"
#include "app/report/report_study.hpp"
#include "app/viewer/home_path.hpp"
#include "app/viewer/model.hpp"
#include "app/viewer/text.hpp"
#include "geo/io/feature_table.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
using What = geo::OutputSpec::What;

What what_of(Take take) {
    switch (take) {
    case Take::incidents:
        return What::incidents;
    case Take::contours:
    case Take::grid:
        return What::density;
    case Take::bands:
        return What::bands;
    case Take::hot_spots:
        return What::hot_spots;
    case Take::clusters:
        return What::clusters;
    case Take::cluster_hulls:
        return What::cluster_hulls;
    case Take::districts:
        return What::districts;
    case Take::trend:
        return What::trend;
    case Take::change:
        return What::change;
    case Take::change_districts:
        return What::change_districts;
    case Take::strip:
        return What::strip;
    case Take::report:
        return What::report;
    case Take::picture:
        break;
    }
    return What::map;
}

/// The one that stands for the output when it is chosen alone.
Take take_of(What what) {
    switch (what) {
    case What::incidents:
        return Take::incidents;
    case What::density:
        return Take::contours;
    case What::bands:
    case What::zones: // no file of the dialog's
        return Take::bands;
    case What::hot_spots:
        return Take::hot_spots;
    case What::clusters:
        return Take::clusters;
    case What::cluster_hulls:
        return Take::cluster_hulls;
    case What::districts:
        return Take::districts;
    case What::trend:
        return Take::trend;
    case What::change:
        return Take::change;
    case What::change_districts:
        return Take::change_districts;
    case What::strip:
        return Take::strip;
    case What::report:
        return Take::report;
    case What::map:
        break;
    }
    return Take::picture;
}

std::string usual_name(const std::string& stem, Take take, bool by_hand) {
    switch (take) {
    case Take::incidents:
        return stem + (by_hand ? "-marked.geojson" : "-shown.geojson");
    case Take::contours:
        return stem + "-density.geojson";
    case Take::grid:
        return stem + "-density.tif";
    case Take::bands:
        return stem + "-bands.csv";
    case Take::hot_spots:
        return stem + "-hotspots.geojson";
    case Take::clusters:
        return stem + "-clusters.geojson";
    case Take::cluster_hulls:
        return stem + "-cluster-hulls.geojson";
    case Take::districts:
        return stem + "-districts.geojson";
    case Take::trend:
        return stem + "-trend.csv";
    case Take::change:
        return stem + "-change.geojson";
    case Take::change_districts:
        return stem + "-change-districts.csv";
    case Take::strip:
        return stem + "-strip.png";
    case Take::report:
        return stem + "-evidence";
    case Take::picture:
        break;
    }
    return stem + "-map.png";
}

std::string fault_of_hot_spots(const Model& model, const std::string& name) {
    if (!model.study.hot_spots) return text::kNoHotSpotsToExport;
    const geo::HotUnits units = model.study.hot_spots->units;
    if (units == geo::HotUnits::district && model.study.districts.path.empty()) return text::kNoHotDistricts;
    if (!geo::is_grid_path(name) || units == geo::HotUnits::square) return "";
    return units == geo::HotUnits::hexagon ? text::kNoHexagonGrid : text::kNoDistrictGrid;
}

std::string fault_of_change(const Model& model, Take take, const std::string& name) {
    if (!model.study.before_after) return text::kNoChangeToExport;
    if (take == Take::change_districts) return model.study.districts.path.empty() ? text::kNoDistrictsToExport : "";
    const bool hexagons = model.study.before_after->shape != geo::CellShape::square;
    return geo::is_grid_path(name) && hexagons ? text::kNoHexagonGrid : "";
}

std::string fault_of_file(const Model& model, const ExportDraft& draft, Take take) {
    const std::string& name = draft.file(take).name;
    if (name.empty() || name.ends_with('/'))
        return fmt::format(text::kNoFileName, text::kTakeNames[static_cast<std::size_t>(take)]);
    const std::vector<std::string> endings = endings_of(take);
    if (!endings.empty() && std::find(endings.begin(), endings.end(), geo::ending_of(name)) == endings.end())
        return fmt::format(text::kWrongEnding, fs::path(name).filename().string(), fmt::join(endings, ", "));
    if ((take == Take::contours || take == Take::grid) && !model.study.density)
        return text::kNoDensityToExport;
    if ((take == Take::clusters || take == Take::cluster_hulls) && !model.study.clusters)
        return text::kNoClustersToExport;
    if (take == Take::districts && !has_district_counts(model.study)) return text::kNoDistrictCounts;
    if (take == Take::change || take == Take::change_districts) return fault_of_change(model, take, name);
    if (take == Take::trend && !model.study.trend) return text::kNoTrendToExport;
    if (take == Take::hot_spots) return fault_of_hot_spots(model, name);
    if (take == Take::strip && !model.study.strip) return text::kNoStripToExport;
    if (take == Take::report)
        return draft.facts.taken.empty() ? "" : fmt::format(text::kFolderTaken, fs::path(name).filename().string());
    if (take != Take::picture && !(take == Take::strip && is_picture_path(name))) return "";
    const auto options = options_of(draft.picture);
    if (!options) return fmt::format(text::kNoPictureSize, draft.picture.size);
    return fault_of_picture(*options);
}

} // namespace

geo::RowsByHand marked_rows(const Model& model) {
    return {model.view.marked.shown, in_words(model.view.marked)};
}

ExportDraft export_draft(const Model& model, const std::optional<ExportDraft>& last, std::optional<What> what,
                         bool only_marked) {
    ExportDraft draft = last.value_or(ExportDraft{});
    draft.rows.reset();
    if (only_marked) draft.rows = marked_rows(model);
    draft.browsing = false;
    draft.facts = {};
    const fs::path source = model.study.source.path;
    if (!last) draft.folder = source.parent_path().string();
    for (const Take take : kTakes) {
        TakeFile& file = draft.file(take);
        const std::string usual = usual_name(source.stem().string(), take, draft.rows.has_value());
        const std::string ending = file.name.empty() ? geo::ending_of(usual) : geo::ending_of(file.name);
        file.name = endings_of(take).empty() ? usual : with_ending(usual, ending);
        if (what || draft.rows)
            file.wanted = take == take_of(draft.rows ? What::incidents : *what);
        else if (!last)
            file.wanted = take == Take::incidents;
    }
    return draft;
}

std::string path_of(const ExportDraft& draft, Take take) {
    const std::string& name = draft.file(take).name;
    if (name.empty()) return "";
    const fs::path path = at_home(name);
    return path.is_absolute() ? path.string() : (fs::path(at_home(draft.folder)) / path).string();
}

geo::OutputSpec output_of(const ExportDraft& draft, Take take) {
    geo::OutputSpec output{what_of(take), path_of(draft, take)};
    const bool of_rows = take == Take::incidents || take == Take::clusters || take == Take::strip;
    if ((of_rows && geo::is_feature_path(output.path)) || take == Take::report) output.columns = draft.columns;
    if (take == Take::incidents) output.publish = draft.publish;
    return output;
}

std::vector<ExportJob> jobs_of(const ExportDraft& draft) {
    std::vector<ExportJob> jobs;
    for (const Take take : kTakes) {
        if (!draft.file(take).wanted) continue;
        jobs.push_back({output_of(draft, take), draft.picture, {}});
        if (take == Take::incidents) jobs.back().rows = draft.rows;
    }
    return jobs;
}

std::vector<std::string> endings_of(Take take) {
    switch (take) {
    case Take::incidents:
    case Take::clusters:
    case Take::cluster_hulls:
    case Take::districts:
    case Take::change_districts:
        return {".geojson", ".geojsonl", ".csv", ".gpkg", ".fgb", ".shp", ".json"};
    case Take::contours:
        return {".geojson", ".geojsonl", ".gpkg", ".fgb", ".shp", ".json"};
    case Take::grid:
        return {".tif", ".tiff"};
    case Take::bands:
    case Take::trend:
        return {".csv", ".json"};
    case Take::change:
    case Take::hot_spots:
        return {".geojson", ".geojsonl", ".csv", ".gpkg", ".fgb", ".shp", ".tif", ".json"};
    case Take::strip:
        return {".png", ".svg", ".geojson", ".geojsonl", ".csv", ".gpkg", ".fgb", ".shp", ".json"};
    case Take::report:
        return {};
    case Take::picture:
        break;
    }
    return {".png", ".svg"};
}

std::string with_ending(const std::string& name, const std::string& ending) {
    return fs::path(name).replace_extension(ending).string();
}

std::optional<PictureOptions> options_of(const PictureDraft& picture) {
    PictureOptions options;
    options.scale = picture.dpi / 96.0;
    const auto size = size_from_text(picture.size, picture.dpi);
    if (!size) return std::nullopt;
    options.size = *size;
    return options;
}

std::string fault_of(const Model& model, const ExportDraft& draft) {
    std::set<std::string> paths;
    for (const Take take : kTakes) {
        if (!draft.file(take).wanted) continue;
        if (std::string fault = fault_of_file(model, draft, take); !fault.empty()) return fault;
        const std::string path = path_of(draft, take);
        if (!paths.insert(path).second)
            return fmt::format(text::kSameFile, fs::path(path).filename().string());
    }
    if (paths.empty()) return text::kNothingChosen;
    return draft.facts.folder_is_file ? fmt::format(text::kNotAFolder, draft.folder) : "";
}

geo::Study study_for_job(const Model& model, const ExportJob& job) {
    geo::Study study = model.study;
    if (job.output.what == What::report) {
        if (!study.trend) study.trend.emplace(); // counts by period cost nothing and belong to it
        complete_for_report(study);
        study.map->theme = geo::Theme::light;
        return study;
    }
    const bool strip_picture = job.output.what == What::strip && is_picture_path(job.output.path);
    if (job.output.what != What::map && !strip_picture) return study;
    if (!study.map) study.map.emplace();
    study.map->theme = job.picture.theme;
    study.map->title = job.picture.title.empty() ? study.map->title : job.picture.title;
    if (strip_picture) return study;
    study.map->view = visible_box(model.view.camera, model.view.map_size);
    leave_out_hidden(study);
    return study;
}

geo::CommandLine command_line_for(const Model& model, const ExportJob& job) {
    geo::PictureSpec picture;
    if (const auto options = options_of(job.picture))
        picture = {options->size.width, options->size.height, options->scale};
    geo::CommandLine line = command_line_of(study_for_job(model, job), job.output, picture, model.study_path);
    if (job.rows) line.unsaid = text::kRowsByHand;
    return line;
}

} // namespace app
