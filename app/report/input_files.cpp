#include "app/report/input_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include <nlohmann/json.hpp>

#include "geo/core/error.hpp"
#include "geo/io/database_path.hpp"
#include "geo/io/reference_layers.hpp"
#include "geo/study/study_paths.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

using Json = nlohmann::ordered_json;

/// In the order of inputs.json.
constexpr std::array<std::string_view, 9> kRoles{"incidents", "border",          "provinces",
                                                 "area",      "districts",       "population",
                                                 "map",       "reference layer", "backdrop"};

void add(std::vector<InputFile>& files, const std::string& role, const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        files.push_back(
            {role, path, std::filesystem::path(path).filename().string(), geo::digest_of_file(path)});
}

Json rejected_json(const geo::Report& report) {
    Json reasons = Json::array();
    for (const geo::Finding& finding : report.rejected_by_reason())
        reasons.push_back(
            {{"reason", finding.what}, {"rows", finding.count}, {"examples", finding.example_rows}});
    return reasons;
}

Json read_json(const geo::LoadedIncidents& loaded) {
    const geo::Report& report = loaded.report;
    const geo::TableOrigin& origin = loaded.table->origin;
    Json json{{"rows_read", report.rows_read},
              {"incidents", report.incidents},
              {"without_place", report.unlocated},
              {"rows_rejected", report.rejected().size()},
              {"rejected", rejected_json(report)},
              {"suspicious", Json::array()},
              {"notes", report.notes},
              {"attribution", origin.attribution},
              {"notice", origin.notice},
              {"synthetic", origin.synthetic}};
    for (const geo::Finding& finding : report.suspicious())
        json["suspicious"].push_back(
            {{"what", finding.what}, {"rows", finding.count}, {"examples", finding.example_rows}});
    return json;
}

} // namespace

void require_files_as_input(const geo::Study& study) {
    if (study.source.path == "-")
        throw geo::Error(geo::ErrorKind::Argument,
                         "a report names its input by file and sum: give a file instead of standard input");
    if (geo::is_database(study.source.path))
        throw geo::Error(
            geo::ErrorKind::Argument,
            "a report names its input by file and sum: write what the database gives to a file first "
            "(borderlens filter)");
}

std::vector<InputFile> input_files(const geo::Study& study, const geo::Snapshot& snapshot) {
    require_files_as_input(study);
    if (!(geo::stamp_of(study.source.path) == snapshot.incidents.value->stamp))
        throw geo::Error(geo::ErrorKind::Io,
                         study.source.path + " has changed since it was read: open it again");
    std::vector<InputFile> files;
    geo::Study own = study; // its paths are handed out to be changed
    bool own_border = false;
    for (const geo::StudyInput& input : geo::inputs_of(own)) {
        add(files, input.role, geo::with_sidecars(*input.path));
        own_border |= input.path == &own.border.set;
    }
    if (!own_border) add(files, "border", geo::border_set_files(study.border.set, study.border.neighbours));
    add(files, "provinces", geo::province_files());
    add(files, "map", geo::reference_map_files());
    const auto place = [](const InputFile& file) {
        return std::find(kRoles.begin(), kRoles.end(), file.role);
    };
    std::stable_sort(files.begin(), files.end(),
                     [&](const InputFile& a, const InputFile& b) { return place(a) < place(b); });
    return files;
}

std::string inputs_json(const std::vector<InputFile>& inputs, const geo::Study& study,
                        const geo::Snapshot& snapshot) {
    Json files = Json::array();
    for (const InputFile& input : inputs)
        files.push_back({{"role", input.role},
                         {"name", input.name},
                         {"bytes", input.digest.n_bytes},
                         {"sha256", input.digest.sha256}});
    Json sources = geo::attributions_of(snapshot);
    for (const std::string& own : geo::own_layer_sources(study, snapshot)) sources.push_back(own);
    const Json json{
        {"files", files}, {"incidents", read_json(*snapshot.incidents.value)}, {"sources", sources}};
    return json.dump(2) + "\n";
}

} // namespace app
