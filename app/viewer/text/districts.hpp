#pragma once

namespace app::text {

constexpr const char* kDistrictCounts = "Districts";
constexpr const char* kCountDistricts = "Count by district";
constexpr const char* kCountDistrictsTip =
    "Incidents of each district that is loaded, with rates by area and by residents, as classes of colour on the map";
constexpr const char* kDistrictsOff = "Off. Needs a file with polygons of districts.";
constexpr const char* kDistrictsNeeded =
    "No polygons of districts are loaded: GeoJSON, GeoPackage, Shapefile or FlatGeobuf.";
constexpr const char* kCountsWithoutPlaces =
    "This file counts incidents by district and period. It has no places: nothing else can be computed from it.";
constexpr const char* kDistrictMeasure = "Colours and order";
constexpr const char* kDistrictMeasures[] = {"Incidents", "Deaths (best estimate)", "Incidents per 1,000 km\xc2\xb2 and year",
                                             "Incidents per 100,000 residents and year"};
constexpr const char* kPinVague = "Count vague places too";
constexpr const char* kPinVagueTip =
    "Incidents known only to a province, a country, or a disc larger than the district: where the file puts them "
    "instead of in none. They pile up in the districts of capitals.";
constexpr const char* kDistrictsNoResidents =
    "No population is loaded: a table with a row for each district, joined by name.";
constexpr const char* kDistrictsCounted = "Counted";
constexpr const char* kDistrictsVague = "Too vague, in none";
constexpr const char* kDistrictsVaguePinned = "Of these too vague";
constexpr const char* kDistrictsVagueTip =
    "Known only to more than the district that their given place lies in";
constexpr const char* kDistrictsOutside = "In no district";
constexpr const char* kDistrictsUnusable = "Without a usable place";
constexpr const char* kDistrictsCut = "In periods cut off";
constexpr const char* kDistrictsCutTip = "The time filter cuts the periods that the file counts them in: they are in none";
constexpr const char* kDistrictsUnknown = "Of unknown districts";
constexpr const char* kDistrictsPeriod = "Period";
constexpr const char* kDistrictList = "HIGHEST FIRST";
constexpr const char* kDistrictTip =
    "{}\n{} incidents (95 %: {:.1f} to {:.1f} by chance alone), {} deaths (best estimate)\n{} km\xc2\xb2: {} per 1,000 km\xc2\xb2 and year\n{} residents: {} per "
    "100,000 and year\n{} more are known only vaguely to lie here\nA click moves the map there";
constexpr const char* kDistrictWords = "{} incidents \xc2\xb7 {} deaths";
constexpr const char* kNotKnown = "not known";
constexpr const char* kMoreDistricts = "and {} more: the export has all";
constexpr const char* kDistrictsFiltered =
    "The filter of places cuts districts: their counts are of the part, their rates of the whole.";
constexpr const char* kDistrictMeaning =
    "A rate says how many incidents were reported, not how dangerous a place is; few incidents make rates that vary "
    "much by chance. Classes are fifths of the districts that have any, and stay while time moves.";

} // namespace app::text
