# Abramson's bandwidths and the adaptive density of the redwoods by spatstat (bw.abram, densityAdaptiveKernel), Gaussian,
# h0 = 0.1, no edge correction; writes density_adaptive.json. The places are those of bandwidth_rules.json.
# Rscript density_adaptive.R > density_adaptive.json
suppressPackageStartupMessages({library(spatstat.data); library(spatstat.geom); library(spatstat.explore); library(jsonlite)})
X <- redwood
pilot <- density(X, sigma = 0.1, edge = FALSE, dimyx = 1000)
bandwidth <- bw.abram(X, h0 = 0.1, pilot = pilot, dimyx = 1000)
image <- densityAdaptiveKernel(X, bw = bandwidth, edge = FALSE, ngroups = Inf, dimyx = 500)
nodes <- expand.grid(x = seq(0.05, 0.95, by = 0.1), y = seq(-0.95, -0.05, by = 0.1))
cat(toJSON(list(
  made_by = paste("spatstat.explore", packageVersion("spatstat.explore"), "R", getRversion()),
  h0 = 0.1, bandwidth = bandwidth, node_x = nodes$x, node_y = nodes$y, density = interp.im(image, nodes$x, nodes$y)
), digits = 8, auto_unbox = TRUE), "\n")
