#include "app/viewer/any_command.hpp"

namespace app {

template <typename Noun>
requires(!std::same_as<Noun, Command>) Command::Command(Noun noun)
    : any_(std::make_shared<const AnyCommand>(AnyCommand{std::move(noun)})) {}

template Command::Command(OpenPath);
template Command::Command(OpenSample);
template Command::Command(Retry);
template Command::Command(StudyLoaded);
template Command::Command(StudySaved);
template Command::Command(SetTimeRange);
template Command::Command(GrabBrush);
template Command::Command(MoveBrush);
template Command::Command(ReleaseBrush);
template Command::Command(SetWithin);
template Command::Command(SetMaxUncertainty);
template Command::Command(SetArea);
template Command::Command(ToggleCategory);
template Command::Command(OnlyCategory);
template Command::Command(AllCategories);
template Command::Command(SetWhereRest);
template Command::Command(ClearFilter);
template Command::Command(SetDensity);
template Command::Command(SetBorder);
template Command::Command(SetLayerVisible);
template Command::Command(SetLayerOpacity);
template Command::Command(SetTheme);
template Command::Command(Undo);
template Command::Command(Redo);
template Command::Command(EndStep);
template Command::Command(ResizeMap);
template Command::Command(PanBy);
template Command::Command(ZoomAt);
template Command::Command(ZoomCentre);
template Command::Command(FitMap);
template Command::Command(PointTo);
template Command::Command(PickAt);
template Command::Command(PickNext);
template Command::Command(Unpick);
template Command::Command(ShowTab);
template Command::Command(ToggleSide);
template Command::Command(ShowLegend);
template Command::Command(Tick);
template Command::Command(ShowDialog);
template Command::Command(EditPath);
template Command::Command(ChooseWhat);
template Command::Command(AcceptDialog);
template Command::Command(CloseDialog);
template Command::Command(ExportTo);
template Command::Command(WantTake);
template Command::Command(NameTake);
template Command::Command(EditExportFolder);
template Command::Command(BrowseExport);
template Command::Command(KeepColumns);
template Command::Command(EditPicture);
template Command::Command(ExportSeen);
template Command::Command(DismissTaken);
template Command::Command(Copied);
template Command::Command(SaveNow);
template Command::Command(ShowSheet);
template Command::Command(SetTextSize);
template Command::Command(ResizePart);
template Command::Command(ForgetRecent);
template Command::Command(ContinueUnsaved);
template Command::Command(EditRoles);
template Command::Command(ApplyRoles);
template Command::Command(Started);
template Command::Command(UnsavedLoaded);
template Command::Command(UnsavedKept);
template Command::Command(PreviewRead);
template Command::Command(Arrived);
template Command::Command(SceneMade);
template Command::Command(TimelineMade);
template Command::Command(PathSeen);
template Command::Command(ExportDone);
template Command::Command(Tell);
template Command::Command(CancelRun);

} // namespace app
