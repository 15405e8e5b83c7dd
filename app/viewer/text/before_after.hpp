#pragma once

namespace app::text {

constexpr const char* kCompareTab = "Compare";
constexpr const char* kCompareDate = "Compare before and after a date";
constexpr const char* kCompareDateTip = "As many days before the date as from it on: cells with more or "
                                        "fewer incidents, and whether that is more than chance";
constexpr const char* kCompareOff = "Off. No date is compared.";
constexpr const char* kDateOfChange = "Date (the first day after)";
constexpr const char* kDateHint = "2020-02-29";
constexpr const char* kNoSuchDate = "\"{}\" is no date: write 2020-02-29.";
constexpr const char* kMarksAsDate = "Dates of the timeline";
constexpr const char* kChooseMark = "Choose a mark\xe2\x80\xa6";
constexpr const char* kMarksAsDateTip = "Context dates and your own marks. Of one that lasts, the first day "
                                        "is taken. Choosing a date after looking at the "
                                        "counts finds a change in any file";
constexpr const char* kWindowDays = "Days on each side";
constexpr const char* kLongestWindow = "As many as fit, at most 365";
constexpr const char* kChangeCells = "Cell size";
constexpr const char* kRelativeChange = "Relative to all cells";
constexpr const char* kRelativeChangeTip =
    "Off: has anything changed here at all? On: has it changed otherwise than in all cells together?";
constexpr const char* kDisplacementCaption = "An area against another";
constexpr const char* kDisplacements[] = {"Off", "KP against Balochistan", "Balochistan against KP",
                                          "Former FATA against other KP"};
constexpr const char* kOwnDisplacement = "{} against {}";
constexpr const char* kDisplacementTip = "Weighted displacement difference: the change of the first area "
                                         "less that of the second. It supposes that both would "
                                         "have changed by the same number of incidents";
constexpr const char* kChangeWindows = "{} days each: {} against {}.";
constexpr const char* kChangeTotal = "ALL INCIDENTS";
constexpr const char* kChangeBefore = "Before";
constexpr const char* kChangeAfter = "After";
constexpr const char* kChangeRatio = "Ratio";
constexpr const char* kChangeRatioTip = "After to before as it stands, with its exact 95 % interval";
constexpr const char* kChangeTested =
    "{} cells have incidents. Ratios on the map are drawn to no change, as by {} more incidents.";
constexpr const char* kChangeAlike =
    "{} cells have incidents. They differ by no more than chance, so the map draws all of them to no change.";
constexpr const char* kNoChange = "No cell changed significantly.";
constexpr const char* kChangeClasses = "CELLS BY FALSE DISCOVERY RATE";
constexpr const char* kChangeList = "CELLS, SMALLEST P FIRST";
constexpr const char* kChangeDistricts = "DISTRICTS, SMALLEST P FIRST";
constexpr const char* kChangeRow = "{} before \xc2\xb7 {} after \xc2\xb7 {}";
constexpr const char* kChangeTip = "{}\n{} before, {} after, ratio {}\nshrunken ratio {:.2f}, p {:.2g}, q "
                                   "{:.2g}: {}{}\nA click moves the map there";
constexpr const char* kChangeTipVague = "\n{} of a place vaguer than half a cell";
constexpr const char* kChangeStraddling =
    "{} may be of either side by the precision of their date and count in neither.";
constexpr const char* kChangeLeftOut = "{} are in no cell: outside the area, or without a usable place.";
constexpr const char* kChangeVague =
    "{} have a place vaguer than half a cell and count where the file puts them.";
constexpr const char* kChangeDisplacement =
    "{}: weighted displacement difference {:+.0f} (95 % {:.1f} to {:.1f}).";
constexpr const char* kChangeMeaning = "A change after a date is not one because of it: seasons, reporting "
                                       "and everything else of that time change too.";
constexpr const char* kChangeLayer = "Change";
constexpr const char* kNoChangeToExport = "Nothing is compared: choose a date in the tab Compare first";
constexpr const char* kNoDistrictsToExport =
    "There are no districts: load their polygons under Precision of places first";

} // namespace app::text
