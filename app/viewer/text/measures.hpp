#pragma once

/// What each number and each setting of the panels means, with its unit: their tooltips.
namespace app::text {

// Density
constexpr const char* kShowDensityHelp =
    "Incidents per km\xc2\xb2, spread around each place by a kernel, computed in an equal-area projection";
constexpr const char* kKernelHelp =
    "How one incident is spread around its place. All but the Gaussian end at the bandwidth.";
constexpr const char* kCellHelp = "Side of a cell of the grid that the density is computed on, in km. Finer "
                                  "shows no more than the bandwidth lets.";
constexpr const char* kUnitHelp = "A rate, divided by the length of the period in years of 365.25 days or in "
                                  "months of a twelfth of that, or the sum over the whole period";
constexpr const char* kPeakHelp = "The highest value of the density on the grid, in the unit below";
constexpr const char* kContributingHelp = "Incidents that pass every filter other than the area. Those "
                                          "outside the area count too, so that its edge shows no "
                                          "false dip.";
constexpr const char* kLeftOutHelp = "Incidents that pass the filter but have no place, or one that by its "
                                     "precision code stands for too large an area";
constexpr const char* kYearsHelp = "Length of the time limits, else from the first to the last day of what "
                                   "is shown, in years of 365.25 days";
constexpr const char* kSigmaHelp = "The Gaussian kernel with this standard deviation, in km, smooths as "
                                   "much: for comparing with other programs and "
                                   "kernels";

// Border
constexpr const char* kBorderSetHelp =
    "The line that distances are measured to. Sources differ by kilometres in places: compare them below.";
constexpr const char* kNeighbourHelp = "Measure to the land border with this country";
constexpr const char* kBandHelp = "Shortest geodesic distance to the border line (WGS 84), in km: from the "
                                  "first number up to but not with the second";
constexpr const char* kBandCountHelp = "Incidents that pass the filter, by their distance";
constexpr const char* kBandDeathsHelp =
    "Sum of their deaths, the best estimate that the file gives; incidents without a number add none";
constexpr const char* kVaguerHelp = "The place of these incidents is known to a radius larger than their "
                                    "band is wide: they may belong to another one.";
constexpr const char* kOtherBandHelp =
    "Incidents that this line puts into another band than the chosen line does";
constexpr const char* kComparedBandHelp =
    "Distance to each line, in km; the counts are those of the same incidents";

// Incident
constexpr const char* kDateHelp =
    "The day, or the first and the last day it may be. A civil day: no time zone moves it.";
constexpr const char* kPlaceHelp = "Longitude and latitude in degrees, WGS 84 (EPSG:4326)";
constexpr const char* kUncertaintyHelp =
    "Radius around the place within which the incident lies, as the file's precision code says";
constexpr const char* kDeathsHelp = "Deaths, the best estimate that the file gives";
constexpr const char* kDistanceHelp = "Shortest geodesic on WGS 84 from the place to the chosen border line; "
                                      "it says nothing about the place's precision";
constexpr const char* kNearestHelp = "The country across the nearest point of that line";
constexpr const char* kRowInFileHelp = "Record number in the file; the header is row 1";

constexpr const char* kStandsFor = "Stands for";
constexpr const char* kStandsForHelp =
    "The publisher knows the place to this area only: the incident may have happened anywhere in it";
constexpr const char* kDistanceRange = "May be";
constexpr const char* kDistanceRangeWords = "{} \xe2\x80\x93 {}";
constexpr const char* kDistanceRangeHelp =
    "Least and greatest distance to the border, as the place is known to an area and the line to its accuracy";

} // namespace app::text
