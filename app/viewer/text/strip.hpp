#pragma once

namespace app::text {

constexpr const char* kStrip = "Along the border";
constexpr const char* kShowStrip = "Unroll the border";
constexpr const char* kShowStripTip = "Each incident by the kilometre of the line it is nearest to and its "
                                      "distance on either side; both sides are "
                                      "measured the same way";
constexpr const char* kStripOff =
    "Off. The line is laid out straight, and every incident near it beside its kilometre.";
constexpr const char* kStripLine = "Line";
constexpr const char* kStripReach = "Distance shown";
constexpr const char* kStripReachTip = "Incidents farther from the line are counted below, not drawn";
constexpr const char* kStripLength = "Length";
constexpr const char* kStripParts = "Parts";
constexpr const char* kStripPartsTip = "Joined end to end; {} km of gaps between them have no kilometre";
constexpr const char* kStripShown = "Within {} km";
constexpr const char* kStripOwn = "   on this side";
constexpr const char* kStripOther = "   on the other side";
constexpr const char* kStripUndetermined = "   side not certain";
constexpr const char* kStripUndeterminedTip = "Nearer to the line than the accuracy of the line and of the "
                                              "place together: drawn hollow, on the side where the file "
                                              "puts them";
constexpr const char* kStripBeyond = "Farther away";
constexpr const char* kStripUnlocated = "Without a place";
constexpr const char* kStripNone = "No incident that passes the filter lies within {} km of this line.";
constexpr const char* kStripNoSides = "The border's file has no territory: all incidents stand on one side.";
constexpr const char* kStripMeans =
    "A larger disc stands for several incidents, in the colour of their mean date.";
constexpr const char* kStripOne = "{}\nkilometre {:.1f}, {} {}\nA click shows it on the map";
constexpr const char* kStripMany =
    "{} incidents, the newest {}\naround kilometre {:.0f}, {} {}\nA click shows the newest on the map";
constexpr const char* kStripNearSide = "on this side";
constexpr const char* kStripFarSide = "on the other side";
constexpr const char* kStripUncertain = "(side not certain)";
constexpr const char* kStripAxis = "km from the south-western end \xc2\xb7 across: km to the line";
constexpr const char* kStripNoDate = "no date";
constexpr const char* kNoStripToExport = "There is no strip to export: unroll the border first";
constexpr const char* kHoldsStrip = "{} incidents";

} // namespace app::text
