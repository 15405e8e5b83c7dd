#pragma once

namespace app::text {

// Export dialog
constexpr const char* kExportTitle = "Export";
constexpr const char* kTakeNames[] = {"Incidents", "Density, filled contours", "Density, grid",
                                      "Distance bands, table", "Hot spots", "Incidents with clusters",
                                      "Clusters, hulls or table", "Districts, map or table", "Trend, table", "Change, cells", "Change, districts",
                                      "Strip along the border",
                                      "Map picture",
                                      "Evidence package"};
constexpr const char* kHoldsHotCells = "{} cells";
constexpr const char* kNoHotSpotsToExport = "There are no hot spots to export: find them first";
constexpr const char* kNoTrendToExport = "There are no counts by period to export: switch them on first";
constexpr const char* kNoClustersToExport = "There are no clusters to export: find them first";
constexpr const char* kNoDistrictCounts = "There are no counts by district to export: load districts and count first";
constexpr const char* kHoldsClusters = "{} clusters";
constexpr const char* kNoDistrictGrid = "Districts are no grid: choose another format";
constexpr const char* kNoHotDistricts = "There are no hot spots to export: load districts first";
constexpr const char* kNoHexagonGrid = "Hexagons are no grid: choose another format, or square cells";
constexpr const char* kHoldsReport = "a folder: page, layers, tables";
constexpr const char* kFolderTaken = "The folder {} is not empty: name a new one.";
constexpr const char* kFileName = "File";
constexpr const char* kHolds = "Holds";
constexpr const char* kHoldsFeatures = "{} features";
constexpr const char* kHoldsUnlocated = "{} features, {} without a place";
constexpr const char* kHoldsContours = "up to {} bands";
constexpr const char* kHoldsCells = "{} \xc3\x97 {} cells";
constexpr const char* kHoldsRows = "{} rows";
constexpr const char* kHoldsLater = "computed when written";
constexpr const char* kFolder = "Folder";
constexpr const char* kBrowse = "Browse";
constexpr const char* kNewFolder = "This folder does not exist yet; it will be made.";
constexpr const char* kColumnsKept = "Columns";
constexpr const char* kColumnChoices[] = {"All columns", "Only columns with a role", "Without free text"};
constexpr const char* kColumnsHint =
    "Free text: notes, and columns with texts longer than 100 letters. Computed columns "
    "are always there.";
constexpr const char* kPlacesKept = "Places";
constexpr const char* kPlacesExact = "As they are";
constexpr const char* kPlacesInCells = "Cells of {}";
constexpr const char* kPlacesHint = "For publishing: places become centres of cells, and only dates, "
                                    "categories, actors and deaths stay beside them.";
constexpr const char* kMergeAny = "However few in a cell";
constexpr const char* kMergeUnder = "{} or more in a cell";
constexpr const char* kMergeHint =
    "Cells with fewer incidents are merged into larger ones; what is still fewer is withheld.";
constexpr const char* kPictureSize = "Size";
constexpr const char* kPictureSizes[] = {"1600x1200", "1920x1080", "180x120mm", "297x210mm", "7x5in"};
constexpr const char* kSizeHint = "1600x1200, 180x120mm, 7x5in";
constexpr const char* kDpi = "dpi";
constexpr const char* kTheme = "Theme";
constexpr const char* kThemes[] = {"Light", "Dark"};
constexpr const char* kPictureTitle = "Title";
constexpr const char* kTravels = "TRAVELS WITH IT";
constexpr const char* kTravelsWords =
    "Sources, licences, filter and program version stand in each file, or beside it in "
    "NAME.provenance.json.";
constexpr const char* kWillReplaceFiles = "Will be replaced: {}";
constexpr const char* kExportFiles = "Export {} files";
constexpr const char* kReplaceFiles = "Replace and export";
constexpr const char* kMarkedOnly = "Only the {}";

// What stands in the way
constexpr const char* kNothingChosen = "Choose what to export.";
constexpr const char* kNoFileName = "{}: name the file.";
constexpr const char* kWrongEnding = "{}: the ending must be one of {}";
constexpr const char* kSameFile = "Two exports would go to {}.";
constexpr const char* kNoDensityToExport = "There is no density: switch it on first.";
constexpr const char* kNoPictureSize = "\"{}\" is not a size: write 1600x1200, 180x120mm, 18x12cm or 7x5in";
constexpr const char* kNotAFolder = "{} is a file, not a folder.";

// While and after
constexpr const char* kExportRunning = "Exporting {} of {}";
constexpr const char* kExportAll = "Exported {}";
constexpr const char* kExportSome = "Exported {} of {}";
constexpr const char* kOneFile = "1 file";
constexpr const char* kManyFiles = "{} files";
constexpr const char* kCopyPath = "Copy path";
constexpr const char* kCopyPaths = "Copy paths";
constexpr const char* kPathCopied = "Path copied";
constexpr const char* kWaiting = "waiting";
constexpr const char* kWroteFiles = "Wrote {} files";
constexpr const char* kWroteSome = "Wrote {} of {} files: {}";

// Copy as command
constexpr const char* kCopyCommand = "Copy as command";
constexpr const char* kCopyCommandTip = "The command line that writes the same files";
constexpr const char* kCommandCopied = "Command copied";
constexpr const char* kCommandsCopied = "{} commands copied";
constexpr const char* kUnsaid = "No flag says {}: save the study, this line runs it";
constexpr const char* kRowsByHand = "which rows were marked by hand";
constexpr const char* kExportMenu = "More ways to take it away";
constexpr const char* kCopyMenu[] = {"Copy as command: incidents", "Copy as command: density",
                                     "Copy as command: distance bands", "Copy as command: picture"};
constexpr const char* kSaveAs = "Save study as\xe2\x80\xa6 (Ctrl+Shift+S)";
constexpr const char* kExportEntry = "Export\xe2\x80\xa6 (Ctrl+E)";

} // namespace app::text
