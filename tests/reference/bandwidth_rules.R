# Scott's rule of spatstat for the redwoods that METHODS names; writes bandwidth_rules.json.
# Rscript bandwidth_rules.R > bandwidth_rules.json
suppressPackageStartupMessages({library(spatstat.data); library(spatstat.geom); library(spatstat.explore); library(jsonlite)})
points <- redwood
# Cronie and van Lieshout as bw.CvL has it, but its exact root: no edge correction, own point in.
excess <- function(sigma) sum(1 / density(points, sigma = sigma, at = "points", leaveoneout = FALSE, edge = FALSE)) - area(Window(points))
cat(toJSON(list(
  made_by = paste("spatstat.explore", packageVersion("spatstat.explore"), "bw.scott; R", getRversion(), "quantile type 7"),
  x = points$x, y = points$y,
  scott = unname(as.numeric(bw.scott(points))),
  cronie_van_lieshout = uniroot(excess, c(0.01, 1), tol = 1e-14)$root,
  robust_spread = c(min(sd(points$x), IQR(points$x) / 1.34), min(sd(points$y), IQR(points$y) / 1.34)),
  repeated = sum(duplicated(cbind(points$x, points$y)) | duplicated(cbind(points$x, points$y), fromLast = TRUE))
), digits = 15, auto_unbox = TRUE, pretty = FALSE), "\n")
