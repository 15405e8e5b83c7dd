#pragma once

namespace app::text {

constexpr const char* kClusters = "Clusters";
constexpr const char* kShowClusters = "Find clusters";
constexpr const char* kShowClustersTip =
    "ST-DBSCAN: incidents that are near each other in space and in time. One with enough neighbours is a core; cores "
    "that are neighbours make a cluster, what is near no core is noise";
constexpr const char* kClustersOff = "Off. Incidents near each other in space and time are not looked for.";
constexpr const char* kEps = "Distance (eps)";
constexpr const char* kEpsTip = "Incidents at most this far apart are neighbours, if they are near in time too";
constexpr const char* kEpsTime = "Time between (eps-time)";
constexpr const char* kEpsTimeTip = "and at most so many days apart; of incidents that last, the first day counts";
constexpr const char* kAnyTime = "At any time";
constexpr const char* kAnyTimeTip = "Dates do not count: plain DBSCAN";
constexpr const char* kMinPoints = "Neighbours of a core";
constexpr const char* kMinPointsTip = "An incident with so many neighbours, itself counted, is a core";
constexpr const char* kKDistance = "TO CHOOSE THE DISTANCE";
constexpr const char* kKDistanceOf = "km to the {} other neighbour in time, nearest first";
constexpr const char* kKDistanceOfAny = "km to the {} other neighbour, nearest first";
constexpr const char* kKDistanceTip =
    "{:.0f} % of the incidents have it within {:.1f} km. A click sets the distance to {:.1f} km.\n"
    "Where the curve bends upwards, a larger distance begins to join what lies apart";
constexpr const char* kKDistanceCores = "{:.0f} % of the incidents are cores at {} km.";
constexpr const char* kKDistanceFew = "{:.0f} % have too few neighbours in time at any distance.";
constexpr const char* kKDistanceSample = "The curve is of {} of {} incidents.";
constexpr const char* kClusterList = "CLUSTERS, LARGEST FIRST";
constexpr const char* kClusterWords = "{} incidents \xc2\xb7 {}";
constexpr const char* kClusterDeaths = "{} incidents \xc2\xb7 {} deaths \xc2\xb7 {}";
constexpr const char* kClusterTip = "{}\n{} incidents, {} of them cores; {}\n{}\n{}{}\nA click moves the map there";
constexpr const char* kClusterNoDeaths = "deaths not stated";
constexpr const char* kClusterAllDeaths = "{} deaths (best estimates, {} incidents without one)";
constexpr const char* kClusterDeathRange = "{} deaths (low {}, high {})";
constexpr const char* kClusterArea = "hull of {} km\xc2\xb2";
constexpr const char* kClusterLine = "all on one line";
constexpr const char* kClusterPlace = "all at one place";
constexpr const char* kClusterBorder = "{}; the nearest is {} from the border with {}";
constexpr const char* kClusterActor = "\nMain actor: {} ({} incidents)";
constexpr const char* kMoreClusters = "and {} smaller ones: the export has all.";
constexpr const char* kNoCluster = "No incidents are so near to each other.";
constexpr const char* kClustered = "In clusters";
constexpr const char* kNoise = "Noise, in none";
constexpr const char* kClusterLeftOut = "Left out";
constexpr const char* kClusterLeftOutTip = "Without a usable place, or without a date";
constexpr const char* kClusterVaguePlaces =
    "{} are known to less than the distance and count where the file puts them: many at one town can be a cluster that "
    "never was. Filter by precision to see what stays.";
constexpr const char* kClusterVagueDates =
    "{} have a date vaguer than the time between and count on the first day it can be.";
constexpr const char* kClusterMeaning =
    "A cluster is what these three numbers make of the file: other numbers make others. It says nothing about who was "
    "behind it or why.";

} // namespace app::text
