#pragma once

namespace app::text {

constexpr const char* kSupports = "Places' precision";
constexpr const char* kPrecision = "Precision of places\xe2\x80\xa6";
constexpr const char* kPrecisionTip = "What the precision codes of the file stand for, and the polygons of districts";
constexpr const char* kPrecisionTitle = "Precision of places";
constexpr const char* kPrecisionWords =
    "A publisher knows many places only to a town's surroundings, a district or a province. What each code of this file "
    "stands for is used for distances as intervals, hollow discs, the limit on precision and hot spots.";
constexpr const char* kPrecisionGeneric =
    "The layout of this file has no codes of its own: say what its values stand for.";
constexpr const char* kCode = "Code";
constexpr const char* kStandsForColumn = "Stands for";
constexpr const char* kRadius = "Radius, km";
constexpr const char* kNoCode = "none given";
constexpr const char* kCodeWithDistrict = "{} with a district";
constexpr const char* kSupportNames[] = {"Not stated", "Disc of", "District", "District, else disc of",
                                         "Province",   "Country", "No use"};
constexpr const char* kAreaDiscs = "DISCS FOR AREAS WITHOUT A POLYGON";
constexpr const char* kAdmin2Radius = "District";
constexpr const char* kAdmin1Radius = "Province";
constexpr const char* kCountryRadius = "Country";
constexpr const char* kDistricts = "POLYGONS OF DISTRICTS";
constexpr const char* kNoDistricts = "None loaded: incidents known to their district stand for discs.";
constexpr const char* kDistrictsLoaded = "{}: {} areas, {} of them in use";
constexpr const char* kWithoutPolygon = "{} incidents are known to an area that no polygon holds: discs of stated size.";
constexpr const char* kLoadDistricts = "Load districts";
constexpr const char* kRemoveDistricts = "Remove";
constexpr const char* kDistrictsTitle = "Load polygons of districts";
constexpr const char* kDistrictsHint = "GeoJSON, GeoPackage, Shapefile or FlatGeobuf with polygons";
constexpr const char* kUsualPrecision = "As usual";
constexpr const char* kNotALengthKm = "\"{}\" is not a length in km";
constexpr const char* kIntervals = "WITH THE PRECISION OF PLACES AND LINE";
constexpr const char* kIntervalsTip =
    "An incident is certainly in a band when all places that it may have happened at are; possibly when some are; expected "
    "is the sum of the shares of these places, the line taken as it is drawn";
constexpr const char* kCertainly = "Certain";
constexpr const char* kCertainlyHelp = "Least and greatest possible distance both lie in the band";
constexpr const char* kExpected = "Expected";
constexpr const char* kExpectedHelp = "Sum over the incidents of the share of the area they stand for that lies in the band";
constexpr const char* kPossibly = "Possible";
constexpr const char* kPossiblyHelp = "A part of the range of possible distances lies in the band";
constexpr const char* kIntervalsWait = "Being computed\xe2\x80\xa6";
constexpr const char* kNotStatedPoints = "{} count as points: the file does not say how exactly their place is known.";
constexpr const char* kNoUseLeftOut = "{} left out: by their code the place means nothing.";

} // namespace app::text
