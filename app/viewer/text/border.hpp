#pragma once

namespace app::text {

constexpr const char* kHistogram = "INCIDENTS BY DISTANCE, KM";
constexpr const char* kBinOfDistance = "{:g} to {:g} km: {}";
constexpr const char* kOfNeighbour = "{} {}";
constexpr const char* kBeyond = "{} farther than {:g} km";
constexpr const char* kShowZones = "Show the bands on the map";
constexpr const char* kShowZonesTip =
    "Areas of equal distance to the border; their outlines are drawn to within 2 km, the counts are exact";
constexpr const char* kBandTip = "Its incidents and its zone light up on the map";
constexpr const char* kCompare = "Compare border lines";
constexpr const char* kCompareTip = "The same incidents counted by distance to each bundled line";
constexpr const char* kCompared = "WHAT THE LINE CHANGES";
constexpr const char* kOtherBand = "In another band";
constexpr const char* kAccurateTo = "{}, accurate to {}";

} // namespace app::text
