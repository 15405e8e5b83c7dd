#pragma once

#include "app/viewer/command.hpp"

namespace app {

// One function per command, grouped by noun: change_study.cpp, change_view.cpp, change_dialog.cpp,
// change_arrived.cpp. For apply.cpp only.

void change(Model&, const OpenPath&);
void change(Model&, const StudyLoaded&);
void change(Model&, const OpenSample&);
void change(Model&, const Retry&);
void change(Model&, const StudySaved&);
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
void change(Model&, const ClearFilter&);
void change(Model&, const SetDensity&);
void change(Model&, const SetBorder&);
void change(Model&, const SetLayerVisible&);
void change(Model&, const SetLayerOpacity&);
void change(Model&, const SetTheme&);
void change(Model&, const Undo&);
void change(Model&, const Redo&);
void change(Model&, const EndStep&);

void change(Model&, const ResizeMap&);
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
void change(Model&, const EditPicture&);
void change(Model&, const ExportSeen&);
void change(Model&, const DismissTaken&);
void change(Model&, const Copied&);
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
/// Brings what follows from camera, pointer and scene up to date: the place and the incidents under the
/// pointer.
void refresh_pointer(Model& model);
/// Shows all of the data (or the study's own extent), at once or in a short flight.
void fit_camera(Model& model, bool smooth);

} // namespace app
