#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/render/camera.hpp"
#include "app/viewer/brush.hpp"
#include "app/viewer/evaluator.hpp"
#include "app/viewer/export_draft.hpp"
#include "app/viewer/flight.hpp"
#include "app/viewer/history.hpp"
#include "app/viewer/keyboard.hpp"
#include "app/viewer/layer_file.hpp"
#include "app/viewer/layer_rows.hpp"
#include "app/viewer/marked.hpp"
#include "app/viewer/pick.hpp"
#include "app/viewer/places.hpp"
#include "app/viewer/playback.hpp"
#include "app/viewer/playback_dialog.hpp"
#include "app/viewer/profile.hpp"
#include "app/viewer/settings.hpp"
#include "app/viewer/summary.hpp"
#include "app/viewer/table_view.hpp"
#include "app/viewer/timeline_bins.hpp"
#include "app/viewer/tool.hpp"
#include "geo/io/table_preview.hpp"
#include "geo/io/timeline_events.hpp"
#include "geo/layer/scene.hpp"
#include "geo/study/border_here.hpp"
#include "geo/study/study.hpp"

namespace app {

enum class Tab { incident, density, border, strip, hot_spots, clusters, districts, trend, compare };
enum class Side { left, right };
/// A region whose size the user can drag.
enum class Part { left, right, timeline };
/// What lies over the window until it is closed.
enum class Sheet { none, report, columns, help, precision };

struct FolderEntry {
    std::string name;
    bool is_folder = false;
    bool operator==(const FolderEntry&) const = default;
};

/// What the file system says about a typed path.
struct PathFacts {
    std::string folder; ///< whose entries these are
    std::vector<FolderEntry> entries;
    bool exists = false;
    bool is_folder = false;
    bool operator==(const PathFacts&) const = default;
};

/// The one dialog: a typed path with a folder listing, to open or to save. An export has a dialog of its own
/// (ViewState::exporter); here `path` is then its first file.
struct PathDialog {
    enum class Kind {
        none,
        open,
        save_study,
        export_layer,
        save_rejects,
        add_reference,
        add_backdrop,
        districts,
        population
    } kind = Kind::none;
    std::string path;
    PathFacts facts;
    Sheet from = Sheet::none; ///< that asked for it, and is shown again
    geo::OutputSpec::What what = geo::OutputSpec::What::incidents;
};

/// A mark of the timeline being typed.
struct MarkDraft {
    std::string days;
    std::string text;
};

/// A dropped file that may be incidents or a layer of the map.
struct LayerQuestion {
    std::string path;
    LayerFile file;
};

/// A study file that wants files from outside its folder.
struct StudyQuestion {
    geo::Study study;
    std::string path;
    std::vector<std::string> outside;
};

/// A file of the last export, in the order in which they are written.
struct TakenFile {
    enum class State { waiting, done, failed } state = State::waiting;
    std::string path;
    std::string text; ///< of a failure
};

/// The incidents the user clicked on, one of which is shown.
struct Picked {
    Stack stack;
    std::size_t at = 0;
    geo::RowId row() const { return stack.rows[at]; }
};

/// What the sheet of columns edits before the file is read again with it.
struct ColumnsDraft {
    geo::RoleOptions roles;
    std::optional<geo::TablePreview> preview; ///< empty: not there yet, or `error`
    std::string error;
};

/// Which part of the window the arrow keys move in.
enum class Focus { map, table, stack };

/// The place that the menu of the map is open for.
struct Here {
    geo::LonLat place;
    std::optional<Stack> stack;
    bool measured = false; ///< the distance has come back; it stays empty for a border without lines
    std::optional<geo::BorderHere> border;
    unsigned long serial = 0; ///< grows with every menu
};

/// How the window looks at the study: never saved with it (but for the map's extent), never a reason to
/// compute.
struct ViewState {
    PixelSize map_size;
    double scale = 1;         ///< framebuffer pixels per pixel of the design
    bool software_gl = false; ///< many incidents are then drawn as discs that stand for several
    Camera camera;
    bool fit_wanted = true; ///< follow the data until the user moves the map
    std::optional<Flight> flight;
    std::optional<Pixel> pointer;     ///< over the map
    std::optional<geo::LonLat> place; ///< under the pointer
    std::optional<Stack> hovered;
    std::optional<Picked> picked;
    Tab tab = Tab::incident;
    std::optional<std::size_t> band; ///< the distance band that the mouse is over, in the panel
    bool trend_of_deaths = false; ///< the chart of the trend shows deaths, not incidents
    std::optional<std::size_t> cluster; ///< that the mouse is over, in the panel
    std::size_t strip_line = 0; ///< which line of the border the strip shows
    bool left_open = true;
    bool right_open = true;
    std::optional<bool> legend_open; ///< empty: when the map is wide enough
    std::optional<BrushDrag> brush;
    std::string category_search; ///< shows the categories that hold these words
    PathDialog dialog;
    ExportDraft exporter;                   ///< while `dialog` is of an export
    std::optional<ExportDraft> last_export; ///< what was chosen in the last one of this run
    std::vector<TakenFile> taken;           ///< of the last export, until its card is closed
    std::string copied;                     ///< what was copied last
    Sheet sheet = Sheet::none;
    ColumnsDraft columns;
    Playback playback;
    MarkDraft mark_draft;
    PlaybackDialog playback_dialog;

