#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/render/render_image.hpp"
#include "geo/study/command_line.hpp"
#include "geo/study/study.hpp"
#include "geo/study/write_outputs.hpp"

namespace app {

struct Model;

/// What can be taken away, in the order of the dialog.
enum class Take { incidents, contours, grid, bands, hot_spots, clusters, cluster_hulls, districts, trend, change, change_districts,
                  strip, picture, report };
inline constexpr std::array kTakes{Take::incidents, Take::contours, Take::grid,
                                   Take::bands,     Take::hot_spots, Take::clusters,
                                   Take::cluster_hulls, Take::districts, Take::trend, Take::change,
                                   Take::change_districts, Take::strip, Take::picture,
                                   Take::report};

/// One file of an export.
struct TakeFile {
    bool wanted = false;
    std::string name; ///< in the export's folder; a whole path goes its own way
    bool operator==(const TakeFile&) const = default;
};

/// How a picture is drawn that is taken away.
struct PictureDraft {
    std::string size = "1600x1200"; ///< as typed: pixels, mm, cm or in
    int dpi = 144;
    geo::Theme theme = geo::Theme::light; ///< as in a report
    std::string title;                    ///< empty: made from what is shown
    bool operator==(const PictureDraft&) const = default;
};

/// What the file system says about where an export goes.
struct ExportFacts {
    bool folder_exists = true;
    bool folder_is_file = false;
    std::vector<std::string> existing; ///< of the files to be written
    std::vector<std::string> taken;    ///< folders of that name that hold something
    std::vector<std::string> folders;  ///< in the folder, to browse
    bool operator==(const ExportFacts&) const = default;
};

/// What the export dialog edits.
struct ExportDraft {
    std::array<TakeFile, kTakes.size()> files; ///< by Take
    std::string folder;
    geo::ColumnsKept columns = geo::ColumnsKept::all; ///< of incidents
    geo::PublishSpec publish;                         ///< of incidents
    PictureDraft picture;
    std::optional<geo::RowsByHand> rows; ///< only these incidents; empty: all that are shown
    bool browsing = false;
    ExportFacts facts;

    TakeFile& file(Take take) { return files[static_cast<std::size_t>(take)]; }
    const TakeFile& file(Take take) const { return files[static_cast<std::size_t>(take)]; }
};

/// One file to write.
struct ExportJob {
    geo::OutputSpec output;
    PictureDraft picture;
    std::optional<geo::RowsByHand> rows;
};

/// A draft for what is open; `last`, if any, gives what was chosen the last time. `what`: only this is
/// chosen. `only_marked`: only the incidents marked by hand.
ExportDraft export_draft(const Model& model, const std::optional<ExportDraft>& last,
                         std::optional<geo::OutputSpec::What> what, bool only_marked);
/// The incidents marked by hand that the filters let through.
geo::RowsByHand marked_rows(const Model& model);

/// "" when the file is not named.
std::string path_of(const ExportDraft& draft, Take take);
/// In the order of kTakes.
std::vector<ExportJob> jobs_of(const ExportDraft& draft);
geo::OutputSpec output_of(const ExportDraft& draft, Take take);

/// The endings that a file may have, the usual one first; none: it is a folder.
std::vector<std::string> endings_of(Take take);
/// The name with another ending.
std::string with_ending(const std::string& name, const std::string& ending);

/// Size and resolution of a picture; nullopt for a size that cannot be read.
std::optional<PictureOptions> options_of(const PictureDraft& picture);

/// What stands in the way of this export, in one sentence; "" when nothing does.
std::string fault_of(const Model& model, const ExportDraft& draft);

/// The study that such a file is made from: the picture's theme, title and view of the map, and the density
/// even where it is hidden on the map.
geo::Study study_for_job(const Model& model, const ExportJob& job);

/// The command line that writes the same file (geo/study/command_line.hpp).
geo::CommandLine command_line_for(const Model& model, const ExportJob& job);

} // namespace app
