#pragma once

#include "app/viewer/command.hpp"

namespace app {

// One function per command, grouped by noun: change_study.cpp, change_view.cpp, change_dialog.cpp,
// change_layers.cpp, change_arrived.cpp. For apply.cpp only.

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

void change(Model&, const Arrived&);
void change(Model&, const SceneMade&);
void change(Model&, const TimelineMade&);
void change(Model&, const PathSeen&);
void change(Model&, const ExportDone&);
void change(Model&, const Tell&);
void change(Model&, const CancelRun&);

void change(Model&, const SetLabelLanguage&);
void change(Model&, const SetSizeByDeaths&);
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
/// A short flight to where the whole box is seen.
void fly_to_box(Model& model, const geo::LonLatBox& box);
/// Shows all of the data (or the study's own extent), at once or in a short flight.
void fit_camera(Model& model, bool smooth);

} // namespace app