    Focus focus = Focus::map;
    std::optional<Region> keys_in; ///< whose controls have the keyboard, before all else
    bool keys_backwards = false;   ///< they begin at its last control
    bool aiming = false;           ///< the arrows move the map under a cross at its centre
    Tool tool = Tool::pan;
    std::optional<Drawing> drawing;
    Measuring measuring;
    std::optional<Here> here;
    unsigned long n_menus = 0;
    Marked marked;
    TableView table;
    std::vector<LayerQuestion> questions;  ///< asked one after the other, the first first
    std::optional<StudyQuestion> study_question;
    std::optional<LayerRef> focused_layer; ///< that the keyboard acts on
    std::optional<LayerRef> layer_menu;    ///< whose menu is open
};

/// Things to be done outside: the session takes them out and does them.
struct LoadStudy {
    std::string path;
};
struct SaveStudy {
    geo::Study study;
    std::string path;
};
struct Export {
    geo::OutputSpec::What what = geo::OutputSpec::What::incidents;
    std::string path;
    ExportJob job;    ///< the same with all that the dialog said
    geo::Study study; ///< what it is made from
};
struct LookAtExport {
    std::string folder;
    std::vector<std::string> paths;
};
struct MarkInside {
    std::vector<geo::LonLat> shape;
    MarkMode mode = MarkMode::replace;
    bool is_box = false;
};
struct MeasureHere {
    geo::LonLat place;
};
struct CopyRows {
    Rows rows;
};
struct ExportPlayback {
    PlaybackDialog settings;
};
struct StopExport {}; ///< of a playback
struct LookAt {
    std::string path;
};
struct KeepSettings {
    Settings settings;
};
struct ReadPreview {
    geo::SourceSpec source;
};
struct LoadUnsaved {
    std::string file;
};
struct SaveRejects {
    std::string path;
};
struct ProbeLayer {
    std::string path;
    LayerUse use;
};
struct OpenIncidents { ///< a dropped file turned out to hold incidents
    std::string path;
};
struct StopRun {};
struct FindSample {};
struct RunAgain {};
using Effect = std::variant<LoadStudy, SaveStudy, Export, LookAtExport, ExportPlayback, StopExport, LookAt,
                            KeepSettings, ReadPreview, LoadUnsaved, SaveRejects, ProbeLayer, OpenIncidents,
                            StopRun, FindSample, RunAgain, MarkInside, MeasureHere, CopyRows>;

/// A sentence for the status bar.
struct Notice {
    std::string text;
    bool is_error = false;
};

/// Everything the panels read. Only `apply` writes it.
struct Model {
    geo::Study study; ///< what is wanted
    std::string study_path;
    geo::Study saved;         ///< as it was opened or saved last
    std::string unsaved_file; ///< where the changes since then are kept
    Settings settings;
    std::vector<UnsavedStudy> unsaved; ///< work of earlier runs that was not saved
    History history;
    ViewState view;

    EvaluatorState run; ///< what came back: newest snapshot, its counts, progress, error
    geo::Scene scene;
    unsigned long scene_version = 0; ///< grows with every scene
    bool selection_current = false;
    bool density_current = false;
    double density_stale_s = 0; ///< for how long it has not been
    TimelineBins timeline;
    std::vector<geo::TimelineEvent> events; ///< the bundled context marks
    Notice notice;
    bool exporting = false;
    PlaybackExport playback_export;
    std::vector<Effect> outbox;

    std::shared_ptr<const TableOrder> order;      ///< newest, possibly of an older question; may be null
    PlacesOfMap stacks;                           ///< places with more than one incident; may be null
    PlacesOfMap marked_places;                    ///< of the marked rows that are drawn; may be null
    std::shared_ptr<const std::string> clipboard; ///< what was copied last; may be null

    /// The incidents of the file that is open; nullptr while it is not read yet.
    const geo::IncidentTable* table() const {
        const bool read = run.snapshot && run.snapshot->incidents.params.source == study.source;
        return read ? run.snapshot->table() : nullptr;
    }
    /// The rows that pass, when they were selected from that table; else nullptr.
    std::shared_ptr<const geo::Selected> selected() const;
    /// What the table of incidents asks for now.
    TableQuestion table_question() const;
    /// Rows of the table's order, when it is one of this file; else nullptr.
    const std::vector<geo::RowId>* listed() const;
    bool has_file() const { return !study.source.path.empty(); }
    /// There is work that would be lost without the copy in `unsaved_file`.
    bool has_changes() const { return has_file() && study != saved; }
};

/// A study as the viewer starts one: everything the panels show is asked for.
geo::Study study_for_file(const std::string& path, geo::Theme theme);

/// The study as it is submitted: what only changes the looks is at its default, a hidden analysis is not
/// asked for.
geo::Study study_to_compute(const geo::Study& study);

/// Around the latest mark of the timeline that has a season on both sides, else the middle of the file.
geo::BeforeAfterSpec usual_before_after(const Model& model);

/// What the camera shows.
geo::LonLatBox visible_box(const Camera& camera, PixelSize size);

/// Whether the hot spots are those of what is shown now.
bool hot_spots_are_current(const Model& model);
/// The same of the clusters.
bool clusters_are_current(const Model& model);
bool district_counts_are_current(const Model& model);
/// They are asked for, and there are polygons to count in.
bool has_district_counts(const geo::Study& study);
/// The same of the comparison of before and after.
bool before_after_is_current(const Model& model);
/// The same of the counts by period.
bool trend_is_current(const Model& model);
/// The strip along the border that is asked for, newest, perhaps not of what is shown now; null without one.
const geo::BorderStrip* strip_of(const Model& model);
bool strip_is_current(const Model& model);

} // namespace app
