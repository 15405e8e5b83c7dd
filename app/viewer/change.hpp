#pragma once

#include "app/viewer/command.hpp"

namespace app {

// One function per command, grouped by noun: change_study.cpp, change_view.cpp, change_dialog.cpp,
// change_playback_export.cpp, change_layers.cpp, change_legend.cpp, change_arrived.cpp, change_time.cpp. For
// apply.cpp only.

void change(Model&, const OpenPath&);
void change(Model&, const StudyLoaded&);
void change(Model&, const OpenSample&);
void change(Model&, const Retry&);
void change(Model&, const StudySaved&);
void change(Model&, const StudyAsks&);
void change(Model&, const AnswerStudy&);
void change(Model&, const SetTimeRange&);
void change(Model&, const GrabBrush&);
void change(Model&, const MoveBrush&);
void change(Model&, const ReleaseBrush&);
void change(Model&, const SetWithin&);
void change(Model&, const SetMaxUncertainty&);
void change(Model&, const SetArea&);
void change(Model&, const ToggleCategory&);
void change(Model&, const OnlyCategory&);
void change(Model&, const AllCategories&);
void change(Model&, const SetWhereRest&);
void change(Model&, const SetDeathsRange&);
void change(Model&, const SearchNotes&);
void change(Model&, const SetFilter&);
void change(Model&, const SearchCategories&);
void change(Model&, const ClearFilter&);
void change(Model&, const SetDensity&);
void change(Model&, const SetStrip&);
void change(Model&, const ShowStripLine&);
void change(Model&, const PickOnStrip&);
void change(Model&, const SetHotSpots&);
void change(Model&, const SetPrecision&);
void change(Model&, const SetDistricts&);
void change(Model&, const SetClusters&);
void change(Model&, const HoverCluster&);
void change(Model&, const SetDistrictCounts&);
void change(Model&, const SetBeforeAfter&);
void change(Model&, const TypeDateOfChange&);
void change(Model&, const SetTrend&);
void change(Model&, const ShowTrendOf&);
void change(Model&, const FlyToBox&);
void change(Model&, const SetProximity&);
void change(Model&, const HoverBand&);
void change(Model&, const SetBorder&);
void change(Model&, const SetLayerVisible&);
void change(Model&, const SetLayerOpacity&);
void change(Model&, const SetTheme&);
void change(Model&, const Undo&);
void change(Model&, const Redo&);
void change(Model&, const EndStep&);

void change(Model&, const ResizeMap&);
void change(Model&, const KnowScreen&);
void change(Model&, const PanBy&);
void change(Model&, const ZoomAt&);
void change(Model&, const ZoomCentre&);
void change(Model&, const FitMap&);
void change(Model&, const PointTo&);
void change(Model&, const PickAt&);
void change(Model&, const PickNext&);
void change(Model&, const Unpick&);
void change(Model&, const ShowTab&);
void change(Model&, const ToggleSide&);
void change(Model&, const ShowLegend&);
void change(Model&, const Tick&);

void change(Model&, const ShowDialog&);
void change(Model&, const EditPath&);
void change(Model&, const ChooseWhat&);
void change(Model&, const AcceptDialog&);
void change(Model&, const CloseDialog&);
void change(Model&, const ExportTo&);

// change_export.cpp
void change(Model&, const WantTake&);
void change(Model&, const NameTake&);
void change(Model&, const EditExportFolder&);
void change(Model&, const BrowseExport&);
void change(Model&, const KeepColumns&);
void change(Model&, const PublishAs&);
void change(Model&, const EditPicture&);
void change(Model&, const ExportSeen&);
void change(Model&, const DismissTaken&);
void change(Model&, const CopiedWords&);
void change(Model&, const SaveNow&);

void change(Model&, const ShowSheet&);
void change(Model&, const SetTextSize&);
void change(Model&, const ResizePart&);
void change(Model&, const ForgetRecent&);
void change(Model&, const ContinueUnsaved&);
void change(Model&, const EditRoles&);
void change(Model&, const ApplyRoles&);
void change(Model&, const Started&);
void change(Model&, const UnsavedLoaded&);
void change(Model&, const UnsavedKept&);
void change(Model&, const PreviewRead&);
void change(Model&, const PlayPause&);
void change(Model&, const StepTime&);
void change(Model&, const ShowEnd&);
void change(Model&, const SetPlayback&);
void change(Model&, const ShowEvents&);
void change(Model&, const AddMark&);
void change(Model&, const EditMark&);
void change(Model&, const RemoveMark&);
void change(Model&, const DraftMark&);
void change(Model&, const EventsRead&);
void change(Model&, const ShowPlaybackDialog&);
void change(Model&, const EditPlaybackDialog&);
void change(Model&, const AcceptPlaybackDialog&);
void change(Model&, const StopPlaybackExport&);
void change(Model&, const PlaybackExportState&);
void change(Model&, const PlaybackExported&);
void change(Model&, const FitScale&);

void change(Model&, const Arrived&);
void change(Model&, const SceneMade&);
void change(Model&, const TimelineMade&);
void change(Model&, const PathSeen&);
void change(Model&, const ExportDone&);
void change(Model&, const Tell&);
void change(Model&, const CancelRun&);

/// The export dialog, opened: what it proposes.
void start_export(Model& model, const ShowDialog& show);
/// What the file system says of all that the dialog names is asked for anew.
void look_at_export(Model& model);
void accept_export(Model& model);

/// A new document: nothing of the last one stays but the window's own state.
void start_document(Model& model, geo::Study study, const std::string& study_path);
// change_tools.cpp, change_marked.cpp, change_table.cpp
void change(Model&, const ChooseTool&);
void change(Model&, const GrabDrawing&);
void change(Model&, const MoveDrawing&);
void change(Model&, const ReleaseDrawing&);
void change(Model&, const CancelDrawing&);
void change(Model&, const MeasureAt&);
void change(Model&, const MeasureFrom&);
void change(Model&, const EndMeasuring&);
void change(Model&, const ClearMeasuring&);
void change(Model&, const CopyMeasured&);
void change(Model&, const FocusOn&);
void change(Model&, const KeysTo&);
void change(Model&, const AimBy&);
void change(Model&, const PressAim&);
void change(Model&, const MenuAtAim&);
void change(Model&, const MoveRangeEnd&);
void change(Model&, const OpenHere&);
void change(Model&, const CloseHere&);
void change(Model&, const HereMeasured&);
void change(Model&, const CentreOn&);
void change(Model&, const CopyText&);
void change(Model&, const MarkRows&);
void change(Model&, const ToggleMarked&);
void change(Model&, const MarkedInside&);
void change(Model&, const ClearMarked&);
void change(Model&, const ShowOnlyMarked&);
void change(Model&, const CopyMarked&);
void change(Model&, const ClearShape&);
void change(Model&, const OpenTable&);
void change(Model&, const DragTable&);
void change(Model&, const ResizeTable&);
void change(Model&, const SortTable&);
void change(Model&, const SearchTable&);
void change(Model&, const ScrollTable&);
void change(Model&, const WidenColumn&);
void change(Model&, const ShowColumn&);
void change(Model&, const ShowColumns&);
void change(Model&, const MoveCursor&);
void change(Model&, const MarkUpTo&);
void change(Model&, const MarkListed&);
void change(Model&, const PickInTable&);
void change(Model&, const PickFromStack&);
void change(Model&, const TableOrdered&);
void change(Model&, const PlacesCounted&);
void change(Model&, const MarkedPlaced&);
void change(Model&, const Copied&);
void change(Model&, const SetLabelLanguage&);
void change(Model&, const SetColorBy&);
void change(Model&, const SetSizeByDeaths&);
void change(Model&, const ToggleLegend&);
void change(Model&, const OnlyLegend&);
void change(Model&, const DropPath&);
void change(Model&, const AddLayerFile&);
void change(Model&, const LayerFileSeen&);
void change(Model&, const AnswerQuestion&);
void change(Model&, const SetReference&);
void change(Model&, const MoveReference&);
void change(Model&, const RemoveReference&);
void change(Model&, const SetBackdrop&);
void change(Model&, const ToggleLayer&);
void change(Model&, const StepOpacity&);
void change(Model&, const ZoomToLayer&);
void change(Model&, const FocusLayer&);
void change(Model&, const StepLayer&);
void change(Model&, const ShowLayerMenu&);

/// Brings what follows from camera, pointer and scene up to date: the place and the incidents under the
/// pointer.
void refresh_pointer(Model& model);
/// Counts again which marked rows pass the filter.
void refresh_marked(Model& model);
/// Scrolls the table so that the picked row is in view.
void reveal_in_table(Model& model);
/// Picks the row with all that stand at its place; the map flies there when it is out of view.
void pick_row(Model& model, geo::RowId row);
/// What the camera sees this near its edges is as good as out of view.
void fly_into_view(Model& model, geo::Mercator place);
/// Nothing of the rows of another file.
void forget_rows(Model& model);
/// A short flight to where the whole box is seen.
void fly_to_box(Model& model, const geo::LonLatBox& box);
/// Shows all of the data (or the study's own extent), at once or in a short flight.
void fit_camera(Model& model, bool smooth);

} // namespace app
