#pragma once

namespace app::text {

constexpr const char* kHotSpots = "Hot spots";
constexpr const char* kHotSpotsShort = "Hot";
constexpr const char* kShowHotSpots = "Find hot spots";
constexpr const char* kShowHotSpotsTip =
    "Getis and Ord's Gi*: cells whose neighbourhood holds more (hot) or fewer (cold) incidents than that of as many "
    "cells anywhere in the area, by more than chance would bring about";
constexpr const char* kHotSpotsOff = "Off. Each cell of the area is compared with all others; nothing is drawn.";
constexpr const char* kHotCells = "Cells";
constexpr const char* kHotCell = "Cell";
constexpr const char* kHotCellTip = "Side of a square cell; hexagons have the same area";
constexpr const char* kHotRadius = "Neighbourhood";
constexpr const char* kHotRadiusTip = "Cells whose centres are so near count as neighbours, the cell itself too";
constexpr const char* kSquares = "Squares";
constexpr const char* kHexagons = "Hexagons";
constexpr const char* kHotClasses = "SIGNIFICANT CELLS";
constexpr const char* kHotClassesTip =
    "By the false discovery rate over all cells: of those marked 95 %, at most one in twenty is expected to be chance";
constexpr const char* kNoHotCell = "No cell is significant.";
constexpr const char* kHotRegions = "HOT SPOTS, HIGHEST FIRST";
constexpr const char* kHotRegionTip = "Gi* {:.1f}, q {:.2g}: {} cells that touch one another, {} incidents\nA click moves the map there";
constexpr const char* kHotRegionWords = "{} incidents \xc2\xb7 z {:.1f}";
constexpr const char* kHotCounted = "Counted";
constexpr const char* kHotCellsOf = "Cells of the area";
constexpr const char* kHotLeftOut = "Left out";
constexpr const char* kHotLeftOutTip = "Outside the area, without a place, or of a precision that is of no use";
constexpr const char* kHotVague =
    "{} of them are known only to more than half a cell and are counted where the file puts them: such places can make "
    "hot spots of their own. Filter by precision to see what stays.";
constexpr const char* kHotWeak = "{} cells are weak: fewer than one incident is expected in their neighbourhood.";
constexpr const char* kHotMeaning =
    "A hot spot says where incidents of this file concentrate, not why; reporting follows roads and towns.";

constexpr const char* kEmerging = "Over time";
constexpr const char* kEmergingTip =
    "Gi* also by steps, neighbours in the same step and the one before, and how each cell changed: the map then shows "
    "these classes";
constexpr const char* kEmergingChoices[] = {"All incidents together", "From year to year", "From quarter to quarter",
                                            "From month to month"};
constexpr const char* kEmergingClasses = "CELLS BY CLASS";
constexpr const char* kEmergingClassesTip =
    "A step is hot or cold at a false discovery rate of 5 % over all cells and steps; a trend has p < 0.05 (Mann and "
    "Kendall). Letters stand on the map.";
constexpr const char* kNoEmerging = "No cell is of any class.";
constexpr const char* kEmergingRegions = "WHERE";
constexpr const char* kEmergingRegionWords = "{} \xc2\xb7 {} \xc2\xb7 {}";
constexpr const char* kOneCell = "1 cell";
constexpr const char* kManyCells = "{} cells";
constexpr const char* kOneIncident = "1 incident";
constexpr const char* kManyIncidents = "{} incidents";
constexpr const char* kEmergingRegionTip = "{} of this class, touching one another\nA click moves the map there";
constexpr const char* kEmergingSteps = "Steps";
constexpr const char* kEmergingUndated = "Without a date";
constexpr const char* kEmergingMeaning =
    "Neighbouring steps share incidents, so that a trend looks surer than it is: read the classes as a description. "
    "Reporting changes over the years too.";

} // namespace app::text
