# Scott's rule of spatstat for the redwoods that METHODS names; writes bandwidth_rules.json.
# Rscript bandwidth_rules.R > bandwidth_rules.json
suppressPackageStartupMessages({library(spatstat.data); library(spatstat.geom); library(spatstat.explore); library(jsonlite)})
points <- redwood
cat(toJSON(list(
  made_by = paste("spatstat.explore", packageVersion("spatstat.explore"), "bw.scott; R", getRversion(), "quantile type 7"),
  x = points$x, y = points$y,
  scott = unname(as.numeric(bw.scott(points))),
  robust_spread = c(min(sd(points$x), IQR(points$x) / 1.34), min(sd(points$y), IQR(points$y) / 1.34)),
  repeated = sum(duplicated(cbind(points$x, points$y)) | duplicated(cbind(points$x, points$y), fromLast = TRUE))
), digits = 15, auto_unbox = TRUE, pretty = FALSE), "\n")
