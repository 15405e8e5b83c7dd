# R dbscan: 2 km, 10 points. Rscript dbscan.R FILE
source("common.R")
seconds(invisible(dbscan::dbscan(plane, eps = 2, minPts = 10)))
