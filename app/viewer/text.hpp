#pragma once

#include "app/viewer/text/before_after.hpp"
#include "app/viewer/text/border.hpp"
#include "app/viewer/text/clusters.hpp"
#include "app/viewer/text/density.hpp"
#include "app/viewer/text/districts.hpp"
#include "app/viewer/text/export.hpp"
#include "app/viewer/text/filter.hpp"
#include "app/viewer/text/hot_spots.hpp"
#include "app/viewer/text/layers.hpp"
#include "app/viewer/text/legend.hpp"
#include "app/viewer/text/measures.hpp"
#include "app/viewer/text/null.hpp"
#include "app/viewer/text/precision.hpp"
#include "app/viewer/text/start.hpp"
#include "app/viewer/text/strip.hpp"
#include "app/viewer/text/table.hpp"
#include "app/viewer/text/time.hpp"
#include "app/viewer/text/tools.hpp"
#include "app/viewer/text/trend.hpp"

/// Every word that the window says, in one place, so that it can be translated. {} are fmt's placeholders.
namespace app::text {

constexpr const char* kName = "borderlens";

// Top bar
constexpr const char* kOpen = "Open";
constexpr const char* kExport = "Export";
constexpr const char* kUndo = "Undo (Ctrl+Z)";
constexpr const char* kRedo = "Redo (Ctrl+Y)";
constexpr const char* kSaveStudy = "Save study (Ctrl+S)";
constexpr const char* kToDark = "Dark theme";
constexpr const char* kToLight = "Light theme";
constexpr const char* kLeftSide = "Layers and filter";
constexpr const char* kRightSide = "Details";

// Layers
constexpr const char* kLayers = "LAYERS";
constexpr const char* kIncidents = "Incidents";
constexpr const char* kDensity = "Density";
constexpr const char* kBorder = "Border";
constexpr const char* kProvinces = "Provinces";
constexpr const char* kNames = "Names";
constexpr const char* kShowLayer = "Show or hide this layer";
constexpr const char* kOpacity = "Opacity";

// Filter
constexpr const char* kFilter = "FILTER";
constexpr const char* kClearFilter = "Clear all";
constexpr const char* kAllCategories = "All";
constexpr const char* kOnlyThis = "Click the name to show only this category";
constexpr const char* kNotGiven = "(not given)";
constexpr const char* kNoCategories = "This file has no category column.";
constexpr const char* kWithin = "Near the border";
constexpr const char* kWithinFormat = "within %.0f km";
constexpr const char* kMaxUncertainty = "Exact places only";
constexpr const char* kMaxUncertaintyFormat = "known to %.0f km";
constexpr const char* kArea = "Area";
constexpr const char* kWhere = "Condition";
constexpr const char* kWhereHint = "deaths_best >= 5";
constexpr const char* kEverywhere = "Everywhere";
constexpr const char* kStudyArea = "Both provinces";
constexpr const char* kKp = "Khyber Pakhtunkhwa";
constexpr const char* kKpWithoutFata = "KP without former FATA";
constexpr const char* kFata = "Former FATA";
constexpr const char* kBalochistan = "Balochistan";

// Details
constexpr const char* kIncident = "Incident";
constexpr const char* kNothingPicked = "Click an incident on the map to see all that the file says about it.";
constexpr const char* kStackAt = "{} of {} at this place";
constexpr const char* kStackNear = "{} of {} in this disc";
constexpr const char* kFirstListed = "The first {} are listed: zoom in for the others.";
constexpr const char* kNextAtPlace = "Next incident at this place";
constexpr const char* kPreviousAtPlace = "Previous incident at this place";
constexpr const char* kDate = "Date";
constexpr const char* kPlace = "Place";
constexpr const char* kNoPlace = "without a place";
constexpr const char* kNoDate = "without a date";
constexpr const char* kDeaths = "Deaths (best)";
constexpr const char* kDistance = "Distance to border";
constexpr const char* kNearest = "Nearest neighbour";
constexpr const char* kUncertainty = "Place known to";
constexpr const char* kRowInFile = "Row in the file";
constexpr const char* kFromTheFile = "FROM THE FILE";
constexpr const char* kComputed = "MEASURED";

// Density
constexpr const char* kShowDensity = "Show density";
constexpr const char* kKernel = "Kernel";
constexpr const char* kBandwidth = "Bandwidth";
constexpr const char* kBandwidthHelp = "Radius of the kernel: how far one incident is spread";
constexpr const char* kBandwidthHelpGauss =
    "Standard deviation of the kernel: how far one incident is spread";
constexpr const char* kCell = "Cell size";
constexpr const char* kUnit = "Unit";
constexpr const char* kPerYear = "per km\xc2\xb2 and year";
constexpr const char* kPerPeriod = "per km\xc2\xb2, whole period";
constexpr const char* kPerMonth = "per km\xc2\xb2 and month";
constexpr const char* kPeak = "Peak";
constexpr const char* kContributing = "Incidents counted";
constexpr const char* kLeftOut = "Left out, place too vague";
constexpr const char* kYears = "Period";
constexpr const char* kRulesOfThumb = "RULES OF THUMB";
constexpr const char* kScott = "Scott, east\xe2\x80\x93west \xc3\x97 north\xe2\x80\x93south";
constexpr const char* kScottHelp =
    "Standard deviation along each axis times n to the power of \xe2\x88\x92" "1/6, as a radius of this kernel. Advice: "
    "it takes the incidents for one round cloud and smooths far too much along a border";
constexpr const char* kScottRobust = "Scott, robust spread";
constexpr const char* kScottRobustHelp =
    "The same with the smaller of standard deviation and interquartile range / 1.34";
constexpr const char* kRepeatedPlaces =
    "{} of {} located incidents share their coordinates: cross-validation would collapse on them";
constexpr const char* kSigma = "Equivalent \xcf\x83";
constexpr const char* kDensityOff = "Density is off.";

// Border
constexpr const char* kBorderSet = "Border line";
constexpr const char* kNeighbours = "Neighbours";
constexpr const char* kBands = "DISTANCE TO THE BORDER";
constexpr const char* kBand = "Distance, km";
constexpr const char* kCount = "Incidents";
constexpr const char* kBandDeaths = "Deaths";
constexpr const char* kVaguer = "{} of them are known less exactly than the width of their band.";
constexpr const char* kUnlocatedBands = "{} without a place are in no band.";
constexpr const char* kOsm = "OpenStreetMap 2026";
constexpr const char* kNe10m = "Natural Earth 1:10m";
constexpr const char* kNe110m = "Natural Earth 1:110m";

// Map
constexpr const char* kZoomIn = "Closer (+)";
constexpr const char* kZoomOut = "Farther (\xe2\x80\x93)";
constexpr const char* kFit = "Show everything (F)";
constexpr const char* kStacked = "{} incidents at this place";
constexpr const char* kInDisc = "{} incidents in this disc";
constexpr const char* kDiscHint = "Click to page through them, zoom in to see them apart.";
constexpr const char* kLegend = "Legend";
constexpr const char* kHideLegend = "Hide the legend";

// Timeline
constexpr const char* kTimeline = "TIMELINE";
constexpr const char* kPerBin[] = {"incidents per day", "incidents per week", "incidents per month",
                                   "incidents per quarter", "incidents per year"};
constexpr const char* kFrom = "from";
constexpr const char* kTo = "to";
constexpr const char* kWholePeriod = "Whole period";
constexpr const char* kNoDates = "No incident of this file has a date.";
constexpr const char* kNotADate = "\"{}\" is not a date: write 2021, 2021-08 or 2021-08-15";
constexpr const char* kBinTip = "{} to {}\n{} shown of {}";

// Status
constexpr const char* kShownOf = "{} shown of {}";
constexpr const char* kWithoutPlace = "{} without a place";
constexpr const char* kReady = "ready";
constexpr const char* kReading = "Reading {}";
constexpr const char* kScale = "1:{}";

// States
constexpr const char* kWelcome = "Incidents along a border";
constexpr const char* kWelcomeWords =
    "See where and when they concentrate, and how near to the border they are.";
constexpr const char* kOpenFile = "Open a file";
constexpr const char* kOpenSample = "Open the sample";
constexpr const char* kDropHere =
    "or drop a table of incidents on this window (CSV, GeoJSON, GeoPackage, XLSX and more), "
    "or a study (.study.json)";
constexpr const char* kCancel = "Cancel";
constexpr const char* kCancelled = "Reading was cancelled";
constexpr const char* kTryAgain = "Try again";
constexpr const char* kCannot = "This did not work";
constexpr const char* kCopyText = "Copy text";

// Dialog
constexpr const char* kOpenTitle = "Open incidents or a study";
constexpr const char* kSaveTitle = "Save the study";
constexpr const char* kPath = "Path";
constexpr const char* kWillReplace = "This file exists and will be replaced.";
constexpr const char* kNoSuchFile = "There is no such file.";
constexpr const char* kIsFolder = "This is a folder: choose a file in it.";
constexpr const char* kReplace = "Replace";
constexpr const char* kSave = "Save";
constexpr const char* kExporting = "Exporting";
constexpr const char* kWrote = "Wrote {}";
constexpr const char* kParentFolder = "Folder above";

} // namespace app::text
