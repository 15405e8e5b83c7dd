#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/viewer/command_before_after.hpp"
#include "app/viewer/command_clusters.hpp"
#include "app/viewer/command_districts.hpp"
#include "app/viewer/command_export.hpp"
#include "app/viewer/command_hot_spots.hpp"
#include "app/viewer/command_layers.hpp"
#include "app/viewer/command_precision.hpp"
#include "app/viewer/command_strip.hpp"
#include "app/viewer/command_time.hpp"
#include "app/viewer/command_tools.hpp"
#include "app/viewer/command_trend.hpp"
#include "app/viewer/model.hpp"

namespace app {

// What the user wants done, and what came back from outside: small values. `apply` is the only one who acts
// on them.

// The study.
struct OpenPath {
    std::string path;
};
struct StudyLoaded {
    geo::Study study;
    std::string path;
};
struct OpenSample {};
struct Retry {};
struct StudySaved {
    geo::Study study; ///< as it was when it was saved
    std::string path;
    std::vector<std::string> outside =
        {}; ///< files it names outside its folder: one's own study is trusted with them
};
/// A study file that names files outside its folder is not opened before somebody says so.
struct StudyAsks {
    geo::Study study;
    std::string path;
    std::vector<std::string> outside; ///< "PG:..." as "a database on the network"
};
struct AnswerStudy {
    bool open;
};
struct SetTimeRange {
    std::optional<geo::Day> from, to;
};
struct GrabBrush {
    BrushDrag drag;
};
struct MoveBrush {
    geo::Day day;
};
struct ReleaseBrush {};
struct SetWithin {
    std::optional<geo::Metres> distance;
};
struct SetMaxUncertainty {
    std::optional<geo::Metres> radius;
};
struct SetArea {
    std::string area;
};
struct ToggleCategory {
    std::string value;
};
struct OnlyCategory {
    std::string value;
};
struct AllCategories {};
struct SetWhereRest {
    std::string expression;
};
struct SetDeathsRange {
    std::optional<double> from, to; ///< best estimates, both included
};
struct SearchNotes {
    std::string words;
};
struct SetFilter {
    geo::Filter filter;
};
struct ClearFilter {};
struct SetDensity {
    geo::DensitySpec spec;
};
struct SetProximity {
    geo::ProximitySpec spec;
};
struct HoverBand {
    std::optional<std::size_t> band;
};
struct SetBorder {
    geo::BorderSpec spec;
};
struct SetLayerVisible {
    LayerKind layer{};
    bool visible = false;
    std::size_t at = 0; ///< of the study's reference layers
};
struct SetLayerOpacity {
    LayerKind layer{};
    float opacity = 0;
    std::size_t at = 0;
};
struct SetTheme {
    geo::Theme theme;
};
struct Undo {};
struct Redo {};
struct EndStep {}; ///< nothing is held any more: the next change is an undo step of its own

// The keyboard.
struct KeysTo {
    std::optional<Region> region; ///< whose controls get it; none: the map, the table or the list
    bool backwards = false;       ///< beginning at the last one
};
/// The arrows on the map: moves it under a cross at its centre, and what is being drawn with it.
struct AimBy {
    double dx_px;
    double dy_px;
};
struct PressAim {}; ///< what the left mouse button does there
struct MenuAtAim {};

// The view.
struct ResizeMap {
    PixelSize size;
};
struct KnowScreen {
    double scale = 1;
    bool software_gl = false;
};
struct PanBy {
    double dx_px, dy_px;
};
struct ZoomAt {
    Pixel fixed;
    double factor = 1;
};
struct ZoomCentre {
    double factor;
};
struct FitMap {};
struct PointTo {
    std::optional<Pixel> pixel;
};
struct PickAt {
    Pixel pixel;
};
struct PickNext {
    int step;
};
struct Unpick {};
struct ShowTab {
    Tab tab;
};
struct ToggleSide {
    Side side;
};
struct SearchCategories {
    std::string words;
};
struct ShowLegend {
    bool open;
};
struct Tick {
    double seconds;
};

// The dialog.
struct ShowDialog {
    PathDialog::Kind kind{};
    std::optional<geo::OutputSpec::What> what = std::nullopt; ///< of an export: only this is chosen
    bool only_marked = false;                                 ///< of an export of incidents
};
struct EditPath {
    std::string path;
};
struct ChooseWhat {
    geo::OutputSpec::What what;
};
struct AcceptDialog {};
struct CloseDialog {};
struct ExportTo {
    geo::OutputSpec::What what;
    std::string path;
    bool only_marked = false;
};

// Settings and sheets.
struct ShowSheet {
    Sheet sheet; ///< none: closes
};
struct SetTextSize {
    float size;
};
struct ResizePart {
    Part part;
    float size; ///< pixels of the design
};
struct ForgetRecent {
    std::string path;
};
struct ContinueUnsaved {
    std::string file;
};
struct EditRoles {
    geo::RoleOptions roles;
};
struct ApplyRoles {};

// From outside.
struct Started {
    Settings settings;
    std::vector<UnsavedStudy> unsaved;
};
struct UnsavedLoaded {
    geo::Study study;
    std::string study_path;
    std::string file;
};
struct UnsavedKept {
    std::string file; ///< empty: nothing is left to keep
};
struct PreviewRead {
    geo::SourceSpec source;
    std::optional<geo::TablePreview> preview;
    std::string error;
};
struct Arrived {
    EvaluatorState run;
};
struct SceneMade {
    geo::Scene scene;
    bool selection_current = false, density_current = false;
};
struct TimelineMade {
    TimelineBins bins;
};
struct PathSeen {
    std::string path;
    PathFacts facts;
};
struct ExportDone {
    bool done;
    std::string text;
    std::string path;
};
struct Tell {
    Notice notice;
};
struct CancelRun {};

struct AnyCommand; ///< the variant of all of the above, seen by apply.cpp and command.cpp only

/// Any one of the structs above. Not the variant itself: every panel makes commands, and a variant of this
/// many would be compiled again in each of them.
class Command {
  public:
    template <typename Noun>
    requires(!std::same_as<Noun, Command>) Command(Noun noun); // command.cpp instantiates it for each of them

    const AnyCommand& any() const { return *any_; }

  private:
    std::shared_ptr<const AnyCommand> any_;
};
using Commands = std::vector<Command>;

} // namespace app
