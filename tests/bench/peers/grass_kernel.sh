#!/usr/bin/env bash
# Density of points by GRASS, Epanechnikov of 25 km: grass --tmp-location EPSG:32642 --exec grass_kernel.sh POINTS.gpkg
# Says the seconds of the density alone.
set -euo pipefail
v.in.ogr --quiet input="$1" output=points >&2
g.region vector=points res=1445
start=$(date +%s.%N)
v.kernel --quiet input=points output=density radius=25000 kernel=epanechnikov >&2
end=$(date +%s.%N)
awk -v from="$start" -v to="$end" 'BEGIN { print "seconds", to - from }'
