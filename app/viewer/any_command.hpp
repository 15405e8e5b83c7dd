#pragma once

#include <variant>

#include "app/viewer/command.hpp"

namespace app {

/// Every command there is, one a line.
// clang-format off
struct AnyCommand {
    std::variant<
        OpenPath,
        OpenSample,
        Retry,
        StudyLoaded,
        StudySaved,
        SetTimeRange,
        GrabBrush,
        MoveBrush,
        ReleaseBrush,
        SetWithin,
        SetMaxUncertainty,
        SetArea,
        ToggleCategory,
        OnlyCategory,
        AllCategories,
        SetWhereRest,
        ClearFilter,
        SetDensity,
        SetBorder,
        SetLayerVisible,
        SetLayerOpacity,
        SetTheme,
        Undo,
        Redo,
        EndStep,
        ResizeMap,
        PanBy,
        ZoomAt,
        ZoomCentre,
        FitMap,
        PointTo,
        PickAt,
        PickNext,
        Unpick,
        ShowTab,
        ToggleSide,
        ShowLegend,
        Tick,
        ShowDialog,
        EditPath,
        ChooseWhat,
        AcceptDialog,
        CloseDialog,
        ExportTo,
        WantTake,
        NameTake,
        EditExportFolder,
        BrowseExport,
        KeepColumns,
        EditPicture,
        ExportSeen,
        DismissTaken,
        Copied,
        SaveNow,
        ShowSheet,
        SetTextSize,
        ResizePart,
        ForgetRecent,
        ContinueUnsaved,
        EditRoles,
        ApplyRoles,
        Started,
        UnsavedLoaded,
        UnsavedKept,
        PreviewRead,
        Arrived,
        SceneMade,
        TimelineMade,
        PathSeen,
        ExportDone,
        Tell,
        CancelRun>
        noun;
};
// clang-format on

} // namespace app
