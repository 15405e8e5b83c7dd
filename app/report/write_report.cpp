#include "app/report/write_report.hpp"

#include <filesystem>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report/input_files.hpp"
#include "app/report/package_plan.hpp"
#include "app/report/page/page.hpp"
#include "geo/core/error.hpp"
#include "geo/core/version.hpp"
#include "geo/io/atomic_folder.hpp"
#include "geo/io/input_bytes.hpp"
#include "geo/io/library_versions.hpp"
#include "geo/study/provenance.hpp"
#include "geo/study/study_json.hpp"
#include "geo/study/study_paths.hpp"
#include "geo/study/words.hpp"

namespace app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kRedo = "borderlens report redo.study.json --inputs FOLDER -o NEW_FOLDER";

/// Names alone: the folders are the user's own, and the files lie elsewhere with whoever makes it again.
geo::Study redo_study(geo::Study study, geo::ColumnsKept columns) {
    study.outputs = {{geo::OutputSpec::What::report, "evidence", columns}};
    for (std::string* path : geo::paths_of(study)) *path = fs::path(*path).filename().string();
    return study;
}

/// Two files of one name cannot lie in one folder.
std::vector<std::string> notes_of(const std::vector<InputFile>& inputs) {
    std::set<std::string> names, twice;
    std::set<std::string> paths;
    for (const InputFile& input : inputs)
        if (paths.insert(input.path).second && !names.insert(input.name).second) twice.insert(input.name);
    std::vector<std::string> notes;
    notes.reserve(twice.size());
    for (const std::string& name : twice)
        notes.push_back("Two different input files are called " + name +
                        ": to make this package again, give one of them another name in redo.study.json.");
    return notes;
}

/// A package while it is made: every file that goes in is noted with its sum.
class Package {
  public:
    explicit Package(const std::string& folder) : folder_(folder) {}

    void write(const std::string& name, std::string_view bytes) {
        folder_.write(name, bytes);
        sums_.emplace_back(name, geo::digest_of_bytes(bytes));
    }
    /// By a function that writes to a path; what lies beside it afterwards (a provenance) is noted too.
    void write(const PlannedFile& file) {
        const std::string path = folder_.path_of(file.path);
        file.write(path);
        for (const std::string& name : {file.path, file.path + ".provenance.json"})
            if (const std::string made = folder_.path_of(name); fs::exists(made))
                sums_.emplace_back(name, geo::digest_of_file(made));
    }
    std::string bytes_of(const std::string& name) {
        return std::string(geo::InputBytes::from_file(folder_.path_of(name)).view());
    }

    Json files_json() const {
        Json files = Json::array();
        for (const auto& [name, digest] : sums_)
            files.push_back({{"path", name}, {"bytes", digest.n_bytes}, {"sha256", digest.sha256}});
        return files;
    }
    /// As sha256sum reads it.
    std::string sums() const {
        std::string text;
        for (const auto& [name, digest] : sums_) text += digest.sha256 + "  " + name + "\n";
        return text;
    }
    void commit() { folder_.commit(); }

  private:
    geo::AtomicFolder folder_;
    std::vector<std::pair<std::string, geo::FileDigest>> sums_;
};

/// What every export says of itself, and what the run was beside that.
std::string run_json(const geo::Study& study, const geo::Snapshot& snapshot, const Package& package) {
    Json json = Json::parse(geo::provenance_of(study, snapshot));
    json["libraries"] = geo::library_versions();
    json["command"] = kRedo;
    if (study.proximity && study.proximity->null)
        json["seed"] = study.proximity->null->seed;
    else
        json["seed"] = nullptr; // nothing in it is drawn at random
    if (snapshot.border.value) json["border_set"] = geo::border_in_words(*snapshot.border.value);
    json["files"] = package.files_json();
    return json.dump(2) + "\n";
}

std::map<std::string, std::string> pictures_of(const std::vector<PlannedFile>& files, Package& package) {
    std::map<std::string, std::string> pictures;
    for (const PlannedFile& file : files)
        if (file.path.starts_with("pictures/"))
            pictures[fs::path(file.path).stem().string()] = package.bytes_of(file.path);
    return pictures;
}

std::vector<ListedFile> listed(const std::vector<PlannedFile>& files) {
    std::vector<ListedFile> list;
    list.reserve(files.size() + 4);
    for (const PlannedFile& file : files) list.push_back({file.path, file.words});
    list.push_back(
        {"run.json",
         "every parameter, versions, seed, coordinate systems, border line, and the files with their sums"});
    list.push_back({"inputs.json", "every file that was read with its sum, rows read and rejected, sources"});
    list.push_back({"redo.study.json", "what was asked, as a study that borderlens opens"});
    list.push_back({"SHA256SUMS", "the sum of every file"});
    return list;
}

} // namespace

void require_report(const geo::Study& study, const std::string& folder) {
    require_files_as_input(study);
    geo::require_free_folder(folder);
}

void write_report(const geo::Study& study, const geo::Snapshot& snapshot, const std::string& folder,
                  const ReportOptions& options, geo::Progress& progress) {
    const std::vector<InputFile> inputs = input_files(study, snapshot);
    Package package(folder);
    const std::vector<PlannedFile> files =
        planned_files(study, snapshot, {options.threads, options.columns}, progress);
    for (std::size_t i = 0; i < files.size(); ++i) {
        progress.stage("write " + files[i].path);
        progress.at(i, files.size());
        package.write(files[i]);
    }
    package.write("inputs.json", inputs_json(inputs, study, snapshot));
    package.write("redo.study.json", geo::json_from_study(redo_study(study, options.columns)));
    std::vector<ReadFile> read;
    read.reserve(inputs.size());
    for (const InputFile& input : inputs)
        read.push_back({input.name, input.role, input.digest.n_bytes, input.digest.sha256});
    package.write("index.html", page_of({study, snapshot, pictures_of(files, package), listed(files), read,
                                         kRedo, notes_of(inputs)}));
    package.write("run.json", run_json(study, snapshot, package));
    package.write("SHA256SUMS", package.sums());
    package.commit();
}

} // namespace app
