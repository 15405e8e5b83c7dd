#pragma once

namespace app::text {

constexpr const char* kHotSpots = "Hot spots";
constexpr const char* kHotSpotsShort = "Hot";
constexpr const char* kShowHotSpots = "Find hot spots";
constexpr const char* kShowHotSpotsTip =
    "Getis and Ord's Gi*: cells or districts whose neighbourhood holds more (hot) or fewer (cold) incidents than that of "
    "as many of them anywhere, by more than chance would bring about";
constexpr const char* kHotSpotsOff = "Off. Each cell or district is compared with all others; nothing is drawn.";
constexpr const char* kHotCells = "Compare";
constexpr const char* kHotDistricts = "Districts";
constexpr const char* kHotMeasure = "By";
constexpr const char* kHotMeasures[] = {"Incidents", "Deaths (best estimate)", "Incidents per 1,000 km\xc2\xb2",
                                        "Incidents per 100,000 residents"};
constexpr const char* kHotMeasureTip =
    "Over the whole period. Neighbours are districts that touch, or come within 0.001\xc2\xb0 (some 100 m)";
constexpr const char* kHotCell = "Cell";
constexpr const char* kHotCellTip = "Side of a square cell; hexagons have the same area";
constexpr const char* kHotRadius = "Neighbourhood";
constexpr const char* kHotRadiusTip = "Cells whose centres are so near count as neighbours, the cell itself too";
constexpr const char* kSquares = "Squares";
constexpr const char* kHexagons = "Hexagons";
constexpr const char* kHotClasses = "SIGNIFICANT {}S";
constexpr const char* kHotClassesTip =
    "By the false discovery rate over all of them: of those marked 95 %, at most one in twenty is expected to be chance";
constexpr const char* kNoHotUnit = "No {} is significant.";
constexpr const char* kHotUndefined = "Gi* is not defined: {}.";
constexpr const char* kHotRegions = "HOT SPOTS, HIGHEST FIRST";
constexpr const char* kHotRegionTip = "Gi* {:.1f}, q {:.2g}: {}, touching one another, {}\nA click moves the map there";
constexpr const char* kHotRegionTipOne = "Gi* {:.1f}, q {:.2g}: {}, {}\nA click moves the map there";
constexpr const char* kHotRegionWords = "{} \xc2\xb7 z {:.1f}";
constexpr const char* kHotRegionUnits = "{} \xc2\xb7 {} \xc2\xb7 z {:.1f}";
constexpr const char* kHotCounted = "Counted";
constexpr const char* kHotCellsOf = "Cells of the area";
constexpr const char* kHotDistrictsOf = "Districts compared";
constexpr const char* kHotUnknown = "Districts not known";
constexpr const char* kHotUnknownTip = "Their value is not known, so that they are not compared: no residents, or no deaths in the file";
constexpr const char* kHotAlone = "Without a neighbour";
constexpr const char* kHotAloneTip = "Compared by their own value alone";
constexpr const char* kHotLeftOut = "Left out";
constexpr const char* kHotLeftOutTip =
    "Outside the area or in no district, without a place, or of a precision that is of no use";
constexpr const char* kHotVague =
    "{} of them are known only to more than half a cell and are counted where the file puts them: such places can make "
    "hot spots of their own. Filter by precision to see what stays.";
constexpr const char* kHotVagueDistricts =
    "{} of them are known only to more than their district and are counted where the file puts them: such places can make "
    "hot spots of their own.";
constexpr const char* kHotWeak = "Weak, with fewer than one incident to be expected in the neighbourhood: {}.";
constexpr const char* kHotMeaning =
    "A hot spot says where incidents of this file concentrate, not why; reporting follows roads and towns.";
constexpr const char* kHotDistrictMeaning =
    "A district is hot with its neighbours: a quiet one between violent ones is hot too. Large and small districts count "
    "alike, and other borders would give other hot spots.";

constexpr const char* kEmerging = "Over time";
constexpr const char* kEmergingTip =
    "Gi* also by steps, neighbours in the same step and the one before, and how each cell or district changed: the map then shows "
    "these classes";
constexpr const char* kEmergingChoices[] = {"All incidents together", "From year to year", "From quarter to quarter",
                                            "From month to month"};
constexpr const char* kEmergingClasses = "{}S BY CLASS";
constexpr const char* kEmergingClassesTip =
    "A step is hot or cold at a false discovery rate of 5 % over all of them and all steps; a trend has p < 0.05 (Mann and "
    "Kendall). Letters stand on the map.";
constexpr const char* kNoEmerging = "No {} is of any class.";
constexpr const char* kEmergingRegions = "WHERE";
constexpr const char* kEmergingRegionWords = "{} \xc2\xb7 {} \xc2\xb7 {}";
constexpr const char* kOneIncident = "1 incident";
constexpr const char* kManyIncidents = "{} incidents";
constexpr const char* kEmergingRegionTip = "{} of this class, touching one another\nA click moves the map there";
constexpr const char* kEmergingSteps = "Steps";
constexpr const char* kEmergingUndated = "Without a date";
constexpr const char* kEmergingMeaning =
    "Neighbouring steps share incidents, so that a trend looks surer than it is: read the classes as a description. "
    "Reporting changes over the years too.";

} // namespace app::text
